// Weak references and proxies (CPython 3.13 Objects/weakrefobject.c). An object's references form a list that starts at InstanceAttrs.weakrefs:
// first the plain reference without callback, which is shared, then the plain proxy, then the others, newest first.
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  absolute, add, bitAnd, bitOr, bitXor, contains, delItem, divmod, floorDivide, getAttr, getItem, getIter, hash, index, inplaceOp, inplacePower, invert, isTrue, iterNext, length, lookupSpecial,
  lshift, matrixMultiply, multiply, negative, positive, power, remainder, richCompare, rshift, setAttr, setItem, str, subtract, toFloat, toInt, trueDivide,
} from './abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack, makeStatic } from './alloc.ts';
import { call, callMethod, callOne } from './call.ts';
import { classGetItemMethod } from './generic-alias.ts';
import { genericAlloc, instanceAttrs } from './instance.ts';
import { intern } from './names.ts';
import { decref, incref, type PyObject } from './object.ts';
import { raise, typeError } from './raise.ts';
import { isStr, newStr, strValue } from './str.ts';
import { tupleItems } from './tuple.ts';
import { qualifiedTypeName } from './type-attributes.ts';
import { type BinaryFn, EQ, isSubtype, NE, PyType, TypeFlag, type TypeSlots, type TypeSpec, type UnaryFn } from './type.ts';

/** One weak reference or proxy. */
export class WeakrefData {
  /** Borrowed; null once it died. */
  referent: PyObject | null;
  /** Owned. */
  callback: PyObject | null;
  next: PyObject | null = null;
  prev: PyObject | null = null;
  hashLo = 0;
  hashHi = 0;
  hashed = false;
  readonly proxy: boolean;
  constructor(referent: PyObject, callback: PyObject | null, proxy: boolean) {
    this.referent = referent;
    this.callback = callback;
    this.proxy = proxy;
  }
}

interface PyWeakref extends PyObject {
  data: WeakrefData;
}

function dataOf(ref: PyObject): WeakrefData {
  return ref.data as WeakrefData;
}

/** PyWeakref_Check: references and proxies. */
export function isWeakref(o: PyObject): o is PyWeakref {
  return o.data instanceof WeakrefData;
}

/** The callback, borrowed. */
export function weakrefCallback(ref: PyObject): PyObject | null {
  return dataOf(ref).callback;
}

/** The living referent, borrowed; null when it is gone or just being destroyed. */
export function weakrefReferent(ref: PyObject): PyObject | null {
  const { referent } = dataOf(ref);
  return referent !== null && referent.ob_refcnt !== 0 ? referent : null;
}

/** All weak references to an object, in list order (a copy). */
export function weakrefsTo(o: PyObject): readonly PyObject[] {
  if (o.attrs === null || o.attrs.weakrefs === null) return NONE;
  const refs: PyObject[] = [];
  for (let ref: PyObject | null = o.attrs.weakrefs; ref !== null; ref = dataOf(ref).next) refs.push(ref);
  return refs;
}

/** What most objects have: the collector asks for every object that it frees. */
const NONE: readonly PyObject[] = [];

/** weakref.getweakrefcount. */
export function weakrefCount(o: PyObject): number {
  let count = 0;
  for (let ref = o.attrs?.weakrefs ?? null; ref !== null; ref = dataOf(ref).next) count++;
  return count;
}

/** clear_weakref: takes the reference out of its referent's list; the callback stays. */
export function weakrefClear(_m: Machine, ref: PyObject): void {
  const data = dataOf(ref);
  const { referent, next, prev } = data;
  if (referent === null) return;
  const attrs = instanceAttrs(referent);
  if (attrs.weakrefs === ref) attrs.weakrefs = next;
  data.referent = null;
  if (prev !== null) dataOf(prev).next = next;
  if (next !== null) dataOf(next).prev = prev;
  data.next = null;
  data.prev = null;
}

