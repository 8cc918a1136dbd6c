// The source text of an expression, for annotations under `from __future__ import annotations` (CPython 3.13
// Python/ast_unparse.c, _PyAST_ExprAsUnicode).
import type { Arguments, BoolOperator, CmpOperator, Comprehension, Expr, Operator, UnaryOperator } from '../parser/ast.ts';
import { constantOf } from './constant-nodes.ts';
import { reprOfConst } from './reprs.ts';

const TUPLE = 0, TEST = 1, OR = 2, AND = 3, NOT = 4, CMP = 5, BOR = 6, BXOR = 7, BAND = 8, SHIFT = 9, ARITH = 10, TERM = 11,
  FACTOR = 12, POWER = 13, AWAIT = 14, ATOM = 15;

const BINARY: Record<Operator, readonly [string, number]> = {
  Add: ['+', ARITH], Sub: ['-', ARITH], Mult: ['*', TERM], MatMult: ['@', TERM], Div: ['/', TERM], Mod: ['%', TERM],
  LShift: ['<<', SHIFT], RShift: ['>>', SHIFT], BitOr: ['|', BOR], BitXor: ['^', BXOR], BitAnd: ['&', BAND],
  FloorDiv: ['//', TERM], Pow: ['**', POWER],
};
const UNARY: Record<UnaryOperator, readonly [string, number]> = {
  Invert: ['~', FACTOR], Not: ['not ', NOT], UAdd: ['+', FACTOR], USub: ['-', FACTOR],
};
const BOOLEAN: Record<BoolOperator, readonly [string, number]> = { And: [' and ', AND], Or: [' or ', OR] };
const COMPARE: Record<CmpOperator, string> = {
  Eq: '==', NotEq: '!=', Lt: '<', LtE: '<=', Gt: '>', GtE: '>=', Is: 'is', IsNot: 'is not', In: 'in', NotIn: 'not in',
};

/** The text of `e` as ast.unparse would write it, without parentheses around it. */
export function unparse(e: Expr): string {
  return write(e, TEST);
}

