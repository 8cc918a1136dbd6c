// What a real interpreter's start-up leaves in its memory for the program to find: dead objects on the free lists, and the pools of every size class with the
// blocks in use in them. Measured with sys._debugmallocstats(), sys.getallocatedblocks() and id() on each version (PYTHONHASHSEED=0). What compiling the program
// adds to the free lists follows from the program: compiler/leftovers.ts.
import type { PythonVersion } from '../api.ts';

/** One size class: bytes of its blocks, how many pools it has, and how many blocks in them are in use. */
export type ClassUse = readonly [blockBytes: number, pools: number, used: number];

/** What is there when the program starts. */
export interface StartupState {
  /** Blocks waiting on each free list. */
  readonly list: number;
  readonly dict: number;
  readonly dictKeys: number;
  readonly float: number;
  /** By length; lengths that are not named have none. */
  readonly tuple: Readonly<Record<number, number>>;
  readonly int: number;
  readonly range: number;
  readonly rangeIter: number;
  readonly listIter: number;
  readonly slice: number;
  /** Size classes with a pool, ascending; blocks on free lists are in use. */
  readonly classes: readonly ClassUse[];
  /** Blocks that the C library's malloc serves. */
  readonly largeBlocks: number;
}

const none = { int: 0, range: 0, rangeIter: 0, listIter: 0, slice: 1 };

