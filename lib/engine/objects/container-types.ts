// The containers' lines of the table of built-in types: key in `m.types` → specification.
import { dictIteratorTypes } from './dict-iterators.ts';
import { dictType } from './dict-type.ts';
import { dictViewTypes } from './dict-views.ts';
import { enumerateType, reversedType } from './enumerate.ts';
import {
  bytearrayIteratorType, bytesIteratorType, callableIteratorType, listIteratorType, listReverseIteratorType, memoryIteratorType, sequenceIteratorSpec,
  strAsciiIteratorType, strIteratorType, tupleIteratorType,
} from './iterators.ts';
import { frozendictType } from './frozendict.ts';
import { listType } from './list.ts';
import { filterType, mapType } from './map-filter.ts';
import { ellipsisType, noneType, notImplementedType } from './none-types.ts';
import { longRangeIteratorType, rangeIteratorType, rangeType } from './range.ts';
import { frozensetType, setIteratorType, setType } from './set-type.ts';
import { sentinelType } from './sentinel.ts';
import { simpleNamespaceType } from './simple-namespace.ts';
import { sliceType } from './slice.ts';
import { tupleType } from './tuple.ts';
import type { TypeSpec } from './type.ts';
import { zipType } from './zip.ts';

/** Spread into typeSpecs by builtin-types.ts. */
export const containerSpecs = {
  NoneType: noneType,
  ellipsis: ellipsisType,
  NotImplementedType: notImplementedType,
  list: listType,
  tuple: tupleType,
  dict: dictType,
  frozendict: frozendictType,
  set: setType,
  frozenset: frozensetType,
  range: rangeType,
  slice: sliceType,
  enumerate: enumerateType,
  reversed: reversedType,
  zip: zipType,
  map: mapType,
  filter: filterType,
  SimpleNamespace: simpleNamespaceType,
  sentinel: sentinelType,
  list_iterator: listIteratorType,
  list_reverseiterator: listReverseIteratorType,
  tuple_iterator: tupleIteratorType,
  str_iterator: strIteratorType,
  str_ascii_iterator: strAsciiIteratorType,
  bytes_iterator: bytesIteratorType,
  bytearray_iterator: bytearrayIteratorType,
  memory_iterator: memoryIteratorType,
  iterator: sequenceIteratorSpec,
  callable_iterator: callableIteratorType,
  range_iterator: rangeIteratorType,
  longrange_iterator: longRangeIteratorType,
  set_iterator: setIteratorType,
  ...dictViewTypes,
  ...dictIteratorTypes,
} as const satisfies Record<string, TypeSpec>;
