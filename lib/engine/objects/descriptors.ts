// Descriptors of built-in types and of __slots__, and mappingproxy (CPython 3.13 Objects/descrobject.c).
import { bitOr } from './abstract-number.ts';
import { newGenericAlias } from './generic-alias.ts';
import type { Machine } from '../machine.ts';
import { parseArgs } from './arguments.ts';
import { contains, getItem, length, repr, richCompare, str, getIter } from './abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { withCutArguments, withHeldArguments } from './argument-tuple.ts';
import { call, callMethod } from './call.ts';
import { NativeEntry, newNativeFunction, callSpec } from './native-function.ts';
import { intern, internText } from './names.ts';
import { decref, incref, type PyObject } from './object.ts';
import { noAttribute } from './attributes.ts';
import { attributeErrorText } from './exceptions.ts';
import { qualifiedTypeName } from './type-attributes.ts';
import type { PyRaise } from '../errors.ts';
import { raise, typeError } from './raise.ts';
import { hash } from './abstract.ts';
import type { SlotDef } from './slots.ts';
import type { SlotFunction } from './slot-wrappers.ts';
import { newStr, strValue } from './str.ts';
import { newTuple, tupleItems } from './tuple.ts';
import { type DescrGetFn, EQ, type GetSetSpec, hasFlag, isSubtype, type NativeSpec, NE, PyType, type TypeSpec, TypeFlag, type Visit, since } from './type.ts';
import { dictGetStr } from './dict.ts';
import { getAttr } from './abstract.ts';

/** What every descriptor has (PyDescr_COMMON): both owned. */
export interface DescrData {
  readonly type: PyType;
  readonly name: PyObject;
}
export interface MethodDescrData extends DescrData {
  readonly spec: NativeSpec;
  readonly entry: NativeEntry;
}
export interface WrapperDescrData extends DescrData {
  readonly def: SlotDef;
  readonly fn: SlotFunction;
}
export interface GetSetData extends DescrData {
  readonly spec: GetSetSpec;
}
/** A member of `__slots__`: `slot` indexes InstanceAttrs.slots. */
export interface SlotMemberData extends DescrData {
  readonly slot: number;
}
interface MethodWrapperData {
  /** The wrapper_descriptor and the instance (owned). */
  readonly descr: PyObject;
  readonly self: PyObject;
}

function newDescriptor<T extends DescrData>(m: Machine, kind: PyType, data: T): PyObject {
  incref(data.type);
  const o = allocObject(m, kind, data);
  gcTrack(m, o);
  return o;
}

export function newMethodDescriptor(m: Machine, type: PyType, spec: NativeSpec): PyObject {
  return newDescriptor<MethodDescrData>(m, m.types.method_descriptor, { type, name: internText(m, spec.name), spec, entry: new NativeEntry(spec) });
}
export function newClassMethodDescriptor(m: Machine, type: PyType, spec: NativeSpec): PyObject {
  return newDescriptor<MethodDescrData>(m, m.types.classmethod_descriptor, { type, name: internText(m, spec.name), spec, entry: new NativeEntry(spec) });
}
export function newWrapperDescriptor(m: Machine, type: PyType, def: SlotDef, fn: SlotFunction): PyObject {
  return newDescriptor<WrapperDescrData>(m, m.types.wrapper_descriptor, { type, name: internText(m, def.name), def, fn });
}
export function newGetSetDescriptor(m: Machine, type: PyType, spec: GetSetSpec): PyObject {
  const kind = spec.kind === 'member' ? m.types.member_descriptor : m.types.getset_descriptor;
  return newDescriptor<GetSetData>(m, kind, { type, name: internText(m, spec.name), spec });
}
export function newSlotMember(m: Machine, type: PyType, name: string, slot: number): PyObject {
  return newDescriptor<SlotMemberData>(m, m.types.member_descriptor, { type, name: internText(m, name), slot });
}

