// Code for functions, lambdas, classes, type parameters and type aliases (CPython 3.13 Python/compile.c,
// compiler_function, compiler_class, compiler_type_params, compiler_typealias).
import { InvariantError } from '../errors.ts';
import type {
  Arg, Arguments, AsyncFunctionDef, ClassDef, Expr, FunctionDef, Lambda, Position, TypeAlias, TypeParam,
} from '../parser/ast.ts';
import { deferredFunctionAnnotations, refuseFakeGlobals } from './annotations.ts';
import { docstringNode } from './constant-nodes.ts';
import { callArguments } from './calls.ts';
import { cleanDocstring } from './docstrings.ts';
import type { CodeUnit, Const } from './code-unit.ts';
import { NONE, constOfLiteral, intConst, strConst } from './constants.ts';
import type { Emitter } from './emitter.ts';
import { expression, expressions } from './expressions.ts';
import { Label, NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';
import { body, statements } from './statements.ts';
import type { Scope } from './scope.ts';
import { compareCodePoints } from './unit.ts';
import { unparse } from './unparse.ts';

const { DEFAULTS, KWDEFAULTS, ANNOTATIONS, ANNOTATE } = op.FunctionAttribute;

function firstLine(s: FunctionDef | AsyncFunctionDef | ClassDef): number {
  return s.decoratorList[0]?.lineno ?? s.lineno;
}

function applyDecorators(c: Emitter, decorators: readonly Expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) {
    const decorator = decorators[i];
    if (decorator !== undefined) c.op(op.CALL, 0, decorator);
  }
}

/** `def` and `async def`. */
export function functionDef(c: Emitter, s: FunctionDef | AsyncFunctionDef): void {
  expressions(c, s.decoratorList);
  const firstlineno = firstLine(s);
  const isGeneric = s.typeParams.length > 0;
  if (isGeneric) c.nullBelow(s);
  let attributes = defaultArguments(c, s.args, s);
  const hasBoth = (attributes & DEFAULTS) !== 0 && (attributes & KWDEFAULTS) !== 0;
  const typeParamArgs = (attributes & DEFAULTS ? 1 : 0) + (attributes & KWDEFAULTS ? 1 : 0);
  if (isGeneric) {
    if (hasBoth) c.op(op.SWAP, 2, s);
    const unit = c.enter('type-parameters', `<generic parameters of ${s.name}>`, s.typeParams, firstlineno);
    unit.argcount = typeParamArgs;
    typeParams(c, s.typeParams);
    for (let i = 0; i < typeParamArgs; i++) c.op(op.LOAD_FAST, i, s);
  }
  attributes |= functionAnnotations(c, s);
  const code = functionBody(c, s, firstlineno);
  c.makeClosure(code, attributes, s);
  if (isGeneric) {
    c.op(op.SWAP, 2, s);
    c.op(op.CALL_INTRINSIC_2, op.Intrinsic2.SET_FUNCTION_TYPE_PARAMS, s);
    const generic = c.leave(false);
    c.makeClosure(generic, 0, s);
    if (typeParamArgs > 0) {
      c.op(op.SWAP, typeParamArgs + 1, s);
      callWithoutNull(c, typeParamArgs, s);
    } else {
      callGeneric(c, s);
    }
  }
  applyDecorators(c, s.decoratorList);
  c.variable(s.name, 'Store', s);
}

/** Calls with the first argument in the place of NULL; up to 3.12 NULL lies below nevertheless, which is not executed here. */
function callWithoutNull(c: Emitter, count: number, at: Position): void {
  if (c.features.oldInstructions) c.unit.sequence.nullsDue = -1;
  c.op(op.CALL, c.features.oldInstructions ? count : count - 1, at);
}

/** Calls the function of a type parameter scope without arguments. */
function callGeneric(c: Emitter, at: Position): void {
  c.nullAbove(at);
  c.op(op.CALL, 0, at);
}

