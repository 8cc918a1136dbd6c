// From 3.12's instructions to those executed here: NULL stands behind the callable, keyword names are a value, conditions are made bools, functions get their
// attributes one by one (CPython 3.12 Python/bytecodes.c says what the instructions do).
import { blocksFrom } from './flow-graph.ts';
import type { Block } from './flow-graph.ts';
import type { Instruction } from './instructions.ts';
import * as op from './opcodes.ts';

/** Rewrites the graph of a finished unit. */
export function lower312(entry: Block): void {
  const lowering = new Lowering();
  for (const block of blocksFrom(entry)) block.instructions = lowering.block(block.instructions);
}

const { CLOSURE, ANNOTATIONS, KWDEFAULTS, DEFAULTS } = op.FunctionAttribute;

class Lowering {
  private out: Instruction[] = [];
  /** NULLs that belong before the next instruction: those that went were to have pushed them. */
  private nulls = 0;
  private hasKeywords = false;

  block(instructions: readonly Instruction[]): Instruction[] {
    this.out = [];
    for (const instruction of instructions) this.instruction(instruction);
    return this.out;
  }

  private instruction(own: Instruction): void {
    const nulls = this.nulls + own.nulls;
    this.nulls = 0;
    if (own.op === op.PUSH_NULL) {
      this.nulls = nulls;
      return;
    }
    for (let i = 0; i < nulls; i++) this.pushNull(own);
    const { arg } = own;
    switch (own.op) {
      case op.LOAD_GLOBAL:
        return this.add(own, op.LOAD_GLOBAL, arg & ~1);
      case op.KW_NAMES:
        this.hasKeywords = true;
        return this.add(own, op.LOAD_CONST, arg);
      case op.CALL:
        this.add(own, this.hasKeywords ? op.CALL_KW : op.CALL, arg + Math.min(0, own.nulls));
        this.hasKeywords = false;
        return;
      case op.COMPARE_OP:
        return this.add(own, op.COMPARE_OP, ((arg >> 4) << 5) | (arg & 15));
      case op.POP_JUMP_IF_FALSE:
      case op.POP_JUMP_IF_TRUE:
      case op.UNARY_NOT:
        this.makeBool(own);
        return this.add(own, own.op, arg);
      case op.MAKE_FUNCTION:
        this.add(own, op.MAKE_FUNCTION, 0);
        for (const attribute of [CLOSURE, ANNOTATIONS, KWDEFAULTS, DEFAULTS]) if (arg & attribute) this.add(own, op.SET_FUNCTION_ATTRIBUTE, attribute);
        return;
      case op.FORMAT_VALUE:
        return this.formatValue(own);
      case op.END_FOR:
        this.add(own, op.END_FOR, 0);
        return this.add(own, op.POP_TOP, 0);
      case op.LOAD_CLOSURE:
        return this.add(own, op.LOAD_FAST, arg);
      default:
        this.out.push(own);
    }
  }

  private add(own: Instruction, code: number, arg: number): void {
    const made = own.copy();
    made.set(code, arg);
    this.out.push(made);
  }

  /** The callable is on the stack: NULL behind it. LOAD_GLOBAL pushes both. */
  private pushNull(own: Instruction): void {
    const callable = this.out[this.out.length - 1];
    if (callable?.op === op.LOAD_GLOBAL && (callable.arg & 1) === 0) callable.arg |= 1;
    else this.add(callable ?? own, op.PUSH_NULL, 0);
  }

  private makeBool(own: Instruction): void {
    const last = this.out[this.out.length - 1];
    switch (last?.op) {
      case op.COMPARE_OP:
        last.arg |= 16;
        return;
      case op.CONTAINS_OP:
      case op.IS_OP:
      case op.UNARY_NOT:
        return;
      default:
        return this.add(own, op.TO_BOOL, 0);
    }
  }

  /** The conversion comes behind the evaluation of the format. */
  private formatValue(own: Instruction): void {
    const conversion = own.arg & 3;
    const hasSpec = (own.arg & 4) !== 0;
    if (conversion !== 0) {
      if (hasSpec) this.add(own, op.SWAP, 2);
      this.add(own, op.CONVERT_VALUE, conversion);
      if (hasSpec) this.add(own, op.SWAP, 2);
    }
    this.add(own, hasSpec ? op.FORMAT_WITH_SPEC : op.FORMAT_SIMPLE, 0);
  }
}
