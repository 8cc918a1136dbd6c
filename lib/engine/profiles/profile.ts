// What differs between CPython versions, as data: one interface, one table per version (v3-11.ts …). Code asks the profile, never the version.
// Source of the figures: docs of the memory model (tests/conformance/facts) and the C files named at each field.
import type { CallingProfile } from './calling.ts';
import type { SpecialMethodsProfile } from './special-methods.ts';
import type { PythonVersion } from '../api.ts';
import type { TextProfile } from './texts.ts';
import type { VmProfile } from './vm-profile.ts';
import { v3_11 } from './v3-11.ts';
import { v3_12 } from './v3-12.ts';
import { v3_13 } from './v3-13.ts';
import { v3_14 } from './v3-14.ts';
import { v3_15 } from './v3-15.ts';

/** Capacities of the per-type free lists (pycore_freelist_state.h; before 3.13 the *_MAXFREELIST macros). 0 = no free list. */
export interface FreeListSizes {
  readonly list: number;
  readonly dict: number;
  readonly dictKeys: number;
  readonly float: number;
  /** Per length 1..20. */
  readonly tuple: number;
  readonly int: number;
  readonly listIter: number;
  readonly tupleIter: number;
  readonly range: number;
  readonly rangeIter: number;
  readonly nativeFunction: number;
  readonly nativeMethod: number;
  readonly boundMethod: number;
  readonly slice: number;
  readonly context: number;
  readonly complex: number;
  readonly memoryError: number;
  /** A full collection leaves the lists of slices and contexts alone (before 3.14). */
  readonly keepsSlices: boolean;
}

/** One CPython release. */
export interface Profile extends VmProfile, TextProfile, CallingProfile, SpecialMethodsProfile {
  readonly python: PythonVersion;
  /** sys.version_info[:3] and release level. */
  readonly release: { readonly major: number; readonly minor: number; readonly micro: number; readonly level: 'final' | 'candidate'; readonly serial: number };

  // --- objects ---------------------------------------------------------------------------------------------------------------------
  /** Fields of tree nodes that not every version has. */
  readonly astTypeDefaults: boolean;
  readonly astLazyImports: boolean;
  /** Struct sizes of _thread's locks, and whether their weak references are managed (in front of the object). */
  readonly lockBytes: { readonly lock: number; readonly lockManaged: boolean; readonly rlock: number; readonly rlockManaged: boolean };
  /** `_thread.lock` is callable (3.13+). */
  readonly lockCallable: boolean;
  readonly lockTimeoutText: string;
  /** Texts of ZeroDivisionError by operation (unified in 3.14). */
  readonly zeroDivision: Readonly<Record<'intFloor' | 'intModulo' | 'floatDivide' | 'floatFloor' | 'floatModulo' | 'floatDivmod' | 'complexDivide' | 'floatPower' | 'complexPower', string>>;
  /** DeprecationWarning of ~True (3.12+); null = none. */
  readonly boolInvertWarning: string | null;
  /** bytearray.extend(str) has a text of its own (3.13+). */
  readonly extendNamesStr: boolean;
  /** Domain errors of math name the argument (3.14+). */
  readonly mathLogText: boolean;
  /** json: refused floats are named (3.12+), trailing commas have a text of their own (3.13+). */
  readonly jsonNames: boolean;
  readonly jsonTrailingComma: boolean;
  /** io.DEFAULT_BUFFER_SIZE, and the buffer that open() gives a file (3.14: never less than the default, gh-117151). */
  readonly ioBuffer: { readonly standard: number; readonly file: number };
  /** struct: range errors name the format, Struct has a repr (3.13+; the errors since 3.12). */
  readonly structErrorsNamed: boolean;
  readonly structHasRepr: boolean;
  /** array has type code 'w' and clear() (3.13+). */
  readonly arrayHasW: boolean;
  /** chr() has one text for all numbers out of range (3.13+); before it converted to a C int first. */
  readonly chrTakesAnySize: boolean;
  /** str() and int() count their arguments themselves (3.13+). */
  readonly strVectorcall: boolean;
  /** re compiles `(?!)` to one instruction (3.13+). */
  readonly regexEmptyNegationFails: boolean;
  /** unicodedata.unidata_version. */
  readonly unicodeVersion: string;
  /** datetime < date is left to the other side (3.13+); before it was refused at once. */
  readonly datesAnswerNotImplemented: boolean;
  /** datetime's range errors show the value (3.14+). */
  readonly dateErrorsNamed: boolean;
  /** Texts of str.maketrans (3.14 lost a blank in each). */
  readonly translateTexts: { readonly length: string; readonly type: string };
  /** str.find and relatives name their argument in errors (3.13+); str.replace takes count by keyword (3.13+). */
  readonly searchNamesArgument: boolean;
  readonly replaceTakesKeyword: boolean;
  /** int() falls back to `__trunc__` (deprecated since 3.11, removed in 3.14). */
  readonly intUsesTrunc: boolean;
  /** sizeof(PyByteArrayObject), and the bytes object that holds its data since 3.15 (33 bytes of header and NUL; 0 before). */
  readonly bytearray: { readonly basicsize: number; readonly bufferHeader: number };
  /** What sys.getrefcount answers for immortal objects; null = no immortality (3.11): static objects start at 999 999 999 and count. */
  readonly immortalRefcount: number | null;
  /** Cached ints (pycore_global_objects.h _PY_NSMALLNEGINTS/_PY_NSMALLPOSINTS). */
  readonly smallInts: { readonly min: number; readonly max: number };
  /** sizeof(PyASCIIObject) and sizeof(PyCompactUnicodeObject). */
  readonly strHeader: { readonly ascii: number; readonly other: number };
  /** Static one-char latin-1 strings U+0080..U+00FF carry their UTF-8 form (3.12+). */
  readonly latin1CharsHaveUtf8: boolean;
  /** chr(), indexing and split() answer the shared one-character objects that literals use too (3.12.7+). */
  readonly latin1CharsShared: boolean;
  /** Offset of ob_item in a tuple: 24, or 32 with the cached hash (3.14+). */
  readonly tupleHeader: number;
  /** The tree's arena holds a bytes literal as a literal and as a concatenation (3.12+). */
  readonly bytesLiteralsHeldTwice: boolean;
  /** Frozenset constants are made a second time from the first one's items, in its order (before 3.14: merge_consts_recursive). */
  readonly frozensetConstantsMadeTwice: boolean;
  /** The basic size of a struct sequence type counts the fields that are no items (3.12.5+). */
  readonly structSequenceCountsHidden: boolean;
  readonly freeLists: FreeListSizes;

