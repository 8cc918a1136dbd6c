// From a unit's instruction list to its CodeUnit: optimizes the flow graph, measures the stack, lays out cells and free
// variables, resolves jumps, writes the exception table (CPython 3.13 Python/flowgraph.c _PyCfg_OptimizeCodeUnit and
// _PyCfg_OptimizedCfgToInstructionSequence; Python/assemble.c).
import { InvariantError } from '../errors.ts';
import {
  CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_HAS_DOCSTRING, CO_METHOD, CO_NESTED, CO_NEWLOCALS, CO_OPTIMIZED,
  CO_VARARGS, CO_VARKEYWORDS, GENERATOR_FLAGS, KIND_CELL, KIND_FREE, KIND_HIDDEN, KIND_LOCAL,
} from './code-unit.ts';
import type { CodeUnit, Const, ExceptionEntry, InstructionList, OwnInstructions } from './code-unit.ts';
import type { ConstCache } from './constants.ts';
import type { CompilerFeatures } from './features.ts';
import {
  addJumpBlock, blocksFrom, buildFlowGraph, hasTarget, inlineSmallBlocks, isBlockPush, isJump, isScopeExit,
  isUnconditionalJump, labelExceptionTargets, markExceptHandlers, pushColdBlocksToEnd, removeNops, removeNopsAndJumps, removeNopsAndPairs,
  removeUnreachable, resolveLines,
} from './flow-graph.ts';
import type { Block } from './flow-graph.ts';
import { Instruction, NEXT_LOCATION, NO_LOCATION, functionStart } from './instructions.ts';
import { borrowLoads, checkUnboundLocals } from './local-checks.ts';
import * as op from './opcodes.ts';
import { OPCODES } from './opcodes.ts';
import { ConstTable } from './const-table.ts';
import { insertSuperinstructions } from './superinstructions.ts';
import { optimizeBlocks } from './optimize-blocks.ts';
import { optimizeOldestGraph, removeOldestNops } from './optimize-3.11.ts';
import { optimizeOldGraph, orderOldGraph, resolveOldLines } from './optimize-3.12.ts';
import { executedEffect, jumpEffectFor, stackEffectFor } from './stack-effects.ts';
import type { Unit } from './unit.ts';

/** What assembling needs besides the unit. */
export interface AssembleOptions {
  readonly features: CompilerFeatures;
  readonly cache: ConstCache;
  readonly filename: string;
  readonly futureFlags: number;
}

/** Finishes a code object. */
export function assembleUnit(unit: Unit, options: AssembleOptions): CodeUnit {
  const { features } = options;
  const flags = codeFlags(unit, options);
  const entry = buildFlowGraph(unit.sequence, features.oldInstructions);
  const { DEPTH1, DEPTH1_315 } = op.ResumePoint;
  const depth1 = features.virtualIterators ? DEPTH1_315 : DEPTH1;
  if (!features.oldestInstructions) {
    markExceptHandlers(entry);
    labelExceptionTargets(entry, { isOld: features.oldInstructions, numbersYields: features.oldInstructions, depth1 });
  }
  if (features.oldInstructions) optimizeOld(entry, unit, options);
  else optimizeGraph(entry, unit, options);
  if (features.foldInFlowGraph) convertPseudoJumps(entry);
  const stacksize = Math.max(measureStack(entry, { features }), features.minStackSize);
  for (const block of blocksFrom(entry)) block.ownDepth = block.startDepth;
  let evalDepth = stacksize;
  // The depths of the executed code are found while handlers can still be reached.
  if (features.oldInstructions) measureStack(entry, { features, executed: true });
  else if (features.virtualIterators) evalDepth = measureStack(entry, { features: { ...features, virtualIterators: false } });
  if (features.oldestInstructions) {
    markExceptHandlers(entry);
    labelExceptionTargets(entry, { isOld: true, numbersYields: false, depth1 });
  }
  const cells = cellOffsets(unit);
  insertPrefix(entry, unit, cells, flags, features);
  fixCellOffsets(entry, unit, cells);
  convertPseudoInstructions(entry, features);
  normalizeJumps(entry, features);
  if (features.borrowLoads) borrowLoads(entry, features);
  const own = features.lower === null ? null : { ...instructionList(entry), origins: new Int32Array(0) };
  features.lower?.(entry);
  if (features.oldestInstructions) {
    // 3.11 looks whether a local is bound as it loads it.
    checkUnboundLocals(entry, unit.varnames.size, unit.scope.params.length);
    insertSuperinstructions(entry);
  }
  if (features.oldInstructions) evalDepth = measureStack(entry, { features: { ...features, oldInstructions: false, oldestInstructions: false, sendHandler: true }, keepStarts: true });
  return codeUnit(entry, unit, { stacksize, evalDepth, flags, filename: options.filename, features, own });
}

