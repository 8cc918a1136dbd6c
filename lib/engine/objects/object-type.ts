// The type `object` (CPython 3.13 Objects/typeobject.c, object_new, object_init, object_richcompare, object___reduce_ex___impl …).
import { badArgument } from './arguments.ts';
import type { Machine } from '../machine.ts';
import { getAttrString, getIter, isTrue, lookupAttr, str } from './abstract.ts';
import { objectDirNames } from './dir.ts';
import { callMethod } from './call.ts';
import { hashPointer } from './hash.ts';
import { genericAlloc, initializeDict, instanceDict, objectDealloc } from './instance.ts';
import { changeClass } from './class-assignment.ts';
import { abstractMethodsText } from './type-attributes.ts';
import { intValue, isInt, newInt, newSizeInt } from './int.ts';
import { dictLen, dictSet, newDict } from './dict.ts';
import { intern } from './names.ts';
import { decref, incref, type PyObject, xdecref } from './object.ts';
import { isList, listItems } from './list.ts';
import { runtimeError, typeError } from './raise.ts';
import { isStr, newStr, strData } from './str.ts';
import { isTuple, newTuple, packTuple, tupleItems } from './tuple.ts';
import { slotInit } from './slot-functions.ts';
import { EQ, type InitFn, NE, type NativeSpec, type NewFn, PyType, type RichCompareFn, TypeFlag, type TypeSpec } from './type.ts';
import { lookupType } from './type-ready.ts';
import { typeModuleAndName } from './type-attributes.ts';

function excessArguments(args: readonly PyObject[]): boolean {
  return args.length > 0;
}

/** object_new. */
export const objectNew: NewFn = (m, type, args) => {
  if (excessArguments(args)) {
    if (type.tp_new !== objectNew) throw typeError(m, 'object.__new__() takes exactly one argument (the type to instantiate)');
    if (type.tp_init === objectInit) throw typeError(m, `${type.tp_name}() takes no arguments`);
  }
  if ((type.tp_flags & TypeFlag.ABSTRACT) !== 0) throw typeError(m, abstractMethodsText(m, type));
  const o = genericAlloc(m, type, null);
  if (!m.profile.inlineValues) initializeDict(m, o);
  return o;
};

/** `object()`. */
export function newObject(m: Machine): PyObject {
  return genericAlloc(m, m.types.object, null);
}

/** object_init. */
export const objectInit: InitFn = (m, self, args) => {
  if (!excessArguments(args)) return;
  const type = self.ob_type;
  if (type.tp_init !== objectInit) throw typeError(m, 'object.__init__() takes exactly one argument (the instance to initialize)');
  if (type.tp_new === objectNew) throw typeError(m, `${type.tp_name}.__init__() takes exactly one argument (the instance to initialize)`);
};

/** True if calling the class means: allocate, then run a Python `__init__` (CALL_ALLOC_AND_ENTER_INIT). */
export function hasSimpleConstruction(type: PyType): boolean {
  return type.tp_new === objectNew && type.tp_init === slotInit && (type.tp_flags & TypeFlag.ABSTRACT) === 0;
}

function objectRepr(m: Machine, self: PyObject): PyObject {
  const { module, name } = typeModuleAndName(m, self.ob_type);
  const where = module === null || module === 'builtins' ? name : `${module}.${name}`;
  return newStr(m, `<${where} object at 0x${m.addressOfObject(self).toString(16)}>`);
}

// --- copying and pickling ----------------------------------------------------------------------------------------------------------------

/** object_getstate_default: instance dict, slots; None if there is nothing. `required`: the constructor alone must be able to make the object. */
function defaultState(m: Machine, self: PyObject, required: boolean): PyObject {
  const type = self.ob_type;
  if (required && type.tp_itemsize !== 0) throw typeError(m, `cannot pickle ${type.tp_name} objects`);
  const dict = type.tp_hasDict && !(self instanceof PyType) ? instanceDict(m, self) : null;
  const state: PyObject = dict === null || (dictLen(dict) === 0 && dict.ob_refcnt === 1) ? incref(m.None) : incref(dict);
  const copyreg = m.vm.importModule('copyreg');
  const names = callMethod(m, copyreg, intern(m, '_slotnames'), [type]);
  decref(m, copyreg);
  try {
    if (required && type.tp_basicsize > plainBytes(type) + 8 * slotNames(names).length) throw typeError(m, `cannot pickle '${type.tp_name}' object`);
    const slots = slotState(m, self, names);
    return slots === null ? state : newTuple(m, [state, slots]);
  } catch (error) {
    decref(m, state);
    throw error;
  } finally {
    decref(m, names);
  }
}