/** The slot number behind a `__slots__` descriptor; -1 for anything else. */
export function slotMemberIndex(m: Machine, descr: PyObject): number {
  if (descr.ob_type !== m.types.member_descriptor) return -1;
  const data = descr.data as SlotMemberData | GetSetData;
  return 'slot' in data ? data.slot : -1;
}

/** What a wrapper_descriptor wraps; null for anything else. */
export function wrapperSpec(descr: PyObject): WrapperDescrData | null {
  const data = descr.data as { readonly def?: SlotDef } | null;
  return typeof data === 'object' && data !== null && data.def !== undefined ? (data as WrapperDescrData) : null;
}
/** The slot function behind a wrapper_descriptor; null for anything else. */
export function wrapperFunction(descr: PyObject): SlotFunction | null {
  return wrapperSpec(descr)?.fn ?? null;
}

function nameOf(descr: PyObject): string {
  return strValue((descr.data as DescrData).name);
}
function ownerName(descr: PyObject): string {
  return (descr.data as DescrData).type.tp_name;
}

/** descr_check. */
function checkReceiver(m: Machine, descr: PyObject, obj: PyObject): void {
  const { type } = descr.data as DescrData;
  if (obj.ob_type === type || isSubtype(obj.ob_type, type)) return;
  throw typeError(m, `descriptor '${nameOf(descr)}' for '${type.tp_name}' objects doesn't apply to a '${obj.ob_type.tp_name}' object`);
}

function descrDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  const { type, name } = self.data as DescrData;
  decref(m, type);
  decref(m, name);
  freeObject(m, self);
}

function descrTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const { type, name } = self.data as DescrData;
  visit(type, '__objclass__', -1);
  visit(name, '~__name__', -1);
}

/** calculate_qualname. */
function descrQualname(m: Machine, self: PyObject): PyObject {
  const { type } = self.data as DescrData;
  const qualname = getAttr(m, type, intern(m, '__qualname__'));
  const text = `${strValue(qualname)}.${nameOf(self)}`;
  decref(m, qualname);
  return newStr(m, text);
}

function docOf(self: PyObject): string | null {
  const data = self.data as { readonly def?: SlotDef; readonly spec?: { readonly doc?: string } };
  if (data.def !== undefined) return data.def.doc;
  return data.spec?.doc ?? null;
}

function signatureOf(self: PyObject): string | null {
  const data = self.data as { readonly def?: SlotDef; readonly spec?: { readonly sig?: string } };
  if (data.def !== undefined) return `($self, ${data.def.sig === '' ? '/' : data.def.sig})`;
  return data.spec?.sig ?? null;
}

const descrGetSets: readonly GetSetSpec[] = [
  { name: '__objclass__', kind: 'member', get: (_m, self) => incref((self.data as DescrData).type) },
  { name: '__name__', kind: 'member', get: (_m, self) => incref((self.data as DescrData).name) },
  { name: '__doc__', get: (m, self) => textOrNone(m, docOf(self)) },
  { name: '__qualname__', get: descrQualname },
  { name: '__text_signature__', get: (m, self) => textOrNone(m, signatureOf(self)) },
];

function textOrNone(m: Machine, text: string | null): PyObject {
  return text === null ? incref(m.None) : newStr(m, text);
}

const descrReduce: NativeSpec = {
  name: '__reduce__',
  kind: 'noargs',
  fn(m, self) {
    const getattr = incref(dictGetStr(m, m.builtins, 'getattr') ?? m.None);
    const { type, name } = self.data as DescrData;
    return newTuple(m, [getattr, newTuple(m, [incref(type), incref(name)])]);
  },
};

function methodName(m: Machine, self: PyObject): string {
  const qualname = descrQualname(m, self);
  const text = strValue(qualname);
  decref(m, qualname);
  return text;
}

