// Layouts of objects with references: list, tuple, dict, set, function and a few small ones (the headers in Include/cpython of the same names).
import type { BlockWriter } from './block-writer.ts';
import type { DictKeys } from '../objects/dict-keys.ts';
import type { LayoutContext } from './layout.ts';
import type { PyObject } from '../objects/object.ts';
import type { RangeData } from '../objects/range.ts';
import { addressOf } from '../memory/address-space.ts';
import { ByteArrayData } from '../objects/bytearray.ts';
import { DictData } from '../objects/dict.ts';
import { sharedCapacity } from '../objects/dict-split.ts';
import { EMPTY_KEYS, KEYS_GENERAL, KEYS_SPLIT, usableFraction } from '../objects/dict-keys.ts';
import { FunctionData } from '../objects/function.ts';
import { ListData } from '../objects/list.ts';
import { MethodData } from '../objects/method.ts';
import { ENTRY_BYTES, MIN_SLOTS, SetData } from '../objects/set-table.ts';
import { isTuple, tupleItems } from '../objects/tuple.ts';

/** Writes the fields of a container; false = it is none that is modelled. */
export function containerFields(context: LayoutContext): boolean {
  const { m, o } = context;
  const { data } = o;
  if (data instanceof ListData) writeList(context, data);
  else if (isTuple(o)) writeTuple(context);
  else if (data instanceof DictData) writeDict(context, data);
  else if (data instanceof SetData) writeSet(context, data);
  else if (data instanceof FunctionData) writeFunction(context, data);
  else if (data instanceof MethodData) writePointers(context, [['im_func', data.func], ['im_self', data.self]]);
  else if (data instanceof ByteArrayData) writeByteArray(context, data);
  else if (o.ob_type === m.types.range) {
    const { start, stop, step, length } = data as RangeData;
    writePointers(context, [['start', start], ['stop', stop], ['step', step], ['length', length]]);
  } else if (o.ob_type === m.types.cell) writePointers(context, [['ob_ref', data as PyObject | null]]);
  else return false;
  return true;
}

function writePointers({ out }: LayoutContext, fields: readonly (readonly [string, PyObject | null])[]): void {
  for (const [label, target] of fields) out.part(label, 8).pointer(label, target);
}

function writeStorageAddress(out: BlockWriter, label: string, block: number): void {
  out.part(label, 8);
  if (block === 0) out.word(label, { value: 0n, meaning: 'NULL' });
  else out.address(label, addressOf(block, 0), '→ a block of its own');
}

/** PyListObject. */
function writeList({ out, storage }: LayoutContext, data: ListData): void {
  const { items, allocated, block } = data;
  out.part('ob_size', 8).number('ob_size', items.length, `${items.length} items`);
  writeStorageAddress(out, 'ob_item', block);
  out.part('allocated', 8).number('allocated', allocated, `room for ${allocated}`);
  if (block === 0) return;
  storage('ob_item', block, (buffer) => {
    buffer.part('items', 8 * items.length).part('spare slots', 8 * Math.max(0, allocated - items.length));
    items.forEach((item, i) => buffer.pointer(`ob_item[${i}]`, item));
    for (let i = items.length; i < allocated; i++) buffer.unknown(`ob_item[${i}]`, 'spare: whatever was there before');
  });
}

/** PyTupleObject. */
function writeTuple({ profile, o, out }: LayoutContext): void {
  const items = tupleItems(o);
  out.part('ob_size', 8).number('ob_size', items.length, `${items.length} items`);
  if (profile.tupleHash) out.part('ob_hash', 8).unknown('ob_hash', 'cached hash, −1 until it is asked for');
  out.part('items', 8 * items.length);
  items.forEach((item, i) => out.pointer(`ob_item[${i}]`, item));
}