function functionBody(c: Emitter, s: FunctionDef | AsyncFunctionDef, firstlineno: number): CodeUnit {
  const unit = c.enter(s.kind === 'FunctionDef' ? 'function' : 'async-function', s.name, s, firstlineno);
  const docstring = docstringNode(s.body);
  if (docstring !== null) {
    unit.hasDocstring = true;
    c.constIndex(docstringConst(c, docstring.value.t === 'str' ? constOfLiteral(docstring.value) : NONE));
  } else if (!c.features.docstringFlag) {
    c.constIndex(NONE);
  }
  countArguments(c, s.args);
  const start = new Label();
  c.use(start);
  const wraps = c.features.stopIterationHandler && (unit.scope.coroutine || unit.scope.generator);
  if (wraps) c.pushBlock({ type: 'stop-iteration', at: NO_LOCATION, start });
  statements(c, docstring === null ? s.body : s.body.slice(1));
  if (wraps) {
    c.wrapInStopIterationHandler();
    c.popBlock();
  }
  return c.leave(true);
}

/** The value of `__doc__` for a docstring's literal. */
export function docstringConst(c: Emitter, value: Const): Const {
  if (value.t !== 'str' || !c.features.cleanDocstrings || value.codePoints !== undefined) return value;
  return strConst(cleanDocstring(value.v));
}

function countArguments(c: Emitter, args: Arguments): void {
  const { unit } = c;
  unit.argcount = args.args.length;
  unit.posonlyargcount = args.posonlyargs.length;
  unit.kwonlyargcount = args.kwonlyargs.length;
}

/** Pushes the defaults; answers which function attributes they are. */
function defaultArguments(c: Emitter, args: Arguments, at: Position): number {
  let attributes = 0;
  if (args.defaults.length > 0) {
    expressions(c, args.defaults);
    c.op(op.BUILD_TUPLE, args.defaults.length, at);
    attributes |= DEFAULTS;
  }
  const names: string[] = [];
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kwDefaults[i] ?? null;
    if (value === null) return;
    const name = c.mangle(arg.arg);
    names.push(name);
    if (c.features.modernInstructions) c.loadStr(name, at);
    expression(c, value);
  });
  if (names.length === 0) return attributes;
  if (c.features.modernInstructions) {
    c.op(op.BUILD_MAP, names.length, at);
  } else {
    c.loadNames(names, at);
    c.op(op.BUILD_CONST_KEY_MAP, names.length, at);
  }
  return attributes | KWDEFAULTS;
}

function functionAnnotations(c: Emitter, s: FunctionDef | AsyncFunctionDef): number {
  if (c.features.deferredAnnotations) return deferredFunctionAnnotations(c, s) ? ANNOTATE : 0;
  const count = annotationPairs(c, s);
  if (count === 0) return 0;
  c.op(op.BUILD_TUPLE, count * 2, s);
  return ANNOTATIONS;
}

/** Pushes name and annotation of every annotated parameter and of the result; answers how many pairs. */
export function annotationPairs(c: Emitter, s: FunctionDef | AsyncFunctionDef): number {
  const { args, posonlyargs, vararg, kwonlyargs, kwarg } = s.args;
  const pairs: { name: string; annotation: Expr }[] = [];
  const add = (arg: Arg | null): void => {
    if (arg !== null && arg.annotation !== null) pairs.push({ name: arg.arg, annotation: arg.annotation });
  };
  args.forEach(add);
  posonlyargs.forEach(add);
  add(vararg);
  kwonlyargs.forEach(add);
  add(kwarg);
  if (s.returns !== null) pairs.push({ name: 'return', annotation: s.returns });
  for (const { name, annotation } of pairs) {
    c.loadStr(c.mangle(name), s);
    if (c.options.futureAnnotations) {
      annotationText(c, annotation);
    } else if (annotation.kind === 'Starred') {
      expression(c, annotation.value);
      c.op(op.UNPACK_SEQUENCE, 1, s);
    } else {
      expression(c, annotation);
    }
  }
  return pairs.length;
}

/** `from __future__ import annotations`: the annotation's source, as ast.unparse writes it. */
export function annotationText(c: Emitter, annotation: Expr): void {
  c.loadStr(unparse(annotation), annotation);
}

