// Code for calls (CPython 3.13 Python/compile.c, compiler_call, compiler_call_helper, maybe_optimize_method_call).
import type { Attribute, Call, Expr, Keyword, Position } from '../parser/ast.ts';
import type { Const } from './code-unit.ts';
import { strConst } from './constants.ts';
import { STACK_USE_GUIDELINE } from './emitter.ts';
import type { Emitter } from './emitter.ts';
import { TUPLE_DISPLAY, unpackingDisplay } from './displays.ts';
import { attributeLocation, expression, expressions, validateKeywords } from './expressions.ts';
import { inlineGeneratorConsumer } from './comprehensions.ts';
import { NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';
import { DEF_IMPORT } from './scope.ts';
import { canOptimizeSuper, loadSuperArguments } from './super-calls.ts';
import { checkCaller } from './syntax-warnings.ts';

/** `func(args)`. */
export function call(c: Emitter, e: Call): void {
  validateKeywords(c, e.keywords);
  if (e.func.kind === 'Attribute' && methodCall(c, e, e.func)) return;
  checkCaller(c, e.func);
  c.nullBelow(e.func);
  expression(c, e.func);
  const skip = inlineGeneratorConsumer(c, e);
  c.nullAbove(e.func);
  callArguments(c, 0, e.args, e.keywords, e);
  if (skip !== null) c.use(skip);
}

function isImportOriginated(c: Emitter, e: Expr): boolean {
  return e.kind === 'Name' && (c.table.top.flags(e.id) & DEF_IMPORT) !== 0;
}

/** `object.name(args)` without a bound method; answers false where that does not apply. */
function methodCall(c: Emitter, e: Call, method: Attribute): boolean {
  if (method.ctx !== 'Load' || isImportOriginated(c, method.value)) return false;
  const nArgs = e.args.length;
  const nKeywords = e.keywords.length;
  if (nArgs + nKeywords + (nKeywords > 0 ? 1 : 0) >= STACK_USE_GUIDELINE) return false;
  if (e.args.some((arg) => arg.kind === 'Starred') || e.keywords.some((keyword) => keyword.arg === null)) return false;
  if (canOptimizeSuper(c, method)) {
    const arg = loadSuperArguments(c, method);
    c.op(op.LOAD_SUPER_ATTR, (c.nameIndex(method.attr) << 2) | arg | 1, method);
    c.op(op.NOP, 0, attributeLocation(method, method));
  } else {
    expression(c, method.value);
    c.loadMethod(method.attr, attributeLocation(method, method));
  }
  expressions(c, e.args);
  const at = attributeLocation(e, method);
  if (nKeywords === 0) {
    c.op(op.CALL, nArgs, at);
    return true;
  }
  for (const keyword of e.keywords) expression(c, keyword.value);
  callNames(c, e.keywords, attributeLocation(method, method));
  c.op(c.features.callKwOnStack ? op.CALL_KW : op.CALL, nArgs + nKeywords, at);
  return true;
}

/** Names for CALL_KW. Up to 3.12 they are not on the stack, and the call is CALL. */
function callNames(c: Emitter, keywords: readonly Keyword[], at: Position): void {
  c.op(c.features.callKwOnStack ? op.LOAD_CONST : op.KW_NAMES, c.constIndex(namesConst(keywords)), at);
}

function namesConst(keywords: readonly Keyword[]): Const {
  return { t: 'tuple', items: keywords.map((keyword) => strConst(keyword.arg ?? '')), madeBy: 'identifiers' };
}

/** Arguments and the call; callable and self-or-NULL are on the stack, then `pushed` arguments. */
export function callArguments(
  c: Emitter, pushed: number, args: readonly Expr[], keywords: readonly Keyword[], at: Position,
): void {
  validateKeywords(c, keywords);
  const unpacks = args.some((arg) => arg.kind === 'Starred') || keywords.some((keyword) => keyword.arg === null);
  if (unpacks || args.length + keywords.length * 2 > STACK_USE_GUIDELINE) {
    return unpackedCall(c, pushed, args, keywords, at);
  }
  expressions(c, args);
  if (keywords.length === 0) return c.op(op.CALL, pushed + args.length, at);
  for (const keyword of keywords) expression(c, keyword.value);
  callNames(c, keywords, at);
  c.op(c.features.callKwOnStack ? op.CALL_KW : op.CALL, pushed + args.length + keywords.length, at);
}

function unpackedCall(
  c: Emitter, pushed: number, args: readonly Expr[], keywords: readonly Keyword[], at: Position,
): void {
  const [only] = args;
  if (pushed === 0 && args.length === 1 && only !== undefined && only.kind === 'Starred') expression(c, only.value);
  else unpackingDisplay(c, args, pushed, TUPLE_DISPLAY, at);
  if (keywords.length > 0) keywordDict(c, keywords, at);
  else if (c.features.modernInstructions) c.op(op.PUSH_NULL, 0, at);
  c.op(op.CALL_FUNCTION_EX, c.features.modernInstructions || keywords.length > 0 ? 1 : 0, at);
}

function keywordDict(c: Emitter, keywords: readonly Keyword[], at: Position): void {
  let haveDict = false;
  let pending: Keyword[] = [];
  const flush = (): void => {
    if (pending.length === 0) return;
    keywordPart(c, pending, at);
    if (haveDict) c.op(op.DICT_MERGE, 1, at);
    haveDict = true;
    pending = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      pending.push(keyword);
      continue;
    }
    flush();
    if (!haveDict) {
      c.op(op.BUILD_MAP, 0, at);
      haveDict = true;
    }
    expression(c, keyword.value);
    c.op(op.DICT_MERGE, 1, at);
  }
  flush();
}

function keywordPart(c: Emitter, keywords: readonly Keyword[], at: Position): void {
  const n = keywords.length;
  const big = n * 2 > STACK_USE_GUIDELINE;
  if (n > 1 && !big && !c.features.modernInstructions) {
    for (const keyword of keywords) expression(c, keyword.value);
    c.loadConst(namesConst(keywords), at);
    return c.op(op.BUILD_CONST_KEY_MAP, n, at);
  }
  if (big) c.op(op.BUILD_MAP, 0, NO_LOCATION);
  for (const keyword of keywords) {
    c.loadStr(keyword.arg ?? '', at);
    expression(c, keyword.value);
    if (big) c.op(op.MAP_ADD, 1, NO_LOCATION);
  }
  if (!big) c.op(op.BUILD_MAP, n, at);
}