const methodDescriptorType: TypeSpec = {
  name: 'method_descriptor',
  basicsize: 56,
  flags: TypeFlag.HAVE_GC | TypeFlag.METHOD_DESCRIPTOR | TypeFlag.VECTORCALL,
  slots: {
    tp_dealloc: descrDealloc,
    tp_traverse: descrTraverse,
    tp_repr: (m, self) => newStr(m, `<method '${nameOf(self)}' of '${ownerName(self)}' objects>`),
    tp_call(m, callable, args, kwnames) {
      const self = args[0];
      const positional = kwnames === null ? args.length : args.length - tupleItems(kwnames).length;
      if (self === undefined || positional < 1) throw typeError(m, `unbound method ${methodName(m, callable)}() needs an argument`);
      checkReceiver(m, callable, self);
      return callSpec(m, (callable.data as MethodDescrData).spec, self, args.slice(1), kwnames, () => methodName(m, callable));
    },
    tp_descr_get(m, descr, obj) {
      if (obj === null) return incref(descr);
      checkReceiver(m, descr, obj);
      return newNativeFunction(m, (descr.data as MethodDescrData).spec, obj, null);
    },
  },
  methods: [descrReduce],
  getset: descrGetSets,
};

const classmethodDescriptorType: TypeSpec = {
  name: 'classmethod_descriptor',
  basicsize: 56,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc: descrDealloc,
    tp_traverse: descrTraverse,
    tp_repr: (m, self) => newStr(m, `<method '${nameOf(self)}' of '${ownerName(self)}' objects>`),
    tp_descr_get(m, descr, obj, type) {
      const owner = (descr.data as DescrData).type;
      let target = type;
      if (target === null) {
        if (obj === null) throw typeError(m, `descriptor '${nameOf(descr)}' for type '${owner.tp_name}' needs either an object or a type`);
        target = obj.ob_type;
      }
      if (!(target instanceof PyType)) {
        throw typeError(m, `descriptor '${nameOf(descr)}' for type '${owner.tp_name}' needs a type, not a '${target.ob_type.tp_name}' as arg 2`);
      }
      if (!isSubtype(target, owner)) {
        throw typeError(m, `descriptor '${nameOf(descr)}' requires a subtype of '${owner.tp_name}' but received '${target.tp_name}'`);
      }
      return newNativeFunction(m, (descr.data as MethodDescrData).spec, target, null);
    },
    tp_call(m, callable, args, kwnames) {
      const bound = (callable.ob_type.tp_descr_get as DescrGetFn)(m, callable, null, args[0] ?? null);
      try {
        return call(m, bound, args.slice(1), kwnames);
      } finally {
        decref(m, bound);
      }
    },
  },
  getset: descrGetSets,
};

function wrapperArguments(m: Machine, descr: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const { type } = descr.data as WrapperDescrData;
  const self = args[0];
  if (self === undefined || (kwnames !== null && args.length === tupleItems(kwnames).length)) throw typeError(m, `descriptor '${nameOf(descr)}' of '${type.tp_name}' object needs an argument`);
  if (!isSubtype(self.ob_type, type)) {
    throw typeError(m, `descriptor '${nameOf(descr)}' requires a '${type.tp_name}' object but received a '${self.ob_type.tp_name}'`);
  }
  return self;
}

/** wrapperdescr_raw_call. */
function callWrapper(m: Machine, descr: PyObject, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const { def, fn } = descr.data as WrapperDescrData;
  const takesKeywords = def.slot === 'tp_init' || def.slot === 'tp_call';
  if (kwnames !== null && !takesKeywords) throw typeError(m, `wrapper ${def.name}() takes no keyword arguments`);
  const { wrap } = def;
  if (wrap === null) throw typeError(m, `${def.name} cannot be called`);
  return wrap(m, self, args, kwnames, fn);
}