function codeFlags(unit: Unit, { features, futureFlags }: AssembleOptions): number {
  const { scope } = unit;
  let flags = futureFlags;
  if (!scope.functionLike) return flags;
  flags |= CO_NEWLOCALS | CO_OPTIMIZED;
  if (scope.nested) flags |= CO_NESTED;
  if (scope.generator) flags |= scope.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
  else if (scope.coroutine) flags |= CO_COROUTINE;
  if (scope.varargs) flags |= CO_VARARGS;
  if (scope.varkeywords) flags |= CO_VARKEYWORDS;
  if (features.docstringFlag && unit.hasDocstring) flags |= CO_HAS_DOCSTRING;
  if (features.docstringFlag && scope.isMethod) flags |= CO_METHOD;
  return flags;
}

function optimizeGraph(entry: Block, unit: Unit, { features, cache }: AssembleOptions): void {
  const consts = new ConstTable(unit.consts, cache);
  inlineSmallBlocks(entry);
  removeUnreachable(entry);
  resolveLines(entry, features.evalBreaksGetLines);
  optimizeBlocks(entry, consts, features);
  removeNopsAndPairs(entry);
  removeUnreachable(entry);
  removeNopsAndJumps(entry);
  removeUnusedConsts(entry, unit.consts, features.dropsUnusedConsts);
  const nparams = unit.scope.params.length;
  checkUnboundLocals(entry, unit.varnames.size, nparams);
  if (features.superinstructions) insertSuperinstructions(entry);
  if (pushColdBlocksToEnd(entry, op.JUMP_NO_INTERRUPT, 1)) removeNopsAndJumps(entry);
  resolveLines(entry, features.evalBreaksGetLines);
}

/** Up to 3.12. */
function optimizeOld(entry: Block, unit: Unit, { features, cache }: AssembleOptions): void {
  const consts = new ConstTable(unit.consts, cache);
  if (features.oldestInstructions) optimizeOldestGraph(entry, consts);
  else optimizeOldGraph(entry, consts);
  removeUnusedConsts(entry, unit.consts, features.dropsUnusedConsts);
  if (features.oldestInstructions) return resolveOldLines(entry, { firstlineno: unit.firstlineno, backwards: true });
  checkUnboundLocals(entry, unit.varnames.size, unit.scope.params.length);
  orderOldGraph(entry, unit.firstlineno);
}

/** Drops constants that nothing loads any more (or only those at the end); the first may be the docstring and stays. */
function removeUnusedConsts(entry: Block, consts: Const[], everywhere: boolean): void {
  const used = new Set<number>([0]);
  for (const block of blocksFrom(entry)) {
    for (const { op: code, arg } of block.instructions) if (OPCODES[code]?.hasConst === true) used.add(arg);
  }
  if (!everywhere) for (let index = Math.max(...used); index > 0; index--) used.add(index);
  const order = [...used].sort((a, b) => a - b).filter((index) => index < consts.length);
  if (order.length === consts.length) return;
  const renumbered = new Map(order.map((index, i) => [index, i]));
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      if (OPCODES[instruction.op]?.hasConst === true) instruction.arg = renumbered.get(instruction.arg) ?? 0;
    }
  }
  const kept = order.flatMap((index) => consts[index] ?? []);
  consts.splice(0, consts.length, ...kept);
}

/** 3.14: JUMP_IF_… keep their value: copy it, make a bool of it, jump. */
function convertPseudoJumps(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    const last = block.last();
    if (last === null || (last.op !== op.JUMP_IF_FALSE && last.op !== op.JUMP_IF_TRUE)) continue;
    last.op = last.op === op.JUMP_IF_FALSE ? op.POP_JUMP_IF_FALSE : op.POP_JUMP_IF_TRUE;
    const at = block.instructions.length - 1;
    const copy = new Instruction(op.COPY, 1, last.at);
    const toBool = new Instruction(op.TO_BOOL, 0, last.at);
    copy.except = last.except;
    toBool.except = last.except;
    block.instructions.splice(at, 0, copy, toBool);
  }
}