  // --- containers --------------------------------------------------------------------------------------------------------------------
  /** str.split without a limit makes room for as many parts as the lengths allow (3.12+), at most 12. */
  readonly splitRoomByLength: boolean;
  /** `del l[i]` leaves the buffer alone (3.13 list_ass_item_lock_held); before it went through list_ass_slice and could shrink. */
  readonly listDelItemKeepsBuffer: boolean;
  /** list.pop of the only item gives the buffer back (3.12+); before, list_resize kept the one slot that half of one rounds down to. */
  readonly listPopClears: boolean;
  /** list.extend of sets, dicts and dict views copies them without an iterator and over-allocates (3.13 list_extend_set, list_extend_dict). */
  readonly listExtendsSetsInPlace: boolean;
  /** repr() of a list holds the item that it is at (3.13.4+, gh-132713). */
  readonly listReprHoldsItem: boolean;
  /** list.index's ValueError shows the value (≤ 3.13). */
  readonly listIndexErrorNamesValue: boolean;
  /** Slices can be hashed (3.12+). */
  readonly sliceHashable: boolean;
  /** calculate_log2_keysize rounds presized dicts up too far (before 3.13.4, gh-133703). */
  readonly dictPresizeRoundsUp: boolean;
  /** Descending runs may contain equal items (3.13 count_run). */
  readonly sortEqualRuns: boolean;
  /** bool(NotImplemented) is a TypeError (3.14+) instead of a DeprecationWarning. */
  readonly notImplementedBoolRaises: boolean;
  /** map(…, strict=True) (3.14+). */
  readonly mapStrict: boolean;
  /** A copy of a deque with one item starts in the middle of its block, as append() does (before 3.14.3). */
  readonly dequeCopyAppendsOne: boolean;
  /** SimpleNamespace(mapping) (3.13+). */
  readonly namespaceTakesMapping: boolean;
  /** OrderedDict({'a': 1}) instead of OrderedDict([('a', 1)]) (3.12+). */
  readonly orderedDictReprAsDict: boolean;
  /** reverse=, keepends=, closefd= and the like take integers only (3.11). */
  readonly switchesAreInts: boolean;
  /** itertools.batched exists (3.12+) / takes strict (3.13+). */
  readonly hasBatched: boolean;
  readonly batchedStrict: boolean;
  /** tee() of a tee object leaves that object alone (late 3.12+). */
  readonly teeOfTeeIsCopy: boolean;
  /** hash(None) does not depend on its address (3.12+). */
  readonly noneHashIsConstant: boolean;
  /** An exhausted reversed(list) keeps its list (3.13+). */
  readonly listReverseIterKeepsList: boolean;
  /** sizeof of itertools objects that changed over time. */
  /** itertools.pairwise hands out one result tuple again (3.13+). */
  readonly pairwiseReusesResult: boolean;
  readonly itertoolsBasicsize: Readonly<Record<'accumulate' | 'cycle' | 'groupby' | 'pairwise' | 'tee' | 'batched', number>>;
  /** "cannot use 'list' as a dict key (unhashable type: 'list')" and the note on dict([1]) (3.14+). */
  readonly unhashableNamesUse: boolean;

