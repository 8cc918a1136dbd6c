// What a real interpreter's start-up leaves in its memory for the program to find: dead objects on the free lists, and small blocks in use in the pool that
// serves the smallest requests. Measured with sys.getallocatedblocks() and id() on each version (PYTHONHASHSEED=0).
import type { PythonVersion } from '../api.ts';

/** Blocks waiting on each free list when the program starts. */
export interface StartupState {
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
  /** Blocks of 16 bytes that are in use in the pool serving them. */
  readonly smallestBlocks: number;
}

const v3_12: StartupState = {
  list: 63, dict: 48, dictKeys: 9, float: 3, tuple: { 1: 43, 2: 46, 3: 1 }, int: 0, range: 0, rangeIter: 0, listIter: 0, slice: 1, smallestBlocks: 13,
};
const v3_14: StartupState = {
  list: 67, dict: 50, dictKeys: 9, float: 3, tuple: { 1: 73, 2: 46, 3: 1 }, int: 43, range: 1, rangeIter: 1, listIter: 4, slice: 1, smallestBlocks: 14,
};

export const STARTUP_STATES: Readonly<Record<PythonVersion, StartupState>> = {
  '3.11': { ...v3_12, dict: 45, float: 6, smallestBlocks: 19 },
  '3.12': v3_12,
  '3.13': { ...v3_12, dict: 48, dictKeys: 7, smallestBlocks: 14 },
  '3.14': v3_14,
  '3.15': { ...v3_14, int: 42, listIter: 0 },
};
