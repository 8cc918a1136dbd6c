// Optimizations inside basic blocks (CPython Python/flowgraph.c: optimize_basic_block, optimize_load_const, swaptimize,
// insert_superinstructions; 3.13, with 3.14's folding of constants).
import type { Operator, UnaryOperator } from '../parser/ast.ts';
import type { Const } from './code-unit.ts';
import { foldBinary, foldSubscript, foldUnary } from './constant-folding.ts';
import { FALSE, NONE, TRUE, constKey, intConst, isTrue, strConst } from './constants.ts';
import type { ConstCache } from './constants.ts';
import type { CompilerFeatures } from './features.ts';
import { blocksFrom, hasTarget, removeNops } from './flow-graph.ts';
import type { Block } from './flow-graph.ts';
import { Instruction, NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';

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

/** What LOAD_COMMON_CONSTANT pushes, by its argument, where that is a constant of the language (3.15). */
const { NONE: COMMON_NONE, EMPTY_STR, TRUE: COMMON_TRUE, FALSE: COMMON_FALSE, MINUS_ONE } = op.CommonConstant;
const COMMON_VALUES: readonly (Const | null)[] = Array.from({ length: MINUS_ONE + 1 }, (_, which) => {
  switch (which) {
    case COMMON_NONE: return NONE;
    case EMPTY_STR: return strConst('');
    case COMMON_TRUE: return TRUE;
    case COMMON_FALSE: return FALSE;
    case MINUS_ONE: return intConst(-1);
    default: return null;
  }
});

/** Smallest display of constants that is built from one tuple constant (3.14). */
const MIN_CONST_DISPLAY = 3;
const STACK_USE_GUIDELINE = 30;

/** Runs all block optimizations. */
export function optimizeBlocks(entry: Block, consts: ConstTable, features: CompilerFeatures): void {
  const optimizer = new BlockOptimizer(consts, features);
  if (features.foldInFlowGraph) for (const block of blocksFrom(entry)) optimizer.loadConsts(block);
  for (const block of blocksFrom(entry)) {
    optimizer.peephole(block);
    optimizeSwaps(block);
  }
}

class BlockOptimizer {
  private readonly consts: ConstTable;
  private readonly features: CompilerFeatures;

  constructor(consts: ConstTable, features: CompilerFeatures) {
    this.consts = consts;
    this.features = features;
  }

  /** 3.14's separate pass over constant loads. */
  loadConsts(block: Block): void {
    let previous: { op: number; value: Const } | null = null;
    for (let i = 0; i < block.instructions.length; i++) {
      const instruction = block.instructions[i];
      if (instruction === undefined) return;
      const value = this.consts.loaded(instruction);
      if (value !== null) this.makeImmediate(instruction, value);
      const isCopy = previous?.op === op.LOAD_CONST && instruction.op === op.COPY && instruction.arg === 1;
      if (!isCopy) previous = value === null ? null : { op: instruction.op, value };
      if (previous !== null) this.loadConst(block, i, previous.value);
    }
  }

  /** A value that needs no place among the constants: a small int, or (3.15) one that every interpreter keeps. */
  private makeImmediate(instruction: Instruction, value: Const): boolean {
    if (this.features.smallIntImmediates && value.t === 'int' && value.v >= 0n && value.v <= 255n) {
      instruction.set(op.LOAD_SMALL_INT, Number(value.v));
      return true;
    }
    const common = this.features.commonConstants ? COMMON_VALUES.findIndex((each) => each !== null && constKey(each) === constKey(value)) : -1;
    if (common >= 0) instruction.set(op.LOAD_COMMON_CONSTANT, common);
    return common >= 0;
  }

  private makeLoad(instruction: Instruction, value: Const): void {
    if (!this.makeImmediate(instruction, value)) instruction.set(op.LOAD_CONST, this.consts.index(value));
  }

  /** A constant (or copy of one) at `i`, and what follows. */
  private loadConst(block: Block, i: number, value: Const): void {
    const instruction = block.instructions[i];
    const next = block.instructions[i + 1];
    if (instruction === undefined || next === undefined) return;
    switch (next.op) {
      case op.POP_JUMP_IF_FALSE:
      case op.POP_JUMP_IF_TRUE:
      case op.JUMP_IF_FALSE:
      case op.JUMP_IF_TRUE: {
        if (next.op === op.POP_JUMP_IF_FALSE || next.op === op.POP_JUMP_IF_TRUE) instruction.set(op.NOP);
        const onTrue = next.op === op.POP_JUMP_IF_TRUE || next.op === op.JUMP_IF_TRUE;
        if (isTrue(value) === onTrue) {
          next.op = op.JUMP;
        } else {
          next.set(op.NOP);
          next.target = null;
        }
        return;
      }
      case op.IS_OP:
        return this.compareWithNone(block, i, value);
      case op.TO_BOOL:
        instruction.set(op.NOP);
        return next.set(op.LOAD_CONST, this.consts.index(isTrue(value) ? TRUE : FALSE));
      case op.RETURN_VALUE:
        if (!this.features.returnConst || instruction.op !== op.LOAD_CONST) return;
        next.set(op.RETURN_CONST, instruction.arg);
        return instruction.set(op.NOP);
      default:
        return;
    }
  }

  /** `x is None` before a jump is POP_JUMP_IF_NONE. */
  private compareWithNone(block: Block, i: number, value: Const): void {
    if (value.t !== 'none') return;
    const load = block.instructions[i];
    const is = block.instructions[i + 1];
    let jump = block.instructions[i + 2];
    if (load === undefined || is === undefined || jump === undefined) return;
    if (jump.op === op.TO_BOOL) {
      jump.set(op.NOP);
      jump = block.instructions[i + 3];
      if (jump === undefined) return;
    }
    if (jump.op !== op.POP_JUMP_IF_FALSE && jump.op !== op.POP_JUMP_IF_TRUE) return;
    const notNone = (is.arg === 1) !== (jump.op === op.POP_JUMP_IF_FALSE);
    load.set(op.NOP);
    is.set(op.NOP);
    jump.op = notNone ? op.POP_JUMP_IF_NOT_NONE : op.POP_JUMP_IF_NONE;
  }

  peephole(block: Block): void {
    let previousLoad: Const | null = null;
    for (let i = 0; i < block.instructions.length; i++) {
      const instruction = block.instructions[i];
      if (instruction === undefined) return;
      if (!this.features.foldInFlowGraph) {
        // Up to 3.13, constant loads are looked at in the same pass; a copy of one counts as one.
        const isCopy = previousLoad !== null && instruction.op === op.COPY && instruction.arg === 1;
        if (!isCopy) previousLoad = instruction.op === op.LOAD_CONST ? this.consts.loaded(instruction) : null;
        if (previousLoad !== null) {
          this.loadConst(block, i, previousLoad);
          continue;
        }
      }
      if (this.instruction(block, i, instruction)) i--;
    }
  }

  /** Answers true if the instruction at `i` must be looked at again. */
  private instruction(block: Block, i: number, instruction: Instruction): boolean {
    const next = block.instructions[i + 1];
    const nextOp = next?.op ?? -1;
    const { arg } = instruction;
    switch (instruction.op) {
      case op.BUILD_TUPLE:
        this.buildTuple(block, i, instruction, next);
        return false;
      case op.BUILD_LIST:
      case op.BUILD_SET:
        if (this.features.foldInFlowGraph) this.buildListOrSet(block, i, instruction, nextOp);
        return false;
      case op.POP_JUMP_IF_NONE:
      case op.POP_JUMP_IF_NOT_NONE:
      case op.POP_JUMP_IF_FALSE:
      case op.POP_JUMP_IF_TRUE:
      case op.JUMP:
      case op.JUMP_NO_INTERRUPT:
      case op.JUMP_IF_FALSE:
      case op.JUMP_IF_TRUE:
        return threadJump(block, instruction);
      case op.STORE_FAST:
        // Of two stores into one variable the first only drops its value.
        if (next !== undefined && nextOp === op.STORE_FAST && next.arg === arg && next.at.lineno === instruction.at.lineno) {
          instruction.set(op.POP_TOP);
        }
        return false;
      case op.SWAP:
        if (arg === 1) instruction.set(op.NOP);
        return false;
      case op.LOAD_GLOBAL:
        if (nextOp === op.PUSH_NULL && (arg & 1) === 0) {
          instruction.arg = arg | 1;
          next?.set(op.NOP);
        }
        return false;
      case op.COMPARE_OP:
        if (nextOp === op.TO_BOOL) {
          instruction.set(op.NOP);
          next?.set(op.COMPARE_OP, arg | 16);
        }
        return false;
      case op.CONTAINS_OP:
      case op.IS_OP:
        if (nextOp === op.TO_BOOL) {
          next?.set(instruction.op, arg);
          instruction.set(op.NOP);
        } else if (nextOp === op.UNARY_NOT && this.features.foldInFlowGraph) {
          next?.set(instruction.op, arg ^ 1);
          instruction.set(op.NOP);
        }
        return false;
      case op.TO_BOOL:
        if (nextOp === op.TO_BOOL) instruction.set(op.NOP);
        return false;
      case op.UNARY_NOT:
        if (nextOp === op.TO_BOOL) {
          instruction.set(op.NOP);
          next?.set(op.UNARY_NOT);
          return false;
        }
        if (nextOp === op.UNARY_NOT) {
          instruction.set(op.NOP);
          next?.set(op.NOP);
          return false;
        }
        this.unary(block, i, instruction, 'Not');
        return false;
      case op.UNARY_INVERT:
        this.unary(block, i, instruction, 'Invert');
        return false;
      case op.UNARY_NEGATIVE:
        this.unary(block, i, instruction, 'USub');
        return false;
      case op.CALL_INTRINSIC_1:
        this.intrinsic(block, i, instruction, nextOp);
        return false;
      case op.BINARY_OP:
        this.binary(block, i, instruction);
        return false;
      default:
        return false;
    }
  }

  /** The `count` constant loads right before index `end`, NOPs aside, or null. */
  private constantLoads(block: Block, end: number, count: number): { at: Instruction; value: Const }[] | null {
    const loads: { at: Instruction; value: Const }[] = [];
    for (let i = end - 1; i >= 0 && loads.length < count; i--) {
      const instruction = block.instructions[i];
      if (instruction === undefined || instruction.op === op.NOP) continue;
      const value = this.consts.loaded(instruction);
      if (value === null) return null;
      loads.push({ at: instruction, value });
    }
    return loads.length === count ? loads.reverse() : null;
  }

  private buildTuple(block: Block, i: number, instruction: Instruction, next: Instruction | undefined): void {
    const size = instruction.arg;
    if (next !== undefined && next.op === op.UNPACK_SEQUENCE && next.arg === size) {
      if (size === 1) {
        instruction.set(op.NOP);
        return next.set(op.NOP);
      }
      if (size === 2 || size === 3) {
        instruction.set(op.NOP);
        next.op = op.SWAP;
        return;
      }
    }
    if (this.features.foldInFlowGraph && size > STACK_USE_GUIDELINE) return;
    const loads = this.constantLoads(block, i, size);
    if (loads === null) return;
    if (!this.features.foldInFlowGraph && !this.adjacent(block, i, loads.length)) return;
    this.dropLoads(loads.map((load) => load.at));
    this.makeLoad(instruction, { t: 'tuple', items: loads.map((load) => load.value), madeBy: 'compiler' });
  }

  /** Up to 3.13, NOPs in between prevent the folding of a tuple. */
  private adjacent(block: Block, end: number, count: number): boolean {
    if (end < count) return false;
    return block.instructions.slice(end - count, end).every((instruction) => instruction.op === op.LOAD_CONST);
  }

  private dropLoads(instructions: readonly Instruction[]): void {
    for (const instruction of instructions) {
      instruction.set(op.NOP);
      if (this.features.foldInFlowGraph) instruction.at = NO_LOCATION;
    }
  }

  /** 3.14: displays of constants; lists that are only iterated over or searched become tuples. */
  private buildListOrSet(block: Block, i: number, instruction: Instruction, nextOp: number): void {
    const searched = nextOp === op.GET_ITER || nextOp === op.CONTAINS_OP;
    const size = instruction.arg;
    if (size > STACK_USE_GUIDELINE || (size < MIN_CONST_DISPLAY && !searched)) return;
    const loads = this.constantLoads(block, i, size);
    const isList = instruction.op === op.BUILD_LIST;
    if (loads === null) {
      if (searched && isList) instruction.op = op.BUILD_TUPLE;
      return;
    }
    const items = loads.map((load) => load.value);
    const index = this.consts.index({ t: isList ? 'tuple' : 'frozenset', items, madeBy: 'compiler' });
    this.dropLoads(loads.map((load) => load.at));
    if (searched) return instruction.set(op.LOAD_CONST, index);
    const first = block.instructions[i - 2];
    const second = block.instructions[i - 1];
    if (first === undefined || second === undefined) return;
    first.at = instruction.at;
    first.set(instruction.op, 0);
    second.set(op.LOAD_CONST, index);
    instruction.set(isList ? op.LIST_EXTEND : op.SET_UPDATE, 1);
  }

  private unary(block: Block, i: number, instruction: Instruction, operator: UnaryOperator): void {
    if (!this.features.foldInFlowGraph) return;
    const [load] = this.constantLoads(block, i, 1) ?? [];
    if (load === undefined) return;
    const value = foldUnary(operator, load.value);
    if (value === null) return;
    this.dropLoads([load.at]);
    this.makeLoad(instruction, value === load.value ? value : madeHere(value));
  }

  private binary(block: Block, i: number, instruction: Instruction): void {
    if (!this.features.foldInFlowGraph) return;
    const [left, right] = this.constantLoads(block, i, 2) ?? [];
    if (left === undefined || right === undefined) return;
    const operator = OPERATORS[instruction.arg];
    const value = instruction.arg === op.BinaryOperator.SUBSCR
      ? foldSubscript(left.value, right.value)
      : operator === undefined ? null : foldBinary(left.value, operator, right.value, true);
    if (value === null) return;
    this.dropLoads([left.at, right.at]);
    const isItem = left.value.t === 'tuple' && left.value.items.includes(value);
    this.makeLoad(instruction, isItem ? value : madeHere(value));
  }

  private intrinsic(block: Block, i: number, instruction: Instruction, nextOp: number): void {
    if (instruction.arg === op.Intrinsic1.LIST_TO_TUPLE) {
      if (!this.features.foldInFlowGraph) return;
      if (nextOp === op.GET_ITER) instruction.set(op.NOP);
      else this.listToTuple(block, i, instruction);
    } else if (instruction.arg === op.Intrinsic1.UNARY_POSITIVE) {
      this.unary(block, i, instruction, 'UAdd');
    }
  }

  /** BUILD_LIST 0, (constant, LIST_APPEND 1)…, LIST_TO_TUPLE is a tuple constant. */
  private listToTuple(block: Block, end: number, intrinsic: Instruction): void {
    const items: Const[] = [];
    const used: Instruction[] = [];
    let expectAppend = true;
    for (let i = end - 1; i >= 0; i--) {
      const instruction = block.instructions[i];
      if (instruction === undefined || instruction.op === op.NOP) continue;
      used.push(instruction);
      if (instruction.op === op.BUILD_LIST && instruction.arg === 0) {
        if (!expectAppend) return;
        this.dropLoads(used);
        return this.makeLoad(intrinsic, { t: 'tuple', items: items.reverse(), madeBy: 'compiler' });
      }
      if (expectAppend) {
        if (instruction.op !== op.LIST_APPEND || instruction.arg !== 1) return;
      } else {
        const value = this.consts.loaded(instruction);
        if (value === null) return;
        items.push(value);
      }
      expectAppend = !expectAppend;
    }
  }
}

/** The result of folding: no literal of the source, so the tree's arena does not hold it. */
function madeHere(value: Const): Const {
  switch (value.t) {
    case 'int':
    case 'float':
    case 'complex':
    case 'str':
    case 'bytes':
    case 'tuple':
      return { ...value, madeBy: 'compiler' };
    default:
      return value;
  }
}

const OPERATORS: Readonly<Record<number, Operator>> = {
  [op.BinaryOperator.ADD]: 'Add',
  [op.BinaryOperator.SUBTRACT]: 'Sub',
  [op.BinaryOperator.MULTIPLY]: 'Mult',
  [op.BinaryOperator.TRUE_DIVIDE]: 'Div',
  [op.BinaryOperator.FLOOR_DIVIDE]: 'FloorDiv',
  [op.BinaryOperator.REMAINDER]: 'Mod',
  [op.BinaryOperator.POWER]: 'Pow',
  [op.BinaryOperator.LSHIFT]: 'LShift',
  [op.BinaryOperator.RSHIFT]: 'RShift',
  [op.BinaryOperator.OR]: 'BitOr',
  [op.BinaryOperator.XOR]: 'BitXor',
  [op.BinaryOperator.AND]: 'BitAnd',
};

/** A jump to a jump goes where that one goes. Answers true if the place must be looked at again. */
function threadJump(block: Block, jump: Instruction): boolean {
  const [target] = jump.target?.instructions ?? [];
  if (target === undefined || jump.target === null || !hasTarget(target.op)) return false;
  const code = threadedOpcode(jump.op, target.op);
  if (code === 'invert') {
    jump.target = jump.target.next;
    return true;
  }
  if (code === null || jump.target === target.target) return false;
  const threaded = new Instruction(code, 0, target.at);
  threaded.target = target.target;
  jump.set(op.NOP);
  jump.target = null;
  block.instructions.push(threaded);
  return true;
}

function threadedOpcode(code: number, target: number): number | 'invert' | null {
  switch (code) {
    case op.JUMP_IF_FALSE:
    case op.JUMP_IF_TRUE:
      if (target === op.JUMP || target === code) return code;
      return target === op.JUMP_IF_FALSE || target === op.JUMP_IF_TRUE ? 'invert' : null;
    case op.JUMP:
    case op.JUMP_NO_INTERRUPT:
      if (target === op.JUMP) return op.JUMP;
      return target === op.JUMP_NO_INTERRUPT ? code : null;
    default:
      return target === op.JUMP ? code : null;
  }
}

// ---- swaps -----------------------------------------------------------------------------------------------------------

function optimizeSwaps(block: Block): void {
  for (let i = 0; i < block.instructions.length; i++) {
    if (block.instructions[i]?.op !== op.SWAP) continue;
    i = shortenSwaps(block, i);
    applyStaticSwaps(block, i);
  }
}

/** Up to 3.12: a SWAP is done away with, or shortened with those behind it; answers the index of the last one. */
export function optimizeSwap(block: Block, i: number): number {
  const instruction = block.instructions[i];
  if (instruction?.arg === 1) {
    instruction.set(op.NOP);
    return i;
  }
  const end = shortenSwaps(block, i);
  applyStaticSwaps(block, end);
  return end;
}

/** Up to 3.12: LOAD_GLOBAL right behind a PUSH_NULL pushes the NULL too. */
export function joinNullWithGlobal(block: Block, i: number): void {
  const next = block.instructions[i + 1];
  if (next?.op !== op.LOAD_GLOBAL || (next.arg & 1) !== 0) return;
  block.instructions[i]?.set(op.NOP);
  next.arg |= 1;
}

/** Replaces a run of SWAPs by the shortest one with the same effect; answers the index of its end. */
function shortenSwaps(block: Block, start: number): number {
  const run: Instruction[] = [];
  let depth = 0;
  let swaps = 0;
  for (let i = start; i < block.instructions.length; i++) {
    const instruction = block.instructions[i];
    if (instruction === undefined || (instruction.op !== op.SWAP && instruction.op !== op.NOP)) break;
    run.push(instruction);
    if (instruction.op !== op.SWAP) continue;
    swaps++;
    depth = Math.max(depth, instruction.arg);
  }
  if (swaps < 2) return start;
  const stack = Array.from({ length: depth }, (_, i) => i);
  for (const { op: code, arg } of run) {
    if (code !== op.SWAP) continue;
    const top = stack[0] ?? 0;
    stack[0] = stack[arg - 1] ?? 0;
    stack[arg - 1] = top;
  }
  const VISITED = -1;
  let current = run.length - 1;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === VISITED || stack[i] === i) continue;
    for (let j = i; ; ) {
      if (j > 0) run[current--]?.set(op.SWAP, j + 1);
      const next = stack[j] ?? VISITED;
      if (next === VISITED) break;
      stack[j] = VISITED;
      j = next;
    }
  }
  while (current >= 0) run[current--]?.set(op.NOP);
  return start + run.length - 1;
}

