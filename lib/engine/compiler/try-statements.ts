// Code for try, with and for leaving them early (CPython 3.13 Python/compile.c, compiler_try_except … compiler_with,
// compiler_unwind_fblock). Finally bodies are emitted once for each way out.
import type { AsyncWith, Position, Try, TryStar, With } from '../parser/ast.ts';
import { NONE } from './constants.ts';
import type { Emitter } from './emitter.ts';
import { expression } from './expressions.ts';
import { Label, NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';
import { statements } from './statements.ts';
import type { FrameBlock } from './unit.ts';

// ---- leaving blocks ----------------------------------------------------------------------------------------------

/** Emits what must happen when the flow of control leaves `block`; answers the position for what follows. */
export function unwindBlock(c: Emitter, at: Position, block: FrameBlock, keepsValue: boolean): Position {
  const keep = (): void => {
    if (keepsValue) c.op(op.SWAP, 2, at);
  };
  switch (block.type) {
    case 'while-loop':
    case 'exception-handler':
    case 'exception-group-handler':
    case 'async-comprehension':
    case 'stop-iteration':
      return at;
    case 'async-for-loop':
      keep();
      c.op(op.POP_TOP, 0, at);
      return at;
    case 'for-loop':
      c.popIterator(keepsValue, at);
      return at;
    case 'try-except':
      c.op(op.POP_BLOCK, 0, at);
      return at;
    case 'finally-try':
      c.op(op.POP_BLOCK, 0, at);
      if (keepsValue) c.pushBlock({ type: 'pop-value', at });
      c.quiet++;
      statements(c, block.finalBody ?? []);
      c.quiet--;
      if (keepsValue) c.popBlock();
      return NO_LOCATION;
    case 'finally-end':
      keep();
      c.op(op.POP_TOP, 0, at);
      keep();
      c.op(op.POP_BLOCK, 0, at);
      c.op(op.POP_EXCEPT, 0, at);
      return at;
    case 'with':
    case 'async-with':
      c.op(op.POP_BLOCK, 0, block.at);
      if (keepsValue) {
        if (c.features.modernInstructions) {
          c.op(op.SWAP, 3, block.at);
          c.op(op.SWAP, 2, block.at);
        } else {
          c.op(op.SWAP, 2, block.at);
        }
      }
      callExitWithNones(c, block.at);
      if (block.type === 'async-with') c.awaitValue(2, block.at);
      c.op(op.POP_TOP, 0, block.at);
      return NO_LOCATION;
    case 'handler-cleanup':
      if (block.handlerName !== null) c.op(op.POP_BLOCK, 0, at);
      keep();
      c.op(op.POP_BLOCK, 0, at);
      c.op(op.POP_EXCEPT, 0, at);
      if (block.handlerName !== null) clearName(c, block.handlerName, at);
      return at;
    case 'pop-value':
      keep();
      c.op(op.POP_TOP, 0, at);
      return at;
    default: {
      const unreachable: never = block.type;
      return unreachable;
    }
  }
}

/** Leaves all blocks, or those inside the innermost loop (`toLoop`), which is answered. */
export function unwindBlocks(
  c: Emitter, at: Position, keepsValue: boolean, toLoop: boolean,
): { readonly loop: FrameBlock | null; readonly at: Position } {
  const blocks = c.unit.frameBlocks;
  const top = blocks[blocks.length - 1];
  if (top === undefined) return { loop: null, at };
  if (top.type === 'exception-group-handler') {
    throw c.error("'break', 'continue' and 'return' cannot appear in an except* block", at);
  }
  const isLoop = top.type === 'while-loop' || top.type === 'for-loop' || top.type === 'async-for-loop';
  if (toLoop && isLoop) return { loop: top, at };
  blocks.pop();
  const after = unwindBlock(c, at, top, keepsValue);
  const result = unwindBlocks(c, after, keepsValue, toLoop);
  blocks.push(top);
  return result;
}

/** `name = None; del name` */
function clearName(c: Emitter, name: string, at: Position): void {
  c.loadConst(NONE, at);
  c.variable(name, 'Store', at);
  c.variable(name, 'Del', at);
}

function popExceptAndReraise(c: Emitter): void {
  c.op(op.COPY, 3, NO_LOCATION);
  c.op(op.POP_EXCEPT, 0, NO_LOCATION);
  c.op(op.RERAISE, 1, NO_LOCATION);
}

function callExitWithNones(c: Emitter, at: Position): void {
  for (let i = 0; i < 3; i++) c.loadConst(NONE, at);
  c.op(op.CALL, c.features.modernInstructions ? 3 : 2, at);
}

// ---- try -----------------------------------------------------------------------------------------------------------

/** `try` with `except` and / or `finally`. */
export function tryStatement(c: Emitter, s: Try): void {
  c.unit.conditionalDepth++;
  if (s.finalbody.length > 0) tryFinally(c, s, () => tryExcept(c, s));
  else tryExcept(c, s);
  c.unit.conditionalDepth--;
}

/** `try` with `except*`. */
export function tryStarStatement(c: Emitter, s: TryStar): void {
  c.unit.conditionalDepth++;
  if (s.finalbody.length > 0) tryFinally(c, s, () => tryStarExcept(c, s));
  else tryStarExcept(c, s);
  c.unit.conditionalDepth--;
}

function tryFinally(c: Emitter, s: Try | TryStar, inner: () => void): void {
  const body = new Label();
  const end = new Label();
  const exit = new Label();
  const cleanup = new Label();
  c.jump(op.SETUP_FINALLY, end, s);
  c.use(body);
  c.pushBlock({ type: 'finally-try', at: s, start: body, exit: end, finalBody: s.finalbody });
  if (s.handlers.length > 0) inner();
  else statements(c, s.body);
  c.op(op.POP_BLOCK, 0, NO_LOCATION);
  c.popBlock();
  statements(c, s.finalbody);
  c.jump(op.JUMP_NO_INTERRUPT, exit, NO_LOCATION);

  c.use(end);
  c.pushBlock({ type: 'finally-end', at: NO_LOCATION, start: end });
  c.jump(op.SETUP_CLEANUP, cleanup, NO_LOCATION);
  c.op(op.PUSH_EXC_INFO, 0, NO_LOCATION);
  c.quiet++;
  statements(c, s.finalbody);
  c.quiet--;
  c.popBlock();
  c.op(op.RERAISE, 0, NO_LOCATION);
  c.use(cleanup);
  popExceptAndReraise(c);
  c.use(exit);
}

function tryExcept(c: Emitter, s: Try): void {
  const body = new Label();
  let except = new Label();
  const end = new Label();
  const cleanup = new Label();
  c.jump(op.SETUP_FINALLY, except, s);
  c.use(body);
  c.pushBlock({ type: 'try-except', at: s, start: body });
  statements(c, s.body);
  c.popBlock();
  c.op(op.POP_BLOCK, 0, NO_LOCATION);
  statements(c, s.orelse);
  c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);

  c.use(except);
  c.jump(op.SETUP_CLEANUP, cleanup, NO_LOCATION);
  c.op(op.PUSH_EXC_INFO, 0, NO_LOCATION);
  c.pushBlock({ type: 'exception-handler', at: s });
  s.handlers.forEach((handler, i) => {
    if (handler.type === null && i < s.handlers.length - 1) {
      throw c.error("default 'except:' must be last", handler);
    }
    except = new Label();
    if (handler.type !== null) {
      expression(c, handler.type);
      c.op(op.CHECK_EXC_MATCH, 0, handler);
      c.jump(op.POP_JUMP_IF_FALSE, except, handler);
    }
    const handlerBody = new Label();
    const { name } = handler;
    if (name !== null) {
      const cleanupEnd = new Label();
      c.variable(name, 'Store', handler);
      c.jump(op.SETUP_CLEANUP, cleanupEnd, handler);
      c.use(handlerBody);
      c.pushBlock({ type: 'handler-cleanup', at: handler, start: handlerBody, handlerName: name });
      statements(c, handler.body);
      c.popBlock();
      c.op(op.POP_BLOCK, 0, NO_LOCATION);
      c.op(op.POP_BLOCK, 0, NO_LOCATION);
      c.op(op.POP_EXCEPT, 0, NO_LOCATION);
      clearName(c, name, NO_LOCATION);
      c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
      c.use(cleanupEnd);
      clearName(c, name, NO_LOCATION);
      c.op(op.RERAISE, 1, NO_LOCATION);
    } else {
      c.op(op.POP_TOP, 0, handler);
      c.use(handlerBody);
      c.pushBlock({ type: 'handler-cleanup', at: handler, start: handlerBody });
      statements(c, handler.body);
      c.popBlock();
      c.op(op.POP_BLOCK, 0, NO_LOCATION);
      c.op(op.POP_EXCEPT, 0, NO_LOCATION);
      c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
    }
    c.use(except);
  });
  c.popBlock();
  c.op(op.RERAISE, 0, NO_LOCATION);
  c.use(cleanup);
  popExceptAndReraise(c);
  c.use(end);
}