const v3_11: StartupState = {
  ...none, list: 5, dict: 8, dictKeys: 5, float: 6, tuple: { 1: 4, 2: 8, 3: 2, 4: 1, 5: 2, 6: 2, 7: 1, 9: 1, 13: 1, 15: 1, 17: 1, 19: 1 },
  classes: [
    [16, 1, 23], [32, 1, 449], [48, 2, 516], [64, 16, 3925], [80, 16, 3088], [96, 2, 203], [112, 1, 51], [128, 3, 267], [144, 1, 12], [160, 7, 645],
    [176, 1, 17], [192, 1, 18], [208, 2, 109], [224, 2, 89], [240, 1, 16], [256, 1, 25], [272, 1, 23], [288, 1, 9], [304, 1, 4], [320, 1, 5], [336, 1, 1],
    [352, 1, 4], [368, 1, 3], [400, 2, 78], [416, 1, 1], [432, 1, 3], [448, 1, 2], [480, 1, 10], [512, 1, 12],
  ],
  largeBlocks: 250,
};
const v3_12: StartupState = {
  ...none, list: 7, dict: 9, dictKeys: 5, float: 3, tuple: { 1: 5, 2: 8, 3: 2, 4: 1, 5: 1, 6: 1, 11: 1, 13: 1, 14: 1, 17: 1 },
  classes: [
    [16, 1, 29], [32, 1, 493], [48, 5, 1446], [64, 13, 3231], [80, 15, 2912], [96, 1, 143], [112, 1, 29], [128, 2, 250], [144, 1, 9], [160, 7, 631],
    [176, 1, 14], [192, 1, 11], [208, 2, 109], [224, 2, 90], [240, 1, 13], [256, 1, 19], [272, 1, 22], [288, 1, 5], [304, 1, 4], [320, 1, 1], [336, 1, 4],
    [352, 1, 5], [384, 1, 1], [400, 3, 83], [416, 1, 2], [432, 1, 1], [448, 1, 2], [464, 1, 5], [480, 1, 4], [496, 1, 1], [512, 1, 14],
  ],
  largeBlocks: 289,
};
const v3_13: StartupState = {
  ...none, list: 10, dict: 12, dictKeys: 5, float: 3,
  tuple: { 1: 5, 2: 3, 3: 3, 6: 2, 7: 4, 8: 2, 10: 4, 11: 2, 12: 8, 13: 2, 14: 1, 15: 2, 16: 2, 18: 3, 19: 1 },
  classes: [
    [16, 1, 28], [32, 2, 595], [48, 9, 2966], [64, 21, 5291], [80, 18, 3637], [96, 3, 426], [112, 2, 198], [128, 3, 353], [144, 1, 62], [160, 7, 711],
    [176, 1, 62], [192, 1, 46], [208, 3, 168], [224, 3, 170], [240, 2, 88], [256, 2, 107], [272, 2, 73], [288, 2, 53], [304, 1, 41], [320, 2, 60],
    [336, 1, 32], [352, 1, 34], [368, 1, 27], [384, 1, 19], [400, 4, 125], [416, 1, 14], [432, 1, 12], [448, 1, 13], [464, 1, 17], [480, 1, 14],
    [496, 1, 9], [512, 1, 20],
  ],
  largeBlocks: 423,
};
const v3_14: StartupState = {
  ...v3_13, int: 43, range: 1, rangeIter: 1, listIter: 4,
  tuple: { 1: 5, 2: 1, 3: 2, 5: 1, 7: 4, 9: 1, 11: 4, 12: 4, 13: 8, 14: 1, 15: 2, 16: 3, 18: 6, 19: 1 },
  classes: [
    [16, 1, 28], [32, 2, 611], [48, 8, 2406], [64, 23, 5730], [80, 20, 3889], [96, 4, 511], [112, 2, 222], [128, 3, 361], [144, 1, 76], [160, 2, 146],
    [176, 7, 635], [192, 1, 54], [208, 2, 121], [224, 3, 173], [240, 2, 81], [256, 2, 91], [272, 2, 98], [288, 2, 63], [304, 1, 32], [320, 2, 55],
    [336, 2, 54], [352, 1, 19], [368, 1, 31], [384, 1, 25], [400, 4, 141], [416, 1, 17], [432, 1, 15], [448, 1, 13], [464, 1, 10], [480, 1, 15],
    [496, 1, 13], [512, 1, 21],
  ],
};
const v3_15: StartupState = {
  ...v3_14, int: 42, listIter: 0,
  tuple: { 1: 5, 2: 2, 3: 1, 6: 1, 9: 1, 11: 6, 12: 4, 13: 9, 15: 2, 16: 1, 17: 1, 18: 4, 19: 1, 20: 1 },
  classes: [
    [16, 1, 28], [32, 2, 558], [48, 8, 2438], [64, 24, 5893], [80, 20, 3947], [96, 4, 527], [112, 2, 234], [128, 4, 414], [144, 1, 82], [160, 2, 150],
    [176, 8, 657], [192, 1, 57], [208, 2, 125], [224, 3, 180], [240, 2, 77], [256, 2, 90], [272, 2, 93], [288, 2, 76], [304, 1, 38], [320, 2, 56],
    [336, 2, 57], [352, 1, 21], [368, 1, 33], [384, 1, 24], [400, 4, 149], [416, 1, 21], [432, 1, 11], [448, 1, 16], [464, 1, 14], [480, 1, 16],
    [496, 1, 15], [512, 1, 23],
  ],
};

export const STARTUP_STATES: Readonly<Record<PythonVersion, StartupState>> = { '3.11': v3_11, '3.12': v3_12, '3.13': v3_13, '3.14': v3_14, '3.15': v3_15 };

/**
 * 3.11: how many references a fresh interpreter has to objects that count from an ordinary number (singletons, static types), and how many of those that
 * count from 999 999 999 (small ints by value, the empty str, bytes and tuple). Types that are not named have OTHER_TYPE_REFERENCES. Start-up depends on
 * the installation: these are the figures of the recorded one where known, else those of a plain 3.11.7.
 */
export const STARTUP_REFERENCES = {
  singletons: { None: 3714, True: 409, False: 387, Ellipsis: 16, NotImplemented: 5 },
  types: {
    int: 100, str: 129, list: 47, dict: 62, type: 62, object: 1137, Exception: 133, float: 54, tuple: 106, set: 53, bytes: 81, bool: 31, ValueError: 24,
    frozenset: 40, range: 29, complex: 39, bytearray: 87, BaseException: 118,
  },
  empty: { tuple: 71, str: 41, bytes: 69 },
  ints: { 0: 147, 1: 68, 2: 198, 3: 82, 256: 13 },
} as const;
export const OTHER_TYPE_REFERENCES = 8;