function isSwappable(code: number): boolean {
  return code === op.STORE_FAST || code === op.STORE_FAST_MAYBE_NULL || code === op.POP_TOP;
}

function storesTo(instruction: Instruction | undefined): number {
  if (instruction === undefined) return -1;
  return instruction.op === op.STORE_FAST || instruction.op === op.STORE_FAST_MAYBE_NULL ? instruction.arg : -1;
}

function nextSwappable(block: Block, start: number, line: number): number {
  for (let i = start + 1; i < block.instructions.length; i++) {
    const instruction = block.instructions[i];
    // Reordering across lines would be visible to tracing.
    if (instruction === undefined || (line >= 0 && instruction.at.lineno !== line)) return -1;
    if (instruction.op === op.NOP) continue;
    return isSwappable(instruction.op) ? i : -1;
  }
  return -1;
}

/** Swaps the two instructions that take the values instead of the values: from `end` leftwards. */
function applyStaticSwaps(block: Block, end: number): void {
  for (let i = end; i >= 0; i--) {
    const swap = block.instructions[i];
    if (swap === undefined) return;
    if (swap.op !== op.SWAP) {
      if (swap.op === op.NOP || isSwappable(swap.op)) continue;
      return;
    }
    const j = nextSwappable(block, i, -1);
    if (j < 0) return;
    let k = j;
    const line = block.instructions[j]?.at.lineno ?? -1;
    for (let count = swap.arg - 1; count > 0; count--) {
      k = nextSwappable(block, k, line);
      if (k < 0) return;
    }
    if (!mayReorder(block, j, k)) return;
    swap.set(op.NOP);
    const first = block.instructions[j];
    const second = block.instructions[k];
    if (first === undefined || second === undefined) return;
    block.instructions[j] = second;
    block.instructions[k] = first;
  }
}

