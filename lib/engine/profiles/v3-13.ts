// CPython 3.13.15: 3.12 plus inline values, PEP 667 locals, class line numbers, a larger young generation.
import type { Profile } from './profile.ts';
import { VM_PROFILES } from './vm-profile.ts';
import { v3_12 } from './v3-12.ts';

export const v3_13: Profile = {
  ...v3_12,
  ...VM_PROFILES['3.13'],
  python: '3.13',
  release: { major: 3, minor: 13, micro: 15, level: 'final', serial: 0 },
  zeroDivision: { ...v3_12.zeroDivision, floatModulo: 'float modulo by zero' },
  boolInvertWarning: "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.",
  jsonTrailingComma: true,
  structErrorsNamed: true,
  arrayHasW: true,
  strVectorcall: true,
  extendNamesStr: true,
  inlineValues: true,
  classFirstLineNo: true,
  startupFrozenObjects: 0,
  gcThresholds: [2000, 10, 10],
  unexpectedKeywordText: "%name got an unexpected keyword argument '%keyword'",
  listDelItemKeepsBuffer: true,
  listExtendsSetsInPlace: true,
  dictPresizeRoundsUp: false,
  sortEqualRuns: true,
  sliceAssignText: 'must assign iterable to extended slice',
  batchedStrict: true,
  namespaceTakesMapping: true,
  classmethodChains: false,
  propertyNameFromGetter: true,
  exceptionBytes: { ...v3_12.exceptionBytes, group: 96 },
  noDictHint: true,
  mroErrorText: 'Cannot create a consistent method resolution order (MRO) for bases',
  superErrorText: 'super(type, obj): obj (%kind %name) is not an instance or subtype of type (%type).',
  staticTypesWithoutPresize: true,
  closeOfUnstartedKeepsLocals: false,
  basicsize: { ...v3_12.basicsize, code: 200, frame: 136, type: 928, decimal: 120 },
};