/** The shared reference and the shared proxy of an object (get_basic_refs). */
function basicRefs(m: Machine, o: PyObject): { ref: PyObject | null; proxy: PyObject | null } {
  let head = o.attrs?.weakrefs ?? null;
  let ref: PyObject | null = null;
  if (head !== null && dataOf(head).callback === null && head.ob_type === m.types.ReferenceType) {
    ref = head;
    head = dataOf(head).next;
  }
  const proxy = head !== null && dataOf(head).callback === null && dataOf(head).proxy ? head : null;
  return { ref, proxy };
}

function insertHead(o: PyObject, ref: PyObject): void {
  const attrs = instanceAttrs(o);
  const next = attrs.weakrefs;
  dataOf(ref).next = next;
  if (next !== null) dataOf(next).prev = ref;
  attrs.weakrefs = ref;
}

function insertAfter(ref: PyObject, prev: PyObject): void {
  const { next } = dataOf(prev);
  dataOf(ref).prev = prev;
  dataOf(ref).next = next;
  if (next !== null) dataOf(next).prev = ref;
  dataOf(prev).next = ref;
}

function checkReferable(m: Machine, o: PyObject): void {
  if (!o.ob_type.tp_hasWeakrefs) throw typeError(m, `cannot create weak reference to '${o.ob_type.tp_name}' object`);
}

/** PyWeakref_NewRef. `callback` null: none. */
export function newWeakref(m: Machine, o: PyObject, callback: PyObject | null): PyObject {
  return makeRef(m, m.types.ReferenceType, o, callback);
}

/** A built-in type has a weak reference from start-up on: its base lists it among its subclasses. Ours is made when somebody looks for it. */
export function referToBuiltin(m: Machine, o: PyObject): void {
  if (!(o instanceof PyType) || o.tp_spec === null || o.tp_base === null || basicRefs(m, o).ref !== null) return;
  insertHead(o, makeStatic(m, m.memory.uncounted(() => allocObject(m, m.types.ReferenceType, new WeakrefData(o, null, false)))));
}

function makeRef(m: Machine, type: PyType, o: PyObject, callback: PyObject | null): PyObject {
  checkReferable(m, o);
  const plain = callback === null && type === m.types.ReferenceType;
  if (plain) {
    referToBuiltin(m, o);
    const { ref } = basicRefs(m, o);
    if (ref !== null) return incref(ref);
  }
  const data = new WeakrefData(o, callback === null ? null : incref(callback), false);
  let made: PyObject;
  if (type === m.types.ReferenceType) {
    made = allocObject(m, type, data);
    gcTrack(m, made);
  } else {
    made = genericAlloc(m, type, data);
  }
  const { ref, proxy } = basicRefs(m, o);
  const before = proxy ?? ref;
  if (plain || before === null) insertHead(o, made);
  else insertAfter(made, before);
  return made;
}

/** PyWeakref_NewProxy. */
export function newProxy(m: Machine, o: PyObject, callback: PyObject | null): PyObject {
  checkReferable(m, o);
  const { ref, proxy } = basicRefs(m, o);
  if (callback === null && proxy !== null) return incref(proxy);
  const type = o.ob_type.tp_call === null ? m.types.ProxyType : m.types.CallableProxyType;
  const made = allocObject(m, type, new WeakrefData(o, callback === null ? null : incref(callback), true));
  gcTrack(m, made);
  const before = callback === null ? ref : (proxy ?? ref);
  if (before === null) insertHead(o, made);
  else insertAfter(made, before);
  return made;
}