function tryStarExcept(c: Emitter, s: TryStar): void {
  const body = new Label();
  let except = new Label();
  const orelse = new Label();
  const end = new Label();
  const cleanup = new Label();
  const reraiseStar = new Label();
  const reraise = new Label();
  c.jump(op.SETUP_FINALLY, except, s);
  c.use(body);
  c.pushBlock({ type: 'try-except', at: s, start: body });
  statements(c, s.body);
  c.popBlock();
  c.op(op.POP_BLOCK, 0, NO_LOCATION);
  c.jump(op.JUMP_NO_INTERRUPT, orelse, NO_LOCATION);

  c.use(except);
  c.jump(op.SETUP_CLEANUP, cleanup, NO_LOCATION);
  c.op(op.PUSH_EXC_INFO, 0, NO_LOCATION);
  c.pushBlock({ type: 'exception-group-handler', at: s });
  s.handlers.forEach((handler, i) => {
    const { name } = handler;
    except = new Label();
    const exceptWithError = new Label();
    const noMatch = new Label();
    if (i === 0) {
      // The list collects what the except* blocks raise; the copy of the group is what remains to be handled.
      if (c.features.oldestInstructions) c.op(op.COPY, 1, handler);
      c.op(op.BUILD_LIST, 0, handler);
      c.op(c.features.oldestInstructions ? op.SWAP : op.COPY, 2, handler);
    }
    if (handler.type !== null) {
      expression(c, handler.type);
      c.op(op.CHECK_EG_MATCH, 0, handler);
      c.op(op.COPY, 1, handler);
      c.jump(op.POP_JUMP_IF_NONE, noMatch, handler);
    }
    const cleanupEnd = new Label();
    const cleanupBody = new Label();
    if (name !== null) c.variable(name, 'Store', handler);
    else c.op(op.POP_TOP, 0, handler);
    c.jump(op.SETUP_CLEANUP, cleanupEnd, handler);
    c.use(cleanupBody);
    c.pushBlock({ type: 'handler-cleanup', at: handler, start: cleanupBody, handlerName: name });
    statements(c, handler.body);
    c.popBlock();
    c.op(op.POP_BLOCK, 0, NO_LOCATION);
    if (name !== null) clearName(c, name, NO_LOCATION);
    c.jump(op.JUMP_NO_INTERRUPT, except, NO_LOCATION);

    c.use(cleanupEnd);
    if (name !== null) clearName(c, name, NO_LOCATION);
    c.op(op.LIST_APPEND, 3, NO_LOCATION);
    c.op(op.POP_TOP, 0, NO_LOCATION);
    c.jump(op.JUMP_NO_INTERRUPT, exceptWithError, NO_LOCATION);

    c.use(except);
    c.op(op.NOP, 0, NO_LOCATION);
    c.jump(op.JUMP_NO_INTERRUPT, exceptWithError, NO_LOCATION);

    c.use(noMatch);
    c.op(op.POP_TOP, 0, handler);
    c.use(exceptWithError);
    if (i === s.handlers.length - 1) {
      // What nobody handled is raised again with the rest.
      c.op(op.LIST_APPEND, 1, NO_LOCATION);
      c.jump(op.JUMP_NO_INTERRUPT, reraiseStar, NO_LOCATION);
    }
  });
  c.popBlock();
  c.use(reraiseStar);
  c.op(op.CALL_INTRINSIC_2, op.Intrinsic2.PREP_RERAISE_STAR, NO_LOCATION);
  c.op(op.COPY, 1, NO_LOCATION);
  c.jump(op.POP_JUMP_IF_NOT_NONE, reraise, NO_LOCATION);
  c.op(op.POP_TOP, 0, NO_LOCATION);
  c.op(op.POP_BLOCK, 0, NO_LOCATION);
  c.op(op.POP_EXCEPT, 0, NO_LOCATION);
  c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
  c.use(reraise);
  c.op(op.POP_BLOCK, 0, NO_LOCATION);
  c.op(op.SWAP, 2, NO_LOCATION);
  c.op(op.POP_EXCEPT, 0, NO_LOCATION);
  c.op(op.RERAISE, 0, NO_LOCATION);
  c.use(cleanup);
  popExceptAndReraise(c);
  c.use(orelse);
  statements(c, s.orelse);
  c.use(end);
}

