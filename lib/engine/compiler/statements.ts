// Code for statements (CPython 3.13 Python/compile.c, compiler_visit_stmt and what it calls). try and with stand in
// try-statements.ts, match in match-statement.ts, def and class in functions.ts.
import { InvariantError } from '../errors.ts';
import type { AnnAssign, AugAssign, Expr, Import, ImportFrom, Position, Stmt } from '../parser/ast.ts';
import { deferVariableAnnotation, moduleAnnotations, setupAnnotations } from './annotations.ts';
import { constantOf, docstringNode } from './constant-nodes.ts';
import { endLoop } from './comprehensions.ts';
import { NONE, constOfLiteral, intConst } from './constants.ts';
import type { Emitter } from './emitter.ts';
import { attributeLocation, binaryOperator, expression, expressions, isTwoElementSlice, sliceParts, subscriptOp } from './expressions.ts';
import { jumpIf } from './conditions.ts';
import { annotationText, classDef, docstringConst, functionDef, typeAlias } from './functions.ts';
import { Label, NO_LOCATION } from './instructions.ts';
import { matchStatement } from './match-statement.ts';
import * as op from './opcodes.ts';
import { asyncWithStatement, tryStarStatement, tryStatement, unwindBlock, unwindBlocks, withStatement } from './try-statements.ts';
import type { FrameBlockType } from './unit.ts';

/** Emits a list of statements. */
export function statements(c: Emitter, list: readonly Stmt[]): void {
  for (const s of list) statement(c, s);
}

/** The body of a module or class: annotations, docstring, statements. */
export function body(c: Emitter, at: Position, list: readonly Stmt[]): void {
  const [first] = list;
  const start = c.unit.type === 'module' && first !== undefined ? first : at;
  setupAnnotations(c, start);
  let rest = list;
  const docstring = docstringNode(list);
  if (docstring !== null) {
    rest = list.slice(1);
    c.loadConst(docstringConst(c, constOfLiteral(docstring.value)), docstring);
    c.variable('__doc__', 'Store', NO_LOCATION);
  }
  statements(c, rest);
  moduleAnnotations(c, start);
}

function statement(c: Emitter, s: Stmt): void {
  c.sink();
  visit(c, s);
  c.rise();
}

function visit(c: Emitter, s: Stmt): void {
  switch (s.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return functionDef(c, s);
    case 'ClassDef':
      return classDef(c, s);
    case 'TypeAlias':
      return typeAlias(c, s);
    case 'Return':
      return returnStatement(c, s);
    case 'Delete':
      return expressions(c, s.targets);
    case 'Assign':
      expression(c, s.value);
      return s.targets.forEach((target, i) => {
        if (i + 1 < s.targets.length) c.op(op.COPY, 1, s);
        expression(c, target);
      });
    case 'AugAssign':
      return augmentedAssignment(c, s);
    case 'AnnAssign':
      return annotatedAssignment(c, s);
    case 'For':
      return forStatement(c, s);
    case 'AsyncFor':
      return asyncForStatement(c, s);
    case 'While':
      return whileStatement(c, s);
    case 'If':
      return ifStatement(c, s);
    case 'Match':
      return matchStatement(c, s);
    case 'Raise': {
      let n = 0;
      for (const part of [s.exc, s.cause]) {
        if (part === null) break;
        expression(c, part);
        n++;
      }
      return c.op(op.RAISE_VARARGS, n, s);
    }
    case 'Try':
      return tryStatement(c, s);
    case 'TryStar':
      return tryStarStatement(c, s);
    case 'Assert':
      return assertStatement(c, s);
    case 'Import':
      return importStatement(c, s);
    case 'ImportFrom':
      return importFromStatement(c, s);
    case 'Global':
    case 'Nonlocal':
      return;
    case 'Expr':
      return expressionStatement(c, s);
    case 'Pass':
      return c.op(op.NOP, 0, s);
    case 'Break': {
      c.op(op.NOP, 0, s);
      const { loop, at } = unwindBlocks(c, s, false, true);
      if (loop === null) throw c.error("'break' outside loop", s);
      const after = unwindBlock(c, at, loop, false);
      return loop.exit === null ? undefined : c.jump(op.JUMP, loop.exit, after);
    }
    case 'Continue': {
      c.op(op.NOP, 0, s);
      const { loop, at } = unwindBlocks(c, s, false, true);
      if (loop === null || loop.start === null) throw c.error("'continue' not properly in loop", s);
      return c.jump(op.JUMP, loop.start, at);
    }
    case 'With':
      return withStatement(c, s, 0);
    case 'AsyncWith':
      return asyncWithStatement(c, s, 0);
    default: {
      const unreachable: never = s;
      return unreachable;
    }
  }
}

