// What differs between versions in frames, calls, messages and namespaces: the part of the profile that vm/ reads.
import type { PythonVersion } from '../api.ts';

export interface VmProfile {
  /** PEP 667 (3.13+): locals() is a new dict, frame.f_locals a write-through proxy. */
  readonly localsAreFresh: boolean;
  /** frame.clear() of a suspended generator's frame raises (3.13+). */
  readonly clearSuspendedFrameFails: boolean;
  /** consts[0] is a docstring only if the code says so (3.14+). */
  readonly docstringFlag: boolean;
  /** close() of a generator that stands outside of its own handlers just clears it (3.13+). */
  readonly generatorCloseSkipsExit: boolean;
  /** generator.close() answers the generator's return value (3.13+). */
  readonly closeReturnsValue: boolean;
  /** Text for what cannot be awaited. */
  readonly awaitText: string;
  /** An unexpected keyword argument brings a suggestion (3.13+). */
  readonly suggestsKeywords: boolean;
  /** NameErrors suggest imports and `self.`, ImportErrors names of the module; a str in `__notes__` is one note (3.12+). */
  readonly suggestsImports: boolean;
  /** Modules of sys.stdlib_module_names that not every version has. */
  readonly ownStdlibNames: string;
  /** tracemalloc.get_object_traceback() finds only blocks that begin with a GC head or with the object (3.11). */
  readonly tracedBehindGcHead: boolean;
  /** Lib/traceback.py makes suggestions as the interpreter's own printer does (3.12+). */
  readonly moduleSuggests: boolean;
  /** generator.throw(type, value, traceback) warns (3.12+). */
  readonly throwOfThreeWarns: boolean;
  /** "invalid syntax. Did you mean 'while'?" (3.14+). */
  readonly suggestsKeywordTypos: boolean;
  readonly extraBuiltinTypes: readonly string[];
  readonly missingBuiltins: readonly string[];
  /** exec() and eval() take globals and locals by keyword (3.13+). */
  readonly execKeywords: boolean;
  /** sum() of floats is compensated (3.12+). */
  readonly sumCompensates: boolean;
  readonly emptyExtremeText: string;
  /** Attributes of code objects that are computed once: `c.co_varnames is c.co_varnames`. */
  readonly keptCodeAttributes: readonly string[];
  /** Creating an instance runs a Python `__init__` in the same loop once the call is warm (3.13+). */
  readonly initInlined: boolean;
  /** … even if parameters are left to their defaults (3.14+). */
  readonly initInlinedWithDefaults: boolean;
  /** Bits below the name's index in IMPORT_NAME: 3.15 says there whether the import is lazy. */
  readonly importFlagBits: number;
  /** COMPARE_OP (3.14+) and BINARY_OP (3.15) release the right operand first. */
  readonly compareReleasesRightFirst: boolean;
  readonly binaryReleasesRightFirst: boolean;
  /** Line events of sys.settrace compare with the instruction before (3.11); later versions mark where lines start. */
  readonly lineEventsByStep: boolean;
  /** f(*args, **kwargs) keeps the tuple and the dict during the call (3.11). */
  readonly unpackedCallKeepsArguments: boolean;
  /** A native call from a tuple and a dict borrows the positional arguments (3.15, _PyStack_UnpackDict). */
  readonly dictCallBorrowsPositional: boolean;
  /** What counts its runs until instructions specialise: the code object (3.11, _PyCode_Warmup) or each instruction by itself (3.12+). */
  readonly specialises: 'code' | 'instructions';
  /** Runs before an instruction that was given up specialises anew (3.11 adaptive_counter_start); later versions do it at once. */
  readonly specialisationPause: number;
  /** Loops over lists, tuples, strings and bytes make no iterator object (3.15). */
  readonly virtualIterators: boolean;
  /** LOAD_CONST pushes a borrowed reference (3.15). */
  readonly constantsAreBorrowed: boolean;
  /** min() and max() take their arguments without a tuple (3.13+). */
  readonly extremeTakesVector: boolean;
  /** The frame object of a generator that has ended still names its last caller (3.12+; 3.11's gen_send_ex2 unlinks it first). */
  readonly endedGeneratorHasCaller: boolean;
  /** except* gives the group around a naked exception a traceback entry (3.12.9, 3.13.2). */
  readonly exceptStarAddsTraceback: boolean;
  /** `__main__` starts with an empty `__annotations__` (before 3.14). */
  readonly mainHasAnnotations: boolean;
  /** Suggestions leave out private names unless the wrong name is private (3.13+). */
  readonly suggestionsHidePrivate: boolean;
  /** Tracebacks show every line of an expression, and calls get anchors (3.13+). */
  readonly tracebackMultiline: boolean;
  /** "too many values to unpack (expected 2, got 3)" (3.14+). */
  readonly unpackErrorsCount: boolean;
  /** What ExceptionGroup.split() says about a condition it cannot use. */
  readonly groupConditionText: string;
  /** What a class pattern says whose class is none. */
  readonly matchClassText: string;
  /** A `with` over an object without `__enter__` says which method it missed (3.14+). */
  readonly missedEnterNamed: boolean;
  /** "B.__bool__() must return a bool, not int" (3.15) instead of a text for each operation. */
  readonly methodsNamedInErrors: boolean;
  /** An atexit callback that fails is part of the message (3.13+). */
  readonly exitCallbackInMessage: boolean;
  /** Unraisable errors say what was being done, in the message (3.14+). */
  readonly unraisableSaysWork: boolean;
  /** How unraisable errors' tracebacks are printed: in C with carets, in C without (3.13+), by the traceback module with causes and contexts (3.15). */
  readonly unraisablePrinter: 'carets' | 'plain' | 'full';
  /** PEP 479 is done in bytecode (3.12+), not when the frame ends. */
  readonly stopIterationInBytecode: boolean;
}

