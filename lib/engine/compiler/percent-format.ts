// Rewrites `'…' % (a, b)` into an f-string (CPython 3.13 Python/ast_opt.c: optimize_format).
import type { BinOp, Expr, FormattedValue } from '../parser/ast.ts';
import { constantNode, constantOf, positionOf } from './constant-nodes.ts';
import { NO_LOCATION } from './instructions.ts';

const FORMAT = /%(?:%|([-+ #0]*)(\d*)(?:\.(\d*))?(.?))/gsu;

const MAX_DIGITS = 3;

/** `'…%s…' % (a, b)` as an f-string, if the format only uses %s, %r and %a; else null. */
export function formatToJoinedStr(e: BinOp): Expr | null {
  if (e.op !== 'Mod' || e.left.kind !== 'Constant' || e.right.kind !== 'Tuple') return null;
  const format = constantOf(e.left);
  if (format.t !== 'str' || format.codePoints !== undefined) return null;
  const args = e.right.elts;
  if (args.some((arg) => arg.kind === 'Starred')) return null;
  const values: Expr[] = [];
  let literal = '';
  let used = 0;
  let end = 0;
  const flush = (): void => {
    if (literal !== '') values.push(constantNode({ t: 'str', v: literal }, NO_LOCATION));
    literal = '';
  };
  for (const match of format.v.matchAll(FORMAT)) {
    literal += format.v.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[0] === '%%') {
      literal += '%';
      continue;
    }
    const arg = args[used++];
    const value = arg === undefined ? null : formattedValue(arg, match[1] ?? '', match[2] ?? '', match[3], match[4] ?? '');
    if (value === null) return null;
    flush();
    values.push(value);
  }
  literal += format.v.slice(end);
  flush();
  if (used !== args.length) return null;
  return { ...positionOf(e), kind: 'JoinedStr', values };
}

function formattedValue(
  value: Expr, flags: string, width: string, precision: string | undefined, type: string,
): FormattedValue | null {
  if (!['s', 'r', 'a'].includes(type) || /[^-]/.test(flags)) return null;
  if (width.length >= MAX_DIGITS || (precision ?? '').length >= MAX_DIGITS) return null;
  let spec = width === '' ? '' : String(Number(width));
  if (spec !== '' && spec !== '0' && !flags.includes('-')) spec = `>${spec}`;
  if (precision !== undefined) spec += `.${precision === '' ? '0' : Number(precision)}`;
  return {
    ...positionOf(value),
    kind: 'FormattedValue',
    value,
    conversion: type.charCodeAt(0),
    formatSpec: spec === '' ? null : constantNode({ t: 'str', v: spec }, value),
  };
}