function expressionStatement(c: Emitter, s: Extract<Stmt, { kind: 'Expr' }>): void {
  if (c.options.interactive && c.nesting <= 1) {
    expression(c, s.value);
    c.op(op.CALL_INTRINSIC_1, op.Intrinsic1.PRINT, s);
    if (c.features.oldestInstructions) return;
    return c.op(op.POP_TOP, 0, NO_LOCATION);
  }
  if (s.value.kind === 'Constant') return c.op(op.NOP, 0, s);
  expression(c, s.value);
  c.op(op.POP_TOP, 0, NO_LOCATION);
}

function returnStatement(c: Emitter, s: Extract<Stmt, { kind: 'Return' }>): void {
  const { scope } = c.unit;
  if (!scope.functionLike) throw c.error("'return' outside function", s);
  if (s.value !== null && scope.coroutine && scope.generator) {
    throw c.error("'return' with value in async generator", s);
  }
  const value = s.value;
  const constant = value !== null && value.kind === 'Constant' ? value : null;
  const keepsValue = value !== null && constant === null;
  let at: Position = s;
  if (value !== null && keepsValue) {
    expression(c, value);
  } else if (value !== null) {
    at = value;
    c.op(op.NOP, 0, at);
  }
  if (value === null || value.lineno !== s.lineno) {
    at = s;
    c.op(op.NOP, 0, at);
  }
  const after = unwindBlocks(c, at, keepsValue, false).at;
  if (value === null) c.loadConst(NONE, after);
  else if (constant !== null) c.loadConst(constantOf(constant), after);
  c.op(op.RETURN_VALUE, 0, after);
}

function ifStatement(c: Emitter, first: Extract<Stmt, { kind: 'If' }>): void {
  c.unit.conditionalDepth++;
  // Long chains of elif are nested trees: walked, not recursed into. Each has its own end label.
  const ends: Label[] = [];
  let s = first;
  for (;;) {
    const end = new Label();
    const next = s.orelse.length > 0 ? new Label() : end;
    jumpIf(c, s.test, next, false, s);
    statements(c, s.body);
    ends.push(end);
    if (s.orelse.length === 0) break;
    c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
    c.use(next);
    const inner = s.orelse.length === 1 ? s.orelse[0] : undefined;
    if (inner === undefined || inner.kind !== 'If') {
      statements(c, s.orelse);
      break;
    }
    s = inner;
  }
  for (let i = ends.length - 1; i >= 0; i--) {
    const end = ends[i];
    if (end !== undefined) c.use(end);
  }
  c.unit.conditionalDepth--;
}

function whileStatement(c: Emitter, s: Extract<Stmt, { kind: 'While' }>): void {
  const loop = new Label();
  const bodyLabel = new Label();
  const anchor = new Label();
  const end = new Label();
  c.unit.conditionalDepth++;
  c.use(loop);
  c.pushBlock({ type: 'while-loop', at: s, start: loop, exit: end });
  jumpIf(c, s.test, anchor, false, s);
  c.use(bodyLabel);
  statements(c, s.body);
  if (c.features.whileTestTwice) jumpIf(c, s.test, bodyLabel, true, s);
  else c.jump(op.JUMP, loop, NO_LOCATION);
  c.popBlock();
  c.use(anchor);
  statements(c, s.orelse);
  c.use(end);
  c.unit.conditionalDepth--;
}

function forStatement(c: Emitter, s: Extract<Stmt, { kind: 'For' }>): void {
  const start = new Label();
  const cleanup = new Label();
  const end = new Label();
  const place = c.features.entriesSpanStatement ? s : s.iter;
  c.unit.conditionalDepth++;
  c.pushBlock({ type: 'for-loop', at: s, start, exit: end });
  expression(c, s.iter);
  c.op(op.GET_ITER, 0, place);
  c.use(start);
  c.jump(op.FOR_ITER, cleanup, place);
  // Line tracing sees the target's line even if it is another one than the iterable's.
  c.op(op.NOP, 0, s.target);
  expression(c, s.target);
  statements(c, s.body);
  c.jump(op.JUMP, start, NO_LOCATION);
  c.use(cleanup);
  endLoop(c);
  c.popBlock();
  statements(c, s.orelse);
  c.use(end);
  c.unit.conditionalDepth--;
}