/** `lambda`. */
export function lambda(c: Emitter, e: Lambda): void {
  const attributes = defaultArguments(c, e.args, e);
  const unit = c.enter('lambda', '<lambda>', e, e.lineno);
  if (!c.features.docstringFlag) c.constIndex(NONE);
  countArguments(c, e.args);
  expression(c, e.body);
  let code: CodeUnit;
  if (unit.scope.generator) {
    code = c.leave(false);
  } else {
    c.op(op.RETURN_VALUE, 0, c.features.oldInstructions ? { ...positionOf(e), endLineno: e.lineno, colOffset: 0, endColOffset: 0 } : e.body);
    code = c.leave(true);
  }
  c.makeClosure(code, attributes, e);
}

// ---- classes -----------------------------------------------------------------------------------------------------

/** `class`. */
export function classDef(c: Emitter, s: ClassDef): void {
  expressions(c, s.decoratorList);
  const firstlineno = firstLine(s);
  const isGeneric = s.typeParams.length > 0;
  if (isGeneric) {
    c.nullBelow(s);
    c.enter('type-parameters', `<generic parameters of ${s.name}>`, s.typeParams, firstlineno, s.name);
    typeParams(c, s.typeParams);
    c.variable('.type_params', 'Store', s);
  }
  const code = classBody(c, s, firstlineno);
  c.nullBelow(s);
  c.op(op.LOAD_BUILD_CLASS, 0, s);
  c.nullAbove(s);
  c.makeClosure(code, 0, s);
  c.loadStr(s.name, s);
  if (isGeneric) {
    c.variable('.type_params', 'Load', s);
    c.op(op.CALL_INTRINSIC_1, op.Intrinsic1.SUBSCRIPT_GENERIC, s);
    c.variable('.generic_base', 'Store', s);
    const base: Expr = { ...positionOf(s), kind: 'Name', id: '.generic_base', ctx: 'Load' };
    callArguments(c, 2, [...s.bases, base], s.keywords, s);
    const generic = c.leave(false);
    c.makeClosure(generic, 0, s);
    callGeneric(c, s);
  } else {
    callArguments(c, 2, s.bases, s.keywords, s);
  }
  applyDecorators(c, s.decoratorList);
  c.variable(s.name, 'Store', s);
}

function positionOf(at: Position): Position {
  return { lineno: at.lineno, colOffset: at.colOffset, endLineno: at.endLineno, endColOffset: at.endColOffset };
}

function classBody(c: Emitter, s: ClassDef, firstlineno: number): CodeUnit {
  const unit = c.enter('class', s.name, s, firstlineno, s.name);
  const { scope } = unit;
  const at: Position = { lineno: firstlineno, endLineno: firstlineno, colOffset: 0, endColOffset: 0 };
  c.variable('__name__', 'Load', at);
  c.variable('__module__', 'Store', at);
  c.loadStr(unit.qualname, at);
  c.variable('__qualname__', 'Store', at);
  if (c.features.classStaticAttributes) {
    c.loadConst(intConst(firstlineno), at);
    c.variable('__firstlineno__', 'Store', at);
  }
  if (s.typeParams.length > 0) {
    c.variable('.type_params', 'Load', at);
    c.variable('__type_params__', 'Store', at);
  }
  if (scope.needsClassDict) {
    c.op(op.LOAD_LOCALS, 0, at);
    c.op(op.STORE_DEREF, unit.cellvars.get('__classdict__') ?? 0, at);
  }
  body(c, at, s.body);
  if (c.features.classStaticAttributes) {
    c.loadNames([...unit.staticAttributes].sort(compareCodePoints), NO_LOCATION);
    c.variable('__static_attributes__', 'Store', NO_LOCATION);
  }
  if (scope.needsClassDict) {
    c.loadClosure('__classdict__', NO_LOCATION);
    c.variable('__classdictcell__', 'Store', NO_LOCATION);
  }
  if (scope.needsClassClosure) {
    c.loadClosure('__class__', NO_LOCATION);
    c.op(op.COPY, 1, NO_LOCATION);
    c.variable('__classcell__', 'Store', NO_LOCATION);
  } else {
    c.loadConst(NONE, NO_LOCATION);
  }
  c.op(op.RETURN_VALUE, 0, NO_LOCATION);
  return c.leave(true);
}

// ---- type parameters ---------------------------------------------------------------------------------------------

