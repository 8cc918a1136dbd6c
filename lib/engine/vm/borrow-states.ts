// Which values of a frame are borrowed: a flow analysis over a code object's instructions, made when somebody first asks (CPython 3.14 Python/bytecodes.c:
// the stack references that instructions push, copy and move; Include/internal/pycore_stackref.h).
//
// Borrowed references start at LOAD_FAST_BORROW and, in 3.15, LOAD_CONST. They stay borrowed when they are copied (PyStackRef_DUP), stored into a local,
// moved along as a method's self or as the object of a `with`, or passed to a Python function: a parameter is as the caller passed it.
import type { CodeData } from '../objects/code.ts';
import { LEAVES_INPUTS } from '../compiler/local-checks.ts';
import * as Op from '../compiler/opcodes.ts';
import { opcodeInfo, stackPops, stackPushes } from '../compiler/opcodes.ts';

/** How a slot refers to its object: 0, 1, -1, or a parameter's (`PARAMETER + index`). */
export type BorrowState = number;
/** A reference of its own. */
const OWNED = 0;
const BORROWED = 1;
/** Borrowed if it is one of the code's constants: two ways lead here. */
export const BORROWED_CONSTANT = -1;
/** Borrowed if it is what was passed for some parameter: two ways lead here. */
export const BORROWED_PARAMETER = -2;
/** As the parameter was passed, if it is still that object. */
export const PARAMETER = 2;

/** The slots of a frame before an instruction: locals first, then the stack. */
export interface BorrowStates {
  readonly locals: readonly BorrowState[];
  readonly stack: readonly BorrowState[];
}

interface Analysis {
  /** At the start of each basic block that can be reached. */
  readonly starts: Map<number, { locals: BorrowState[]; stack: BorrowState[] }>;
  readonly handlers: Int32Array;
  /** By instruction: a block starts here. */
  readonly leaders: Uint8Array;
}

const analyses = new WeakMap<CodeData, Analysis>();

/** What is borrowed while the instruction at `at` runs. */
export function borrowStates(code: CodeData, at: number, borrowsConstants: boolean): BorrowStates {
  let analysis = analyses.get(code);
  if (analysis === undefined) analyses.set(code, (analysis = new Flow(code, borrowsConstants).run()));
  let start = at;
  while (start > 0 && analysis.leaders[start] === 0) start--;
  const known = analysis.starts.get(start);
  if (known === undefined) return { locals: [], stack: [] };
  const state = { locals: [...known.locals], stack: [...known.stack] };
  for (let i = start; i < at; i++) step(code, i, state, borrowsConstants);
  return state;
}

class Flow {
  private readonly code: CodeData;
  private readonly borrowsConstants: boolean;
  private readonly analysis: Analysis;
  private readonly depths: ReadonlyMap<number, number>;
  private readonly todo: number[] = [];

  constructor(code: CodeData, borrowsConstants: boolean) {
    this.code = code;
    this.borrowsConstants = borrowsConstants;
    const count = code.ops.length;
    this.analysis = { starts: new Map(), handlers: new Int32Array(count).fill(-1), leaders: new Uint8Array(count + 1) };
    this.depths = new Map(code.unit.exceptionTable.map((entry) => [entry.target, entry.depth + (entry.lasti ? 2 : 1)]));
    this.findBlocks();
  }

  private findBlocks(): void {
    const { leaders, handlers } = this.analysis;
    const { ops, args, unit } = this.code;
    leaders[0] = 1;
    for (let i = 0; i < ops.length; i++) {
      const { hasJump, exitsScope } = opcodeInfo(ops[i] as number);
      if (hasJump) leaders[args[i] as number] = 1;
      if (hasJump || exitsScope) leaders[i + 1] = 1;
    }
    for (const { start, end, target } of unit.exceptionTable) {
      leaders[target] = 1;
      handlers.fill(target, start, end);
    }
  }

  run(): Analysis {
    const { unit } = this.code;
    const parameters = unit.argcount + unit.kwonlyargcount;
    const locals = Array.from({ length: this.code.nlocalsplus }, (_, i) => (i < parameters ? PARAMETER + i : OWNED));
    this.reach(0, { locals, stack: [] });
    for (let start = this.todo.pop(); start !== undefined; start = this.todo.pop()) this.followBlock(start);
    return this.analysis;
  }

  private followBlock(start: number): void {
    const { code, analysis } = this;
    const known = analysis.starts.get(start);
    if (known === undefined) return;
    const state = { locals: [...known.locals], stack: [...known.stack] };
    for (let i = start; i < code.ops.length; i++) {
      const handler = analysis.handlers[i] as number;
      if (handler >= 0) this.reachHandler(handler, state);
      step(code, i, state, this.borrowsConstants);
      const { hasJump, noFallThrough, exitsScope } = opcodeInfo(code.ops[i] as number);
      if (hasJump) this.reach(code.args[i] as number, state);
      if (noFallThrough || exitsScope) return;
      if (analysis.leaders[i + 1] === 1) return this.reach(i + 1, state);
    }
  }

