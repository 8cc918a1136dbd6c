// CPython 3.14.7: 3.13 plus borrowed loads, cached tuple hashes, more free lists, prefilled class keys.
import type { Profile } from './profile.ts';
import { CALLING_PROFILES } from './calling.ts';
import { SPECIAL_METHODS_PROFILES } from './special-methods.ts';
import { TEXT_PROFILES } from './texts.ts';
import { VM_PROFILES } from './vm-profile.ts';
import { v3_13 } from './v3-13.ts';

export const v3_14: Profile = {
  ...v3_13,
  ...VM_PROFILES['3.14'],
  ...CALLING_PROFILES['3.14'],
  ...SPECIAL_METHODS_PROFILES['3.14'],
  ...TEXT_PROFILES['3.14'],
  python: '3.14',
  sizeIntsPadded: true,
  ioBuffer: { standard: 131072, file: 131072 },
  release: { major: 3, minor: 14, micro: 7, level: 'final', serial: 0 },
  zeroDivision: {
    intFloor: 'division by zero', intModulo: 'division by zero', floatDivide: 'division by zero', floatFloor: 'division by zero',
    floatModulo: 'division by zero', floatDivmod: 'division by zero', complexDivide: 'division by zero', floatPower: 'zero to a negative power',
    complexPower: 'zero to a negative or complex power',
  },
  lockBytes: { lock: 24, lockManaged: true, rlock: 40, rlockManaged: true },
  mathLogText: true,
  regexEmptyNegationFails: true,
  unicodeVersion: '16.0.0',
  dateErrorsNamed: true,
  translateTexts: { length: 'string keys in translatetable must be of length 1', type: 'keys in translate table mustbe strings or integers' },
  intUsesTrunc: false,
  immortalRefcount: 0xc0000000,
  tupleHeader: 32,
  frozensetConstantsMadeTwice: false,
  freeLists: {
    ...v3_13.freeLists, int: 100, listIter: 10, tupleIter: 10, range: 6, rangeIter: 6, nativeFunction: 16, nativeMethod: 16, boundMethod: 20, keepsSlices: false,
  },
  inlineValuesAnyBase: true,
  staticAttributesInKeys: true,
  dictLazyTracking: false,
  tupleUntrackedAtCreation: true,
  weakrefsOfFinalizersCleared: true,
  localsReleasedInReverse: true,
  listIndexErrorNamesValue: false,
  notImplementedBoolRaises: true,
  mapStrict: true,
  dequeCopyAppendsOne: false,
  itertoolsBasicsize: { accumulate: 56, cycle: 40, groupby: 72, pairwise: 40, tee: 48, batched: 40 },
  unhashableNamesUse: true,
  staticMethodCopiesAnnotations: false,
  lazyAnnotations: true,
  unionIsTyping: true,
  blake2Bytes: { blake2b: 40, blake2s: 40 },
  exceptionBytes: { ...v3_13.exceptionBytes, syntaxError: 144 },
  containsErrorText: "argument of type '%s' is not a container or iterable",
  nativeRecursionText: 'Stack overflow (used 8160 kB)',
  basicsize: { ...v3_13.basicsize, function: 152, code: 208, frame: 152, generator: 152, type: 936, map: 56, partial: 96, union: 72, stringIO: 120 },
};