const wrapperDescriptorType: TypeSpec = {
  name: 'wrapper_descriptor',
  basicsize: 56,
  flags: TypeFlag.HAVE_GC | TypeFlag.METHOD_DESCRIPTOR,
  slots: {
    tp_dealloc: descrDealloc,
    tp_traverse: descrTraverse,
    tp_repr: (m, self) => newStr(m, `<slot wrapper '${nameOf(self)}' of '${ownerName(self)}' objects>`),
    tp_call(m, callable, args, kwnames) {
      const self = wrapperArguments(m, callable, args, kwnames);
      const rest = args.slice(1);
      return withCutArguments(m, args, kwnames, () => callWrapper(m, callable, self, rest, kwnames));
    },
    tp_descr_get(m, descr, obj) {
      if (obj === null) return incref(descr);
      checkReceiver(m, descr, obj);
      return newMethodWrapper(m, descr, obj);
    },
  },
  methods: [descrReduce],
  getset: descrGetSets,
};

function newMethodWrapper(m: Machine, descr: PyObject, self: PyObject): PyObject {
  const data: MethodWrapperData = { descr: incref(descr), self: incref(self) };
  const o = allocObject(m, m.types['method-wrapper'], data);
  gcTrack(m, o);
  return o;
}

const methodWrapperType: TypeSpec = {
  name: 'method-wrapper',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      const data = self.data as MethodWrapperData;
      decref(m, data.descr);
      decref(m, data.self);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const data = self.data as MethodWrapperData;
      visit(data.descr, 'descriptor', -1);
      visit(data.self, '__self__', -1);
    },
    tp_repr(m, self) {
      const data = self.data as MethodWrapperData;
      const address = m.addressOfObject(data.self).toString(16);
      return newStr(m, `<method-wrapper '${nameOf(data.descr)}' of ${data.self.ob_type.tp_name} object at 0x${address}>`);
    },
    tp_call(m, callable, args, kwnames) {
      const data = callable.data as MethodWrapperData;
      return withHeldArguments(m, args, kwnames, () => callWrapper(m, data.descr, data.self, args, kwnames));
    },
    tp_hash(m, self) {
      const data = self.data as MethodWrapperData;
      m.hashHi = 0;
      return (data.self.block * 31 + data.descr.block) | 0;
    },
    tp_richcompare(m, a, b, op) {
      if ((op !== EQ && op !== NE) || a.ob_type !== b.ob_type) return incref(m.NotImplemented);
      const x = a.data as MethodWrapperData;
      const y = b.data as MethodWrapperData;
      return incref((x.descr === y.descr && x.self === y.self) === (op === EQ) ? m.True : m.False);
    },
  },
  methods: [
    {
      name: '__reduce__',
      kind: 'noargs',
      fn(m, self) {
        const data = self.data as MethodWrapperData;
        const getattr = incref(dictGetStr(m, m.builtins, 'getattr') ?? m.None);
        return newTuple(m, [getattr, newTuple(m, [incref(data.self), incref((data.descr.data as DescrData).name)])]);
      },
    },
  ],
  getset: [
    { name: '__self__', kind: 'member', get: (_m, self) => incref((self.data as MethodWrapperData).self) },
    { name: '__objclass__', get: (_m, self) => incref(((self.data as MethodWrapperData).descr.data as DescrData).type) },
    { name: '__name__', get: (_m, self) => incref(((self.data as MethodWrapperData).descr.data as DescrData).name) },
    { name: '__qualname__', get: (m, self) => descrQualname(m, (self.data as MethodWrapperData).descr) },
    { name: '__doc__', get: (m, self) => textOrNone(m, docOf((self.data as MethodWrapperData).descr)) },
    { name: '__text_signature__', get: (m, self) => textOrNone(m, signatureOf((self.data as MethodWrapperData).descr)) },
  ],
};

