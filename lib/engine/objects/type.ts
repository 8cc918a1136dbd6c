// The type object: its slots, flags and the specification from which built-in types are made (CPython Include/cpython/object.h, Objects/typeobject.c).
//
// Conventions of every slot and native function, CPython's own:
//   - the first argument is the machine; objects passed in are borrowed; an object returned is a new reference;
//   - a Python exception is thrown as PyRaise (raise.ts); tp_iternext answers null for "exhausted";
//   - calls use the vectorcall layout: `args` = positional arguments followed by the values of `kwnames` (a tuple of str, or null).
import type { Profile } from '../profiles/profile.ts';
import type { Machine } from '../machine.ts';
import { PyObject } from './object.ts';

export type UnaryFn = (m: Machine, self: PyObject) => PyObject;
export type BinaryFn = (m: Machine, a: PyObject, b: PyObject) => PyObject;
export type TernaryFn = (m: Machine, a: PyObject, b: PyObject, c: PyObject) => PyObject;
export type CallFn = (m: Machine, callable: PyObject, args: readonly PyObject[], kwnames: PyObject | null) => PyObject;
export type NewFn = (m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null) => PyObject;
export type InitFn = (m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null) => void;
export type RichCompareFn = (m: Machine, a: PyObject, b: PyObject, op: CompareOp) => PyObject;
export type GetAttrFn = (m: Machine, self: PyObject, name: PyObject) => PyObject;
export type SetAttrFn = (m: Machine, self: PyObject, name: PyObject, value: PyObject | null) => void;
export type DescrGetFn = (m: Machine, descr: PyObject, obj: PyObject | null, type: PyObject | null) => PyObject;
export type DescrSetFn = (m: Machine, descr: PyObject, obj: PyObject, value: PyObject | null) => void;
/** Called for every reference the object owns. `field` and `index` name it for people: ('item', 3), ('key', 0), ('__class__', -1), ('attr x', -1). */
export type Visit = (child: PyObject, field: string, index: number) => void;
export type TraverseFn = (m: Machine, self: PyObject, visit: Visit) => void;

/** Operators of rich comparison, in CPython's numbering. */
export const LT = 0, LE = 1, EQ = 2, NE = 3, GT = 4, GE = 5;
export type CompareOp = 0 | 1 | 2 | 3 | 4 | 5;

/** tp_flags (the bits that the engine uses; CPython Include/object.h). */
export const TypeFlag = {
  MANAGED_WEAKREF: 1 << 3,
  MANAGED_DICT: 1 << 4,
  /** Mapping / sequence for pattern matching. */
  SEQUENCE: 1 << 5,
  MAPPING: 1 << 6,
  DISALLOW_INSTANTIATION: 1 << 7,
  IMMUTABLE: 1 << 8,
  HEAP: 1 << 9,
  BASETYPE: 1 << 10,
  VECTORCALL: 1 << 11,
  INLINE_VALUES: 1 << 2,
  HAVE_GC: 1 << 14,
  METHOD_DESCRIPTOR: 1 << 17,
  ABSTRACT: 1 << 20,
  MATCH_SELF: 1 << 22,
  ITEMS_AT_END: 1 << 23,
  LONG_SUBCLASS: 1 << 24,
  LIST_SUBCLASS: 1 << 25,
  TUPLE_SUBCLASS: 1 << 26,
  BYTES_SUBCLASS: 1 << 27,
  STR_SUBCLASS: 1 << 28,
  DICT_SUBCLASS: 1 << 29,
  BASE_EXC_SUBCLASS: 1 << 30,
  TYPE_SUBCLASS: 1 << 31,
} as const;

