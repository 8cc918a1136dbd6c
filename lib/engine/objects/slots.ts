// The table of special methods: which slot each one fills, and how (CPython 3.13 Objects/typeobject.c, slotdefs, update_one_slot, inherit_slots).
import type { Machine } from '../machine.ts';
import { wrapperSpec } from './descriptors.ts';
import { dictItemPairs } from './dict.ts';
import { intern } from './names.ts';
import { isNativeNew } from './native-new.ts';
import type { PyObject } from './object.ts';
import { isStr, strValue } from './str.ts';
import * as F from './slot-functions.ts';
import * as W from './slot-wrappers.ts';
import type { SlotFunction, WrapFn } from './slot-wrappers.ts';
import { isSubtype, type PyType, TypeFlag, type TypeSlots } from './type.ts';
import { findInMro, typeDict } from './type-ready.ts';

export type SlotKey = keyof TypeSlots;

/** One special method. */
export interface SlotDef {
  readonly name: string;
  readonly slot: SlotKey;
  /** Put in the slot of a class that defines the method in Python; null: only the wrapper matters (`__getattr__` has no wrapper, the reverse). */
  readonly generic: SlotFunction;
  readonly wrap: WrapFn | null;
  /** Without the signature line. */
  readonly doc: string;
  /** Parameters after self in `__text_signature__`. */
  readonly sig: string;
}

function def(name: string, slot: SlotKey, generic: SlotFunction, wrap: WrapFn | null, sig: string, doc: string): SlotDef {
  return { name, slot, generic, wrap, sig, doc };
}

function unary(name: string, slot: SlotKey, doc: string): SlotDef {
  return def(name, slot, F.unarySlot(name), W.wrapUnary, '', doc);
}

type BinaryKey = Parameters<typeof F.binarySlot>[0];

