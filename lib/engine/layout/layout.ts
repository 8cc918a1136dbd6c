// The memory of one object as the real interpreter of the version lays it out: header words, the type's own fields, storage blocks. Each function names
// the C struct that it mirrors. What is not modelled is shown as such, never invented.
import type { LayoutPart, MemoryBlockView } from '../recording-types.ts';
import type { LayoutProfile } from './layout-profile.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { addressOf } from '../memory/address-space.ts';
import { isStaticBlock } from '../memory/memory.ts';
import { sizeOf } from '../objects/abstract.ts';
import { heapData } from '../objects/heap-type.ts';
import { sharedCapacity } from '../objects/dict-split.ts';
import { cachedKeys } from '../objects/instance.ts';
import { isStr, strValue } from '../objects/str.ts';
import { PyType, TypeFlag, hasFlag } from '../objects/type.ts';
import { visibleRefcount } from '../vm/borrowed.ts';
import { BlockWriter } from './block-writer.ts';
import { LAYOUT_PROFILES } from './layout-profile.ts';
import { containerFields } from './containers.ts';
import { scalarFields } from './scalars.ts';

/** What a type's own writer gets. */
export interface LayoutContext {
  readonly m: Machine;
  readonly profile: LayoutProfile;
  readonly o: PyObject;
  readonly out: BlockWriter;
  /** A storage block of the object and what writes it, which is not called when nobody wants that block. */
  readonly storage: (role: string, block: number, write: (out: BlockWriter) => void) => void;
  /** Parts of the object, for storage that belongs to no block of its own. */
  readonly parts: LayoutPart[];
}

interface LayoutOptions {
  /** A short text for an object that a word points to. */
  readonly describe: (target: PyObject) => string;
  /** Words written of one block. */
  readonly maxWords: number;
  /** Of the storage blocks only the one in which this address lies. */
  readonly address?: number;
}

/** Parts and blocks of an object. */
export function layoutOf(m: Machine, o: PyObject, { describe, maxWords, address }: LayoutOptions): { readonly parts: readonly LayoutPart[]; readonly blocks: readonly MemoryBlockView[] } {
  const profile = LAYOUT_PROFILES[m.profile.python];
  const parts: LayoutPart[] = [];
  const storages: { readonly writer: BlockWriter; readonly block: number }[] = [];
  const presize = o.ob_type.tp_presize;
  const out = new BlockWriter(m, parts, { role: 'object', base: m.addressOfObject(o), start: -presize, describe, maxWords });
  const storage = (role: string, block: number, write: (writer: BlockWriter) => void): void => {
    const base = addressOf(block, 0);
    if (address !== undefined && (address < base || address >= base + m.memory.requestedBytes(block))) return;
    const writer = new BlockWriter(m, parts, { role, base, start: 0, describe, maxWords });
    storages.push({ writer, block });
    write(writer);
  };
  const context: LayoutContext = { m, profile, o, out, storage, parts };
  writePreHeader(context, presize);
  writeHeader(context);
  const known = scalarFields(context) || containerFields(context);
  writeInstancePart(context, known);
  const counted = parts.reduce((sum, part) => sum + (part.counted ? part.bytes : 0), 0);
  const size = sizeOf(m, o);
  if (counted < size) out.part(known ? 'more' : `fields of ${o.ob_type.tp_name}`, size - counted);
  if (!known) out.rest(Math.min(size - presize, o.ob_type.tp_basicsize), 'field');
  const blocks = storages.map(({ writer, block }) => writer.done(m.memory.requestedBytes(block), m.memory.blockBytes(block)));
  return { parts, blocks: [out.done(objectBytes(m, o), m.memory.blockBytes(o.block)), ...blocks] };
}

/** Bytes of the object's own block, the words before it included. */
export function objectBytes(m: Machine, o: PyObject): number {
  if (!isStaticBlock(o.block)) return m.memory.requestedBytes(o.block);
  const { tp_basicsize, tp_itemsize, tp_presize } = o.ob_type;
  const isLonger = isStr(o) || (tp_itemsize > 0 && !(o instanceof PyType));
  return tp_presize + (isLonger ? Math.max(tp_basicsize, sizeOf(m, o) - tp_presize) : tp_basicsize);
}