/** Every behaviour slot. `null` = the type does not support it (inherited slots are filled in by type_ready). */
export interface TypeSlots {
  tp_dealloc: (m: Machine, self: PyObject) => void;
  tp_repr: UnaryFn | null;
  tp_str: UnaryFn | null;
  /** Answers the low 32 bits (signed); the high 32 bits (signed) go to `m.hashHi`. */
  tp_hash: ((m: Machine, self: PyObject) => number) | null;
  tp_call: CallFn | null;
  tp_getattro: GetAttrFn | null;
  tp_setattro: SetAttrFn | null;
  tp_traverse: TraverseFn | null;
  /** Gives up the references that can be part of a cycle. */
  tp_clear: ((m: Machine, self: PyObject) => void) | null;
  tp_richcompare: RichCompareFn | null;
  tp_iter: UnaryFn | null;
  /** null = exhausted (no StopIteration object is made). */
  tp_iternext: ((m: Machine, self: PyObject) => PyObject | null) | null;
  tp_descr_get: DescrGetFn | null;
  tp_descr_set: DescrSetFn | null;
  tp_init: InitFn | null;
  tp_new: NewFn | null;
  /** PEP 442 finalizer (`__del__`). */
  tp_finalize: ((m: Machine, self: PyObject) => void) | null;
  /** `__sizeof__`: bytes without GC head and pre-header. null = basicsize. */
  tp_sizeof: ((m: Machine, self: PyObject) => number) | null;

  nb_add: BinaryFn | null;
  nb_subtract: BinaryFn | null;
  nb_multiply: BinaryFn | null;
  nb_remainder: BinaryFn | null;
  nb_divmod: BinaryFn | null;
  nb_power: TernaryFn | null;
  nb_negative: UnaryFn | null;
  nb_positive: UnaryFn | null;
  nb_absolute: UnaryFn | null;
  nb_bool: ((m: Machine, self: PyObject) => boolean) | null;
  nb_invert: UnaryFn | null;
  nb_lshift: BinaryFn | null;
  nb_rshift: BinaryFn | null;
  nb_and: BinaryFn | null;
  nb_xor: BinaryFn | null;
  nb_or: BinaryFn | null;
  nb_int: UnaryFn | null;
  nb_float: UnaryFn | null;
  nb_index: UnaryFn | null;
  nb_floor_divide: BinaryFn | null;
  nb_true_divide: BinaryFn | null;
  nb_matrix_multiply: BinaryFn | null;
  nb_inplace_add: BinaryFn | null;
  nb_inplace_subtract: BinaryFn | null;
  nb_inplace_multiply: BinaryFn | null;
  nb_inplace_remainder: BinaryFn | null;
  nb_inplace_power: TernaryFn | null;
  nb_inplace_lshift: BinaryFn | null;
  nb_inplace_rshift: BinaryFn | null;
  nb_inplace_and: BinaryFn | null;
  nb_inplace_xor: BinaryFn | null;
  nb_inplace_or: BinaryFn | null;
  nb_inplace_floor_divide: BinaryFn | null;
  nb_inplace_true_divide: BinaryFn | null;
  nb_inplace_matrix_multiply: BinaryFn | null;

  sq_length: ((m: Machine, self: PyObject) => number) | null;
  sq_concat: BinaryFn | null;
  sq_repeat: ((m: Machine, self: PyObject, count: number) => PyObject) | null;
  sq_item: ((m: Machine, self: PyObject, index: number) => PyObject) | null;
  sq_ass_item: ((m: Machine, self: PyObject, index: number, value: PyObject | null) => void) | null;
  sq_contains: ((m: Machine, self: PyObject, value: PyObject) => boolean) | null;
  sq_inplace_concat: BinaryFn | null;
  sq_inplace_repeat: ((m: Machine, self: PyObject, count: number) => PyObject) | null;
  mp_length: ((m: Machine, self: PyObject) => number) | null;
  mp_subscript: BinaryFn | null;
  mp_ass_subscript: ((m: Machine, self: PyObject, key: PyObject, value: PyObject | null) => void) | null;

  am_await: UnaryFn | null;
  am_aiter: UnaryFn | null;
  am_anext: UnaryFn | null;
  /** Generators and coroutines: sends without raising StopIteration; see objects/generator.ts. */
  am_send: ((m: Machine, self: PyObject, value: PyObject) => { readonly done: boolean; readonly value: PyObject }) | null;
  /** Buffer protocol: a view of the object's bytes; see objects/buffer.ts. */
  bf_getbuffer: ((m: Machine, self: PyObject, writable: boolean) => unknown) | null;
  bf_releasebuffer: ((m: Machine, self: PyObject, view: unknown) => void) | null;
}