// ---- with ----------------------------------------------------------------------------------------------------------

/** `with`, from item `index` on. */
export function withStatement(c: Emitter, s: With, index: number): void {
  withItem(c, s, index, () => withStatement(c, s, index + 1));
}

/** `async with`, from item `index` on. */
export function asyncWithStatement(c: Emitter, s: AsyncWith, index: number): void {
  if (c.unit.type !== 'async-function') throw c.error("'async with' outside async function", s);
  withItem(c, s, index, () => asyncWithStatement(c, s, index + 1));
}

/** Calls `__enter__` and leaves `__exit__` below its result. */
function enterContext(c: Emitter, isAsync: boolean, at: Position): void {
  if (!c.features.modernInstructions) return c.op(isAsync ? op.BEFORE_ASYNC_WITH : op.BEFORE_WITH, 0, at);
  const { ENTER, EXIT, AENTER, AEXIT } = op.SpecialMethod;
  c.op(op.COPY, 1, at);
  c.op(op.LOAD_SPECIAL, isAsync ? AEXIT : EXIT, at);
  c.op(op.SWAP, 2, at);
  c.op(op.SWAP, 3, at);
  c.op(op.LOAD_SPECIAL, isAsync ? AENTER : ENTER, at);
  c.op(op.CALL, 0, at);
}