function binary(base: string, slot: BinaryKey, symbol: string): SlotDef[] {
  const generic = F.binarySlot(slot, `__${base}__`, `__r${base}__`);
  const text = symbol === 'divmod' ? ['Return divmod(self, value).', 'Return divmod(value, self).'] : [`Return self${symbol}value.`, `Return value${symbol}self.`];
  return [
      def(`__${base}__`, slot, generic, W.wrapBinaryLeft, 'value, /', text[0] as string),
      def(`__r${base}__`, slot, generic, W.wrapBinaryRight, 'value, /', text[1] as string),
    ];
  }

  function inplace(base: string, slot: SlotKey, symbol: string): SlotDef {
    const name = `__i${base}__`;
    return def(name, slot, F.binaryMethodSlot(name), W.wrapBinary, 'value, /', `Return self${symbol}=value.`);
  }

  /** slotdefs, in CPython's order (grouped by slot). A function: the files of the type machinery import each other, and the table needs all of them. */
  function makeSlotDefs(): readonly SlotDef[] {
    return [
    def('__getattribute__', 'tp_getattro', F.slotGetAttrHook, W.wrapGetAttr, 'name, /', 'Return getattr(self, name).'),
    def('__getattr__', 'tp_getattro', F.slotGetAttrHook, null, '', ''),
    def('__setattr__', 'tp_setattro', F.slotSetAttr, W.wrapSetAttr, 'name, value, /', 'Implement setattr(self, name, value).'),
    def('__delattr__', 'tp_setattro', F.slotSetAttr, W.wrapDelAttr, 'name, /', 'Implement delattr(self, name).'),
    def('__repr__', 'tp_repr', F.slotRepr, W.wrapUnary, '/', 'Return repr(self).'),
    def('__hash__', 'tp_hash', F.slotHash, W.wrapHash, '/', 'Return hash(self).'),
    def('__call__', 'tp_call', F.slotCall, W.wrapCall, '/, *args, **kwargs', 'Call self as a function.'),
    def('__str__', 'tp_str', F.slotStr, W.wrapUnary, '/', 'Return str(self).'),
    def('__lt__', 'tp_richcompare', F.slotRichCompare, W.wrapLt, 'value, /', 'Return self<value.'),
    def('__le__', 'tp_richcompare', F.slotRichCompare, W.wrapLe, 'value, /', 'Return self<=value.'),
    def('__eq__', 'tp_richcompare', F.slotRichCompare, W.wrapEq, 'value, /', 'Return self==value.'),
    def('__ne__', 'tp_richcompare', F.slotRichCompare, W.wrapNe, 'value, /', 'Return self!=value.'),
    def('__gt__', 'tp_richcompare', F.slotRichCompare, W.wrapGt, 'value, /', 'Return self>value.'),
    def('__ge__', 'tp_richcompare', F.slotRichCompare, W.wrapGe, 'value, /', 'Return self>=value.'),
    def('__iter__', 'tp_iter', F.slotIter, W.wrapUnary, '/', 'Implement iter(self).'),
    def('__next__', 'tp_iternext', F.slotIterNext, W.wrapNext, '/', 'Implement next(self).'),
    def('__get__', 'tp_descr_get', F.slotDescrGet, W.wrapGet, 'instance, owner=None, /', 'Return an attribute of instance, which is of type owner.'),
    def('__set__', 'tp_descr_set', F.slotDescrSet, W.wrapSet, 'instance, value, /', 'Set an attribute of instance to value.'),
    def('__delete__', 'tp_descr_set', F.slotDescrSet, W.wrapDelete, 'instance, /', 'Delete an attribute of instance.'),
    def('__init__', 'tp_init', F.slotInit, W.wrapInit, '/, *args, **kwargs', 'Initialize self.  See help(type(self)) for accurate signature.'),
    def('__new__', 'tp_new', F.slotNew, null, '', 'Create and return new object.'),
    def('__del__', 'tp_finalize', F.slotFinalize, W.wrapDel, '/', 'Called when the instance is about to be destroyed.'),
    unary('__await__', 'am_await', 'Return an iterator to be used in await expression.'),
    unary('__aiter__', 'am_aiter', 'Return an awaitable, that resolves in asynchronous iterator.'),
    unary('__anext__', 'am_anext', 'Return a value or raise StopAsyncIteration.'),
    ...binary('add', 'nb_add', '+'),
    ...binary('sub', 'nb_subtract', '-'),
    ...binary('mul', 'nb_multiply', '*'),
    ...binary('mod', 'nb_remainder', '%'),
    ...binary('divmod', 'nb_divmod', 'divmod'),
    def('__pow__', 'nb_power', F.slotPower, W.wrapPowLeft, 'value, mod=None, /', 'Return pow(self, value, mod).'),
    def('__rpow__', 'nb_power', F.slotPower, W.wrapPowRight, 'value, mod=None, /', 'Return pow(value, self, mod).'),
    unary('__neg__', 'nb_negative', '-self'),
    unary('__pos__', 'nb_positive', '+self'),
    unary('__abs__', 'nb_absolute', 'abs(self)'),
    def('__bool__', 'nb_bool', F.slotBool, W.wrapBool, '/', 'True if self else False'),
    unary('__invert__', 'nb_invert', '~self'),
    ...binary('lshift', 'nb_lshift', '<<'),
    ...binary('rshift', 'nb_rshift', '>>'),
    ...binary('and', 'nb_and', '&'),
    ...binary('xor', 'nb_xor', '^'),
    ...binary('or', 'nb_or', '|'),
    unary('__int__', 'nb_int', 'int(self)'),
    unary('__float__', 'nb_float', 'float(self)'),
    inplace('add', 'nb_inplace_add', '+'),
    inplace('sub', 'nb_inplace_subtract', '-'),
    inplace('mul', 'nb_inplace_multiply', '*'),
    inplace('mod', 'nb_inplace_remainder', '%'),
    def('__ipow__', 'nb_inplace_power', F.slotInplacePower, W.wrapPowLeft, 'value, /', 'Return self**=value.'),
    inplace('lshift', 'nb_inplace_lshift', '<<'),
    inplace('rshift', 'nb_inplace_rshift', '>>'),
    inplace('and', 'nb_inplace_and', '&'),
    inplace('xor', 'nb_inplace_xor', '^'),
    inplace('or', 'nb_inplace_or', '|'),
    ...binary('floordiv', 'nb_floor_divide', '//'),
    ...binary('truediv', 'nb_true_divide', '/'),
    inplace('floordiv', 'nb_inplace_floor_divide', '//'),
    inplace('truediv', 'nb_inplace_true_divide', '/'),
    def('__index__', 'nb_index', F.slotIndex, W.wrapUnary, '/', 'Return self converted to an integer, if self is suitable for use as an index into a list.'),
    ...binary('matmul', 'nb_matrix_multiply', '@'),
    inplace('matmul', 'nb_inplace_matrix_multiply', '@'),
    def('__len__', 'mp_length', F.slotLength, W.wrapLength, '/', 'Return len(self).'),
    def('__getitem__', 'mp_subscript', F.slotSubscript, W.wrapBinary, 'key, /', 'Return self[key].'),
    def('__setitem__', 'mp_ass_subscript', F.slotSetKey, W.wrapSetKey, 'key, value, /', 'Set self[key] to value.'),
    def('__delitem__', 'mp_ass_subscript', F.slotSetKey, W.wrapDelKey, 'key, /', 'Delete self[key].'),
    def('__len__', 'sq_length', F.slotLength, W.wrapLength, '/', 'Return len(self).'),
    def('__add__', 'sq_concat', F.slotItem, W.wrapBinary, 'value, /', 'Return self+value.'),
    def('__mul__', 'sq_repeat', F.slotItem, W.wrapRepeat, 'value, /', 'Return self*value.'),
    def('__rmul__', 'sq_repeat', F.slotItem, W.wrapRepeat, 'value, /', 'Return value*self.'),
    def('__getitem__', 'sq_item', F.slotItem, W.wrapItem, 'key, /', 'Return self[key].'),
    def('__setitem__', 'sq_ass_item', F.slotSetItem, W.wrapSetItem, 'key, value, /', 'Set self[key] to value.'),
    def('__delitem__', 'sq_ass_item', F.slotSetItem, W.wrapDelItem, 'key, /', 'Delete self[key].'),
    def('__contains__', 'sq_contains', F.slotContains, W.wrapContains, 'key, /', 'Return bool(key in self).'),
    def('__iadd__', 'sq_inplace_concat', F.slotItem, W.wrapBinary, 'value, /', 'Implement self+=value.'),
    def('__imul__', 'sq_inplace_repeat', F.slotItem, W.wrapRepeat, 'value, /', 'Implement self*=value.'),
  ];
}