/** PyGC_Head, and before it the managed dict's and weak references' words. */
function writePreHeader({ m, profile, o, out }: LayoutContext, presize: number): void {
  const isCounted = !(o instanceof PyType && o.ht === null && m.profile.staticTypesWithoutPresize);
  if (presize >= 32) {
    out.part('pre-header (dict, weak references)', 16, isCounted);
    for (const field of profile.preHeader) writePreHeaderWord(m, profile, o, out, field);
  }
  if (presize < 16) return;
  out.part('GC header', 16, isCounted);
  writeGcPointer(m, out, '_gc_next', o.gc_next);
  writeGcPointer(m, out, '_gc_prev', o.gc_prev);
}

function writePreHeaderWord(m: Machine, profile: LayoutProfile, o: PyObject, out: BlockWriter, field: string): void {
  const { attrs } = o;
  if (field === 'weakreflist') out.pointer(field, attrs?.weakrefs ?? null);
  else if (field === 'values') writeValuesPointer(m, profile, o, out, field);
  else if (field === 'dict or values' && attrs !== null && attrs.dict === null && attrs.valuesBlock !== 0) writeValuesPointer(m, profile, o, out, field);
  else out.pointer(field, attrs?.dict ?? null);
}

/** 3.11 and 3.12: the values lie behind the insertion order in their block. */
function writeValuesPointer(m: Machine, profile: LayoutProfile, o: PyObject, out: BlockWriter, field: string): void {
  const block = o.attrs?.valuesBlock ?? 0;
  if (block === 0) out.word(field, { value: 0n, meaning: 'NULL' });
  else out.address(field, addressOf(block, 0) + orderBytes(m.memory.requestedBytes(block)) - profile.valuesTag, '→ the attribute values');
}

/** Bytes of the insertion order before the values, from the size of the block (new_values: round_up(capacity + 2, 8) + 8 * capacity). */
function orderBytes(blockBytes: number): number {
  for (let capacity = 0; ; capacity++) {
    const prefix = (capacity + 2 + 7) & ~7;
    if (prefix + 8 * capacity >= blockBytes) return prefix;
  }
}

function writeGcPointer(m: Machine, out: BlockWriter, label: string, neighbour: PyObject | null): void {
  if (neighbour === null) out.word(label, { value: 0n, meaning: 'not tracked' });
  else if (neighbour.serial === 0) out.unknown(label, '→ the head of the generation’s list');
  else out.word(label, { value: BigInt(m.addressOfObject(neighbour) - 16), meaning: `→ ${neighbour.ob_type.tp_name} in the generation’s list`, target: neighbour });
}

/** PyObject: ob_refcnt and ob_type. */
function writeHeader({ m, profile, o, out }: LayoutContext): void {
  const value = refcountWord(m, profile, o);
  const isImmortal = o.ob_refcnt < 0 && profile.immortalWord !== null;
  out.part('ob_refcnt', 8).part('ob_type', 8);
  out.word('ob_refcnt', { value, meaning: isImmortal ? 'immortal' : value === 1n ? '1 reference' : `${value} references` });
  out.pointer('ob_type', o.ob_type);
}

function refcountWord(m: Machine, { immortalWord }: LayoutProfile, o: PyObject): bigint {
  if (o.ob_refcnt >= 0 || immortalWord === null) return BigInt(visibleRefcount(m, o));
  return isStaticBlock(o.block) ? immortalWord.static : immortalWord.dynamic;
}

/** The two words that every object has: its count and its type's address. */
export function headerWords(m: Machine, o: PyObject): readonly [bigint, bigint] {
  return [refcountWord(m, LAYOUT_PROFILES[m.profile.python], o), BigInt(m.addressOfObject(o.ob_type))];
}