function typeParams(c: Emitter, params: readonly TypeParam[]): void {
  let seenDefault = false;
  for (const param of params) {
    c.loadStr(param.name, param);
    if (param.kind === 'TypeVar') {
      if (param.bound === null) {
        c.op(op.CALL_INTRINSIC_1, op.Intrinsic1.TYPEVAR, param);
      } else {
        typeVariable(c, param.bound, param.name, c.table.scopes.get(param), false);
        const { TYPEVAR_WITH_BOUND, TYPEVAR_WITH_CONSTRAINTS } = op.Intrinsic2;
        const intrinsic = param.bound.kind === 'Tuple' ? TYPEVAR_WITH_CONSTRAINTS : TYPEVAR_WITH_BOUND;
        c.op(op.CALL_INTRINSIC_2, intrinsic, param);
      }
    } else {
      const { TYPEVARTUPLE, PARAMSPEC } = op.Intrinsic1;
      c.op(op.CALL_INTRINSIC_1, param.kind === 'TypeVarTuple' ? TYPEVARTUPLE : PARAMSPEC, param);
    }
    if (param.defaultValue !== null) {
      seenDefault = true;
      typeVariable(c, param.defaultValue, param.name, c.table.defaults.get(param), param.kind === 'TypeVarTuple');
      c.op(op.CALL_INTRINSIC_2, op.Intrinsic2.SET_TYPEPARAM_DEFAULT, param);
    } else if (seenDefault) {
      throw c.error(`non-default type parameter '${param.name}' follows default type parameter`, param);
    }
    c.op(op.COPY, 1, param);
    c.variable(param.name, 'Store', param);
  }
  const [first] = params;
  if (first !== undefined) c.op(op.BUILD_TUPLE, params.length, first);
}

/** 3.14: annotation scopes take the format as an argument with the default 1. */
function formatDefault(c: Emitter, at: Position): number {
  if (!c.features.deferredAnnotations) return 0;
  c.loadConst({ t: 'tuple', items: [intConst(1)] }, at);
  return DEFAULTS;
}

/** The function that computes a bound or a default. */
function typeVariable(c: Emitter, e: Expr, name: string, scope: Scope | undefined, allowStarred: boolean): void {
  if (scope === undefined) throw new InvariantError(`no scope for type parameter ${name}`);
  const attributes = formatDefault(c, e);
  const unit = c.enterScope('type-parameters', name, scope, e.lineno);
  if (attributes !== 0) {
    unit.posonlyargcount = 1;
    refuseFakeGlobals(c, e);
  }
  if (allowStarred && e.kind === 'Starred') {
    expression(c, e.value);
    c.op(op.UNPACK_SEQUENCE, 1, e);
  } else {
    expression(c, e);
  }
  c.op(op.RETURN_VALUE, 0, e);
  const code = c.leave(true);
  c.makeClosure(code, attributes, e);
}

/** `type name = value`. */
export function typeAlias(c: Emitter, s: TypeAlias): void {
  const name = s.name.kind === 'Name' ? s.name.id : '';
  const isGeneric = s.typeParams.length > 0;
  if (isGeneric) {
    c.nullBelow(s);
    c.enter('type-parameters', `<generic parameters of ${name}>`, s.typeParams, s.lineno);
    c.loadStr(name, s);
    typeParams(c, s.typeParams);
  } else {
    c.loadStr(name, s);
    c.loadConst(NONE, s);
  }
  const attributes = formatDefault(c, s);
  const unit = c.enter('function', name, s, s.lineno);
  if (attributes !== 0) {
    unit.posonlyargcount = 1;
    refuseFakeGlobals(c, s);
  }
  if (!c.features.docstringFlag) c.constIndex(NONE);
  expression(c, s.value);
  c.op(op.RETURN_VALUE, 0, s);
  const code = c.leave(false);
  c.makeClosure(code, attributes, s);
  c.op(op.BUILD_TUPLE, 3, s);
  c.op(op.CALL_INTRINSIC_1, op.Intrinsic1.TYPEALIAS, s);
  if (isGeneric) {
    const generic = c.leave(false);
    c.makeClosure(generic, 0, s);
    callGeneric(c, s);
  }
  c.variable(name, 'Store', s);
}