  /** Ints that C makes of a size ask for as many bytes as those it makes of a long, 32 (3.14+, one macro for all), not 28. */
  readonly sizeIntsPadded: boolean;
  /** sum() makes its result as an int of a long, not of a size (3.11; the same from 3.14 on). */
  readonly sumPadded: boolean;

  // --- instances and classes ---------------------------------------------------------------------------------------------------------
  /** Attribute values directly behind the object (3.13+) instead of a separate block. */
  readonly inlineValues: boolean;
  /** 3.14+: inline values for every managed-dict class of itemsize 0; before only for basicsize 16. */
  readonly inlineValuesAnyBase: boolean;
  /** `__dict__` of an instance without values is no split dict (3.11 PyObject_GenericGetDict). */
  readonly dictAskedForIsOrdinary: boolean;
  /** Class keys start with the names of __static_attributes__ (3.14+). */
  readonly staticAttributesInKeys: boolean;
  /** The weak-reference list is a word in the pre-header (3.12+) instead of the object. */
  readonly managedWeakref: boolean;
  /** Classes are called as their base is until they have a `__call__` of their own: they inherit Py_TPFLAGS_HAVE_VECTORCALL (3.12+); before only static types did. */
  readonly classesInheritVectorcall: boolean;
  /** `type` has Py_TPFLAGS_ITEMS_AT_END (3.12+). */
  readonly typeItemsAtEnd: boolean;
  /** Classes get __firstlineno__ and __static_attributes__ (3.13+). */
  readonly classFirstLineNo: boolean;
  /** One shared __dict__/__weakref__ descriptor per interpreter (3.15). */
  readonly sharedInstanceDescriptors: boolean;

  /** staticmethod and classmethod copy `__annotations__` of what they wrap (≤ 3.13). */
  readonly staticMethodCopiesAnnotations: boolean;
  /** What type.__new__ makes of `__new__`, `__init_subclass__` and `__class_getitem__` copies the function's names too (3.15). */
  readonly implicitMethodsCopyAttributes: boolean;
  /** classmethod(property(…)) binds the inner descriptor (3.9 to 3.12). */
  readonly classmethodChains: boolean;
  /** `__dict__` and `__weakref__` slots on subclasses of int, str …; any `__slots__` on those of tuple (3.15). */
  readonly slotsOnVarSized: boolean;
  /** `__getattr__` is called through a bound method (3.11). */
  readonly getattrHookBinds: boolean;
  /** `__annotate__` instead of eager annotations (PEP 649, 3.14+). */
  readonly lazyAnnotations: boolean;
  /** `__type_params__` of every class (PEP 695, 3.12+). */
  readonly typeParams: boolean;
  /** `int | str` is a typing.Union (3.14+). */
  readonly unionIsTyping: boolean;
  /** A property without `__set_name__` is named after its getter in messages (3.13+). */
  readonly propertyNameFromGetter: boolean;
  /** sys.getsizeof(int) has no GC head in it (3.13+). */
  readonly staticTypesWithoutPresize: boolean;
  /** gc.set_threshold is made by Argument Clinic, which counts groups of arguments (3.13+). */
  readonly thresholdsAreGroups: boolean;
  /** sys._debugmallocstats(): the free list of dict keys is among those reported (3.13+); sizes include the collector's header (3.15). */
  readonly freeListReport: { readonly keys: boolean; readonly withHeader: boolean };
  /** sizeof(Blake2Object): the digest's state lies in it before 3.14. */
  readonly blake2Bytes: Readonly<Record<'blake2b' | 'blake2s', number>>;
  /** sizeof of exception structs that grew. */
  readonly exceptionBytes: Readonly<Record<'importError' | 'group' | 'syntaxError', number>>;

