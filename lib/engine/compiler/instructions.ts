// What code generation produces: a list of instructions with labels (CPython 3.13 Python/instruction_sequence.c).
import type { Position } from '../parser/ast.ts';
import type { Block } from './flow-graph.ts';
import * as op from './opcodes.ts';

/** Position of artificial instructions; they take over a neighbour's line or none. */
export const NO_LOCATION: Position = { lineno: -1, colOffset: -1, endLineno: -1, endColOffset: -1 };

/** Position of what goes with the instruction behind it (3.14). */
export const NEXT_LOCATION: Position = { lineno: -2, colOffset: -2, endLineno: -2, endColOffset: -2 };

/** A place to jump to: the index of an instruction, once it is known. */
export class Label {
  index = -1;
}

/** One instruction. `label` (codegen) and `target` (flow graph) belong to jumps and block pushes. */
export class Instruction {
  op: number;
  arg: number;
  at: Position;
  label: Label | null;
  target: Block | null = null;
  /** What the argument is where this is executed, if not `arg`: depths that count an iterator as two slots (3.15). */
  executedArg: number | null = null;
  /** The handler that covers it. */
  except: Block | null = null;
  /** Up to 3.12: NULLs that the executed code pushes before it; -1 at a call whose NULL it does without. */
  nulls = 0;
  /** Index of the version's own instruction that it stands for, once those are finished (CodeUnit.own). */
  origin = -1;

  constructor(op: number, arg: number, at: Position, label: Label | null = null) {
    this.op = op;
    this.arg = arg;
    this.at = at;
    this.label = label;
  }

  /** Becomes `op` with `arg` in place. */
  set(op: number, arg = 0): void {
    this.op = op;
    this.arg = arg;
  }

  copy(): Instruction {
    const copy = new Instruction(this.op, this.arg, this.at, this.label);
    copy.target = this.target;
    copy.except = this.except;
    copy.executedArg = this.executedArg;
    copy.origin = this.origin;
    copy.nulls = this.nulls;
    return copy;
  }
}

/** A growing list of instructions. */
export class InstructionSequence {
  readonly instructions: Instruction[] = [];
  private readonly labels: Label[] = [];

  /** A callable was pushed: its NULL belongs before what comes next. */
  nullsDue = 0;

  add(op: number, arg: number, at: Position, label: Label | null = null): Instruction {
    const instruction = new Instruction(op, arg, at, label);
    if (this.nullsDue !== 0) {
      instruction.nulls = this.nullsDue;
      this.nullsDue = 0;
    }
    this.instructions.push(instruction);
    return instruction;
  }

  /** `label` names the next instruction. */
  use(label: Label): void {
    label.index = this.instructions.length;
    this.labels.push(label);
  }

  /** The places of labels, jumped to or not. */
  labelled(): number[] {
    return this.labels.map(({ index }) => index);
  }

  /** Whether the last instruction is `code` and nothing jumps behind it. */
  endsIn(code: number): boolean {
    const { length } = this.instructions;
    return this.instructions[length - 1]?.op === code && this.labels.every((label) => label.index < length);
  }

  /** Moves what was emitted from index `from` on to behind the first instruction; nothing in it may be labelled. */
  moveToStart(from: number): void {
    const moved = this.instructions.splice(from);
    this.instructions.splice(1, 0, ...moved);
    for (const label of this.labels) if (label.index >= 1) label.index += moved.length;
  }

  /** Puts instructions before the one at `index`; labels there name it still. */
  insertAt(index: number, inserted: readonly Instruction[]): void {
    this.instructions.splice(index, 0, ...inserted);
    for (const label of this.labels) if (label.index >= index) label.index += inserted.length;
  }
}

/** Index of the first instruction that a generator's frame runs as a generator: behind what a generator expression of 3.15 does before. */
export function functionStart(instructions: readonly Instruction[]): number {
  const [first] = instructions;
  if (first?.op !== op.RESUME || first.arg !== op.ResumePoint.GENEXPR_START) return 0;
  return instructions.findIndex((instruction) => instruction.op === op.RESUME && instruction.arg === op.ResumePoint.FUNC_START);
}