/** What instances of Python classes have behind their base: __slots__, inline values (3.13+) or a values block. */
function writeInstancePart(context: LayoutContext, baseIsKnown: boolean): void {
  const { m, o, out } = context;
  const heap = heapData(o.ob_type);
  if (heap === null || o instanceof PyType) return;
  const slots = o.attrs?.slots ?? [];
  const isPlain = baseIsKnown || basicOf(o.ob_type) === 16;
  if (isPlain && heap.slotEnd > 0) {
    out.part('__slots__', 8 * heap.slotEnd);
    const names = slotNames(o.ob_type);
    for (let i = 0; i < heap.slotEnd; i++) out.pointer(names[i] ?? 'slot', slots[i] ?? null);
  }
  const keys = cachedKeys(o.ob_type);
  if (keys === null) return;
  if (hasFlag(o.ob_type, TypeFlag.INLINE_VALUES)) writeInlineValues(context, o.ob_type.tp_basicsize);
  else if (o.attrs !== null && o.attrs.valuesBlock !== 0) {
    const block = o.attrs.valuesBlock;
    const bytes = m.memory.requestedBytes(block);
    const prefix = orderBytes(bytes);
    context.storage('values', block, (writer) => {
      writer.part('values (not counted)', bytes, false).rest(prefix, 'insertion order');
      writeValues(context, writer, (bytes - prefix) / 8);
    });
  }
}

/** struct _dictvalues behind the object: capacity, size, embedded and valid, the values, the insertion order. */
function writeInlineValues(context: LayoutContext, basicsize: number): void {
  const { m, o, out } = context;
  const bytes = m.memory.requestedBytes(o.block) - o.ob_type.tp_presize - basicsize;
  if (bytes < 16 || out.position > basicsize) return;
  out.rest(basicsize, 'field');
  const capacity = inlineCapacity(bytes);
  out.part('inline values (not counted)', bytes, false);
  const values = o.attrs?.values ?? null;
  const size = values === null ? 0 : (o.attrs?.order?.length ?? values.filter((value) => value !== null).length);
  const valid = values === null ? 0 : 1;
  out.word('capacity, size, embedded, valid', {
    value: BigInt(capacity) | (BigInt(size) << 8n) | (1n << 16n) | (BigInt(valid) << 24n),
    meaning: `room for ${capacity}, ${size} used${valid === 1 ? '' : ', moved to a dict'}`,
  });
  writeValues(context, out, capacity);
  const order = new Uint8Array(bytes - 8 * (capacity + 1));
  (o.attrs?.order ?? values?.flatMap((value, i) => (value === null ? [] : [i])) ?? []).forEach((index, i) => {
    if (i < order.length) order[i] = index;
  });
  out.bytes('insertion order', order, (chunk) => chunk.join(' '));
}

/** Capacity from the bytes: 8 * (capacity + 1) + round_up(capacity, 8). */
function inlineCapacity(bytes: number): number {
  for (let capacity = 0; ; capacity++) if (8 * (capacity + 1) + ((capacity + 7) & ~7) >= bytes) return capacity;
}

function writeValues({ o }: LayoutContext, out: BlockWriter, capacity: number): void {
  const keys = cachedKeys(o.ob_type);
  const values = o.attrs?.values ?? [];
  for (let i = 0; i < capacity; i++) {
    const key = keys !== null && i < sharedCapacity(keys) ? (keys.entries[4 * i] as PyObject | null | undefined) : null;
    out.pointer(key !== null && key !== undefined && isStr(key) ? `.${strValue(key)}` : `values[${i}]`, values[i] ?? null);
  }
}

function basicOf(type: PyType): number {
  let base: PyType | null = type;
  while (base !== null && base.ht !== null) base = base.tp_base as PyType | null;
  return base?.tp_basicsize ?? 16;
}

/** Names of all `__slots__`, base classes first. */
function slotNames(type: PyType): string[] {
  const heap = heapData(type);
  if (heap === null) return [];
  return [...(type.tp_base === null ? [] : slotNames(type.tp_base as PyType)), ...heap.slotNames];
}