/** How to measure. */
interface MeasureOptions {
  readonly features: CompilerFeatures;
  /** Depths of the executed code, of the version's instructions. */
  readonly executed?: boolean;
  /** Depths are known where they are, at handlers too. */
  readonly keepStarts?: boolean;
}

/** The deepest stack on any path; sets every block's depth on entry (calculate_stackdepth). */
function measureStack(entry: Block, { features, executed = false, keepStarts = false }: MeasureOptions): number {
  const todo: Block[] = [];
  for (const block of blocksFrom(entry)) {
    if (!keepStarts) block.startDepth = -1;
    else if (block.startDepth >= 0) todo.push(block);
  }
  const reach = (block: Block | null, depth: number): void => {
    if (block === null || block.startDepth >= 0) return;
    block.startDepth = depth;
    todo.push(block);
  };
  const effectOf = (instruction: Instruction): number => {
    return executed ? executedEffect(features, instruction) : stackEffectFor(features, instruction.op, instruction.arg);
  };
  let deepest = 0;
  reach(entry, 0);
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    let depth = block.startDepth;
    let ended = false;
    for (const instruction of block.instructions) {
      const { op: code, target } = instruction;
      const effect = effectOf(instruction);
      const after = isBlockPush(code) ? depth : depth + effect;
      if (after < 0) throw new InvariantError(`stack underflow at ${OPCODES[code]?.name ?? code}`);
      if (code !== op.CLEANUP_THROW || features.sendHandler) {
        deepest = Math.max(deepest, depth, after);
      }
      if (hasTarget(code)) reach(target, depth + effect + jumpEffectFor(features, code, instruction.arg) - stackEffectFor(features, code, instruction.arg));
      depth = after;
      if (isUnconditionalJump(code) || isScopeExit(code)) {
        ended = true;
        break;
      }
    }
    if (!ended) reach(block.next, depth);
  }
  return deepest;
}

// ---- cells -------------------------------------------------------------------------------------------------------------

/** Where each cell and free variable lies among the fast locals, arguments that are cells at their own place. */
function cellOffsets(unit: Unit): number[] {
  const { varnames, cellvars, freevars } = unit;
  const offsets = Array.from({ length: cellvars.size + freevars.size }, (_, i) => varnames.size + i);
  for (const [name, index] of cellvars) {
    const local = varnames.get(name);
    if (local !== undefined) offsets[index] = local;
  }
  return offsets;
}

function insertPrefix(entry: Block, unit: Unit, offsets: readonly number[], flags: number, features: CompilerFeatures): void {
  const prefix: Instruction[] = [];
  if (unit.freevars.size > 0) prefix.push(new Instruction(op.COPY_FREE_VARS, unit.freevars.size, NO_LOCATION));
  const cells = Array.from({ length: unit.cellvars.size }, (_, i) => i);
  cells.sort((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0));
  for (const cell of cells) prefix.push(new Instruction(op.MAKE_CELL, cell, NO_LOCATION));
  if (flags & GENERATOR_FLAGS) {
    const at = { lineno: unit.firstlineno, endLineno: unit.firstlineno, colOffset: -1, endColOffset: -1 };
    const popAt = features.oldInstructions && !features.oldestInstructions ? NO_LOCATION : at;
    const generator = [new Instruction(op.RETURN_GENERATOR, 0, at), new Instruction(op.POP_TOP, 0, popAt)];
    entry.instructions.splice(functionStart(entry.instructions), 0, ...generator);
  }
  entry.instructions.unshift(...prefix);
}

function fixCellOffsets(entry: Block, unit: Unit, offsets: number[]): void {
  let dropped = 0;
  offsets.forEach((offset, i) => {
    if (offset === i + unit.varnames.size) offsets[i] = offset - dropped;
    else dropped++;
  });
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      switch (instruction.op) {
        case op.MAKE_CELL:
        case op.LOAD_CLOSURE:
        case op.LOAD_DEREF:
        case op.STORE_DEREF:
        case op.DELETE_DEREF:
        case op.LOAD_FROM_DICT_OR_DEREF:
          instruction.arg = offsets[instruction.arg] ?? 0;
          break;
        default:
          break;
      }
    }
  }
}