const V311: VmProfile = {
  localsAreFresh: false,
  clearSuspendedFrameFails: false,
  docstringFlag: false,
  generatorCloseSkipsExit: false,
  closeReturnsValue: false,
  awaitText: "object %s can't be used in 'await' expression",
  suggestsKeywords: false,
  suggestsImports: false,
  tracedBehindGcHead: true,
  ownStdlibNames: `_bootsubprocess _compression _crypt _msi _sha256 _sha512 aifc asynchat asyncore audioop cgi cgitb chunk crypt distutils imghdr imp lib2to3
    mailcap msilib nis nntplib ossaudiodev pipes smtpd sndhdr spwd sre_compile sre_constants sre_parse sunau telnetlib uu xdrlib`,
  moduleSuggests: false,
  throwOfThreeWarns: false,
  suggestsKeywordTypos: false,
  extraBuiltinTypes: [],
  missingBuiltins: ['PythonFinalizationError', '_IncompleteInputError'],
  execKeywords: false,
  sumCompensates: false,
  keptCodeAttributes: ['co_code'],
  emptyExtremeText: '%s() arg is an empty sequence',
  specialises: 'code',
  specialisationPause: 31,
  virtualIterators: false,
  constantsAreBorrowed: false,
  dictCallBorrowsPositional: false,
  importFlagBits: 0,
  compareReleasesRightFirst: false,
  binaryReleasesRightFirst: false,
  unpackedCallKeepsArguments: true, lineEventsByStep: true,
  initInlined: false,
  initInlinedWithDefaults: false,
  extremeTakesVector: false,
  exceptStarAddsTraceback: false,
  endedGeneratorHasCaller: false,
  mainHasAnnotations: true,
  suggestionsHidePrivate: false,
  tracebackMultiline: false,
  unpackErrorsCount: false,
  stopIterationInBytecode: false,
  groupConditionText: 'expected a function, exception type or tuple of exception types',
  matchClassText: 'called match pattern must be a type',
  missedEnterNamed: false,
  methodsNamedInErrors: false,
  exitCallbackInMessage: false,
  unraisableSaysWork: false,
  unraisablePrinter: 'carets',
};

const V312: VmProfile = {
  ...V311, tracedBehindGcHead: false, endedGeneratorHasCaller: true, specialises: 'instructions', specialisationPause: 0, suggestsImports: true, moduleSuggests: true, throwOfThreeWarns: true, unpackedCallKeepsArguments: false, lineEventsByStep: false, sumCompensates: true, keptCodeAttributes: ['co_code', 'co_cellvars', 'co_freevars', 'co_varnames'], emptyExtremeText: '%s() iterable argument is empty', exceptStarAddsTraceback: true,
  stopIterationInBytecode: true, matchClassText: 'called match pattern must be a class',
  ownStdlibNames: `_compression _crypt _msi _pydatetime _pylong _sha2 aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev
    pipes sndhdr spwd sre_compile sre_constants sre_parse sunau telnetlib uu xdrlib`,
};

const V313: VmProfile = {
  ...V312, initInlined: true, extremeTakesVector: true, localsAreFresh: true, clearSuspendedFrameFails: true, generatorCloseSkipsExit: true, closeReturnsValue: true, suggestsKeywords: true,
  missingBuiltins: [], execKeywords: true, suggestionsHidePrivate: true, tracebackMultiline: true, exitCallbackInMessage: true,
  groupConditionText: 'expected an exception type, a tuple of exception types, or a callable (other than a class)',
  unraisablePrinter: 'plain',
  ownStdlibNames: `_android_support _colorize _compression _interpchannels _interpqueues _interpreters _ios_support _opcode_metadata _pydatetime _pylong
    _pyrepl _sha2 _suggestions _sysconfig _wmi sre_compile sre_constants sre_parse`,
};

const V314: VmProfile = {
  ...V313, initInlinedWithDefaults: true, compareReleasesRightFirst: true, docstringFlag: true, awaitText: "'%s' object can't be awaited", mainHasAnnotations: false, unpackErrorsCount: true,
  unraisableSaysWork: true, missedEnterNamed: true, suggestsKeywordTypos: true,
  ownStdlibNames: `_android_support _apple_support _ast_unparse _colorize _hmac _interpchannels _interpqueues _interpreters _ios_support _opcode_metadata
    _py_warnings _pydatetime _pylong _pyrepl _remote_debugging _sha2 _suggestions _sysconfig _types _wmi _zstd annotationlib compression
    sre_compile sre_constants sre_parse`,
};

const V315: VmProfile = {
  ...V314, virtualIterators: true, constantsAreBorrowed: true, dictCallBorrowsPositional: true, importFlagBits: 2, binaryReleasesRightFirst: true, extraBuiltinTypes: ['frozendict', 'sentinel'],
  matchClassText: 'class pattern must refer to a class', methodsNamedInErrors: true, unraisablePrinter: 'full',
  ownStdlibNames: `_android_support _apple_support _ast_unparse _colorize _hmac _interpchannels _interpqueues _interpreters _ios_support _math_integer
    _opcode_metadata _py_warnings _pydatetime _pylong _pyrepl _remote_debugging _sha2 _suggestions _sysconfig _types _wmi _zstd annotationlib
    compression profiling`,
};

/** The rows by version. */
export const VM_PROFILES: Readonly<Record<PythonVersion, VmProfile>> = { '3.11': V311, '3.12': V312, '3.13': V313, '3.14': V314, '3.15': V315 };