function mayReorder(block: Block, j: number, k: number): boolean {
  const storeJ = storesTo(block.instructions[j]);
  const storeK = storesTo(block.instructions[k]);
  if (storeJ < 0 && storeK < 0) return true;
  if (storeJ === storeK) return false;
  for (let i = j + 1; i < k; i++) {
    const store = storesTo(block.instructions[i]);
    if (store >= 0 && (store === storeJ || store === storeK)) return false;
  }
  return true;
}

// ---- superinstructions -----------------------------------------------------------------------------------------------

/** Joins neighbouring loads and stores of fast locals on one line. */
export function insertSuperinstructions(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    block.instructions.forEach((instruction, i) => {
      const next = block.instructions[i + 1];
      if (next === undefined) return;
      const code = superinstruction(instruction.op, next.op);
      if (code === null || instruction.arg >= 16 || next.arg >= 16) return;
      const line = instruction.at.lineno;
      if (line >= 0 && next.at.lineno >= 0 && line !== next.at.lineno) return;
      instruction.set(code, (instruction.arg << 4) | next.arg);
      next.set(op.NOP);
    });
  }
  removeNops(entry);
}

function superinstruction(first: number, second: number): number | null {
  if (first === op.LOAD_FAST) return second === op.LOAD_FAST ? op.LOAD_FAST_LOAD_FAST : null;
  if (first !== op.STORE_FAST) return null;
  if (second === op.LOAD_FAST) return op.STORE_FAST_LOAD_FAST;
  return second === op.STORE_FAST ? op.STORE_FAST_STORE_FAST : null;
}