/** PyObject_ClearWeakRefs: the object is about to go; all its references die, then the callbacks run, newest reference first. */
export function clearWeakrefs(m: Machine, o: PyObject): void {
  if (o.attrs === null || o.attrs.weakrefs === null) return;
  const pending: PyObject[] = [];
  for (let ref = o.attrs.weakrefs as PyObject | null; ref !== null; ref = o.attrs.weakrefs) {
    const data = dataOf(ref);
    const { callback } = data;
    weakrefClear(m, ref);
    if (callback === null) continue;
    data.callback = null;
    if (ref.ob_refcnt !== 0) pending.push(incref(ref), callback);
    else decref(m, callback);
  }
  const [only] = pending;
  // The only one is not held for its callback before 3.13.
  if (only !== undefined && pending.length === 2 && !m.profile.loneWeakrefHeld) {
    only.ob_refcnt--;
    return runCallback(m, only, pending[1] as PyObject);
  }
  for (let i = 0; i < pending.length; i += 2) {
    runCallback(m, pending[i] as PyObject, pending[i + 1] as PyObject);
    decref(m, pending[i] as PyObject);
  }
}

/** handle_callback; gives back the reference to the callback. */
function runCallback(m: Machine, ref: PyObject, callback: PyObject): void {
  try {
    decref(m, callOne(m, callback, ref));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    m.vm.writeUnraisable(error.exc, callback, 'while calling weakref callback');
  }
  decref(m, callback);
}

function dropCallback(m: Machine, self: PyObject): void {
  const data = dataOf(self);
  const { callback } = data;
  data.callback = null;
  if (callback !== null) decref(m, callback);
}

const shared: Partial<TypeSlots> = {
  tp_dealloc(m, self) {
    gcUntrack(m, self);
    weakrefClear(m, self);
    dropCallback(m, self);
    freeObject(m, self);
  },
  tp_traverse(_m, self, visit) {
    const { callback } = dataOf(self);
    if (callback !== null) visit(callback, '__callback__', -1);
  },
  tp_clear(m, self) {
    weakrefClear(m, self);
    dropCallback(m, self);
  },
};

function parseNew(m: Machine, args: readonly PyObject[]): { referent: PyObject; callback: PyObject | null } {
  if (args.length < 1) throw typeError(m, `__new__ expected at least 1 argument, got ${args.length}`);
  if (args.length > 2) throw typeError(m, `__new__ expected at most 2 arguments, got ${args.length}`);
  const callback = args[1] ?? null;
  return { referent: args[0] as PyObject, callback: callback === m.None ? null : callback };
}

function weakrefRepr(m: Machine, self: PyObject): PyObject {
  const at = m.addressOfObject(self).toString(16);
  const o = weakrefReferent(self);
  if (o === null) return newStr(m, `<weakref at 0x${at}; dead>`);
  const target = `'${targetTypeName(m, o)}' at 0x${m.addressOfObject(o).toString(16)}`;
  const name = lookupSpecial(m, o, intern(m, '__name__'));
  const suffix = name !== null && isStr(name) ? ` (${strValue(name)})` : '';
  if (name !== null) decref(m, name);
  return newStr(m, `<weakref at 0x${at}; to ${target}${suffix}>`);
}

/** Since 3.13 the texts show the type as %T does, with its module. */
function targetTypeName(m: Machine, o: PyObject): string {
  return m.profile.weakrefTextQualified ? qualifiedTypeName(m, o.ob_type) : o.ob_type.tp_name;
}

function proxyRepr(m: Machine, self: PyObject): PyObject {
  const at = m.addressOfObject(self).toString(16);
  const o = weakrefReferent(self);
  if (!m.profile.weakrefTextQualified) {
    const target = o ?? m.None;
    return newStr(m, `<weakproxy at 0x${at} to ${target.ob_type.tp_name} at 0x${m.addressOfObject(target).toString(16)}>`);
  }
  if (o === null) return newStr(m, `<weakproxy at 0x${at}; dead>`);
  return newStr(m, `<weakproxy at 0x${at}; to '${targetTypeName(m, o)}' at 0x${m.addressOfObject(o).toString(16)}>`);
}