function paren(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

function list(items: readonly Expr[], level: number): string {
  return items.map((item) => write(item, level)).join(', ');
}

function write(e: Expr, level: number): string {
  switch (e.kind) {
    case 'BoolOp': {
      const [word, own] = BOOLEAN[e.op];
      return paren(e.values.map((value) => write(value, own + 1)).join(word), level > own);
    }
    case 'NamedExpr':
      return paren(`${write(e.target, ATOM)} := ${write(e.value, ATOM)}`, level > TUPLE);
    case 'BinOp': {
      const [sign, own] = BINARY[e.op];
      const rightAssociative = e.op === 'Pow' ? 1 : 0;
      const left = write(e.left, own + rightAssociative);
      return paren(`${left} ${sign} ${write(e.right, own + 1 - rightAssociative)}`, level > own);
    }
    case 'UnaryOp': {
      const [sign, own] = UNARY[e.op];
      return paren(sign + write(e.operand, own), level > own);
    }
    case 'Lambda': {
      const params = args(e.args);
      return paren(`lambda${params === '' ? '' : ` ${params}`}: ${write(e.body, TEST)}`, level > TEST);
    }
    case 'IfExp':
      return paren(`${write(e.body, TEST + 1)} if ${write(e.test, TEST + 1)} else ${write(e.orelse, TEST)}`, level > TEST);
    case 'Dict':
      return `{${e.values.map((value, i) => {
        const key = e.keys[i] ?? null;
        return key === null ? `**${write(value, BOR)}` : `${write(key, TEST)}: ${write(value, TEST)}`;
      }).join(', ')}}`;
    case 'Set':
      return `{${list(e.elts, TEST)}}`;
    case 'ListComp':
      return `[${write(e.elt, TEST)}${generators(e.generators)}]`;
    case 'SetComp':
      return `{${write(e.elt, TEST)}${generators(e.generators)}}`;
    case 'GeneratorExp':
      return `(${write(e.elt, TEST)}${generators(e.generators)})`;
    case 'DictComp':
      return `{${write(e.key, TEST)}: ${e.value === null ? '' : write(e.value, TEST)}${generators(e.generators)}}`;
    case 'Await':
      return paren(`await ${write(e.value, ATOM)}`, level > AWAIT);
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${write(e.value, TUPLE)})`;
    case 'YieldFrom':
      return `(yield from ${write(e.value, TEST)})`;
    case 'Compare':
      return paren(
        write(e.left, CMP + 1) +
          e.comparators.map((right, i) => ` ${COMPARE[e.ops[i] ?? 'Eq']} ${write(right, CMP + 1)}`).join(''),
        level > CMP,
      );
    case 'Call':
      return call(e);
    case 'Constant':
      return constantText(e);
    case 'JoinedStr':
    case 'TemplateStr':
      return formatted(e);
    case 'FormattedValue':
    case 'Interpolation':
      return formatted({ ...e, kind: 'JoinedStr', values: [e] });
    case 'Attribute': {
      const value = write(e.value, ATOM);
      const isInt = e.value.kind === 'Constant' && constantOf(e.value).t === 'int';
      return `${value}${isInt ? ' .' : '.'}${e.attr}`;
    }
    case 'Subscript':
      return `${write(e.value, ATOM)}[${write(e.slice, TUPLE)}]`;
    case 'Starred':
      return `*${write(e.value, BOR)}`;
    case 'Name':
      return e.id;
    case 'List':
      return `[${list(e.elts, TEST)}]`;
    case 'Tuple':
      if (e.elts.length === 0) return '()';
      return paren(list(e.elts, TEST) + (e.elts.length === 1 ? ',' : ''), level > TUPLE);
    case 'Slice': {
      const part = (value: Expr | null): string => (value === null ? '' : write(value, TEST));
      return `${part(e.lower)}:${part(e.upper)}${e.step === null ? '' : `:${part(e.step)}`}`;
    }
    default: {
      const unreachable: never = e;
      return unreachable;
    }
  }
}

function constantText(e: Extract<Expr, { kind: 'Constant' }>): string {
  const value = constantOf(e);
  if (value.t === 'ellipsis') return '...';
  const text = reprOfConst(value);
  const prefix = e.constantKind === 'u' ? 'u' : '';
  return prefix + (value.t === 'float' || value.t === 'complex' ? text.replaceAll('inf', '1e309') : text);
}

function generators(clauses: readonly Comprehension[]): string {
  return clauses.map((clause) => {
    const ifs = clause.ifs.map((test) => ` if ${write(test, TEST + 1)}`).join('');
    return `${clause.isAsync === 1 ? ' async' : ''} for ${write(clause.target, TUPLE)} in ${write(clause.iter, TEST + 1)}${ifs}`;
  }).join('');
}

function call(e: Extract<Expr, { kind: 'Call' }>): string {
  const [only] = e.args;
  const func = write(e.func, ATOM);
  if (e.args.length === 1 && e.keywords.length === 0 && only !== undefined && only.kind === 'GeneratorExp') {
    return func + write(only, TEST);
  }
  const keywords = e.keywords.map(({ arg, value }) => (arg === null ? '**' : `${arg}=`) + write(value, TEST));
  return `${func}(${[...e.args.map((arg) => write(arg, TEST)), ...keywords].join(', ')})`;
}

function args(a: Arguments): string {
  const parts: string[] = [];
  const positional = [...a.posonlyargs, ...a.args];
  const required = positional.length - a.defaults.length;
  positional.forEach((arg, i) => {
    const value = a.defaults[i - required];
    parts.push(value === undefined || i < required ? arg.arg : `${arg.arg}=${write(value, TEST)}`);
    if (i + 1 === a.posonlyargs.length) parts.push('/');
  });
  if (a.vararg !== null) parts.push(`*${a.vararg.arg}`);
  else if (a.kwonlyargs.length > 0) parts.push('*');
  a.kwonlyargs.forEach((arg, i) => {
    const value = a.kwDefaults[i] ?? null;
    parts.push(value === null ? arg.arg : `${arg.arg}=${write(value, TEST)}`);
  });
  if (a.kwarg !== null) parts.push(`**${a.kwarg.arg}`);
  return parts.join(', ');
}

function formatted(e: Extract<Expr, { kind: 'JoinedStr' | 'TemplateStr' }>): string {
  const text = formattedBody(e);
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
  return (e.kind === 'JoinedStr' ? 'f' : 't') + quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

function formattedBody(e: Expr): string {
  switch (e.kind) {
    case 'Constant': {
      const value = constantOf(e);
      return value.t === 'str' ? value.v.replaceAll('{', '{{').replaceAll('}', '}}') : '';
    }
    case 'JoinedStr':
    case 'TemplateStr':
      return e.values.map(formattedBody).join('');
    case 'FormattedValue':
    case 'Interpolation': {
      const inner = write(e.value, TEST + 1);
      const conversion = e.conversion === -1 ? '' : `!${String.fromCharCode(e.conversion)}`;
      const spec = e.formatSpec === null ? '' : `:${formattedBody(e.formatSpec)}`;
      return `{${inner.startsWith('{') ? ' ' : ''}${inner}${conversion}${spec}}`;
    }
    default:
      return '';
  }
}
