// Optimizations inside basic blocks (CPython Python/flowgraph.c: optimize_basic_block, optimize_load_const;
// 3.13, with 3.14's folding of constants).
import type { Operator, UnaryOperator } from '../parser/ast.ts';
import type { Const } from './code-unit.ts';
import { COMMON_VALUES } from './const-table.ts';
import type { ConstTable } from './const-table.ts';
import { foldBinary, foldSubscript, foldUnary } from './constant-folding.ts';
import { constKey, FALSE, isTrue, TRUE } from './constants.ts';
import type { CompilerFeatures } from './features.ts';
import { blocksFrom, hasTarget } from './flow-graph.ts';
import type { Block } from './flow-graph.ts';
import { Instruction, NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';
import { optimizeSwaps } from './optimize-swaps.ts';

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
