// Code for f-strings and t-strings (CPython 3.13 Python/compile.c: compiler_joined_str, compiler_formatted_value; 3.14 codegen.c:
// codegen_template_str).
import type { Expr, JoinedStr } from '../parser/ast.ts';
import { constantNode } from './constant-nodes.ts';
import { NONE } from './constants.ts';
import { STACK_USE_GUIDELINE } from './emitter.ts';
import type { Emitter } from './emitter.ts';
import { expression, expressions } from './expressions.ts';
import * as op from './opcodes.ts';

export function joinedStr(c: Emitter, e: JoinedStr): void {
  const n = e.values.length;
  if (n > STACK_USE_GUIDELINE) {
    c.loadStr('', e);
    c.loadMethod('join', e);
    c.op(op.BUILD_LIST, 0, e);
    for (const value of e.values) {
      expression(c, value);
      c.op(op.LIST_APPEND, 1, e);
    }
    return c.op(op.CALL, 1, e);
  }
  expressions(c, e.values);
  if (n > 1 || (n === 0 && c.features.oldInstructions)) c.op(op.BUILD_STRING, n, e);
  else if (n === 0) c.loadStr('', e);
}

function conversionOf(character: number): number {
  switch (String.fromCharCode(character)) {
    case 's':
      return op.Conversion.STR;
    case 'r':
      return op.Conversion.REPR;
    case 'a':
      return op.Conversion.ASCII;
    default:
      return op.Conversion.NONE;
  }
}

export function formattedValue(c: Emitter, e: Extract<Expr, { kind: 'FormattedValue' }>): void {
  expression(c, e.value);
  if (c.features.oldInstructions) return oldFormattedValue(c, e);
  if (e.conversion !== -1) c.op(op.CONVERT_VALUE, conversionOf(e.conversion), e);
  if (e.formatSpec === null) return c.op(op.FORMAT_SIMPLE, 0, e);
  expression(c, e.formatSpec);
  c.op(op.FORMAT_WITH_SPEC, 0, e);
}

/** Up to 3.12 one instruction converts and formats. */
function oldFormattedValue(c: Emitter, e: Extract<Expr, { kind: 'FormattedValue' }>): void {
  if (e.formatSpec !== null) expression(c, e.formatSpec);
  const conversion = e.conversion === -1 ? 0 : conversionOf(e.conversion);
  c.op(op.FORMAT_VALUE, conversion | (e.formatSpec === null ? 0 : 4), e);
}

/** 3.14: the strings as one tuple, the interpolations as another. */
export function templateStr(c: Emitter, e: Extract<Expr, { kind: 'TemplateStr' }>): void {
  let strings = 0;
  let afterString = false;
  const interpolations: Expr[] = [];
  for (const value of e.values) {
    if (value.kind === 'Interpolation') {
      if (!afterString) {
        c.loadStr('', value);
        strings++;
      }
      afterString = false;
      interpolations.push(value);
    } else {
      expression(c, value);
      strings++;
      afterString = true;
    }
  }
  if (!afterString) {
    c.loadStr('', e);
    strings++;
  }
  c.op(op.BUILD_TUPLE, strings, e);
  expressions(c, interpolations);
  c.op(op.BUILD_TUPLE, interpolations.length, e);
  c.op(op.BUILD_TEMPLATE, 0, e);
}

export function interpolation(c: Emitter, e: Extract<Expr, { kind: 'Interpolation' }>): void {
  expression(c, e.value);
  expression(c, { ...constantNode(NONE, e), value: e.str });
  let arg = 2;
  if (e.formatSpec !== null) {
    arg++;
    expression(c, e.formatSpec);
  }
  if (e.conversion !== -1) arg |= conversionOf(e.conversion) << 2;
  c.op(op.BUILD_INTERPOLATION, arg, e);
}