interface NativeBase {
  readonly name: string;
  /** How the descriptor binds: 'method' (default), 'class' (classmethod) or 'static'. */
  readonly bind?: 'method' | 'class' | 'static';
  readonly doc?: string;
  /** `__text_signature__`, e.g. '($self, object, /)'. */
  readonly sig?: string;
  /** Which versions have it; absent = all. */
  readonly inVersion?: InVersion;
  /** Before Python 3.13 PyArg_ParseTuple counted the arguments: 'find() takes at least 1 argument (0 given)'. */
  readonly countedByTuple?: true;
  /** Takes the tuple and the dict of a call f(*args, **kwargs) as they are (METH_VARARGS); set from the profile (argument-tuple.ts). */
  readonly takesTuple?: boolean;
  /** Refuses keywords without naming its type (METH_VARARGS). */
  readonly bareName?: boolean;
}
/** True for the versions that have something. */
export type InVersion = (profile: Profile) => boolean;

/** From Python 3.`minor` on. */
export function since(minor: number): InVersion {
  return (profile) => profile.release.minor >= minor;
}

/** Before Python 3.`minor`. */
export function until(minor: number): InVersion {
  return (profile) => profile.release.minor < minor;
}

/** A native function or method (CPython PyMethodDef). `self` is the instance; the type for class methods; the module or null for functions. */
export type NativeSpec =
  | (NativeBase & { readonly kind: 'noargs'; readonly fn: (m: Machine, self: PyObject) => PyObject })
  | (NativeBase & { readonly kind: 'o'; readonly fn: (m: Machine, self: PyObject, arg: PyObject) => PyObject })
  /** Positional only, `min`..`max` of them (max -1 = any number); counts are checked with CPython's texts before the call. */
  | (NativeBase & { readonly kind: 'fast'; readonly min: number; readonly max: number; readonly fn: (m: Machine, self: PyObject, args: readonly PyObject[]) => PyObject })
  /** Positional and keyword arguments in vectorcall layout; parse them with vm/arguments.ts. */
  | (NativeBase & { readonly kind: 'fastkw'; readonly fn: (m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null) => PyObject });

/** A computed attribute (CPython PyGetSetDef). */
export interface GetSetSpec {
  readonly name: string;
  readonly get: (m: Machine, self: PyObject) => PyObject;
  readonly set?: (m: Machine, self: PyObject, value: PyObject | null) => void;
  readonly doc?: string;
  /** 'member' shows as member_descriptor, default getset_descriptor. */
  readonly kind?: 'getset' | 'member';
  /** Which versions have it; absent = all. */
  readonly inVersion?: InVersion;
}

/**
 * The rest of a native call that calls a Python function at its end: the loop pushes the function's frame instead of nesting, so that the host's stack is no
 * bound (functools.lru_cache, partial). `args` are borrowed; `held` are references that the call owns until it is over, given back in that order.
 */
export interface PendingCall {
  readonly func: PyObject;
  readonly args: readonly PyObject[];
  readonly held: readonly PyObject[];
  /** It counts towards the recursion limit where native calls do (3.11). */
  readonly counts: boolean;
  /** What the call answers for the function's value (consumed). */
  finish(m: Machine, value: PyObject): PyObject;
}

/** Answers the call's result or the rest of it; null where the call goes the ordinary way (tp_call). */
export type EnterCall = (m: Machine, self: PyObject, args: readonly PyObject[]) => PyObject | PendingCall | null;

/** What a built-in type is made from. One per type, exported by the type's file, listed in builtin-types.ts. */
export interface TypeSpec {
  /** Begins a call of an instance of exactly this type, where it ends with the call of a Python function. */
  readonly enterCall?: EnterCall;
  /** As in `type(x).__name__`, with the module before a dot where it isn't builtins: 'collections.deque'. */
  readonly name: string;
  /** The name where it changed between versions. */
  readonly nameIn?: (profile: Profile) => string;
  /** Key of the base in builtin-types.ts; default 'object'. */
  readonly base?: string;
  /** All bases by key where there are several (ExceptionGroup). */
  readonly bases?: readonly string[];
  /** sizeof(struct) in bytes, or by version key; itemsize for var-sized types. */
  readonly basicsize: number | ((m: Machine) => number);
  readonly itemsize?: number;
  readonly flags: number | ((m: Machine) => number);
  /** True when instances have a `__dict__` / can be weakly referenced though they are not of a heap type (functions, modules, sets …). */
  readonly hasDict?: boolean;
  readonly hasWeakrefs?: boolean;
  readonly slots?: Partial<TypeSlots>;
  readonly methods?: readonly NativeSpec[];
  readonly getset?: readonly GetSetSpec[];
  readonly doc?: string;
  /** tp_hash is PyObject_HashNotImplemented (`__hash__` is None). */
  readonly unhashable?: InVersion;
  /** Further attributes put in the type's dict when it is made ready. */
  readonly attributes?: (m: Machine) => readonly (readonly [string, PyObject])[];
}

