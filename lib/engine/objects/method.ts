// Bound methods (CPython Objects/classobject.c): `obj.method`, and instancemethod's absence.
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import type { TypeSpec } from './type.ts';
import { allocObject, adoptBlock, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { getAttr, hash, lookupAttr, repr, richCompareBool } from './abstract.ts';
import { lookupType } from './attributes.ts';
import { call } from './call.ts';
import { dictGetStr } from './dict.ts';
import { decref, incref } from './object.ts';
import { typeError } from './raise.ts';
import { isStr, newStr, strValue } from './str.ts';
import { newTuple } from './tuple.ts';
import { EQ, NE, TypeFlag } from './type.ts';
import { clearWeakrefs } from './weakref.ts';

/** What a bound method binds; both owned. */
export class MethodData {
  func: PyObject;
  self: PyObject;
  constructor(func: PyObject, self: PyObject) {
    this.func = func;
    this.self = self;
  }
}

export interface PyMethod extends PyObject {
  data: MethodData;
}

export function isMethod(m: Machine, o: PyObject): o is PyMethod {
  return o.ob_type === m.types.method;
}

/** PyMethod_New: takes new references. */
export function newMethod(m: Machine, func: PyObject, self: PyObject): PyMethod {
  const data = new MethodData(incref(func), incref(self));
  const block = m.freeLists.boundMethod.pop();
  const method = (block !== 0 ? adoptBlock(m, m.types.method, data, block) : allocObject(m, m.types.method, data)) as PyMethod;
  gcTrack(m, method);
  return method;
}

function methodDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  clearWeakrefs(m, self);
  const data = self.data as MethodData;
  decref(m, data.func);
  decref(m, data.self);
  if (!m.freeLists.boundMethod.push(self.block)) freeObject(m, self);
}

function methodRepr(m: Machine, self: PyObject): PyObject {
  const data = self.data as MethodData;
  let name = lookupAttr(m, data.func, (m.names.__qualname__ as PyObject));
  if (name === null) name = lookupAttr(m, data.func, (m.names.__name__ as PyObject));
  const text = name !== null && isStr(name) ? strValue(name) : '?';
  if (name !== null) decref(m, name);
  const who = repr(m, data.self);
  const result = newStr(m, `<bound method ${text} of ${strValue(who)}>`);
  decref(m, who);
  return result;
}

export const methodType: TypeSpec = {
  name: 'method',
  basicsize: 48,
  flags: TypeFlag.HAVE_GC | TypeFlag.VECTORCALL,
  hasWeakrefs: true,
  doc: 'Create a bound instance method object.',
  slots: {
    tp_dealloc: methodDealloc,
    tp_repr: methodRepr,
    tp_new(m, _type, args, kwnames) {
      if (kwnames !== null) throw typeError(m, 'method() takes no keyword arguments');
      const [func, self] = args;
      if (func === undefined || self === undefined || args.length !== 2) throw typeError(m, `method expected 2 arguments, got ${args.length}`);
      if (func.ob_type.tp_call === null) throw typeError(m, 'first argument must be callable');
      if (self === m.None) throw typeError(m, 'instance must not be None');
      return newMethod(m, func, self);
    },
    tp_call(m, callable, args, kwnames) {
      const data = callable.data as MethodData;
      const all: PyObject[] = [data.self];
      for (let i = 0; i < args.length; i++) all.push(args[i] as PyObject);
      return call(m, data.func, all, kwnames);
    },
    tp_traverse(_m, self, visit) {
      const data = self.data as MethodData;
      visit(data.func, '__func__', -1);
      visit(data.self, '__self__', -1);
    },
    tp_hash(m, self) {
      const data = self.data as MethodData;
      const block = data.self.block;
      const x = block | 0;
      const y = hash(m, data.func);
      const low = x ^ y;
      m.hashHi = m.hashHi ^ Math.floor(block / 0x100000000);
      return low === -1 && m.hashHi === -1 ? -2 : low;
    },
    tp_richcompare(m, a, b, op) {
      if ((op !== EQ && op !== NE) || !isMethod(m, a) || !isMethod(m, b)) return incref(m.NotImplemented);
      let equal = richCompareBool(m, a.data.func, b.data.func, EQ);
      if (equal) equal = a.data.self === b.data.self;
      return incref(equal === (op === EQ) ? m.True : m.False);
    },
    tp_getattro(m, self, name) {
      const type = self.ob_type;
      const descr = lookupType(m, type, name);
      if (descr !== null) {
        const get = descr.ob_type.tp_descr_get;
        return get !== null ? get(m, descr, self, type) : incref(descr);
      }
      return getAttr(m, (self.data as MethodData).func, name);
    },
    tp_descr_get(_m, descr) {
      return incref(descr);
    },
  },
  methods: [
    {
      name: '__reduce__',
      kind: 'noargs',
      fn(m, self) {
        const data = self.data as MethodData;
        const name = getAttr(m, data.func, (m.names.__name__ as PyObject));
        const getattr = incref(dictGetStr(m, m.builtins, 'getattr') ?? m.None);
        return newTuple(m, [getattr, newTuple(m, [incref(data.self), name])]);
      },
    },
  ],
  getset: [
    { name: '__func__', kind: 'member', get: (_m, self) => incref((self.data as MethodData).func), doc: 'the function (or other callable) implementing a method' },
    { name: '__self__', kind: 'member', get: (_m, self) => incref((self.data as MethodData).self), doc: 'the instance to which a method is bound' },
    { name: '__doc__', get: (m, self) => getAttr(m, (self.data as MethodData).func, (m.names.__doc__ as PyObject)) },
  ],
};