const referenceType: TypeSpec = {
  name: 'weakref.ReferenceType',
  basicsize: 64,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.VECTORCALL,
  slots: {
    ...shared,
    tp_repr: weakrefRepr,
    tp_new(m, type, args, kwnames) {
      const positional = kwnames === null ? args : args.slice(0, args.length - tupleItems(kwnames).length);
      const { referent, callback } = parseNew(m, positional);
      if (kwnames !== null && type === m.types.ReferenceType) throw typeError(m, 'ref() takes no keyword arguments');
      return makeRef(m, type, referent, callback);
    },
    tp_init(m, _self, args, kwnames) {
      if (kwnames !== null) throw typeError(m, 'ref() takes no keyword arguments');
      parseNew(m, args);
    },
    tp_call(m, self, args) {
      if (args.length > 0) throw typeError(m, `weakref expected 0 arguments, got ${args.length}`);
      return incref(weakrefReferent(self) ?? m.None);
    },
    tp_hash(m, self) {
      const data = dataOf(self);
      if (!data.hashed) {
        const o = weakrefReferent(self);
        if (o === null) throw typeError(m, 'weak object has gone away');
        data.hashLo = hash(m, o);
        data.hashHi = m.hashHi;
        data.hashed = true;
      }
      m.hashHi = data.hashHi;
      return data.hashLo;
    },
    tp_richcompare(m, a, b, op) {
      if ((op !== EQ && op !== NE) || !isReference(m, a) || !isReference(m, b)) return incref(m.NotImplemented);
      const x = weakrefReferent(a);
      const y = weakrefReferent(b);
      if (x === null || y === null) return incref((a === b) === (op === EQ) ? m.True : m.False);
      incref(x);
      incref(y);
      try {
        return richCompare(m, x, y, op);
      } finally {
        decref(m, x);
        decref(m, y);
      }
    },
  },
  methods: [classGetItemMethod()],
  getset: [{ name: '__callback__', kind: 'member', get: (m, self) => incref(dataOf(self).callback ?? m.None) }],
};

/** PyWeakref_CheckRef. */
export function isReference(m: Machine, o: PyObject): boolean {
  return o.ob_type === m.types.ReferenceType || isSubtype(o.ob_type, m.types.ReferenceType);
}

// --- proxies -----------------------------------------------------------------------------------------------------------------------------

/** The referent of a proxy (new reference), anything else as it is; ReferenceError if it is gone. */
function unwrap(m: Machine, o: PyObject): PyObject {
  if (!(o.data instanceof WeakrefData) || !o.data.proxy) return incref(o);
  const referent = weakrefReferent(o);
  if (referent === null) throw raise(m, m.types.ReferenceError, 'weakly-referenced object no longer exists');
  return incref(referent);
}

function through<T>(m: Machine, o: PyObject, use: (target: PyObject) => T): T {
  const target = unwrap(m, o);
  try {
    return use(target);
  } finally {
    decref(m, target);
  }
}

/** These take functions that answer the operation: abstract.ts may be loaded after this file. */
const unaryThrough = (fn: () => UnaryFn): UnaryFn => (m, self) => through(m, self, (o) => fn()(m, o));
const binaryThrough = (fn: () => BinaryFn): BinaryFn => (m, a, b) => through(m, a, (x) => through(m, b, (y) => fn()(m, x, y)));

/** The in-place form of BINARY_OP's operator `op`: what the referent's own operator answers is bound, not the proxy. */
const inplaceThrough = (op: number): BinaryFn => binaryThrough(() => (m, x, y) => inplaceOp(m, op, x, y));