/** These sequence slots have no Python version in CPython (SQSLOT with a NULL function): a Python method fills the number slot only. */
const NO_GENERIC: ReadonlySet<SlotKey> = new Set(['sq_concat', 'sq_repeat', 'sq_inplace_concat', 'sq_inplace_repeat']);

/** The table in the forms in which it is looked up. */
interface SlotTables {
  readonly defs: readonly SlotDef[];
  /** Every slot that special methods fill, with its methods. */
  readonly groups: ReadonlyMap<SlotKey, readonly SlotDef[]>;
  /** Slots that one name fills. */
  readonly slotsOfName: ReadonlyMap<string, readonly SlotKey[]>;
  /** Slots that a class without methods for them has from its base as they are; the others depend on more, and are looked for in every class. */
  readonly taken: readonly SlotKey[];
  readonly alwaysFound: readonly SlotKey[];
  /** Slots that inherit_slots copies one by one; hash and comparison, traverse and clear, new are treated apart. */
  readonly inherited: readonly SlotKey[];
}

let built: SlotTables | null = null;

function slotTables(): SlotTables {
  built ??= buildTables(makeSlotDefs());
  return built;
}

function buildTables(defs: readonly SlotDef[]): SlotTables {
  const groups = new Map<SlotKey, SlotDef[]>();
  const slotsOfName = new Map<string, SlotKey[]>();
  for (const d of defs) {
    groups.set(d.slot, [...(groups.get(d.slot) ?? []), d]);
    slotsOfName.set(d.name, [...(slotsOfName.get(d.name) ?? []), d.slot]);
  }
  const keys = new Set<SlotKey>([...groups.keys(), 'tp_sizeof', 'am_send', 'bf_getbuffer', 'bf_releasebuffer']);
  for (const apart of ['tp_hash', 'tp_richcompare', 'tp_new'] as const) keys.delete(apart);
  const alone = (slot: SlotKey): boolean => (groups.get(slot) ?? []).every(({ name }) => slotsOfName.get(name)?.length === 1);
  const plain = (slot: SlotKey): boolean => slot !== 'tp_new' && slot !== 'tp_hash' && slot !== 'tp_iternext' && alone(slot);
  const all = [...groups.keys()];
  return { defs, groups, slotsOfName, taken: all.filter(plain), alwaysFound: all.filter((slot) => !plain(slot)), inherited: [...keys] };
}

