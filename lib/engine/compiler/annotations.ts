// Annotations of variables, and 3.14's deferred annotations: `__annotate__` functions (PEP 649; CPython 3.14
// Python/codegen.c codegen_annotations, codegen_deferred_annotations_body).
import type { AnnAssign, AsyncFunctionDef, FunctionDef, Position } from '../parser/ast.ts';
import { intConst } from './constants.ts';
import type { Emitter } from './emitter.ts';
import { expression } from './expressions.ts';
import { annotationPairs } from './functions.ts';
import { Label } from './instructions.ts';
import * as op from './opcodes.ts';
import type { Scope } from './scope.ts';

/** At the start of a module or class: room for the annotations. */
export function setupAnnotations(c: Emitter, at: Position): void {
  if (c.unit.scope.hasConditionalAnnotations) {
    c.op(op.BUILD_SET, 0, at);
    conditionalAnnotations(c, 'Store', at);
  }
  const atOnce = !c.features.deferredAnnotations || c.options.futureAnnotations;
  if (atOnce && c.unit.scope.hasVariableAnnotations) c.op(op.SETUP_ANNOTATIONS, 0, at);
}

/** The set of annotations whose condition was met: a cell in a class, a global in a module (whose cell stays empty). */
function conditionalAnnotations(c: Emitter, context: 'Load' | 'Store', at: Position): void {
  const cell = c.unit.type === 'class' ? c.unit.cellvars.get(CONDITIONAL) : undefined;
  if (cell === undefined) return c.variable(CONDITIONAL, context, at);
  c.op(context === 'Load' ? op.LOAD_DEREF : op.STORE_DEREF, cell, at);
}

const CONDITIONAL = '__conditional_annotations__';

/** 3.14: remembers `name: annotation` of a module or class for the end of its body. */
export function deferVariableAnnotation(c: Emitter, s: AnnAssign): void {
  const { unit } = c;
  const conditional = unit.type === 'module' || unit.conditionalDepth > 0;
  const index = conditional ? unit.nextConditionalAnnotation++ : -1;
  unit.deferredAnnotations.push({ statement: s, index });
  if (!conditional) return;
  conditionalAnnotations(c, 'Load', s);
  c.loadConst(intConst(index), s);
  c.op(op.SET_ADD, 1, s);
  c.op(op.POP_TOP, 0, s);
}

/** 3.14: the `__annotate__` of a module or class whose body ends; `at` is where that body starts. */
export function moduleAnnotations(c: Emitter, at: Position): void {
  const { unit } = c;
  const { deferredAnnotations, scope } = unit;
  if (deferredAnnotations.length === 0 || scope.annotationScope === null) return;
  const start = unit.sequence.instructions.length;
  enterAnnotate(c, scope.annotationScope, at);
  c.op(op.BUILD_MAP, 0, at);
  for (const { statement, index } of deferredAnnotations) {
    const skip = new Label();
    if (index >= 0) {
      c.loadConst(intConst(index), statement);
      const free = c.unit.freevars.get(CONDITIONAL);
      if (free === undefined) c.variable(CONDITIONAL, 'Load', statement);
      else c.op(op.LOAD_DEREF, free, statement);
      c.op(op.CONTAINS_OP, 0, statement);
      c.jump(op.POP_JUMP_IF_FALSE, skip, statement);
    }
    expression(c, statement.annotation);
    c.op(op.COPY, 2, statement);
    c.loadStr(c.mangle(statement.target.kind === 'Name' ? statement.target.id : ''), statement);
    c.op(op.STORE_SUBSCR, 0, at);
    c.use(skip);
  }
  c.op(op.RETURN_VALUE, 0, at);
  const code = c.leave(true);
  c.makeClosure(code, 0, at);
  c.variable(unit.type === 'class' ? '__annotate_func__' : '__annotate__', 'Store', at);
  // A module's is there before its first statement runs.
  if (unit.type === 'module') unit.sequence.moveToStart(start);
}

/** 3.14: pushes the `__annotate__` of a function; answers false if it has no annotations. */
export function deferredFunctionAnnotations(c: Emitter, s: FunctionDef | AsyncFunctionDef): boolean {
  const scope = c.table.scopes.get(s)?.annotationScope ?? null;
  if (scope === null || !scope.annotationsUsed) return false;
  enterAnnotate(c, scope, s, s.name);
  const count = annotationPairs(c, s);
  c.op(op.BUILD_MAP, count, s);
  c.op(op.RETURN_VALUE, 0, s);
  const code = c.leave(true);
  c.makeClosure(code, 0, s);
  return true;
}

/** `functionName`: whose annotations they are, if a function's; 3.15 shows it in the qualified name. */
function enterAnnotate(c: Emitter, scope: Scope, at: Position, functionName: string | null = null): void {
  const shown = functionName === null || !c.features.annotateNamesFunction ? '__annotate__' : `${functionName}.__annotate__`;
  const unit = c.enterScope('annotations', '__annotate__', scope, at.lineno, undefined, shown);
  unit.posonlyargcount = 1;
  refuseFakeGlobals(c, at);
}

/** 3.14: formats that need fake globals are not for the compiler's code (codegen_setup_annotations_scope). */
export function refuseFakeGlobals(c: Emitter, at: Position): void {
  const body = new Label();
  c.op(op.LOAD_FAST, 0, at);
  c.loadConst(intConst(2), at);
  c.op(op.COMPARE_OP, (op.CompareOperator.GT << 5) | 4, at);
  c.jump(op.POP_JUMP_IF_FALSE, body, at);
  c.op(op.LOAD_COMMON_CONSTANT, op.CommonConstant.NOT_IMPLEMENTED_ERROR, at);
  c.op(op.RAISE_VARARGS, 1, at);
  c.use(body);
}