const proxySlots: Partial<TypeSlots> = {
  ...shared,
  tp_repr: proxyRepr,
  tp_str: unaryThrough(() => str),
  tp_getattro: binaryThrough(() => getAttr),
  tp_setattro: (m, self, name, value) => through(m, self, (o) => setAttr(m, o, name, value)),
  tp_richcompare: (m, a, b, op) => through(m, a, (x) => through(m, b, (y) => richCompare(m, x, y, op))),
  tp_iter: unaryThrough(() => getIter),
  tp_iternext: (m, self) =>
    through(m, self, (o) => {
      if (o.ob_type.tp_iternext === null) throw typeError(m, `Weakref proxy referenced a non-iterator '${o.ob_type.tp_name}' object`);
      return iterNext(m, o);
    }),
  nb_add: binaryThrough(() => add),
  nb_subtract: binaryThrough(() => subtract),
  nb_multiply: binaryThrough(() => multiply),
  nb_remainder: binaryThrough(() => remainder),
  nb_divmod: binaryThrough(() => divmod),
  nb_power: (m, a, b, c) => through(m, a, (x) => through(m, b, (y) => through(m, c, (z) => power(m, x, y, z)))),
  nb_negative: unaryThrough(() => negative),
  nb_positive: unaryThrough(() => positive),
  nb_absolute: unaryThrough(() => absolute),
  nb_bool: (m, self) => through(m, self, (o) => isTrue(m, o)),
  nb_invert: unaryThrough(() => invert),
  nb_lshift: binaryThrough(() => lshift),
  nb_rshift: binaryThrough(() => rshift),
  nb_and: binaryThrough(() => bitAnd),
  nb_xor: binaryThrough(() => bitXor),
  nb_or: binaryThrough(() => bitOr),
  nb_int: unaryThrough(() => toInt),
  nb_float: unaryThrough(() => toFloat),
  nb_index: unaryThrough(() => index),
  nb_floor_divide: binaryThrough(() => floorDivide),
  nb_true_divide: binaryThrough(() => trueDivide),
  nb_matrix_multiply: binaryThrough(() => matrixMultiply),
  nb_inplace_add: inplaceThrough(0),
  nb_inplace_and: inplaceThrough(1),
  nb_inplace_floor_divide: inplaceThrough(2),
  nb_inplace_lshift: inplaceThrough(3),
  nb_inplace_matrix_multiply: inplaceThrough(4),
  nb_inplace_multiply: inplaceThrough(5),
  nb_inplace_remainder: inplaceThrough(6),
  nb_inplace_or: inplaceThrough(7),
  nb_inplace_power: (m, a, b, c) => through(m, a, (x) => through(m, b, (y) => through(m, c, (z) => inplacePower(m, x, y, z)))),
  nb_inplace_rshift: inplaceThrough(9),
  nb_inplace_subtract: inplaceThrough(10),
  nb_inplace_true_divide: inplaceThrough(11),
  nb_inplace_xor: inplaceThrough(12),
  sq_contains: (m, self, value) => through(m, self, (o) => contains(m, o, value)),
  mp_length: (m, self) => through(m, self, (o) => length(m, o)),
  mp_subscript: binaryThrough(() => getItem),
  mp_ass_subscript: (m, self, key, value) => through(m, self, (o) => (value === null ? delItem(m, o, key) : setItem(m, o, key, value))),
};

function proxyMethod(name: string): NonNullable<TypeSpec['methods']>[number] {
  return { name, kind: 'noargs', fn: (m, self) => through(m, self, (o) => callMethod(m, o, intern(m, name), [])) };
}

function proxySpec(name: string, extra: Partial<TypeSlots>): TypeSpec {
  return {
    name,
    basicsize: 64,
    flags: TypeFlag.HAVE_GC | TypeFlag.DISALLOW_INSTANTIATION,
    unhashable: () => true,
    slots: { ...proxySlots, ...extra },
    methods: [proxyMethod('__bytes__'), proxyMethod('__reversed__')],
  };
}

export const weakrefSpecs = {
  ReferenceType: referenceType,
  ProxyType: proxySpec('weakref.ProxyType', {}),
  CallableProxyType: proxySpec('weakref.CallableProxyType', {
    tp_call: (m, self, args, kwnames) => through(m, self, (o) => call(m, o, args, kwnames)),
  }),
} as const satisfies Record<string, TypeSpec>;