/** slotdefs, in CPython's order. */
export function slotDefs(): readonly SlotDef[] {
  return slotTables().defs;
}

/** The slots of a type as a plain record, for copying by name. */
export function slotRecord(type: PyType): Record<SlotKey, SlotFunction | null> {
  return type as unknown as Record<SlotKey, SlotFunction | null>;
}

/** fixup_slot_dispatchers: fills every slot of a new class from its dict and its bases. */
export function fixupSlotDispatchers(m: Machine, type: PyType): void {
  const { groups, taken } = slotTables();
  const base = type.tp_base;
  if (base === null || !addsOnlyItself(m, type, base)) {
    for (const slot of groups.keys()) updateOneSlot(m, type, slot);
    return;
  }
  // Where the class defines none of a slot's methods, every look-up would end where its base's ended.
  const mine = slotRecord(type);
  const theirs = slotRecord(base);
  for (const slot of taken) mine[slot] = theirs[slot];
  for (const slot of slotTables().alwaysFound) updateOneSlot(m, type, slot);
  for (const slot of slotsDefinedIn(m, type)) updateOneSlot(m, type, slot);
}

/** The class stands before its one base's whole MRO, and that base's slots are what update_one_slot finds. */
function addsOnlyItself(m: Machine, type: PyType, base: PyType): boolean {
  if (base.ht === null && base !== m.types.object) return false;
  return type.tp_mro.length === base.tp_mro.length + 1 && base.tp_mro.every((t, i) => type.tp_mro[i + 1] === t);
}

/** The slots that a class's own dict has methods for, each once. */
function slotsDefinedIn(m: Machine, type: PyType): ReadonlySet<SlotKey> {
  const { slotsOfName } = slotTables();
  const slots = new Set<SlotKey>();
  for (const [key] of dictItemPairs(typeDict(m, type))) for (const slot of (isStr(key) && slotsOfName.get(strValue(key))) || []) slots.add(slot);
  return slots;
}

/** True for names whose setting on a class changes slots. */
export function isSlotName(name: string): boolean {
  return slotTables().slotsOfName.has(name);
}

/** update_slot: attribute `name` of `type` was set or deleted; renews the slots of it and of its subclasses that don't define the name themselves. */
export function updateSlot(m: Machine, type: PyType, name: string): void {
  const slots = slotTables().slotsOfName.get(name);
  if (slots === undefined) return;
  m.slotChanges++;
  updateSubclasses(m, type, slots, intern(m, name));
}