/** Size of an object with nothing but a dict and weak references. */
function plainBytes(type: PyType): number {
  const dictWord = type.tp_hasDict && (type.tp_flags & TypeFlag.MANAGED_DICT) === 0 ? 8 : 0;
  const weakrefWord = type.tp_hasWeakrefs && (type.tp_flags & TypeFlag.MANAGED_WEAKREF) === 0 ? 8 : 0;
  return 16 + dictWord + weakrefWord;
}

/** What copyreg._slotnames has answered: a list, or None. */
const slotNames = (o: PyObject): readonly PyObject[] => (isList(o) ? listItems(o) : []);

/** Names and values of `__slots__`; null if none is set. */
function slotState(m: Machine, self: PyObject, list: PyObject): PyObject | null {
  const count = slotNames(list).length;
  if (count === 0) return null;
  const slots = newDict(m);
  for (let i = 0; i < count; i++) {
    const name = incref(slotNames(list)[i] as PyObject);
    try {
      const value = lookupAttr(m, self, name);
      if (value !== null) {
        dictSet(m, slots, name, value);
        decref(m, value);
      }
      // The list is on the class, and looking an attribute up can change it.
      if (slotNames(list).length !== count) throw runtimeError(m, '__slotsname__ changed size during iteration');
    } finally {
      decref(m, name);
    }
  }
  if (dictLen(slots) > 0) return slots;
  decref(m, slots);
  return null;
}

/** Calls `__getstate__`, which classes may replace (_PyObject_GetState). */
export function getState(m: Machine, self: PyObject, required: boolean): PyObject {
  const found = lookupType(m, self.ob_type, intern(m, '__getstate__'));
  const own = found !== null && (found.data as { readonly spec?: unknown } | null)?.spec === getStateSpec;
  return own ? defaultState(m, self, required) : callMethod(m, self, intern(m, '__getstate__'), []);
}

const getStateSpec: NativeSpec = { name: '__getstate__', kind: 'noargs', doc: 'Helper for pickle.', fn: (m, self) => defaultState(m, self, false) };

/** reduce_newobj (protocol 2 and higher). */
function reduceNewObject(m: Machine, self: PyObject): PyObject {
  const type = self.ob_type;
  if (type.tp_new === null) throw typeError(m, `cannot pickle '${type.tp_name}' object`);
  const { args, kwargs } = newArguments(m, self);
  const copyreg = m.vm.importModule('copyreg');
  try {
    const hasArgs = args !== null;
    const required = !hasArgs && !isKind(type, TypeFlag.LIST_SUBCLASS) && !isKind(type, TypeFlag.DICT_SUBCLASS);
    let make: PyObject;
    let makeArgs: PyObject;
    if (kwargs === null || dictLen(kwargs) === 0) {
      make = getAttrString(m, copyreg, '__newobj__');
      makeArgs = packTuple(m, [type, ...(args === null ? [] : tupleItems(args))]);
    } else {
      make = getAttrString(m, copyreg, '__newobj_ex__');
      makeArgs = packTuple(m, [type, args ?? m.emptyTuple, kwargs]);
    }
    const parts = [make, makeArgs];
    try {
      parts.push(getState(m, self, required));
      parts.push(isKind(type, TypeFlag.LIST_SUBCLASS) ? getIter(m, self) : incref(m.None));
      parts.push(dictItems(m, self));
    } catch (error) {
      for (const part of parts) decref(m, part);
      throw error;
    }
    return newTuple(m, parts);
  } finally {
    decref(m, copyreg);
    xdecref(m, args);
    xdecref(m, kwargs);
  }
}

function isKind(type: PyType, flag: number): boolean {
  return (type.tp_flags & flag) !== 0;
}

function dictItems(m: Machine, self: PyObject): PyObject {
  if (!isKind(self.ob_type, TypeFlag.DICT_SUBCLASS)) return incref(m.None);
  const items = callMethod(m, self, intern(m, 'items'), []);
  try {
    return getIter(m, items);
  } finally {
    decref(m, items);
  }
}

/** `__getnewargs_ex__` or `__getnewargs__`; new references. */
function newArguments(m: Machine, self: PyObject): { args: PyObject | null; kwargs: PyObject | null } {
  if (lookupType(m, self.ob_type, intern(m, '__getnewargs_ex__')) !== null) {
    const pair = callMethod(m, self, intern(m, '__getnewargs_ex__'), []);
    try {
      if (!isTuple(pair)) throw typeError(m, `__getnewargs_ex__ should return a tuple, not '${pair.ob_type.tp_name}'`);
      const [args, kwargs] = tupleItems(pair);
      return { args: args === undefined ? null : incref(args), kwargs: kwargs === undefined ? null : incref(kwargs) };
    } finally {
      decref(m, pair);
    }
  }
  if (lookupType(m, self.ob_type, intern(m, '__getnewargs__')) === null) return { args: null, kwargs: null };
  const args = callMethod(m, self, intern(m, '__getnewargs__'), []);
  if (isTuple(args)) return { args, kwargs: null };
  const name = args.ob_type.tp_name;
  decref(m, args);
  throw typeError(m, `__getnewargs__ should return a tuple, not '${name}'`);
}