/** PyDictObject. */
function writeDict({ profile, out, storage }: LayoutContext, data: DictData): void {
  const { keys } = data;
  out.part('ma_used', 8).number('ma_used', data.used, `${data.used} items`);
  out.part(profile.dictTag.label, 8);
  if (profile.dictTag.isZero) out.number(profile.dictTag.label, 0, 'nobody watches');
  else out.unknown(profile.dictTag.label, 'changes with every change of any dict');
  out.part('ma_keys', 8);
  if (keys === EMPTY_KEYS) out.unknown('ma_keys', '→ the empty keys that all empty dicts share');
  else out.address('ma_keys', addressOf(keys.block, 0), keys.kind === KEYS_SPLIT ? '→ keys shared with the class' : '→ a block of its own');
  out.part('ma_values', 8);
  if (data.values === null) out.word('ma_values', { value: 0n, meaning: 'NULL: the values stand beside their keys' });
  else out.unknown('ma_values', data.owner === null ? '→ a block of its own' : '→ the inline values of its object');
  if (data.values !== null) out.part('values', 8 * sharedCapacity(keys));
  if (keys !== EMPTY_KEYS && keys.kind !== KEYS_SPLIT) storage('ma_keys', keys.block, (buffer) => writeKeys(buffer, keys));
}

/** PyDictKeysObject: header, index table, entries. */
function writeKeys(out: BlockWriter, keys: DictKeys): void {
  const slots = 2 ** keys.log2;
  const width = keys.log2 < 8 ? 1 : keys.log2 < 16 ? 2 : keys.log2 < 32 ? 4 : 8;
  const isGeneral = keys.kind === KEYS_GENERAL;
  const entryBytes = isGeneral ? 24 : 16;
  const capacity = usableFraction(keys.log2);
  out.part('keys header', 32).part('index table', slots * width).part('entries', keys.count * entryBytes).part('spare entries', (capacity - keys.count) * entryBytes);
  out.number('dk_refcnt', keys.refs, `${keys.refs} user${keys.refs === 1 ? '' : 's'}`);
  out.word('dk_log2_size, dk_log2_index_bytes, dk_kind, dk_version', {
    value: BigInt(keys.log2) | (BigInt(keys.log2 + Math.log2(width)) << 8n) | (BigInt(keys.kind) << 16n),
    meaning: `${slots} slots, ${isGeneral ? 'keys of any type' : 'keys are str'}`,
  });
  out.number('dk_usable', keys.usable, `room for ${keys.usable} more`).number('dk_nentries', keys.count, `${keys.count} entries used`);
  if (keys.indices === null) for (let at = 0; at < slots; at += 8) out.unknown(`dk_indices[${at}…${at + 7}]`, 'which entry each slot stands for');
  else out.bytes('dk_indices', indexBytes(keys.indices, width), (chunk) => indexText(chunk, width));
  for (let i = 0; i < capacity; i++) writeEntry(out, keys, i, isGeneral);
}

function writeEntry(out: BlockWriter, keys: DictKeys, i: number, isGeneral: boolean): void {
  const [key, value, low, high] = keys.entries.slice(4 * i, 4 * i + 4);
  if (isGeneral) {
    if (typeof low === 'number' && typeof high === 'number') out.word(`entry[${i}].me_hash`, { value: (BigInt(high) << 32n) | BigInt(low >>> 0), meaning: 'hash of the key' });
    else out.number(`entry[${i}].me_hash`, 0, 'unused');
  }
  out.pointer(`entry[${i}].me_key`, (key ?? null) as PyObject | null).pointer(`entry[${i}].me_value`, (value ?? null) as PyObject | null);
}

/** `table` holds a hash beside each entry index; CPython's does not. */
function indexBytes(table: Int32Array, width: number): Uint8Array {
  const indices = table.filter((_, i) => i % 2 === 0);
  const bytes = new Uint8Array(indices.length * width);
  const view = new DataView(bytes.buffer);
  indices.forEach((index, i) => {
    if (width === 1) view.setInt8(i, index);
    else if (width === 2) view.setInt16(2 * i, index, true);
    else view.setInt32(4 * i, index, true);
  });
  return bytes;
}

function indexText(chunk: Uint8Array, width: number): string {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  const texts: string[] = [];
  for (let at = 0; at + width <= chunk.length; at += width) {
    const index = width === 1 ? view.getInt8(at) : width === 2 ? view.getInt16(at, true) : view.getInt32(at, true);
    texts.push(index === -1 ? '–' : index === -2 ? '×' : String(index));
  }
  return texts.join(' ');
}

