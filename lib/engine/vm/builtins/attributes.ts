// Built-in functions on attributes and types: getattr, setattr, delattr, hasattr, isinstance, issubclass, callable, id, hash, dir, vars, len, type tests.
import type { NativeSpec } from '../../objects/type.ts';
import type { PyObject } from '../../objects/object.ts';
import { dir } from '../../objects/dir.ts';
import { exactLength, getAttr, hasAttr, hash, hashToInt, isInstance, isSubclass, lookupAttr, setAttr } from '../../objects/abstract.ts';
import { newBool } from '../../objects/bool.ts';
import { newInt, newSizeInt } from '../../objects/int.ts';
import { incref } from '../../objects/object.ts';
import { typeError } from '../../objects/raise.ts';
import { currentLocals, localNames } from './namespaces.ts';

export const attributeFunctions: readonly NativeSpec[] = [
  {
    name: 'getattr', kind: 'fast', min: 2, max: 3,
    doc: 'getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, \'y\') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn\'t\nexist; without it, an exception is raised in that case.',
    fn(m, _self, args) {
      const [o, name, fallback] = args as [PyObject, PyObject, PyObject | undefined];
      if (fallback === undefined) return getAttr(m, o, name);
      return lookupAttr(m, o, name) ?? incref(fallback);
    },
  },
  {
    name: 'setattr', kind: 'fast', min: 3, max: 3, sig: '($module, obj, name, value, /)',
    doc: "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``",
    fn(m, _self, args) {
      const [o, name, value] = args as [PyObject, PyObject, PyObject];
      setAttr(m, o, name, value);
      return incref(m.None);
    },
  },
  {
    name: 'delattr', kind: 'fast', min: 2, max: 2, sig: '($module, obj, name, /)',
    doc: "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``",
    fn(m, _self, args) {
      const [o, name] = args as [PyObject, PyObject];
      setAttr(m, o, name, null);
      return incref(m.None);
    },
  },
  {
    name: 'hasattr', kind: 'fast', min: 2, max: 2, sig: '($module, obj, name, /)',
    doc: 'Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.',
    fn(m, _self, args) {
      const [o, name] = args as [PyObject, PyObject];
      return newBool(m, hasAttr(m, o, name));
    },
  },
  {
    name: 'isinstance', kind: 'fast', min: 2, max: 2, sig: '($module, obj, class_or_tuple, /)',
    doc: 'Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.',
    fn: (m, _self, args) => newBool(m, isInstance(m, args[0] as PyObject, args[1] as PyObject)),
  },
  {
    name: 'issubclass', kind: 'fast', min: 2, max: 2, sig: '($module, cls, class_or_tuple, /)',
    doc: "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.",
    fn: (m, _self, args) => newBool(m, isSubclass(m, args[0] as PyObject, args[1] as PyObject)),
  },
  {
    name: 'callable', kind: 'o', sig: '($module, obj, /)',
    doc: 'Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.',
    fn: (m, _self, o) => newBool(m, o.ob_type.tp_call !== null),
  },
  {
    name: 'id', kind: 'o', sig: '($module, obj, /)',
    doc: "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects.\n(CPython uses the object's memory address.)",
    fn: (m, _self, o) => newInt(m, m.addressOfObject(o)),
  },
  {
    name: 'hash', kind: 'o', sig: '($module, obj, /)',
    doc: 'Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.',
    fn: (m, _self, o) => hashToInt(m, hash(m, o)),
  },
  {
    name: 'len', kind: 'o', sig: '($module, obj, /)', doc: 'Return the number of items in a container.',
    fn: (m, _self, o) => newSizeInt(m, exactLength(m, o)),
  },
  {
    name: 'dir', kind: 'fast', min: 0, max: 1,
    doc: 'dir([object]) -> list of strings',
    fn: (m, _self, args) => (args.length === 0 ? localNames(m) : dir(m, args[0] as PyObject)),
  },
  {
    name: 'vars', kind: 'fast', min: 0, max: 1,
    doc: 'vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.',
    fn(m, _self, args) {
      const o = args[0];
      if (o === undefined) return currentLocals(m);
      const dict = lookupAttr(m, o, m.names.__dict__ as PyObject);
      if (dict === null) throw typeError(m, 'vars() argument must have __dict__ attribute');
      return dict;
    },
  },
];
