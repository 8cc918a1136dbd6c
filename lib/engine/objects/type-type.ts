// The type `type` (CPython 3.13 Objects/typeobject.c: type_call, type_setattro, type_repr, type_methods).
import type { Machine } from '../machine.ts';
import { holdArguments, releaseArguments } from './argument-tuple.ts';
import { checkPositional } from './arguments.ts';
import { directInstance, directSubclass, keysAsList } from './abstract.ts';
import { mergeClassDict } from './dir.ts';
import { setTypeAttribute, typeGetAttr } from './attributes.ts';
import { newDict } from './dict.ts';
import { newBool } from './bool.ts';
import { defaultMro } from './mro.ts';
import { typeClear, typeDealloc, typeNew, typeTraverse } from './heap-type.ts';
import { newSizeInt } from './int.ts';
import { listByAppend } from './list.ts';
import { decref, incref, type PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { madeOnce } from './retry.ts';
import { isSlotName, updateSlot } from './slots.ts';
import { isStr, newStr, strValue } from './str.ts';
import { tupleItems } from './tuple.ts';
import { typeGetSets, typeModuleAndName, typeSize } from './type-attributes.ts';
import { sequenceList } from './list.ts';
import { typeModified } from './type-ready.ts';
import { type CallFn, hasFlag, isSubtype, type NativeSpec, type PyType, type SetAttrFn, TypeFlag, type TypeSpec } from './type.ts';
import { makeUnion } from './union.ts';

/** type_call: `tp_new`, then `tp_init` if that answered an instance. */
export const typeCall: CallFn = (m, callable, args, kwnames) => {
  const type = callable as PyType;
  if (type === m.types.type) {
    if (args.length === 1 && kwnames === null) return incref((args[0] as PyObject).ob_type);
    const positional = kwnames === null ? args.length : args.length - tupleItems(kwnames).length;
    if (positional === 1) throw typeError(m, 'type() takes no keyword arguments');
    if (positional !== 3) throw typeError(m, 'type() takes 1 or 3 arguments');
  }
  const make = type.tp_new;
  if (make === null) throw typeError(m, `cannot create '${type.tp_name}' instances`);
  // An exception keeps the tuple of the call as its args, so its own file makes it.
  // type(x) is answered above; type(name, bases, dict) is an ordinary call.
  const isVectorcall = type.tp_vectorcall && type !== m.types.type && (kwnames === null || (type !== m.types.str && type !== m.types.int));
  // long_vectorcall and unicode_vectorcall count for themselves; int.__new__ and a subclass have the texts of tp_new.
  if (isVectorcall && m.profile.strVectorcall && (type === m.types.int || type === m.types.str)) checkPositional(m, type.tp_name, args.length, 0, type === m.types.int ? 2 : 3);
  if (isVectorcall || args.length === 0 || hasFlag(type, TypeFlag.BASE_EXC_SUBCLASS)) return construct(m, type, make, args, kwnames);
  const held = holdArguments(m, args, kwnames);
  try {
    return construct(m, type, make, args, kwnames);
  } finally {
    releaseArguments(m, held);
  }
};

function construct(m: Machine, type: PyType, make: NonNullable<PyType['tp_new']>, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const o = m.retry === null ? make(m, type, args, kwnames) : madeOnce(m, () => make(m, type, args, kwnames));
  const made = o.ob_type;
  if (made !== type && !isSubtype(made, type)) return o;
  if (made.tp_init === null) return o;
  try {
    made.tp_init(m, o, args, kwnames);
  } catch (error) {
    decref(m, o);
    throw error;
  }
  return o;
}

/** type_setattro. */
const typeSetAttr: SetAttrFn = (m, self, name, value) => {
  const type = self as PyType;
  if (hasFlag(type, TypeFlag.IMMUTABLE)) {
    const text = isStr(name) ? `'${strValue(name)}'` : name.ob_type.tp_name;
    throw typeError(m, `cannot set ${text} attribute of immutable type '${type.tp_name}'`);
  }
  setTypeAttribute(m, type, name, value);
  typeModified(type);
  const text = strValue(name);
  if (text.startsWith('__') && text.endsWith('__') && isSlotName(text)) updateSlot(m, type, text);
};

function typeRepr(m: Machine, self: PyObject): PyObject {
  const type = self as PyType;
  const { module, name } = typeModuleAndName(m, type);
  if (module === null) return newStr(m, `<class '${type.tp_name}'>`);
  return newStr(m, module === 'builtins' ? `<class '${name}'>` : `<class '${module}.${name}'>`);
}

const methods: readonly NativeSpec[] = [
  {
    name: 'mro',
    kind: 'noargs',
    sig: '($self, /)',
    doc: "Return a type's method resolution order.",
    fn(m, self) {
      const order = defaultMro(m, self as PyType);
      try {
        return sequenceList(m, order);
      } finally {
        decref(m, order);
      }
    },
  },
  {
    name: '__subclasses__',
    kind: 'noargs',
    sig: '($self, /)',
    doc: 'Return a list of immediate subclasses.',
    fn: (m, self) => listByAppend(m, (self as PyType).tp_subclasses.filter((t) => t.ob_refcnt !== 0), (t) => incref(t)),
  },
  {
    name: '__prepare__',
    kind: 'fastkw',
    bind: 'class',
    doc: 'Create the namespace for the class statement',
    fn: (m) => newDict(m),
  },
  { name: '__instancecheck__', kind: 'o', sig: '($self, instance, /)', doc: 'Check if an object is an instance.', fn: (m, self, o) => newBool(m, directInstance(m, o, self)) },
  { name: '__subclasscheck__', kind: 'o', sig: '($self, subclass, /)', doc: 'Check if a class is a subclass.', fn: (m, self, o) => newBool(m, directSubclass(m, o, self)) },
  {
    name: '__dir__',
    kind: 'noargs',
    sig: '($self, /)',
    doc: 'Specialized __dir__ implementation for types.',
    fn(m, self) {
      const names = newDict(m);
      try {
        mergeClassDict(m, names, self);
        return keysAsList(m, names);
      } finally {
        decref(m, names);
      }
    },
  },
  { name: '__sizeof__', kind: 'noargs', sig: '($self, /)', doc: 'Return memory consumption of the type object.', fn: (m, self) => newSizeInt(m, typeSize(m, self as PyType)) },
];

export const typeType: TypeSpec = {
  name: 'type',
  basicsize: (m) => m.profile.basicsize.type,
  itemsize: 40,
  flags: (m) => TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.TYPE_SUBCLASS | TypeFlag.VECTORCALL | (m.profile.typeItemsAtEnd ? TypeFlag.ITEMS_AT_END : 0),
  hasDict: true,
  hasWeakrefs: true,
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  slots: {
    tp_dealloc: typeDealloc,
    tp_traverse: typeTraverse,
    tp_clear: typeClear,
    tp_repr: typeRepr,
    tp_call: typeCall,
    tp_getattro: typeGetAttr,
    tp_setattro: typeSetAttr,
    tp_new: typeNew,
    tp_init(m, _self, args, kwnames) {
      const positional = kwnames === null ? args.length : args.length - tupleItems(kwnames).length;
      if (kwnames !== null && positional === 1) throw typeError(m, 'type.__init__() takes no keyword arguments');
      if (positional !== 1 && positional !== 3) throw typeError(m, 'type.__init__() takes 1 or 3 arguments');
    },
    nb_or: (m, a, b) => makeUnion(m, a, b),
  },
  methods,
  getset: typeGetSets,
};
