// Code for comprehensions and generator expressions; lists, sets and dicts run in the frame around them (PEP 709)
// where the version does so (CPython 3.13 Python/compile.c, compiler_comprehension and what it calls).
import { InvariantError } from '../errors.ts';
import type {
  Call, Comprehension, DictComp, Expr, GeneratorExp, ListComp, Position, SetComp,
} from '../parser/ast.ts';
import { FALSE, NONE, TRUE } from './constants.ts';
import type { Emitter } from './emitter.ts';
import { expression } from './expressions.ts';
import { jumpIf } from './conditions.ts';
import { Instruction, Label, NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';
import {
  CELL, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, FREE, scopeOf,
} from './scope.ts';
import type { ComprehensionType, Scope } from './scope.ts';
import { numberOf } from './unit.ts';

type ComprehensionNode = ListComp | SetComp | DictComp | GeneratorExp;

/** Where the loop of the first `for` finds what it runs over (IterStackPosition). */
type OutermostSource = 'iterator-in-local' | 'iterable-in-local' | 'iterable-on-stack' | 'iterator-on-stack';

/** What lies above the result being built. */
interface Depth {
  /** Slots, if an iterator takes one. */
  readonly slots: number;
  /** Iterators among them that take two in 3.15. */
  readonly iterators: number;
}

/** The comprehension being emitted. */
interface Job {
  readonly type: ComprehensionType;
  readonly generators: readonly Comprehension[];
  /** The element, or the key. */
  readonly element: Expr;
  /** The value of a dict's item; null for `{**mapping for …}` as well as for the other types. */
  readonly value: Expr | null;
  /** Where what has no place of its own stands: the whole, in 3.11 the last comparison among its conditions. */
  at: Position;
  readonly first: OutermostSource;
}

/** `[…]`, `{…}`, `{…: …}` and `(…)` with `for`. */
export function comprehension(
  c: Emitter, e: ComprehensionNode, type: ComprehensionType, name: string, element: Expr, value: Expr | null,
): void {
  const [outermost] = e.generators;
  const scope = c.table.scopes.get(e);
  if (outermost === undefined || scope === undefined) throw new InvariantError('comprehension without a scope');
  const outerType = c.unit.type;
  const isAsync = scope.coroutine;
  let restore: InlinedState | null = null;
  const takesIterable = c.features.virtualIterators;
  let first: OutermostSource = takesIterable ? 'iterable-in-local' : 'iterator-in-local';
  if (scope.inlined) {
    expression(c, outermost.iter);
    if (!takesIterable) iterOp(c, outermost, c.features.entriesSpanStatement ? e : outermost.iter);
    restore = enterInlined(c, scope, e);
    first = takesIterable ? 'iterable-on-stack' : 'iterator-on-stack';
  } else {
    c.enterScope('comprehension', name, scope, e.lineno);
    c.unit.argcount = 1;
    if (takesIterable && type === 'generator') {
      iterateBeforeGenerator(c, outermost);
      first = 'iterator-on-stack';
    }
  }
  if (isAsync && type !== 'generator' && outerType !== 'async-function' && outerType !== 'comprehension') {
    throw c.error('asynchronous comprehension outside of an asynchronous function', e);
  }
  if (type !== 'generator') {
    c.op(type === 'list' ? op.BUILD_LIST : type === 'set' ? op.BUILD_SET : op.BUILD_MAP, 0, e);
    if (scope.inlined) c.op(op.SWAP, 2, e);
  }
  const job: Job = { type, generators: e.generators, element, value, at: e, first };
  generatorLoop(c, job, 0, { slots: 0, iterators: 0 });
  if (restore !== null) return leaveInlined(c, restore);

  if (type !== 'generator') c.op(op.RETURN_VALUE, 0, c.features.oldestInstructions ? job.at : element);
  else if (c.features.stopIterationHandler) c.wrapInStopIterationHandler();
  const code = c.leave(true);
  c.makeClosure(code, 0, e);
  expression(c, outermost.iter);
  if (!takesIterable) iterOp(c, outermost, c.features.entriesSpanStatement ? e : outermost.iter);
  c.op(op.CALL, 0, e);
  if (isAsync && type !== 'generator') c.awaitValue(0, e);
}

function iterOp(c: Emitter, generator: Comprehension, at: Position): void {
  c.op(generator.isAsync === 1 ? op.GET_AITER : op.GET_ITER, 0, at);
}

/** 3.15: a generator expression is given the iterable and asks for its iterator before there is a generator. */
function iterateBeforeGenerator(c: Emitter, generator: Comprehension): void {
  c.unit.sequence.insertAt(0, [
    new Instruction(op.RESUME, op.ResumePoint.GENEXPR_START, NO_LOCATION),
    new Instruction(op.LOAD_FAST, 0, generator.iter),
    new Instruction(generator.isAsync === 1 ? op.GET_AITER : op.GET_ITER, 0, generator.iter),
  ]);
}

/** The loop of one `for` clause and everything inside it. `depth`: iterators below the result being built. */
function generatorLoop(c: Emitter, job: Job, index: number, depth: Depth): void {
  const generator = job.generators[index];
  if (generator === undefined) return;
  if (generator.isAsync === 1) asyncLoop(c, job, index, depth);
  else syncLoop(c, job, index, depth);
}

function syncLoop(c: Emitter, job: Job, index: number, outerDepth: Depth): void {
  const generator = job.generators[index];
  if (generator === undefined) return;
  let depth = outerDepth;
  const start = new Label();
  const anchor = new Label();
  const ifCleanup = new Label();
  // `for y in [f(x)]` only names a value: no loop.
  const single = index === 0 ? null : singleElement(generator.iter);
  const place = c.features.entriesSpanStatement ? job.at : generator.iter;
  if (single !== null) expression(c, single);
  else source(c, job, index, place);
  if (single === null) {
    depth = { slots: depth.slots + 1, iterators: depth.iterators + 1 };
    c.use(start);
    c.jump(op.FOR_ITER, anchor, place);
  }
  expression(c, generator.target);
  for (const test of generator.ifs) job.at = jumpIf(c, test, ifCleanup, false, job.at);
  const at = loopBody(c, job, index, depth);
  c.use(ifCleanup);
  if (single !== null) return;
  c.jump(op.JUMP, start, at);
  c.use(anchor);
  endLoop(c);
}

/** Leaves the iterator of a `for` clause on the stack. */
function source(c: Emitter, job: Job, index: number, place: Position): void {
  const generator = job.generators[index];
  if (generator === undefined) return;
  if (index > 0) expression(c, generator.iter);
  else if (job.first === 'iterator-in-local' || job.first === 'iterable-in-local') c.op(op.LOAD_FAST, 0, job.at);
  if (index > 0 || job.first === 'iterable-in-local' || job.first === 'iterable-on-stack') iterOp(c, generator, place);
}

/** What stands behind a loop that is exhausted. */
export function endLoop(c: Emitter): void {
  if (c.features.oldestInstructions) return;
  c.op(op.END_FOR, 0, NO_LOCATION);
  if (c.features.oldInstructions) return;
  c.op(c.features.modernInstructions ? op.POP_ITER : op.POP_TOP, 0, NO_LOCATION);
}

function singleElement(iter: Expr): Expr | null {
  if (iter.kind !== 'List' && iter.kind !== 'Tuple') return null;
  const [only, ...rest] = iter.elts;
  return only === undefined || rest.length > 0 || only.kind === 'Starred' ? null : only;
}

function asyncLoop(c: Emitter, job: Job, index: number, depth: Depth): void {
  const generator = job.generators[index];
  if (generator === undefined) return;
  const start = new Label();
  const except = new Label();
  const ifCleanup = new Label();
  const at = job.at;
  source(c, job, index, c.features.entriesSpanStatement ? at : generator.iter);
  c.use(start);
  c.pushBlock({ type: 'async-comprehension', at, start });
  c.jump(op.SETUP_FINALLY, except, at);
  c.op(op.GET_ANEXT, 0, at);
  c.iteratorIndex(at);
  c.loadConst(NONE, at);
  const send = c.yieldFrom(true, at);
  c.op(op.POP_BLOCK, 0, at);
  expression(c, generator.target);
  for (const test of generator.ifs) job.at = jumpIf(c, test, ifCleanup, false, job.at);
  const elementAt = loopBody(c, job, index, { ...depth, slots: depth.slots + 1 });
  c.use(ifCleanup);
  c.jump(op.JUMP, start, elementAt);
  c.popBlock();
  c.use(except);
  c.endAsyncFor(send, at);
}

/** Inner loops, or the element and where it goes. Answers the position of the element. */
function loopBody(c: Emitter, job: Job, index: number, depth: Depth): Position {
  const { element, value, type } = job;
  const last = index + 1 >= job.generators.length;
  if (!last) {
    generatorLoop(c, job, index + 1, depth);
    return c.features.oldestInstructions ? job.at : element;
  }
  if (element.kind === 'Starred' || (type === 'dict' && value === null)) return unpackElement(c, job, depth);
  const place = c.features.oldestInstructions ? job.at : element;
  switch (type) {
    case 'generator':
      expression(c, element);
      c.yieldValue(place);
      c.op(op.POP_TOP, 0, place);
      return place;
    case 'list':
      expression(c, element);
      c.opBelow(op.LIST_APPEND, depth.slots + 1, depth.iterators, place);
      return place;
    case 'set':
      expression(c, element);
      c.opBelow(op.SET_ADD, depth.slots + 1, depth.iterators, place);
      return place;
    case 'dict': {
      expression(c, element);
      if (value === null) return element;
      expression(c, value);
      const at: Position = c.features.oldestInstructions ? place : {
        lineno: element.lineno,
        colOffset: element.colOffset,
        endLineno: value.endLineno,
        endColOffset: value.endColOffset,
      };
      c.opBelow(op.MAP_ADD, depth.slots + 1, depth.iterators, at);
      return at;
    }
    default: {
      const unreachable: never = type;
      return unreachable;
    }
  }
}

/** 3.15: `[*x for x in y]`, `{**m for m in y}`. */
function unpackElement(c: Emitter, job: Job, depth: Depth): Position {
  const { element, type } = job;
  const inner = element.kind === 'Starred' ? element.value : element;
  expression(c, inner);
  if (type === 'generator') {
    const start = new Label();
    const end = new Label();
    c.op(op.GET_ITER, 0, element);
    c.use(start);
    c.jump(op.FOR_ITER, end, element);
    c.yieldValue(element);
    c.op(op.POP_TOP, 0, element);
    c.jump(op.JUMP, start, NO_LOCATION);
    c.use(end);
    endLoop(c);
  } else {
    c.opBelow(type === 'list' ? op.LIST_EXTEND : type === 'set' ? op.SET_UPDATE : op.DICT_UPDATE, depth.slots + 1, depth.iterators, element);
  }
  return element;
}

// ---- comprehensions in the frame of their function -------------------------------------------------------------

/** What must be put back after an inlined comprehension. */
interface InlinedState {
  /** Names whose outer values wait on the stack. */
  readonly pushed: string[];
  readonly savedSymbols: Map<string, number>;
  readonly hidden: string[];
  readonly cleanup: Label;
  readonly at: Position;
}

function enterInlined(c: Emitter, scope: Scope, at: Position): InlinedState {
  const { unit } = c;
  const inClass = unit.scope.type === 'class' && unit.inlinedComprehensions === 0;
  unit.inlinedComprehensions++;
  const state: InlinedState = { pushed: [], savedSymbols: new Map(), hidden: [], cleanup: new Label(), at };
  for (const [name, flags] of scope.symbols) {
    if ((flags & DEF_PARAM) !== 0 && !c.features.inlinedNamesAreLocals) continue;
    const inner = scopeOf(flags);
    const outerFlags = unit.scope.flags(name);
    const outer = scopeOf(outerFlags);
    if ((inner !== outer && inner !== FREE && !(inner === CELL && outer === FREE)) || inClass) {
      state.savedSymbols.set(name, outerFlags);
      unit.scope.symbols.set(name, flags);
    }
    const binds = (flags & DEF_LOCAL) !== 0 && (flags & DEF_NONLOCAL) === 0;
    if (!binds && !(inClass && c.features.inlinedNamesAreLocals)) continue;
    if (!unit.scope.functionLike && unit.fastHidden.get(name) !== true) {
      unit.fastHidden.set(name, true);
      state.hidden.push(name);
    }
    // The outer value (or cell) moves to the stack, the comprehension starts with an unbound variable.
    c.op(op.LOAD_FAST_AND_CLEAR, numberOf(unit.varnames, name), at);
    if (inner === CELL) {
      const table = outer === FREE ? unit.freevars : unit.cellvars;
      c.op(op.MAKE_CELL, table.get(name) ?? 0, at);
    }
    state.pushed.push(name);
  }
  if (state.pushed.length > 0) {
    c.op(op.SWAP, state.pushed.length + 1, at);
    c.jump(op.SETUP_FINALLY, state.cleanup, at);
  }
  return state;
}

function leaveInlined(c: Emitter, state: InlinedState): void {
  const { unit } = c;
  unit.inlinedComprehensions--;
  for (const [name, flags] of state.savedSymbols) unit.scope.symbols.set(name, flags);
  if (state.pushed.length > 0) {
    const end = new Label();
    c.op(op.POP_BLOCK, 0, NO_LOCATION);
    c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
    c.use(state.cleanup);
    // The unfinished result lies below the exception.
    c.op(op.SWAP, 2, NO_LOCATION);
    c.op(op.POP_TOP, 0, NO_LOCATION);
    restoreLocals(c, state);
    c.op(op.RERAISE, 0, NO_LOCATION);
    c.use(end);
    restoreLocals(c, state);
  }
  for (const name of state.hidden) unit.fastHidden.set(name, false);
}

function restoreLocals(c: Emitter, state: InlinedState): void {
  c.op(op.SWAP, state.pushed.length + 1, state.at);
  for (let i = state.pushed.length - 1; i >= 0; i--) {
    c.op(op.STORE_FAST_MAYBE_NULL, numberOf(c.unit.varnames, state.pushed[i] ?? ''), state.at);
  }
}

// ---- all(), any(), tuple() … of a generator expression (3.14) -----------------------------------------------------

/**
 * `all(x for …)` runs the generator in a loop here if the name, whatever its scope, is the builtin then. The callable is on the stack. Answers the label to
 * put behind the ordinary call, or null where nothing was emitted.
 */
export function inlineGeneratorConsumer(c: Emitter, e: Call): Label | null {
  const consumers = c.features.inlineGenexprConsumers;
  const { func } = e;
  const [argument] = e.args;
  if (func.kind !== 'Name' || !consumers.includes(func.id) || e.args.length !== 1 || e.keywords.length > 0) return null;
  if (argument === undefined || argument.kind !== 'GeneratorExp') return null;
  if (c.table.scopes.get(argument)?.coroutine === true) return null;
  const { BUILTIN_ALL, BUILTIN_ANY, BUILTIN_TUPLE, BUILTIN_LIST, BUILTIN_SET } = op.CommonConstant;
  const constants: Record<string, number> = {
    all: BUILTIN_ALL, any: BUILTIN_ANY, tuple: BUILTIN_TUPLE, list: BUILTIN_LIST, set: BUILTIN_SET,
  };
  const at = func;
  const skipOptimization = new Label();
  const skipNormal = new Label();
  const collects = func.id !== 'all' && func.id !== 'any';
  c.op(op.COPY, 1, at);
  c.op(op.LOAD_COMMON_CONSTANT, constants[func.id] ?? 0, at);
  c.op(op.IS_OP, 0, at);
  c.jump(op.POP_JUMP_IF_FALSE, skipOptimization, at);
  c.op(op.POP_TOP, 0, at);
  if (collects) c.op(func.id === 'set' ? op.BUILD_SET : op.BUILD_LIST, 0, at);
  expression(c, argument);
  c.iteratorIndex(at);
  const loop = new Label();
  const cleanup = new Label();
  c.use(loop);
  c.jump(op.FOR_ITER, cleanup, at);
  if (collects) {
    c.opBelow(func.id === 'set' ? op.SET_ADD : op.LIST_APPEND, 2, 1, at);
    c.jump(op.JUMP, loop, at);
  } else {
    c.op(op.TO_BOOL, 0, at);
    c.jump(func.id === 'any' ? op.POP_JUMP_IF_FALSE : op.POP_JUMP_IF_TRUE, loop, at);
  }
  c.op(op.NOP, 0, NO_LOCATION);
  if (!collects) {
    c.op(op.POP_ITER, 0, NO_LOCATION);
    c.loadConst(func.id === 'any' ? TRUE : FALSE, at);
    c.jump(op.JUMP, skipNormal, at);
  }
  c.use(cleanup);
  endLoop(c);
  if (func.id === 'tuple') c.op(op.CALL_INTRINSIC_1, op.Intrinsic1.LIST_TO_TUPLE, at);
  else if (!collects) c.loadConst(func.id === 'all' ? TRUE : FALSE, at);
  c.jump(op.JUMP, skipNormal, at);
  c.use(skipOptimization);
  return skipNormal;
}