function convertPseudoInstructions(entry: Block, features: CompilerFeatures): void {
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      if (isBlockPush(instruction.op) || instruction.op === op.POP_BLOCK) {
        instruction.set(op.NOP);
        instruction.target = null;
      } else if (instruction.op === op.LOAD_CLOSURE && !features.oldInstructions) {
        instruction.op = op.LOAD_FAST;
      } else if (instruction.op === op.STORE_FAST_MAYBE_NULL) {
        instruction.op = op.STORE_FAST;
      }
    }
  }
  if (features.oldestInstructions) for (const block of blocksFrom(entry)) removeOldestNops(block);
  else if (features.oldInstructions) removeNops(entry);
  else removeNopsAndJumps(entry);
}

const REVERSED: Readonly<Record<number, number>> = {
  [op.POP_JUMP_IF_NONE]: op.POP_JUMP_IF_NOT_NONE,
  [op.POP_JUMP_IF_NOT_NONE]: op.POP_JUMP_IF_NONE,
  [op.POP_JUMP_IF_FALSE]: op.POP_JUMP_IF_TRUE,
  [op.POP_JUMP_IF_TRUE]: op.POP_JUMP_IF_FALSE,
};

/** 3.11: conditional jumps forwards and backwards are different instructions. */
const DIRECTED: Readonly<Record<number, readonly [forward: number, backward: number]>> = {
  [op.POP_JUMP_IF_NONE]: [op.POP_JUMP_FORWARD_IF_NONE, op.POP_JUMP_BACKWARD_IF_NONE],
  [op.POP_JUMP_IF_NOT_NONE]: [op.POP_JUMP_FORWARD_IF_NOT_NONE, op.POP_JUMP_BACKWARD_IF_NOT_NONE],
  [op.POP_JUMP_IF_FALSE]: [op.POP_JUMP_FORWARD_IF_FALSE, op.POP_JUMP_BACKWARD_IF_FALSE],
  [op.POP_JUMP_IF_TRUE]: [op.POP_JUMP_FORWARD_IF_TRUE, op.POP_JUMP_BACKWARD_IF_TRUE],
};

/** Jumps get their direction; a conditional jump backwards becomes one over an unconditional one. */
function normalizeJumps(entry: Block, features: CompilerFeatures): void {
  for (const block of blocksFrom(entry)) block.visited = false;
  for (const block of blocksFrom(entry)) {
    block.visited = true;
    const last = block.last();
    if (last === null || !isJump(last.op) || last.target === null) continue;
    const isForward = !last.target.visited;
    if (last.op === op.JUMP) last.op = isForward ? op.JUMP_FORWARD : op.JUMP_BACKWARD;
    else if (last.op === op.JUMP_NO_INTERRUPT) last.op = isForward ? op.JUMP_FORWARD : op.JUMP_BACKWARD_NO_INTERRUPT;
    if (features.oldestInstructions) {
      last.op = DIRECTED[last.op]?.[isForward ? 0 : 1] ?? last.op;
      continue;
    }
    const reversed = REVERSED[last.op];
    if (reversed === undefined) continue;
    const notTaken = new Instruction(op.NOT_TAKEN, 0, last.at);
    if (isForward) {
      if (!features.modernInstructions) continue;
      if (features.slotsAreReused) notTaken.except = block.leftHandlers[block.instructions.length] ?? null;
      block.instructions.push(notTaken);
      continue;
    }
    const backwards = addJumpBlock(block, last.target, op.JUMP);
    const [jump] = backwards.instructions;
    if (jump !== undefined) {
      jump.at = last.at;
    }
    if (features.modernInstructions) backwards.instructions.unshift(notTaken);
    last.op = reversed;
    last.target = backwards.next;
    backwards.isCold = block.isCold;
    backwards.startDepth = backwards.next?.startDepth ?? 0;
    backwards.ownDepth = backwards.next?.ownDepth ?? 0;
  }
}

// ---- the finished object -----------------------------------------------------------------------------------------------

/** The instructions of the graph; each is told its index as its origin. */
function instructionList(entry: Block): InstructionList {
  const instructions = flatten(entry);
  instructions.forEach((instruction, i) => {
    instruction.origin = i;
  });
  return { ops: Uint16Array.from(instructions, ({ op: code }) => code), ...columns(instructions, true) };
}

function flatten(entry: Block): Instruction[] {
  const instructions: Instruction[] = [];
  for (const block of blocksFrom(entry)) {
    block.start = instructions.length;
    for (const instruction of block.instructions) instructions.push(instruction);
  }
  return instructions;
}