function asyncForStatement(c: Emitter, s: Extract<Stmt, { kind: 'AsyncFor' }>): void {
  if (c.unit.type !== 'async-function') throw c.error("'async for' outside async function", s);
  const start = new Label();
  const except = new Label();
  const end = new Label();
  c.unit.conditionalDepth++;
  expression(c, s.iter);
  c.op(op.GET_AITER, 0, c.features.entriesSpanStatement ? s : s.iter);
  c.use(start);
  c.pushBlock({ type: 'async-for-loop', at: s, start, exit: end });
  c.jump(op.SETUP_FINALLY, except, s);
  c.op(op.GET_ANEXT, 0, s);
  c.iteratorIndex(s);
  c.loadConst(NONE, s);
  const send = c.yieldFrom(true, s);
  c.op(op.POP_BLOCK, 0, s);
  if (c.features.modernInstructions) c.op(op.NOT_TAKEN, 0, s);
  expression(c, s.target);
  statements(c, s.body);
  c.jump(op.JUMP, start, NO_LOCATION);
  c.popBlock();
  c.use(except);
  c.endAsyncFor(send, s.iter);
  statements(c, s.orelse);
  c.use(end);
  c.unit.conditionalDepth--;
}

function assertStatement(c: Emitter, s: Extract<Stmt, { kind: 'Assert' }>): void {
  const isNonEmptyTuple = s.test.kind === 'Tuple' ? s.test.elts.length > 0 : s.test.kind === 'Constant' && nonEmptyTuple(s.test);
  if (isNonEmptyTuple) c.warn('assertion is always true, perhaps remove parentheses?', s);
  if (c.options.optimize > 0) return;
  const end = new Label();
  const place = jumpIf(c, s.test, end, true, s);
  if (c.features.modernInstructions) c.op(op.LOAD_COMMON_CONSTANT, op.CommonConstant.ASSERTION_ERROR, s);
  else c.op(op.LOAD_ASSERTION_ERROR, 0, place);
  if (s.msg !== null) {
    expression(c, s.msg);
    c.op(op.CALL, 0, place);
  }
  c.op(op.RAISE_VARARGS, 1, c.features.oldInstructions ? place : s.test);
  c.use(end);
}

function nonEmptyTuple(e: Extract<Expr, { kind: 'Constant' }>): boolean {
  const value = constantOf(e);
  return value.t === 'tuple' && value.items.length > 0;
}

// ---- assignments -------------------------------------------------------------------------------------------------

function augmentedAssignment(c: Emitter, s: AugAssign): void {
  const e = s.target;
  switch (e.kind) {
    case 'Name':
      c.variable(e.id, 'Load', e);
      break;
    case 'Attribute':
      expression(c, e.value);
      c.op(op.COPY, 1, e);
      c.loadAttr(e.attr, attributeLocation(e, e));
      break;
    case 'Subscript':
      expression(c, e.value);
      if (e.slice.kind === 'Slice' && isTwoElementSlice(c, e.slice)) {
        sliceParts(c, e.slice);
        for (let i = 0; i < 3; i++) c.op(op.COPY, 3, e);
        c.op(op.BINARY_SLICE, 0, e);
      } else {
        expression(c, e.slice);
        c.op(op.COPY, 2, e);
        c.op(op.COPY, 2, e);
        subscriptOp(c, e);
      }
      break;
    default:
      throw new InvariantError(`no augmented assignment to ${e.kind}`);
  }
  expression(c, s.value);
  c.op(op.BINARY_OP, binaryOperator(s.op, true), s);
  switch (e.kind) {
    case 'Name':
      return c.variable(e.id, 'Store', e);
    case 'Attribute':
      c.op(op.SWAP, 2, attributeLocation(e, e));
      return c.nameOp(op.STORE_ATTR, e.attr, attributeLocation(e, e));
    case 'Subscript': {
      const isSlice = e.slice.kind === 'Slice' && isTwoElementSlice(c, e.slice);
      if (isSlice) c.op(op.SWAP, 4, e);
      c.op(op.SWAP, 3, e);
      c.op(op.SWAP, 2, e);
      return c.op(isSlice ? op.STORE_SLICE : op.STORE_SUBSCR, 0, e);
    }
    default:
      return;
  }
}

