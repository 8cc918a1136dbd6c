// Blocks of memory that belong to an object besides its own: a list's items, a dict's keys, a set's table …
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { isStaticBlock } from '../memory/memory.ts';
import { ArrayData } from '../modules/array-items.ts';
import { DequeData } from '../modules/deque.ts';
import { ByteArrayData } from '../objects/bytearray.ts';
import { DictData } from '../objects/dict.ts';
import { KEYS_SPLIT } from '../objects/dict-keys.ts';
import { heapData } from '../objects/heap-type.ts';
import { ListData } from '../objects/list.ts';
import { SetData } from '../objects/set-table.ts';
import { StrData } from '../objects/str.ts';
import { PyType } from '../objects/type.ts';

/** Calls `tell` for every storage block of the object with the C field that points to it. */
export function forEachStorage(_m: Machine, o: PyObject, tell: (field: string, block: number) => void): void {
  const found = (field: string, block: number): void => {
    if (block !== 0 && !isStaticBlock(block)) tell(field, block);
  };
  const { data, attrs } = o;
  if (attrs !== null) found('values', attrs.valuesBlock);
  if (data instanceof ListData) found('ob_item', data.block);
  else if (data instanceof DictData) {
    // Split keys belong to the class.
    if (data.keys.kind !== KEYS_SPLIT) found('ma_keys', data.keys.block);
    found('ma_values', data.valuesBlock);
  } else if (data instanceof SetData) found('table', data.block);
  else if (data instanceof StrData) {
    found('data', data.extras?.buffer ?? 0);
    found('utf8', data.extras?.utf8Block ?? 0);
  } else if (data instanceof ByteArrayData) found('ob_bytes', data.block);
  else if (data instanceof ArrayData) found('ob_item', data.block);
  else if (data instanceof DequeData) {
    for (const block of data.blocks) found('block', block);
    for (const block of data.freeBlocks) found('freeblocks', block);
  } else if (o instanceof PyType) {
    const heap = heapData(o);
    if (heap !== null) {
      found('tp_doc', heap.docBlock);
      if (heap.cachedKeys !== null) found('ht_cached_keys', heap.cachedKeys.block);
    }
  } else if (typeof data === 'object' && data !== null && 'block' in data && typeof data.block === 'number') found('buffer', data.block);
}