/** A type object. Slots stand directly on it: `o.ob_type.tp_repr`. Built-in and heap types have the same shape. */
export class PyType extends PyObject implements TypeSlots {
  /** Fully qualified for built-in ones ('collections.deque'), bare for heap types, as CPython's tp_name. */
  tp_name = '';
  tp_flags = 0;
  tp_basicsize = 16;
  tp_itemsize = 0;
  /** Bytes in front of the object: 16 if it has a GC head, 16 more for managed dict / weakref words. */
  tp_presize = 0;
  tp_hasDict = false;
  tp_hasWeakrefs = false;
  tp_base: PyType | null = null;
  /** Tuple of bases (owned). null until ready. */
  tp_bases: PyObject | null = null;
  /** Method resolution order, itself first (owned through `tp_mroTuple`). */
  tp_mro: PyType[] = [];
  tp_mroTuple: PyObject | null = null;
  /** The type's dict (owned). Built-in types get theirs at the first look-up that needs it (objects/type-ready.ts). */
  tp_dict: PyObject | null = null;
  tp_subclasses: PyType[] = [];
  /** CPython's tp_subclasses: dict of address → weak reference (owned); made at the first subclass. */
  tp_subclassDict: PyObject | null = null;
  /** Changes whenever an attribute look-up on the type could change; inline caches compare it. 0 = none assigned. */
  tp_version = 0;
  /** Look-up cache name → attribute (borrowed) by interned name object; emptied when tp_version changes. */
  tp_cache: Map<PyObject, PyObject | null> | null = null;
  tp_spec: TypeSpec | null = null;
  /** The slots that its base does not have or has otherwise, found after so many changes of slots in the machine (objects/slots.ts). */
  tp_ownSlots: { readonly changes: number; readonly keys: readonly (keyof TypeSlots)[] } | null = null;
  /** Has a tp_vectorcall of its own: a call of the type makes no tuple of the arguments. */
  tp_vectorcall = false;
  /** Heap types only: everything of PyHeapTypeObject (name, qualname, cached shared keys, slot names …); see objects/heap-type.ts. */
  ht: unknown = null;

