// types.SimpleNamespace (CPython Objects/namespaceobject.c): attributes live in an ordinary `__dict__`.
import type { Machine } from '../machine.ts';
import { repr, richCompare } from './abstract.ts';
import { freeObject, gcUntrack } from './alloc.ts';
import { checkPositional } from './arguments.ts';
import { dictCopy, dictMerge, dictUpdate } from './dict-merge.ts';
import { dictItemPairs, dictSet, isDictExact, newDict } from './dict.ts';
import { genericAlloc } from './instance.ts';
import { InstanceAttrs, decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { call, callMethod } from './call.ts';
import { intern } from './names.ts';
import { reprEnter, reprLeave } from './repr-guard.ts';
import { isStr, newStr, strValue } from './str.ts';
import { newTuple, tupleItems } from './tuple.ts';
import { since, TypeFlag } from './type.ts';
import type { CompareOp, PyType, TypeSpec } from './type.ts';

function dictOf(self: PyObject): PyObject {
  return (self.attrs as InstanceAttrs).dict as PyObject;
}

function namespaceNew(m: Machine, type: PyType): PyObject {
  const self = genericAlloc(m, type, null);
  if (self.attrs === null) self.attrs = new InstanceAttrs();
  self.attrs.dict = newDict(m);
  return self;
}

function namespaceInit(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  if (given > 0 && !m.profile.namespaceTakesMapping) throw typeError(m, 'no positional arguments expected');
  checkPositional(m, self.ob_type.tp_name.replace(/^.*\./, ''), given, 0, 1);
  if (given === 1) {
    const first = args[0] as PyObject;
    const copy = isDictExact(m, first) ? incref(first) : call(m, m.types.dict, [first]);
    try {
      for (const [key] of dictItemPairs(copy)) if (!isStr(key)) throw typeError(m, 'keywords must be strings');
      dictUpdate(m, dictOf(self), copy);
    } finally {
      decref(m, copy);
    }
  }
  for (let i = 0; i < names.length; i++) dictSet(m, dictOf(self), names[i] as PyObject, args[given + i] as PyObject);
}

function namespaceRepr(m: Machine, self: PyObject): PyObject {
  const name = self.ob_type === m.types.SimpleNamespace ? 'namespace' : self.ob_type.tp_name;
  if (!reprEnter(m, self)) return newStr(m, `${name}(...)`);
  try {
    const parts: string[] = [];
    for (const [key, value] of dictItemPairs(dictOf(self))) {
      if (!isStr(key) || strValue(key) === '') continue;
      const shown = repr(m, value);
      parts.push(`${strValue(key)}=${strValue(shown)}`);
      decref(m, shown);
    }
    return newStr(m, `${name}(${parts.join(', ')})`);
  } finally {
    reprLeave(m, self);
  }
}

function isNamespace(o: PyObject): boolean {
  return o.ob_type.tp_richcompare === namespaceCompare;
}

function namespaceCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isNamespace(a) || !isNamespace(b)) return incref(m.NotImplemented);
  return richCompare(m, dictOf(a), dictOf(b), op);
}

/** copy.replace(): a new namespace with some attributes changed. */
function replace(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  if (args.length > names.length) throw typeError(m, '__replace__() takes no positional arguments');
  const result = call(m, self.ob_type, []);
  const changed = dictCopy(m, dictOf(self));
  for (let i = 0; i < names.length; i++) dictSet(m, changed, names[i] as PyObject, args[i] as PyObject);
  dictMerge(m, dictOf(result), changed, true);
  decref(m, changed);
  return result;
}

/** The type. */
export const simpleNamespaceType: TypeSpec = {
  name: 'types.SimpleNamespace',
  basicsize: 24,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  hasDict: true,
  unhashable: () => true,
  doc: 'A simple attribute-based namespace.',
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      if (self.attrs !== null && self.attrs.dict !== null) {
        const dict = self.attrs.dict;
        self.attrs.dict = null;
        decref(m, dict);
      }
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      if (self.attrs !== null && self.attrs.dict !== null) visit(self.attrs.dict, '__dict__', -1);
    },
    tp_clear: (m, self) => {
      if (self.attrs === null || self.attrs.dict === null) return;
      decref(m, callMethod(m, self.attrs.dict, intern(m, 'clear'), []));
    },
    tp_repr: namespaceRepr,
    tp_richcompare: namespaceCompare,
    tp_new: namespaceNew,
    tp_init: namespaceInit,
  },
  methods: [
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling',
      fn: (m, self) => newTuple(m, [incref(self.ob_type), incref(m.emptyTuple), incref(dictOf(self))]),
    },
    { name: '__replace__', inVersion: since(13), kind: 'fastkw', fn: replace, doc: 'Return a copy of the namespace object with new values for the specified attributes.' },
  ],
};

