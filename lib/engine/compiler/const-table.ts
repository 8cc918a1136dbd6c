// The constants of one code object while it is optimised (CPython 3.13 Python/flowgraph.c: add_const, get_const_value).
import type { Const } from './code-unit.ts';
import { FALSE, intConst, NONE, strConst, TRUE } from './constants.ts';
import type { ConstCache } from './constants.ts';
import type { Instruction } from './instructions.ts';
import * as op from './opcodes.ts';

/** What LOAD_COMMON_CONSTANT pushes, by its argument, where that is a constant of the language (3.15). */
const { NONE: COMMON_NONE, EMPTY_STR, TRUE: COMMON_TRUE, FALSE: COMMON_FALSE, MINUS_ONE } = op.CommonConstant;
export const COMMON_VALUES: readonly (Const | null)[] = Array.from({ length: MINUS_ONE + 1 }, (_, which) => {
  switch (which) {
    case COMMON_NONE: return NONE;
    case EMPTY_STR: return strConst('');
    case COMMON_TRUE: return TRUE;
    case COMMON_FALSE: return FALSE;
    case MINUS_ONE: return intConst(-1);
    default: return null;
  }
});

/** The constants of the code object while it is optimized. */
export class ConstTable {
  readonly values: Const[];
  private readonly cache: ConstCache;
  private readonly indices = new Map<Const, number>();

  constructor(values: Const[], cache: ConstCache) {
    this.values = values;
    this.cache = cache;
    values.forEach((value, i) => this.indices.set(value, i));
  }

  /** The index of `value`, added if it is new. */
  index(value: Const): number {
    const merged = this.cache.merge(value);
    const known = this.indices.get(merged);
    if (known !== undefined) return known;
    const index = this.values.length;
    this.values.push(merged);
    this.indices.set(merged, index);
    return index;
  }

  /** The constant that `instruction` loads, or null. */
  loaded(instruction: Instruction): Const | null {
    if (instruction.op === op.LOAD_CONST) return this.values[instruction.arg] ?? null;
    if (instruction.op === op.LOAD_COMMON_CONSTANT) return COMMON_VALUES[instruction.arg] ?? null;
    return instruction.op === op.LOAD_SMALL_INT ? intConst(instruction.arg) : null;
  }
}