function commonReduce(m: Machine, self: PyObject, protocol: number): PyObject {
  if (protocol >= 2) return reduceNewObject(m, self);
  const copyreg = m.vm.importModule('copyreg');
  const number = newInt(m, protocol);
  try {
    return callMethod(m, copyreg, intern(m, '_reduce_ex'), [self, number]);
  } finally {
    decref(m, number);
    decref(m, copyreg);
  }
}

function reduceEx(m: Machine, self: PyObject, arg: PyObject): PyObject {
  if (!isInt(arg)) throw typeError(m, `'${arg.ob_type.tp_name}' object cannot be interpreted as an integer`);
  const found = lookupType(m, self.ob_type, intern(m, '__reduce__'));
  const own = found !== null && (found.data as { readonly spec?: unknown } | null)?.spec === reduceSpec;
  if (!own) return callMethod(m, self, intern(m, '__reduce__'), []);
  return commonReduce(m, self, Number(intValue(arg)));
}

const reduceSpec: NativeSpec = { name: '__reduce__', kind: 'noargs', sig: '($self, /)', doc: 'Helper for pickle.', fn: (m, self) => commonReduce(m, self, 0) };

const methods: readonly NativeSpec[] = [
  { name: '__reduce_ex__', kind: 'o', sig: '($self, protocol, /)', doc: 'Helper for pickle.', fn: reduceEx },
  reduceSpec,
  getStateSpec,
  {
    name: '__subclasshook__',
    kind: 'fast',
    min: 0,
    max: -1,
    bind: 'class',
    doc: 'Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).',
    fn: (m) => incref(m.NotImplemented),
  },
  {
    name: '__init_subclass__',
    kind: 'noargs',
    bind: 'class',
    doc: 'This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.',
    fn: (m) => incref(m.None),
  },
  {
    name: '__format__',
    kind: 'o',
    sig: '($self, format_spec, /)',
    doc: 'Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.',
    fn(m, self, spec) {
      if (!isStr(spec)) throw badArgument(m, '__format__', 'argument', 'str', spec);
      if (strData(spec).length > 0) throw typeError(m, `unsupported format string passed to ${self.ob_type.tp_name}.__format__`);
      return str(m, self);
    },
  },
  { name: '__sizeof__', kind: 'noargs', sig: '($self, /)', doc: 'Size of object in memory, in bytes.', fn: (m, self) => newSizeInt(m, plainSize(m, self)) },
  { name: '__dir__', kind: 'noargs', sig: '($self, /)', doc: 'Default dir() implementation.', fn: (m, self) => objectDirNames(m, self) },
];

/** object.__sizeof__: the struct and its items; what hangs on it does not count. */
function plainSize(m: Machine, self: PyObject): number {
  const type = self.ob_type;
  if (type.tp_itemsize !== 0 && type.tp_sizeof !== null) return type.tp_sizeof(m, self);
  return type.tp_basicsize;
}

/** object_richcompare: by identity; `!=` is the opposite of `==`. */
export const objectCompare: RichCompareFn = (m, a, b, op) => {
  if (op === EQ) return incref(a === b ? m.True : m.NotImplemented);
  if (op !== NE || a.ob_type.tp_richcompare === null) return incref(m.NotImplemented);
  const equal = a.ob_type.tp_richcompare(m, a, b, EQ);
  if (equal === m.NotImplemented) return equal;
  try {
    return incref(isTrue(m, equal) ? m.False : m.True);
  } finally {
    decref(m, equal);
  }
};

export const objectType: TypeSpec = {
  name: 'object',
  basicsize: 16,
  flags: TypeFlag.BASETYPE,
  doc: 'The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n',
  slots: {
    tp_dealloc: objectDealloc,
    tp_repr: objectRepr,
    tp_str: (m, self) => (self.ob_type.tp_repr ?? objectRepr)(m, self),
    tp_hash: (m, self) => hashPointer(m, self),
    tp_richcompare: objectCompare,
    tp_new: objectNew,
    tp_init: objectInit,
  },
  methods,
  getset: [
    {
      name: '__class__',
      doc: "the object's class",
      get: (_m, self) => incref(self.ob_type),
      set: changeClass,
    },
  ],
};