/** descr_setcheck and the call of the setter. */
function setGetSet(m: Machine, descr: PyObject, obj: PyObject, value: PyObject | null): void {
  checkReceiver(m, descr, obj);
  const { set } = (descr.data as GetSetData).spec;
  if (set === undefined) {
    if ((descr.data as GetSetData).spec.kind === 'member') throw raise(m, m.types.AttributeError, 'readonly attribute');
    throw raise(m, m.types.AttributeError, `attribute '${nameOf(descr)}' of '${ownerName(descr)}' objects is not writable`);
  }
  set(m, obj, value);
}

function getGetSet(m: Machine, descr: PyObject, obj: PyObject | null): PyObject {
  if (obj === null) return incref(descr);
  checkReceiver(m, descr, obj);
  return (descr.data as GetSetData).spec.get(m, obj);
}

const getsetDescriptorType: TypeSpec = {
  name: 'getset_descriptor',
  basicsize: 48,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc: descrDealloc,
    tp_traverse: descrTraverse,
    tp_repr: (m, self) => newStr(m, `<attribute '${nameOf(self)}' of '${ownerName(self)}' objects>`),
    tp_descr_get: getGetSet,
    tp_descr_set: setGetSet,
  },
  getset: descrGetSets,
};

/** PyMember_GetOne's error, which names the type in full (%T) from 3.13 on. */
function emptySlot(m: Machine, obj: PyObject, name: PyObject): PyRaise {
  if (!since(13)(m.profile)) return noAttribute(m, obj, name);
  return attributeErrorText(m, obj, name, `'${qualifiedTypeName(m, obj.ob_type)}' object has no attribute '${strValue(name)}'`);
}

/** member_get for T_OBJECT_EX. */
export function readSlotMember(m: Machine, obj: PyObject, slot: number, name: PyObject): PyObject {
  const value = obj.attrs?.slots?.[slot] ?? null;
  if (value === null) throw emptySlot(m, obj, name);
  return incref(value);
}

/** PyMember_SetOne for T_OBJECT_EX. */
export function writeSlotMember(m: Machine, obj: PyObject, slot: number, name: PyObject, value: PyObject | null): void {
  const slots = obj.attrs?.slots ?? null;
  if (slots === null) throw typeError(m, `descriptor '${strValue(name)}' has no storage in '${obj.ob_type.tp_name}' object`);
  const old = slots[slot] ?? null;
  if (value === null && old === null) throw raise(m, m.types.AttributeError, strValue(name));
  slots[slot] = value === null ? null : incref(value);
  if (old !== null) decref(m, old);
}

const memberDescriptorType: TypeSpec = {
  name: 'member_descriptor',
  basicsize: 48,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc: descrDealloc,
    tp_traverse: descrTraverse,
    tp_repr: (m, self) => newStr(m, `<member '${nameOf(self)}' of '${ownerName(self)}' objects>`),
    tp_descr_get(m, descr, obj) {
      const data = descr.data as SlotMemberData | GetSetData;
      if (!('slot' in data)) return getGetSet(m, descr, obj);
      if (obj === null) return incref(descr);
      checkReceiver(m, descr, obj);
      return readSlotMember(m, obj, data.slot, data.name);
    },
    tp_descr_set(m, descr, obj, value) {
      const data = descr.data as SlotMemberData | GetSetData;
      if (!('slot' in data)) return setGetSet(m, descr, obj, value);
      checkReceiver(m, descr, obj);
      return writeSlotMember(m, obj, data.slot, data.name, value);
    },
  },
  methods: [descrReduce],
  getset: descrGetSets,
};

// --- mappingproxy ------------------------------------------------------------------------------------------------------------------

/** The mapping behind a proxy (owned). */
interface ProxyData {
  readonly mapping: PyObject;
}

function mappingOf(self: PyObject): PyObject {
  return (self.data as ProxyData).mapping;
}

/** PyDictProxy_New: takes a new reference. */
export function newMappingProxy(m: Machine, mapping: PyObject): PyObject {
  const o = allocObject(m, m.types.mappingproxy, { mapping: incref(mapping) } satisfies ProxyData);
  gcTrack(m, o);
  return o;
}

