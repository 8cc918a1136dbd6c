// SyntaxWarnings about code that compiles but cannot be meant (CPython 3.13 Python/compile.c, check_caller,
// check_subscripter, check_index, check_compare).
import type { Compare, Expr } from '../parser/ast.ts';
import { constantOf } from './constant-nodes.ts';
import { typeName } from './constants.ts';
import type { Emitter } from './emitter.ts';

/** The type of a display or literal, or null where it cannot be told. */
function inferType(e: Expr): string | null {
  switch (e.kind) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'TemplateStr':
      return 'string.templatelib.Template';
    case 'Interpolation':
      return 'string.templatelib.Interpolation';
    case 'Constant':
      return typeName(constantOf(e));
    default:
      return null;
  }
}

/** Warns about calling a literal: a comma is missing before the parenthesis. */
export function checkCaller(c: Emitter, e: Expr): void {
  const type = inferType(e);
  if (type === null || type === 'function') return;
  c.warn(`'${type}' object is not callable; perhaps you missed a comma?`, e);
}

/** Warns about subscribing what has no items. */
export function checkSubscripter(c: Emitter, e: Expr): void {
  const type = inferType(e);
  switch (e.kind) {
    case 'Constant':
      if (!['NoneType', 'ellipsis', 'int', 'float', 'complex', 'bool', 'frozenset'].includes(type ?? '')) return;
      break;
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'Lambda':
    case 'TemplateStr':
    case 'Interpolation':
      break;
    default:
      return;
  }
  c.warn(`'${type}' object is not subscriptable; perhaps you missed a comma?`, e);
}

/** Warns about indexing a sequence with what is no integer. */
export function checkIndex(c: Emitter, value: Expr, index: Expr): void {
  const indexType = index.kind === 'Slice' ? null : inferType(index);
  if (indexType === null || indexType === 'int' || indexType === 'bool' || indexType === 'slice') return;
  const type = inferType(value);
  switch (value.kind) {
    case 'Constant':
      if (type !== 'str' && type !== 'bytes' && type !== 'tuple') return;
      break;
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'JoinedStr':
    case 'FormattedValue':
      break;
    default:
      return;
  }
  c.warn(`${type} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`, value);
}

/** None, True, False and ... are compared by identity; other literals should not be, nor tuples of constants. */
function hasIdentity(e: Expr): boolean {
  if (e.kind === 'Tuple') return !e.elts.every((item) => item.kind === 'Constant' || !hasIdentity(item));
  return e.kind !== 'Constant' || ['none', 'true', 'false', 'ellipsis'].includes(constantOf(e).t);
}

/** Warns about `is` with a literal. */
export function checkCompare(c: Emitter, e: Compare): void {
  let left = e.left;
  for (let i = 0; i < e.comparators.length; i++) {
    const operator = e.ops[i];
    const right = e.comparators[i];
    if (right === undefined) return;
    if ((operator === 'Is' || operator === 'IsNot') && !(hasIdentity(left) && hasIdentity(right))) {
      const type = inferType(hasIdentity(left) ? right : left);
      const literal = c.features.warningsNameTypes ? `'${type}' literal` : 'a literal';
      const words = operator === 'Is' ? ['is', '=='] : ['is not', '!='];
      return c.warn(`"${words[0]}" with ${literal}. Did you mean "${words[1]}"?`, e);
    }
    left = right;
  }
}