function columns(instructions: readonly Instruction[], isOwn: boolean): Omit<InstructionList, 'ops'> {
  const n = instructions.length;
  const args = new Int32Array(n);
  const linenos = new Int32Array(n);
  const endLinenos = new Int32Array(n);
  const colOffsets = new Int32Array(n);
  const endColOffsets = new Int32Array(n);
  resolveNextLocations(instructions);
  instructions.forEach((instruction, i) => {
    const { at } = instruction;
    args[i] = isJump(instruction.op) || instruction.op === op.END_ASYNC_FOR ? (instruction.target?.start ?? 0) : instruction.arg;
    linenos[i] = at.lineno;
    endLinenos[i] = at.endLineno;
    colOffsets[i] = at.colOffset;
    endColOffsets[i] = at.endColOffset;
  });
  return { args, linenos, endLinenos, colOffsets, endColOffsets, exceptionTable: exceptionTable(instructions, isOwn) };
}

interface Made {
  readonly stacksize: number;
  readonly evalDepth: number;
  readonly flags: number;
  readonly filename: string;
  readonly features: CompilerFeatures;
  /** The version's own instructions; their origins are not known yet. */
  readonly own: OwnInstructions | null;
}

function codeUnit(entry: Block, unit: Unit, made: Made): CodeUnit {
  const instructions = flatten(entry);
  return {
    name: unit.name,
    qualname: unit.qualname,
    filename: made.filename,
    firstlineno: unit.firstlineno,
    argcount: unit.argcount + unit.posonlyargcount,
    posonlyargcount: unit.posonlyargcount,
    kwonlyargcount: unit.kwonlyargcount,
    flags: made.flags,
    nlocals: unit.varnames.size,
    stacksize: made.stacksize,
    evalDepth: made.evalDepth,
    ...localsPlus(unit),
    names: [...unit.names.keys()],
    consts: unit.consts,
    ops: Uint8Array.from(instructions, ({ op: code }) => code),
    ...columns(instructions, false),
    own: made.own === null ? null : { ...made.own, origins: Int32Array.from(instructions, ({ origin }) => origin) },
    encoding: made.features.encoding,
  };
}

/** NEXT_LOCATION becomes the position of the instruction behind. */
function resolveNextLocations(instructions: readonly Instruction[]): void {
  for (let i = instructions.length - 1; i >= 0; i--) {
    const instruction = instructions[i];
    if (instruction?.at !== NEXT_LOCATION) continue;
    instruction.at = isUnconditionalJump(instruction.op) || isScopeExit(instruction.op) ? NO_LOCATION : instructions[i + 1]?.at ?? NO_LOCATION;
  }
}

function localsPlus(unit: Unit): Pick<CodeUnit, 'localsplusnames' | 'localspluskinds'> {
  const names: string[] = [];
  const kinds: number[] = [];
  for (const name of unit.varnames.keys()) {
    // The parameter of annotation scopes must not clash with names in the annotations; people see it without the dot.
    names.push(unit.type === 'annotations' && name === '.format' ? 'format' : name);
    const cell = unit.cellvars.has(name) ? KIND_CELL : 0;
    kinds.push(KIND_LOCAL | cell | (unit.fastHidden.has(name) ? KIND_HIDDEN : 0));
  }
  for (const name of unit.cellvars.keys()) {
    if (unit.varnames.has(name)) continue;
    names.push(name);
    kinds.push(KIND_CELL);
  }
  for (const name of unit.freevars.keys()) {
    names.push(name);
    kinds.push(KIND_FREE);
  }
  return { localsplusnames: names, localspluskinds: Uint8Array.from(kinds) };
}

function exceptionTable(instructions: readonly Instruction[], isOwn: boolean): ExceptionEntry[] {
  const table: ExceptionEntry[] = [];
  let start = 0;
  let handler: Block | null = null;
  const flush = (end: number): void => {
    if (handler === null) return;
    const depth = (isOwn ? handler.ownDepth : handler.startDepth) - (handler.preserveLasti ? 2 : 1);
    table.push({ start, end, target: handler.start, depth, lasti: handler.preserveLasti });
  };
  instructions.forEach((instruction, i) => {
    if (instruction.except === handler) return;
    flush(i);
    start = i;
    handler = instruction.except;
  });
  flush(instructions.length);
  return table;
}