/** PySetObject: the small table lies in the object. */
function writeSet({ m, o, out, storage }: LayoutContext, data: SetData): void {
  out.part('fill', 8).number('fill', data.fill, `${data.fill} slots used or deleted`);
  out.part('used', 8).number('used', data.used, `${data.used} elements`);
  out.part('mask', 8).number('mask', data.mask, `${data.mask + 1} slots`);
  const isSmall = data.block === 0;
  out.part('table', 8).address('table', isSmall ? m.addressOfObject(o) + 64 : addressOf(data.block, 0), isSmall ? '→ the small table' : '→ a block of its own');
  out.part('hash', 8).word('hash', data.hashed ? { value: (BigInt(data.hashHi) << 32n) | BigInt(data.hashLo >>> 0), meaning: 'computed' } : { value: -1n, meaning: 'not computed' });
  out.part('finger', 8).number('finger', data.finger, 'where pop() looks next');
  out.part('small table', MIN_SLOTS * ENTRY_BYTES);
  if (isSmall) writeSlots(out, data);
  else for (let i = 0; i < MIN_SLOTS; i++) out.unknown(`smalltable[${i}].key`, 'not in use').unknown(`smalltable[${i}].hash`, 'not in use');
  out.part('weakreflist', 8).pointer('weakreflist', o.attrs?.weakrefs ?? null);
  if (!isSmall) storage('table', data.block, (buffer) => writeSlots(buffer.part('table', (data.mask + 1) * ENTRY_BYTES), data));
}

function writeSlots(out: BlockWriter, data: SetData): void {
  data.keys.forEach((key, i) => {
    if (key === undefined) out.unknown(`table[${i}].key`, 'deleted').number(`table[${i}].hash`, -1, 'deleted');
    else {
      out.pointer(`table[${i}].key`, key);
      out.word(`table[${i}].hash`, key === null ? { value: 0n, meaning: 'free' } : { value: (BigInt(data.hi[i] ?? 0) << 32n) | BigInt((data.lo[i] ?? 0) >>> 0), meaning: 'hash of the key' });
    }
  });
}

/** PyFunctionObject. */
function writeFunction({ profile, o, out }: LayoutContext, data: FunctionData): void {
  const values: Readonly<Record<string, PyObject | null>> = {
    func_globals: data.globals,
    func_builtins: data.builtins,
    func_name: data.name,
    func_qualname: data.qualname,
    func_code: data.code,
    func_defaults: data.defaults,
    func_kwdefaults: data.kwdefaults,
    func_closure: data.closure,
    func_doc: data.doc,
    func_dict: o.attrs?.dict ?? null,
    func_weakreflist: o.attrs?.weakrefs ?? null,
    func_module: data.module,
    func_annotations: data.annotations,
    func_annotate: data.annotate,
    func_typeparams: data.typeParams,
  };
  for (const field of profile.functionFields) out.part(field, 8).pointer(field, values[field] ?? null);
  out.part('vectorcall', 8).unknown('vectorcall', '→ _PyFunction_Vectorcall');
  out.part('func_version', o.ob_type.tp_basicsize - out.position);
  out.rest(o.ob_type.tp_basicsize, 'func_version');
}

/** PyByteArrayObject. */
function writeByteArray({ m, o, out, storage }: LayoutContext, data: ByteArrayData): void {
  out.part('ob_size', 8).number('ob_size', data.length, `${data.length} bytes`);
  out.part('ob_alloc', 8).number('ob_alloc', data.alloc, `room for ${data.alloc}`);
  const header = m.profile.bytearray.bufferHeader;
  const start = data.block === 0 ? null : addressOf(data.block, 0) + (header === 0 ? 0 : header - 1);
  for (const [label, eaten] of [['ob_bytes', 0], ['ob_start', data.eaten]] as const) {
    out.part(label, 8);
    if (start === null) out.unknown(label, '→ an empty string');
    else out.address(label, start + eaten, '→ the bytes');
  }
  out.part('ob_exports', 8).number('ob_exports', data.exports, `${data.exports} views`);
  if (o.ob_type.tp_basicsize > 56) out.part('ob_bytes_object', 8).unknown('ob_bytes_object', '→ the bytes object that holds the data');
  if (data.block === 0) return;
  storage('ob_bytes', data.block, (buffer) => {
    buffer.part('bytes', data.alloc + header).rest(header === 0 ? 0 : header - 1, 'bytes object');
    const bytes = new Uint8Array(data.alloc + (header === 0 ? 0 : 1));
    bytes.set(data.value.subarray(0, bytes.length), data.eaten);
    buffer.bytes('data', bytes, (chunk) => [...chunk].map((byte) => byte.toString(16).padStart(2, '0')).join(' '));
  });
}