  tp_dealloc: TypeSlots['tp_dealloc'] = () => {};
  tp_repr: TypeSlots['tp_repr'] = null;
  tp_str: TypeSlots['tp_str'] = null;
  tp_hash: TypeSlots['tp_hash'] = null;
  tp_call: TypeSlots['tp_call'] = null;
  /** Of exactly this type, not of subclasses. */
  enterCall: EnterCall | null = null;
  tp_getattro: TypeSlots['tp_getattro'] = null;
  tp_setattro: TypeSlots['tp_setattro'] = null;
  tp_traverse: TypeSlots['tp_traverse'] = null;
  tp_clear: TypeSlots['tp_clear'] = null;
  tp_richcompare: TypeSlots['tp_richcompare'] = null;
  tp_iter: TypeSlots['tp_iter'] = null;
  tp_iternext: TypeSlots['tp_iternext'] = null;
  tp_descr_get: TypeSlots['tp_descr_get'] = null;
  tp_descr_set: TypeSlots['tp_descr_set'] = null;
  tp_init: TypeSlots['tp_init'] = null;
  tp_new: TypeSlots['tp_new'] = null;
  tp_finalize: TypeSlots['tp_finalize'] = null;
  tp_sizeof: TypeSlots['tp_sizeof'] = null;
  nb_add: TypeSlots['nb_add'] = null;
  nb_subtract: TypeSlots['nb_subtract'] = null;
  nb_multiply: TypeSlots['nb_multiply'] = null;
  nb_remainder: TypeSlots['nb_remainder'] = null;
  nb_divmod: TypeSlots['nb_divmod'] = null;
  nb_power: TypeSlots['nb_power'] = null;
  nb_negative: TypeSlots['nb_negative'] = null;
  nb_positive: TypeSlots['nb_positive'] = null;
  nb_absolute: TypeSlots['nb_absolute'] = null;
  nb_bool: TypeSlots['nb_bool'] = null;
  nb_invert: TypeSlots['nb_invert'] = null;
  nb_lshift: TypeSlots['nb_lshift'] = null;
  nb_rshift: TypeSlots['nb_rshift'] = null;
  nb_and: TypeSlots['nb_and'] = null;
  nb_xor: TypeSlots['nb_xor'] = null;
  nb_or: TypeSlots['nb_or'] = null;
  nb_int: TypeSlots['nb_int'] = null;
  nb_float: TypeSlots['nb_float'] = null;
  nb_index: TypeSlots['nb_index'] = null;
  nb_floor_divide: TypeSlots['nb_floor_divide'] = null;
  nb_true_divide: TypeSlots['nb_true_divide'] = null;
  nb_matrix_multiply: TypeSlots['nb_matrix_multiply'] = null;
  nb_inplace_add: TypeSlots['nb_inplace_add'] = null;
  nb_inplace_subtract: TypeSlots['nb_inplace_subtract'] = null;
  nb_inplace_multiply: TypeSlots['nb_inplace_multiply'] = null;
  nb_inplace_remainder: TypeSlots['nb_inplace_remainder'] = null;
  nb_inplace_power: TypeSlots['nb_inplace_power'] = null;
  nb_inplace_lshift: TypeSlots['nb_inplace_lshift'] = null;
  nb_inplace_rshift: TypeSlots['nb_inplace_rshift'] = null;
  nb_inplace_and: TypeSlots['nb_inplace_and'] = null;
  nb_inplace_xor: TypeSlots['nb_inplace_xor'] = null;
  nb_inplace_or: TypeSlots['nb_inplace_or'] = null;
  nb_inplace_floor_divide: TypeSlots['nb_inplace_floor_divide'] = null;
  nb_inplace_true_divide: TypeSlots['nb_inplace_true_divide'] = null;
  nb_inplace_matrix_multiply: TypeSlots['nb_inplace_matrix_multiply'] = null;
  sq_length: TypeSlots['sq_length'] = null;
  sq_concat: TypeSlots['sq_concat'] = null;
  sq_repeat: TypeSlots['sq_repeat'] = null;
  sq_item: TypeSlots['sq_item'] = null;
  sq_ass_item: TypeSlots['sq_ass_item'] = null;
  sq_contains: TypeSlots['sq_contains'] = null;
  sq_inplace_concat: TypeSlots['sq_inplace_concat'] = null;
  sq_inplace_repeat: TypeSlots['sq_inplace_repeat'] = null;
  mp_length: TypeSlots['mp_length'] = null;
  mp_subscript: TypeSlots['mp_subscript'] = null;
  mp_ass_subscript: TypeSlots['mp_ass_subscript'] = null;
  am_await: TypeSlots['am_await'] = null;
  am_aiter: TypeSlots['am_aiter'] = null;
  am_anext: TypeSlots['am_anext'] = null;
  am_send: TypeSlots['am_send'] = null;
  bf_getbuffer: TypeSlots['bf_getbuffer'] = null;
  bf_releasebuffer: TypeSlots['bf_releasebuffer'] = null;

  /** `metatype` is null only for `type` itself, whose type is set afterwards. */
  constructor(metatype: PyType | null) {
    super(metatype as PyType, null);
  }
}

/** PyType_FastSubclass and friends: `hasFlag(o.ob_type, TypeFlag.LONG_SUBCLASS)` is PyLong_Check. */
export function hasFlag(type: PyType, flag: number): boolean {
  return (type.tp_flags & flag) !== 0;
}

/** PyType_IsSubtype by MRO. */
export function isSubtype(a: PyType, b: PyType): boolean {
  return a === b || a.tp_mro.includes(b);
}
