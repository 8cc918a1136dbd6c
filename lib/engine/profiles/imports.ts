// What the first import of a module of the standard library leaves on the free lists: loading takes objects from them, drops others, and the larger modules make the
// collector empty all of them. Ours load without traces (vm/quiet-import.ts), so this is measured: with sys._debugmallocstats() before and after the import, in
// programs that had next to nothing and much on the lists (CPython 3.12.1 and 3.13.0, PYTHONHASHSEED=0).
import type { PythonVersion } from '../api.ts';

/** Free lists in the order of the columns; numbers are lengths of tuples. */
export const IMPORT_COLUMNS = ['dict', 'dictKeys', 'list', 'float', 1, 2, 3, 4, 5, 6] as const;

/** For every free list: `least`, exactly as many afterwards; `least-taken`, so many less than before, but not fewer than the least. */
type ImportRows = Readonly<Record<string, string>>;

const v3_12: ImportRows = {
  // With four dicts and four tuples of its garbage, which the next young collection frees.
  tracemalloc: '8 3-41 15 4 8 16 5 5 1 1',
  weakref: '4-43 0-2 4-7 4 2 29-95 3 3 2 0-15',
  collections: '6-64 0-4 4-14 4 54 77-165 9 8 2 4-15',
  dataclasses: '2 0 26 4 3 22 10 5 7 6',
  functools: '11 0-11 10-22 4 35 35 4 6 2 6',
  itertools: '2-23 0-1 0-1 3 2-22 1-22 0-0 0-0 0-0 0-0',
  random: '3-55 3-3 4-14 1 30 21-111 10 6-18 6-12 5',
  typing: '7 1 4 4 11 14 16 10 14 15',
  enum: '3 0-25 5-40 4 15 62 13 19 9 7',
  copy: '2-53 0-2 3-12 4 3 24-107 4 0 1 0-19',
  json: '4 2 33 3 6 37 2 2 0 1-22',
  re: '4 2-43 5-62 4 4 3 3 0 3 0-23',
  contextlib: '6 1-17 11-24 4 7-17 12 2-12 6-16 7-15 18',
  threading: '3 0-1 6-29 4 55 13-263 4 10-14 0 9-14',
  ctypes: '7-53 31-0 6-10 3 16 14-64 28 11 6 5-4',
  math: '0-1 0-0 0-1 0 0-0 0-0 0-0 0-0 0-0 0-0',
  string: '6 1-44 27 4 4 53 3 7 2 0-23',
  types: '0-4 0 0-2 4 5-7 4-25 2-10 2-4 0-7 0-1',
  operator: '0-8 0-0 0-3 4 53 7-22 9-8 3-3 2-2 0-4',
  heapq: '0-3 0-1 0-3 4 10-3 11-5 8-2 3-1 0-0 0-3',
  statistics: '8 0 68 53 10 86 23 11 2 1',
  fractions: '6 0 66 4 3 87 22 10 3 0',
  decimal: '5-68 17 10-19 3 47-0 66-182 6-2 7-12 1-18 2-16',
  datetime: '4-12 0-1 0-2 4 6-7 0-4 2-3 0-0 2-0 0-0',
  inspect: '9 1 25 4 6 20 5 3 6 3',
  traceback: '8 0 58 4 3 66 2 4 5 14',
  asyncio: '6 2 8 4 15 2 2 1 1 3',
  logging: '4 1 47 3 8 74 10 2 3 6',
};

const v3_11: ImportRows = { ...v3_12, tracemalloc: '4 3-41 15 4 4 16 5 5 1 1' };

const v3_13: ImportRows = {
  tracemalloc: '4 3-41 15 4 4 18 2 1 3 5',
  weakref: '4-43 0-2 4-7 5 2 31-96 2 1 2 2-16',
  collections: '6-69 0-4 4-14 5 45 79-185 3 3 4 2-19',
  dataclasses: '2 0 25 4 4 18 6 7 7 4',
  functools: '11 0-11 10-20 5 41 61-235 4 7 4 5',
  itertools: '2-23 0-1 0-1 5 2-22 1-22 0-0 0-0 0-0 0-0',
  random: '3-44 3-3 5-11 1 30 4-91 10 2-19 4-10 1-7',
  typing: '8 1 5-31 4 11 14 8 4 12 5',
  enum: '3 0-25 5-20 5 4 5-102 2 1 8 4',
  copy: '2-53 0-2 3-12 5 3 24-108 2 2 2 0-20',
  json: '5 2 33 3 29 47 2 2 0 3',
  re: '4 2-43 7-62 4 35 55 2 4 3 3',
  contextlib: '6 1-17 9-24 5 21 35 11 6 0 9',
  threading: '3-66 0-1 2-13 5 17 3-183 2 2 2 2',
  ctypes: '4 31-0 6-10 4 15 10-62 6 8 31 3-5',
  math: '0-1 0-0 0-1 0 0-0 0-0 0-0 0-0 0-0 0-0',
  string: '6 1-44 27 4 33 54 3 7 2 3',
  types: '0-4 0 0-2 5 5-7 4-26 2-10 1-5 1-9 1-2',
  operator: '0-8 0-0 0-3 5 53 7-23 9-9 3-3 2-2 0-4',
  heapq: '0-3 0-1 0-3 5 9-3 11-5 8-2 3-1 0-0 0-3',
  statistics: '6 0 73 53 10 99 8 10 3 1',
  fractions: '9 0 71 4 9-11 101 7 10 7 1-22',
  decimal: '6 17 11-18 4 37-0 68-182 2-4 2-14 3-15 1-19',
  datetime: '4-12 0-1 0-2 5 5-7 0-4 2-3 0-0 2-0 0-0',
  inspect: '9 1 20 4 8 13 2 4 5 2',
  traceback: '7 0 55 4 5 46 2 0-24 2 7',
  asyncio: '6 2 8 4 15 2 2 0 2 3',
  logging: '4 1 46 4 8 74 10 2 0 1',
};

export const IMPORT_LEFTOVERS: Readonly<Record<PythonVersion, ImportRows>> = { '3.11': v3_11, '3.12': v3_12, '3.13': v3_13, '3.14': v3_13, '3.15': v3_13 };

/** A module that does little else than load another. */
export const IMPORTS_ONLY: Readonly<Record<string, string>> = { array: 'collections' };