  /** The stack is cut, and what is pushed for the handler is owned. */
  private reachHandler(handler: number, { locals, stack }: BorrowStates): void {
    const depth = this.depths.get(handler) ?? 0;
    const cut = Array.from({ length: depth }, (_, i) => stack[i] ?? OWNED);
    this.reach(handler, { locals, stack: cut });
  }

  private reach(start: number, { locals, stack }: BorrowStates): void {
    const known = this.analysis.starts.get(start);
    if (known === undefined) this.analysis.starts.set(start, { locals: [...locals], stack: [...stack] });
    else if (![merge(known.locals, locals), merge(known.stack, stack)].includes(true)) return;
    this.todo.push(start);
  }
}

/** Joins `other` into `into`; true if that changed it. A state only ever moves towards "depends on the object". */
function merge(into: BorrowState[], other: readonly BorrowState[]): boolean {
  let changed = false;
  for (let i = 0; i < into.length; i++) {
    const a = into[i] as BorrowState;
    const b = other[i] ?? OWNED;
    const joined = a === b ? a : join(a, b);
    if (joined === a) continue;
    into[i] = joined;
    changed = true;
  }
  return changed;
}

function join(a: BorrowState, b: BorrowState): BorrowState {
  if (a === BORROWED_PARAMETER || b === BORROWED_PARAMETER || (a >= PARAMETER && b >= PARAMETER)) return BORROWED_PARAMETER;
  if (a >= PARAMETER) return a;
  return b >= PARAMETER ? b : BORROWED_CONSTANT;
}

/** One instruction's effect. */
function step(code: CodeData, i: number, { locals, stack }: { locals: BorrowState[]; stack: BorrowState[] }, borrowsConstants: boolean): void {
  const op = code.ops[i] as number;
  const arg = code.args[i] as number;
  const pop = (): BorrowState => stack.pop() ?? OWNED;
  const local = (index: number): BorrowState => locals[index] ?? OWNED;
  switch (op) {
    case Op.LOAD_FAST:
    case Op.LOAD_FAST_CHECK:
      stack.push(local(arg));
      return;
    case Op.LOAD_FAST_LOAD_FAST:
      stack.push(local(arg >> 4), local(arg & 15));
      return;
    case Op.LOAD_FAST_BORROW:
      stack.push(BORROWED);
      return;
    case Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
      stack.push(BORROWED, BORROWED);
      return;
    case Op.LOAD_FAST_AND_CLEAR:
      stack.push(local(arg));
      locals[arg] = OWNED;
      return;
    case Op.STORE_FAST:
      locals[arg] = pop();
      return;
    case Op.STORE_FAST_LOAD_FAST:
      locals[arg >> 4] = pop();
      stack.push(local(arg & 15));
      return;
    case Op.STORE_FAST_STORE_FAST:
      locals[arg >> 4] = pop();
      locals[arg & 15] = pop();
      return;
    case Op.DELETE_FAST:
    case Op.MAKE_CELL:
      locals[arg] = OWNED;
      return;
    case Op.LOAD_CONST:
      stack.push(borrowsConstants ? BORROWED : OWNED);
      return;
    case Op.GET_ITER:
    case Op.GET_YIELD_FROM_ITER: {
      const iterable = pop();
      // Without an iterator object the sequence stays as it is (3.15); an iterator is neither a constant nor what a caller passed.
      stack.push(!borrowsConstants ? OWNED : iterable === BORROWED ? BORROWED_CONSTANT : iterable);
      return;
    }
    case Op.COPY:
      stack.push(stack[stack.length - arg] ?? OWNED);
      return;
    case Op.SWAP: {
      const top = stack.length - 1;
      const below = stack.length - arg;
      [stack[below], stack[top]] = [stack[top] ?? OWNED, stack[below] ?? OWNED];
      return;
    }
    case Op.LOAD_ATTR:
    case Op.LOAD_SPECIAL:
    case Op.LOAD_SUPER_ATTR: {
      // The owner becomes the method's self as it is.
      const owner = pop();
      for (let k = stackPops(op, arg); k > 1; k--) stack.pop();
      stack.push(OWNED);
      if (stackPushes(op, arg) === 2) stack.push(owner);
      return;
    }
    default: {
      const pops = stackPops(op, arg);
      const pushes = stackPushes(op, arg);
      const kept = LEAVES_INPUTS.has(op) ? Math.min(pops, pushes) : 0;
      for (let k = pops - kept; k > 0; k--) stack.pop();
      for (let k = pushes - kept; k > 0; k--) stack.push(OWNED);
    }
  }
}