function withItem(c: Emitter, s: With | AsyncWith, index: number, inner: () => void): void {
  const item = s.items[index];
  if (item === undefined) return;
  const isAsync = s.kind === 'AsyncWith';
  const at = c.features.entriesSpanStatement ? s : item.contextExpr;
  const block = new Label();
  const final = new Label();
  const exit = new Label();
  const cleanup = new Label();
  c.unit.conditionalDepth++;
  expression(c, item.contextExpr);
  enterContext(c, isAsync, at);
  if (isAsync) c.awaitValue(1, at);
  c.jump(op.SETUP_WITH, final, at);
  c.use(block);
  c.pushBlock({ type: isAsync ? 'async-with' : 'with', at, start: block, exit: final });
  if (item.optionalVars !== null) expression(c, item.optionalVars);
  else c.op(op.POP_TOP, 0, at);
  if (index === s.items.length - 1) statements(c, s.body);
  else inner();
  c.popBlock();
  c.op(op.POP_BLOCK, 0, isAsync ? at : NO_LOCATION);

  callExitWithNones(c, at);
  if (isAsync) c.awaitValue(2, at);
  c.op(op.POP_TOP, 0, at);
  c.jump(op.JUMP, exit, at);

  c.use(final);
  c.jump(op.SETUP_CLEANUP, cleanup, at);
  c.op(op.PUSH_EXC_INFO, 0, at);
  c.op(op.WITH_EXCEPT_START, 0, at);
  if (isAsync) c.awaitValue(2, at);
  finishWithExcept(c, cleanup, exit);
  c.use(exit);
  c.unit.conditionalDepth--;
}

/** `__exit__`'s answer to the exception is on top. */
function finishWithExcept(c: Emitter, cleanup: Label, exit: Label): void {
  const suppress = new Label();
  c.toBool(NO_LOCATION);
  c.jump(op.POP_JUMP_IF_TRUE, suppress, NO_LOCATION);
  c.op(op.RERAISE, 2, NO_LOCATION);
  const inPlace = c.features.oldestInstructions;
  if (inPlace) {
    c.use(cleanup);
    popExceptAndReraise(c);
  }
  c.use(suppress);
  c.op(op.POP_TOP, 0, NO_LOCATION);
  c.op(op.POP_BLOCK, 0, NO_LOCATION);
  c.op(op.POP_EXCEPT, 0, NO_LOCATION);
  c.op(op.POP_TOP, 0, NO_LOCATION);
  c.op(op.POP_TOP, 0, NO_LOCATION);
  if (c.features.modernInstructions) c.op(op.POP_TOP, 0, NO_LOCATION);
  if (inPlace) return;
  c.jump(op.JUMP_NO_INTERRUPT, exit, NO_LOCATION);
  c.use(cleanup);
  popExceptAndReraise(c);
}