  // --- collector -----------------------------------------------------------------------------------------------------------------------
  readonly gcThresholds: readonly [number, number, number];
  /** 3.11 collects inside the allocation that crosses the threshold; later versions at the next eval-breaker check. */
  readonly gcInsideAllocation: boolean;
  /** Dicts are tracked only while they hold something trackable (≤ 3.13). */
  readonly dictLazyTracking: boolean;
  /** Tuples: tracked at creation and untracked by the collector (≤ 3.13), or not tracked when all items are atomic (3.14.1+). */
  readonly tupleUntrackedAtCreation: boolean;
  /** Pairs that C makes follow the same rule (_PyTuple_FromPairSteal, 3.15). */
  readonly pairsUntrackedAtCreation: boolean;
  /** Frozensets of atomic items are not tracked (3.15). */
  readonly frozensetUntrackedAtCreation: boolean;
  /** The only weak reference to a dying object is held while its callback runs (3.13+). */
  readonly loneWeakrefHeld: boolean;
  /** Instances of property's subclasses get a `__doc__` of their own, None where there is no text (3.12+). */
  readonly propertySubclassStoresDoc: boolean;
  /** Weak references without a callback stay usable in finalizers (3.15). */
  readonly weakrefsClearedAfterFinalizers: boolean;
  /** Weak references that finalizers made to garbage are cleared too (3.14.4+). */
  readonly weakrefsOfFinalizersCleared: boolean;

  /** Objects that a fresh interpreter tracks (they delay full collections: long_lived_total), and what gc.get_freeze_count() starts with. */
  readonly startupTrackedObjects: number;
  readonly startupFrozenObjects: number;

  // --- frames --------------------------------------------------------------------------------------------------------------------------
  /** Locals die last → first at return (3.14+). */
  readonly localsReleasedInReverse: boolean;

  /** close() of a generator that never ran leaves its arguments in the frame (3.12). */
  readonly closeOfUnstartedKeepsLocals: boolean;
  /** A generator refers to its code beside what its frame holds (gi_code, 3.11). */
  readonly generatorOwnsCode: boolean;

  // --- texts ---------------------------------------------------------------------------------------------------------------------------
  /** Text for an unknown keyword of a native function; %name and %keyword are replaced (reworded in 3.13). */
  readonly unexpectedKeywordText: string;

  /** RecursionError of native code; 3.14+ measures the C stack (8 MiB) instead of counting. */
  readonly nativeRecursionText: string;
  /** What a native call in between counts towards the recursion limit (3.11: as much as a Python frame). */
  readonly nativeCallDepth: number;
  /** AttributeError for objects without `__dict__` says so (3.13+). */
  readonly noDictHint: boolean;
  /** `in` on something that is no container; %s = its type. */
  readonly containsErrorText: string;
  /** Names of abstract methods are quoted in object.__new__'s TypeError (3.12+). */
  readonly abstractTextQuotes: boolean;
  /** Start of the MRO conflict's TypeError (had a line break before 3.13). */
  readonly mroErrorText: string;
  /** super(type, obj) with an unrelated obj; %kind %name describe it, %type is the type. */
  readonly superErrorText: string;
  /** TypeError for a `__weakref__` slot that cannot be (3.11 names a second reason). */
  readonly weakrefSlotErrorText: string;
  /** An exception of `__set_name__` is wrapped in a RuntimeError (3.11) instead of getting a note. */
  readonly setNameErrorWraps: boolean;

  // --- struct sizes (bytes, sizeof without GC head) --------------------------------------------------------------------------------------
  readonly basicsize: Readonly<Record<'function' | 'code' | 'frame' | 'generator' | 'type' | 'rangeIterator' | 'map' | 'partial' | 'module' | 'union' | 'staticType' | 'textWrapper' | 'stringIO' | 'struct' | 'methodcaller' | 'scanner' | 'asyncGeneratorThrow', number>>;
  /** Decimal: sizeof its struct; part of the collector's types (3.13+); `__sizeof__` counts digits that do not fit into the struct (≤ 3.14). */
  readonly decimal: { readonly basicsize: number; readonly collected: boolean; readonly sizeCountsWords: boolean; readonly formatsAlternate: boolean };
}

const PROFILES: Readonly<Record<PythonVersion, Profile>> = { '3.11': v3_11, '3.12': v3_12, '3.13': v3_13, '3.14': v3_14, '3.15': v3_15 };

/** The version simulated when none is named. */
export const DEFAULT_PYTHON: PythonVersion = '3.13';

/** Every version, oldest first. */
export const PYTHON_VERSIONS = Object.keys(PROFILES) as readonly PythonVersion[];

/** The table of one version. */
export function profileFor(python: PythonVersion): Profile {
  return PROFILES[python];
}

/** True for the names that `--python` accepts. */
export function isPythonVersion(text: string): text is PythonVersion {
  return Object.hasOwn(PROFILES, text);
}
