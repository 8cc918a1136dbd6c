// Analyses of fast locals over the flow graph: which loads may find an unbound local (LOAD_FAST_CHECK), and which may
// borrow their reference from the frame (3.14's LOAD_FAST_BORROW) (CPython Python/flowgraph.c:
// add_checks_for_loads_of_uninitialized_variables, optimize_load_fast).
import type { CompilerFeatures } from './features.ts';
import { blocksFrom, isBlockPush, isJump, isScopeExit, isUnconditionalJump, hasTarget } from './flow-graph.ts';
import type { Block } from './flow-graph.ts';
import type { Instruction } from './instructions.ts';
import * as op from './opcodes.ts';
import { stackPops, stackPushes } from './opcodes.ts';

/** Locals that are followed across blocks; the others only within one. */
const TRACKED_LOCALS = 64;

/** Turns LOAD_FAST into LOAD_FAST_CHECK where the local may be unbound. */
export function checkUnboundLocals(entry: Block, nlocals: number, nparams: number): void {
  if (nlocals === 0) return;
  if (nlocals > TRACKED_LOCALS) checkManyLocals(entry, nlocals);
  const todo: Block[] = [];
  for (const block of blocksFrom(entry)) block.visited = false;
  let low = 0;
  let high = 0;
  for (let i = nparams; i < Math.min(nlocals, TRACKED_LOCALS); i++) {
    if (i < 32) low |= 1 << i;
    else high |= 1 << (i - 32);
  }
  maybePush(todo, entry, low, high);
  for (const block of blocksFrom(entry)) scanBlock(todo, block);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.visited = false;
    scanBlock(todo, block);
  }
}

/** Notes that the locals in the masks may be unbound when `block` starts. */
function maybePush(todo: Block[], block: Block, low: number, high: number): void {
  const bothLow = block.unsafeLow | low;
  const bothHigh = block.unsafeHigh | high;
  if (bothLow === block.unsafeLow && bothHigh === block.unsafeHigh) return;
  block.unsafeLow = bothLow;
  block.unsafeHigh = bothHigh;
  if (block.visited) return;
  block.visited = true;
  todo.push(block);
}

function scanBlock(todo: Block[], block: Block): void {
  let low = block.unsafeLow;
  let high = block.unsafeHigh;
  for (const instruction of block.instructions) {
    if (instruction.except !== null) maybePush(todo, instruction.except, low, high);
    const effect = localEffect(instruction.op);
    if (effect === null || instruction.arg >= TRACKED_LOCALS) continue;
    const isLow = instruction.arg < 32;
    const bit = 1 << (instruction.arg & 31);
    if (instruction.op === op.LOAD_FAST && (isLow ? low : high) & bit) instruction.op = op.LOAD_FAST_CHECK;
    if (isLow) low = effect === 'unbinds' ? low | bit : low & ~bit;
    else high = effect === 'unbinds' ? high | bit : high & ~bit;
  }
  if (block.next !== null && block.fallsThrough()) maybePush(todo, block.next, low, high);
  const last = block.last();
  if (last !== null && isJump(last.op) && last.target !== null) maybePush(todo, last.target, low, high);
}

function localEffect(code: number): 'binds' | 'unbinds' | null {
  switch (code) {
    case op.DELETE_FAST:
    case op.LOAD_FAST_AND_CLEAR:
    case op.STORE_FAST_MAYBE_NULL:
      return 'unbinds';
    case op.STORE_FAST:
    case op.LOAD_FAST_CHECK:
    case op.LOAD_FAST:
      return 'binds';
    default:
      return null;
  }
}

function checkManyLocals(entry: Block, nlocals: number): void {
  const boundIn = new Int32Array(nlocals);
  let number = 0;
  for (const block of blocksFrom(entry)) {
    number++;
    for (const instruction of block.instructions) {
      if (instruction.arg < TRACKED_LOCALS) continue;
      const effect = instruction.op === op.LOAD_FAST_CHECK ? null : localEffect(instruction.op);
      if (effect === null) continue;
      if (instruction.op === op.LOAD_FAST && boundIn[instruction.arg] !== number) instruction.op = op.LOAD_FAST_CHECK;
      boundIn[instruction.arg] = effect === 'unbinds' ? number - 1 : number;
    }
  }
}

// ---- borrowed loads ------------------------------------------------------------------------------------------------------

/** A value on the simulated stack: the index of the instruction that pushed it, and the local it came from. */
interface Reference {
  readonly from: number;
  readonly local: number;
}

const NOBODY = -1;
const NO_LOCAL = -1;

/** Turns LOAD_FAST into LOAD_FAST_BORROW where the value is consumed within the block and before its local changes. */
export function borrowLoads(entry: Block, features: CompilerFeatures): void {
  for (const block of blocksFrom(entry)) block.visited = false;
  const todo: Block[] = [entry];
  entry.visited = true;
  entry.startDepth = 0;
  const reach = (block: Block | null): void => {
    if (block === null || block.visited) return;
    block.visited = true;
    todo.push(block);
  };
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    new BorrowAnalysis(block, features).run();
    for (const instruction of block.instructions) if (hasTarget(instruction.op)) reach(instruction.target);
    const last = block.last();
    const goesOn = last === null ? !features.borrowsByQuirks : !isUnconditionalJump(last.op) && !isScopeExit(last.op);
    if (goesOn) reach(block.next);
  }
}