function delegate(name: string, doc: string): NativeSpec {
  return { name, kind: 'noargs', doc, fn: (m, self) => callMethod(m, mappingOf(self), intern(m, name), []) };
}

const mappingProxyType: TypeSpec = {
  name: 'mappingproxy',
  unhashable: ({ sliceHashable }) => !sliceHashable,
  basicsize: 24,
  flags: TypeFlag.HAVE_GC | TypeFlag.MAPPING,
  doc: 'Read-only proxy of a mapping.',
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      decref(m, mappingOf(self));
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => visit(mappingOf(self), 'mapping', -1),
    tp_repr(m, self) {
      const inner = repr(m, mappingOf(self));
      const text = `mappingproxy(${strValue(inner)})`;
      decref(m, inner);
      return newStr(m, text);
    },
    tp_str: (m, self) => str(m, mappingOf(self)),
    tp_hash: (m, self) => hash(m, mappingOf(self)),
    tp_iter: (m, self) => getIter(m, mappingOf(self)),
    tp_richcompare: (m, a, b, op) => richCompare(m, mappingOf(a), b, op),
    mp_length: (m, self) => length(m, mappingOf(self)),
    mp_subscript: (m, self, key) => getItem(m, mappingOf(self), key),
    sq_contains: (m, self, key) => contains(m, mappingOf(self), key),
    nb_or: (m, a, b) => mergeProxies(m, a, b),
    nb_inplace_or(m, self, other) {
      throw typeError(m, `'|=' is not supported by ${self.ob_type.tp_name}; use '|' instead` + (other === self ? '' : ''));
    },
    tp_new(m, _type, args, kwnames) {
      const mapping = parseArgs(m, { name: 'mappingproxy', params: ['mapping'], required: 1 }, args, kwnames)[0] as PyObject;
      const t = mapping.ob_type;
      if (t.mp_subscript === null || hasFlag(t, TypeFlag.LIST_SUBCLASS) || hasFlag(t, TypeFlag.TUPLE_SUBCLASS)) {
        throw typeError(m, `mappingproxy() argument must be a mapping, not ${t.tp_name}`);
      }
      return newMappingProxy(m, mapping);
    },
  },
  methods: [
    {
      name: 'get',
      kind: 'fast',
      min: 1,
      max: 2,
      doc: 'Return the value for key if key is in the mapping, else default.',
      fn: (m, self, args) => callMethod(m, mappingOf(self), intern(m, 'get'), [args[0] as PyObject, args[1] ?? m.None]),
    },
    delegate('keys', "D.keys() -> a set-like object providing a view on D's keys"),
    delegate('values', "D.values() -> an object providing a view on D's values"),
    delegate('items', "D.items() -> a set-like object providing a view on D's items"),
    delegate('copy', 'D.copy() -> a shallow copy of D'),
    delegate('__reversed__', 'D.__reversed__() -> reverse iterator'),
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, type, arg) => newGenericAlias(m, type, arg), doc: 'See PEP 585' },
  ],
};

function mergeProxies(m: Machine, a: PyObject, b: PyObject): PyObject {
  const left = a.ob_type === m.types.mappingproxy ? mappingOf(a) : a;
  const right = b.ob_type === m.types.mappingproxy ? mappingOf(b) : b;
  return bitOr(m, left, right);
}

export const descriptorSpecs = {
  method_descriptor: methodDescriptorType,
  classmethod_descriptor: classmethodDescriptorType,
  wrapper_descriptor: wrapperDescriptorType,
  'method-wrapper': methodWrapperType,
  getset_descriptor: getsetDescriptorType,
  member_descriptor: memberDescriptorType,
  mappingproxy: mappingProxyType,
} as const satisfies Record<string, TypeSpec>;
