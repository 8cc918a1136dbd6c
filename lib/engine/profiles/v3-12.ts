// CPython 3.12.14: 3.11 plus immortality (PEP 683), smaller strings, inlined comprehensions, managed weak references.
import type { Profile } from './profile.ts';
import { CALLING_PROFILES } from './calling.ts';
import { SPECIAL_METHODS_PROFILES } from './special-methods.ts';
import { TEXT_PROFILES } from './texts.ts';
import { VM_PROFILES } from './vm-profile.ts';
import { v3_11 } from './v3-11.ts';

export const v3_12: Profile = {
  ...v3_11,
  ...VM_PROFILES['3.12'],
  ...CALLING_PROFILES['3.12'],
  ...SPECIAL_METHODS_PROFILES['3.12'],
  ...TEXT_PROFILES['3.12'],
  python: '3.12',
  release: { major: 3, minor: 12, micro: 14, level: 'final', serial: 0 },
  regexEmptyNegationFails: false,
  switchesAreInts: false,
  unicodeVersion: '15.0.0',
  jsonNames: true,
  structErrorsNamed: true,
  boolInvertWarning: "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.",
  immortalRefcount: 0xffffffff,
  strHeader: { ascii: 40, other: 56 },
  latin1CharsHaveUtf8: true,
  latin1CharsShared: true,
  bytesLiteralsHeldTwice: true,
  structSequenceCountsHidden: true,
  managedWeakref: true,
  classesInheritVectorcall: true,
  sumPadded: false,
  typeItemsAtEnd: true,
  gcInsideAllocation: false,
  startupFrozenObjects: 375,
  splitRoomByLength: true,
  listPopClears: true,
  sliceHashable: true,
  itertoolsBasicsize: { accumulate: 56, cycle: 48, groupby: 72, pairwise: 32, tee: 48, batched: 32 },
  noneHashIsConstant: true,
  teeOfTeeIsCopy: true,
  hasBatched: true,
  orderedDictReprAsDict: true,
  typeParams: true,
  exceptionBytes: { ...v3_11.exceptionBytes, importError: 104 },
  abstractTextQuotes: true,
  setNameErrorWraps: false,
  weakrefSlotErrorText: '__weakref__ slot disallowed: we already got one',
  dictAskedForIsOrdinary: false,
  closeOfUnstartedKeepsLocals: true,
  generatorOwnsCode: false,
  getattrHookBinds: false,
  nativeCallDepth: 0,
  basicsize: { ...v3_11.basicsize, function: 144, code: 192, generator: 144, type: 920, rangeIterator: 40, staticType: 416, textWrapper: 200, stringIO: 168, scanner: 256 },
};