class BorrowAnalysis {
  private readonly block: Block;
  private readonly stack: Reference[] = [];
  /** By instruction: its value must be a reference of its own. */
  private readonly strong: Uint8Array;
  /** GET_ITER may leave the iterable where it is (3.15). */
  private readonly iterablesStay: boolean;
  private readonly quirks: boolean;

  constructor(block: Block, { virtualIterators, borrowsByQuirks }: CompilerFeatures) {
    this.block = block;
    this.iterablesStay = virtualIterators;
    this.quirks = borrowsByQuirks;
    this.strong = new Uint8Array(block.instructions.length);
  }

  run(): void {
    const { instructions, ownDepth } = this.block;
    for (let i = 0; i < ownDepth; i++) this.stack.push({ from: NOBODY, local: NO_LOCAL });
    instructions.forEach((instruction, i) => this.step(instruction, i));
    // What is left for the next block needs its own reference.
    for (const { from } of this.stack) this.keep(from);
    instructions.forEach((instruction, i) => {
      if (this.strong[i] === 1) return;
      if (instruction.op === op.LOAD_FAST) instruction.op = op.LOAD_FAST_BORROW;
      else if (instruction.op === op.LOAD_FAST_LOAD_FAST) instruction.op = op.LOAD_FAST_BORROW_LOAD_FAST_BORROW;
    });
  }

  private keep(from: number): void {
    if (from !== NOBODY) this.strong[from] = 1;
  }

  private pop(): Reference {
    return this.stack.pop() ?? { from: NOBODY, local: NO_LOCAL };
  }

  private push(from: number, local = NO_LOCAL): void {
    this.stack.push({ from, local });
  }

  private killLocal(local: number): void {
    for (const reference of this.stack) if (reference.local === local) this.keep(reference.from);
  }

  private storeLocal(local: number): void {
    const value = this.pop();
    this.killLocal(local);
    this.keep(value.from);
  }

  private step({ op: code, arg }: Instruction, i: number): void {
    switch (code) {
      case op.LOAD_FAST:
        return this.push(i, arg);
      case op.LOAD_FAST_AND_CLEAR:
        this.killLocal(arg);
        return this.push(i, arg);
      case op.LOAD_FAST_LOAD_FAST:
        this.push(i, arg >> 4);
        return this.push(i, arg & 15);
      case op.STORE_FAST:
        return this.storeLocal(arg);
      case op.DELETE_FAST:
        return this.killLocal(arg);
      case op.STORE_FAST_LOAD_FAST:
        this.storeLocal(arg >> 4);
        return this.push(i, arg & 15);
      case op.STORE_FAST_STORE_FAST:
        this.storeLocal(arg >> 4);
        return this.storeLocal(arg & 15);
      case op.COPY: {
        const copied = this.stack[this.stack.length - arg];
        return this.push(copied?.from ?? NOBODY, copied?.local ?? NO_LOCAL);
      }
      case op.SWAP: {
        const below = this.stack.length - arg;
        const top = this.stack.length - 1;
        const swapped = this.stack[below];
        const last = this.stack[top];
        if (swapped === undefined || last === undefined) return;
        this.stack[below] = last;
        this.stack[top] = swapped;
        return;
      }
      case op.LOAD_ATTR:
      case op.LOAD_SUPER_ATTR: {
        const self = this.pop();
        if (code === op.LOAD_SUPER_ATTR) {
          this.pop();
          this.pop();
        }
        this.push(i);
        // A method call may push self back.
        if (arg & 1) this.push(self.from, self.local);
        return;
      }
      default:
        return this.generic(code, arg, i);
    }
  }

  private generic(code: number, arg: number, i: number): void {
    if (isBlockPush(code)) return;
    const pops = stackPops(code, arg);
    const pushes = stackPushes(code, arg);
    if (code === op.GET_ITER && this.iterablesStay) return this.push(i);
    if ((code === op.POP_ITER || code === op.END_SEND) && this.iterablesStay) this.pop();
    if (LEAVES_INPUTS.has(code)) {
      // The first of the inputs stay where they are, with the references they are.
      for (let n = pops; n > pushes; n--) this.pop();
      // CPython 3.14 numbers these pushes by a counter of their own that shadows the instruction's.
      for (let n = 0; n < pushes - pops; n++) this.push(this.quirks && LEAVES_AND_PUSHES.has(code) ? n : i);
      return;
    }
    if (code === op.CHECK_EXC_MATCH || code === op.SEND) {
      this.pop();
      return this.push(i);
    }
    if (code === op.FOR_ITER) return this.push(i);
    if (code === op.LOAD_SPECIAL) {
      const self = this.pop();
      this.push(i);
      return this.push(self.from, self.local);
    }
    for (let n = 0; n < pops; n++) this.pop();
    for (let n = 0; n < pushes; n++) this.push(i);
  }
}

/** Consume no inputs and push. */
const LEAVES_AND_PUSHES = new Set<number>([
  op.FORMAT_SIMPLE, op.GET_ANEXT, op.GET_LEN, op.GET_YIELD_FROM_ITER, op.IMPORT_FROM, op.MATCH_KEYS, op.MATCH_MAPPING, op.MATCH_SEQUENCE, op.WITH_EXCEPT_START,
]);

/** Leave the deeper of their inputs in place. */
export const LEAVES_INPUTS: ReadonlySet<number> = new Set<number>([
  ...LEAVES_AND_PUSHES, op.DICT_MERGE, op.DICT_UPDATE, op.LIST_APPEND, op.LIST_EXTEND, op.MAP_ADD, op.RERAISE,
  op.SET_ADD, op.SET_UPDATE,
]);