function updateSubclasses(m: Machine, type: PyType, slots: readonly SlotKey[], name: PyObject): void {
  for (const slot of slots) updateOneSlot(m, type, slot);
  for (const subclass of type.tp_subclasses) {
    if (definesItself(m, subclass, name)) continue;
    updateSubclasses(m, subclass, slots, name);
  }
}

function definesItself(m: Machine, type: PyType, name: PyObject): boolean {
  return findInMro(m, type, name, 1) !== null;
}

/** update_one_slot. */
function updateOneSlot(m: Machine, type: PyType, slot: SlotKey): void {
  const group = slotTables().groups.get(slot) ?? [];
  const record = slotRecord(type);
  let specific: SlotFunction | null = null;
  let generic: SlotFunction | null = null;
  let useGeneric = false;
  for (const d of group) {
    const descr = findInMro(m, type, m.names[d.name] as PyObject);
    if (descr === null) {
      if (slot === 'tp_iternext') specific = F.nextNotImplemented;
      continue;
    }
    const wrapper = wrapperSpec(descr);
    if (wrapper !== null && wrapper.def.name === d.name) {
      const twin = resolveSlotDups(type, d.name);
      if (twin === null || twin === slot) generic = d.generic;
      if ((specific === null || specific === wrapper.fn) && wrapper.def.wrap === d.wrap && isSubtype(type, wrapper.type)) specific = wrapper.fn;
      else useGeneric = true;
    } else if (slot === 'tp_new' && isNativeNew(descr)) {
      specific = type.tp_new;
    } else if (slot === 'tp_hash' && descr === m.None) {
      specific = F.hashNotImplemented;
    } else {
      useGeneric = true;
      generic = d.generic;
    }
  }
  if (NO_GENERIC.has(slot)) generic = null;
  if (slot === 'tp_call' && useGeneric) type.tp_flags &= ~TypeFlag.VECTORCALL;
  record[slot] = specific !== null && !useGeneric ? specific : generic;
}

/** resolve_slotdups: of several slots that one name fills, the one that is in use if it is the only one. */
function resolveSlotDups(type: PyType, name: string): SlotKey | null {
  const record = slotRecord(type);
  let result: SlotKey | null = null;
  for (const slot of slotTables().slotsOfName.get(name) ?? []) {
    if (record[slot] === null) continue;
    if (result !== null) return null;
    result = slot;
  }
  return result;
}

/** inherit_slots: takes over what `base` defines and `type` lacks. `ownsHash`: the type's dict has `__eq__` or `__hash__`. */
export function inheritSlots(m: Machine, type: PyType, base: PyType, ownsHash: boolean): void {
  const mine = slotRecord(type);
  const theirs = slotRecord(base);
  if (type.tp_call === null && (m.profile.classesInheritVectorcall || type.ht === null)) type.tp_flags |= base.tp_flags & TypeFlag.VECTORCALL;
  for (const slot of ownSlots(m, base)) if (mine[slot] === null) mine[slot] = theirs[slot];
  if (type.tp_richcompare === null && type.tp_hash === null && !ownsHash) {
    type.tp_richcompare = base.tp_richcompare;
    type.tp_hash = base.tp_hash;
  }
}

/** The slots that a type does not have from its base (SLOTDEFINED). Found once; looked for again after the slots of any type changed. */
function ownSlots(m: Machine, type: PyType): readonly SlotKey[] {
  const known = type.tp_ownSlots;
  if (known !== null && known.changes === m.slotChanges) return known.keys;
  const mine = slotRecord(type);
  const theirs = type.tp_base === null ? null : slotRecord(type.tp_base);
  const keys = slotTables().inherited.filter((slot) => mine[slot] !== null && (theirs === null || mine[slot] !== theirs[slot]));
  type.tp_ownSlots = { changes: m.slotChanges, keys };
  return keys;
}
