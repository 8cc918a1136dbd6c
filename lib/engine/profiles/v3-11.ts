// CPython 3.11.16.
import type { Profile } from './profile.ts';

export const v3_11: Profile = {
  python: '3.11',
  release: { major: 3, minor: 11, micro: 16, level: 'final', serial: 0 },
  immortalRefcount: null,
  smallInts: { min: -5, max: 256 },
  strHeader: { ascii: 48, other: 72 },
  latin1CharsHaveUtf8: false,
  latin1CharsShared: false,
  tupleHeader: 24,
  freeLists: {
    list: 80, dict: 80, dictKeys: 80, float: 100, tuple: 2000, int: 0, listIter: 0, tupleIter: 0, range: 0, rangeIter: 0,
    nativeFunction: 0, nativeMethod: 0, boundMethod: 0, slice: 1, context: 255, complex: 0, memoryError: 16,
  },
  inlineValues: false,
  inlineValuesAnyBase: false,
  staticAttributesInKeys: false,
  managedWeakref: false,
  classFirstLineNo: false,
  sharedInstanceDescriptors: false,
  gcThresholds: [700, 10, 10],
  gcInsideAllocation: true,
  dictLazyTracking: true,
  tupleUntrackedAtCreation: false,
  frozensetUntrackedAtCreation: false,
  weakrefsClearedAfterFinalizers: false,
  weakrefsOfFinalizersCleared: false,
  localsReleasedInReverse: false,
  unexpectedKeywordText: "'%keyword' is an invalid keyword argument for %name",
  basicsize: { function: 136, code: 184, frame: 120, generator: 152, type: 904, rangeIterator: 48, map: 48, partial: 80, module: 72, decimal: 104, union: 48 },
};
