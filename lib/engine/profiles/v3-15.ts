// CPython 3.15.0rc1: 3.14 plus ints cached up to 1024, shared __dict__ descriptors, weak references alive in finalizers.
import type { Profile } from './profile.ts';
import { CALLING_PROFILES } from './calling.ts';
import { SPECIAL_METHODS_PROFILES } from './special-methods.ts';
import { TEXT_PROFILES } from './texts.ts';
import { VM_PROFILES } from './vm-profile.ts';
import { v3_14 } from './v3-14.ts';

export const v3_15: Profile = {
  ...v3_14,
  ...VM_PROFILES['3.15'],
  ...CALLING_PROFILES['3.15'],
  ...SPECIAL_METHODS_PROFILES['3.15'],
  ...TEXT_PROFILES['3.15'],
  python: '3.15',
  release: { major: 3, minor: 15, micro: 0, level: 'candidate', serial: 1 },
  regexEmptyNegationFails: true,
  unicodeVersion: '17.0.0',
  bytearray: { basicsize: 64, bufferHeader: 33 },
  smallInts: { min: -5, max: 1024 },
  freeLists: { ...v3_14.freeLists, complex: 100 },
  sharedInstanceDescriptors: true,
  pairsUntrackedAtCreation: true,
  implicitMethodsCopyAttributes: true,
  frozensetUntrackedAtCreation: true,
  weakrefsClearedAfterFinalizers: true,
  slotsOnVarSized: true,
  freeListReport: { keys: true, withHeader: true },
  basicsize: { ...v3_14.basicsize, type: 944, module: 120, staticType: 424, struct: 64, asyncGeneratorThrow: 56 },
  decimal: { basicsize: 48, collected: true, sizeCountsWords: false, formatsAlternate: true },
};