function annotatedAssignment(c: Emitter, s: AnnAssign): void {
  const { unit } = c;
  const { futureAnnotations } = c.options;
  const deferred = c.features.deferredAnnotations && !futureAnnotations;
  if (s.value !== null) {
    expression(c, s.value);
    expression(c, s.target);
  }
  const keepsAnnotations = unit.type === 'module' || unit.type === 'class';
  switch (s.target.kind) {
    case 'Name':
      if (s.simple === 0 || !keepsAnnotations) break;
      if (deferred) {
        deferVariableAnnotation(c, s);
        break;
      }
      if (futureAnnotations) annotationText(c, s.annotation);
      else expression(c, s.annotation);
      c.nameOp(op.LOAD_NAME, '__annotations__', s);
      c.loadStr(c.mangle(s.target.id), s);
      c.op(op.STORE_SUBSCR, 0, s);
      break;
    case 'Attribute':
      if (s.value === null) evaluate(c, s.target.value);
      break;
    case 'Subscript':
      if (s.value === null) {
        evaluate(c, s.target.value);
        evaluateSubscript(c, s.target.slice);
      }
      break;
    default:
      throw c.error(`invalid node type (${s.target.kind}) for annotated assignment`, s);
  }
  if (!futureAnnotations && !deferred && s.simple === 0 && keepsAnnotations) evaluate(c, s.annotation);
}

/** Evaluates for the effects only. */
function evaluate(c: Emitter, e: Expr): void {
  expression(c, e);
  c.op(op.POP_TOP, 0, e);
}

function evaluateSubscript(c: Emitter, e: Expr): void {
  if (e.kind === 'Slice') {
    for (const part of [e.lower, e.upper, e.step]) if (part !== null) evaluate(c, part);
  } else if (e.kind === 'Tuple') {
    for (const elt of e.elts) evaluateSubscript(c, elt);
  } else {
    evaluate(c, e);
  }
}

// ---- imports -----------------------------------------------------------------------------------------------------

function importStatement(c: Emitter, s: Import): void {
  for (const alias of s.names) {
    c.loadConst(intConst(0), s);
    c.loadConst(NONE, s);
    importName(c, alias.name, s);
    if (alias.asname !== null) importAs(c, alias.name, alias.asname, s);
    else c.variable(alias.name.split('.')[0] ?? '', 'Store', s);
  }
}

/** Blocks in which an import never waits for the first use (3.15, _PyCompile_InExceptionHandler). */
const HANDLES_EXCEPTIONS: ReadonlySet<FrameBlockType> = new Set<FrameBlockType>([
  'try-except', 'finally-try', 'finally-end', 'exception-handler', 'exception-group-handler', 'handler-cleanup',
]);

/** IMPORT_NAME; in 3.15 bit 0 of its argument says that it is lazy, bit 1 that it must not become so. */
function importName(c: Emitter, name: string, s: Import | ImportFrom): void {
  const index = c.nameIndex(name);
  if (!c.features.lazyImportBits) return c.op(op.IMPORT_NAME, index, s);
  const isEager = c.unit.type !== 'module' || s.names[0]?.name === '*' || c.unit.frameBlocks.some(({ type }) => HANDLES_EXCEPTIONS.has(type));
  c.op(op.IMPORT_NAME, (index << 2) | (s.isLazy === 0 && isEager ? 2 : s.isLazy), s);
}

function importAs(c: Emitter, name: string, asname: string, at: Position): void {
  const [, ...rest] = name.split('.');
  rest.forEach((attribute, i) => {
    if (i > 0) {
      c.op(op.SWAP, 2, at);
      c.op(op.POP_TOP, 0, at);
    }
    c.nameOp(op.IMPORT_FROM, attribute, at);
  });
  c.variable(asname, 'Store', at);
  if (rest.length > 0) c.op(op.POP_TOP, 0, at);
}

function importFromStatement(c: Emitter, s: ImportFrom): void {
  if (s.module === '__future__' && s.lineno > c.options.lastFutureLine) {
    throw c.error('from __future__ imports must occur at the beginning of the file', s);
  }
  c.loadConst(intConst(s.level), s);
  c.loadNames(s.names.map((alias) => alias.name), s);
  importName(c, s.module ?? '', s);
  if (s.names[0]?.name === '*') {
    c.op(op.CALL_INTRINSIC_1, op.Intrinsic1.IMPORT_STAR, s);
    if (c.features.oldestInstructions) return;
    return c.op(op.POP_TOP, 0, NO_LOCATION);
  }
  for (const alias of s.names) {
    c.nameOp(op.IMPORT_FROM, alias.name, s);
    c.variable(alias.asname ?? alias.name, 'Store', s);
  }
  c.op(op.POP_TOP, 0, s);
}
