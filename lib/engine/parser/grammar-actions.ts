// What the grammar's rules do once they match: build the little of a tree that messages need, or raise (CPython 3.13
// Parser/action_helpers.c, Parser/pegen.c; the actions of Grammar/python.gram).

import type { Position } from './ast.ts';
import { diagnoseLegacyStrings } from './legacy-fstrings.ts';
import { escapeWarning } from './diagnostic.ts';
import { decodeText, type EscapeWarning, type LiteralTrouble, numberValue } from './literals.ts';
import { CURRENT, type GrammarParser } from './peg.ts';
import type { CompiledAction } from './peg-compiler.ts';
import { constantFromString } from './strings.ts';
import { T, type Token } from './tokens.ts';

/** A node, reduced to its kind, its place and what some message asks of it. */
export interface GrammarNode extends Position {
  readonly kind: string;
  /** An identifier; for constants what an assignment error calls them. */
  readonly name?: string;
  /** Elements, arguments, or the operand that an error may be about. */
  readonly items?: readonly GrammarNode[];
  /** A comparison's first operator, or the kind of a constant's value. */
  readonly op?: string;
  /** A call's arguments: whether `**` stands among them. */
  readonly unpacks?: boolean;
}

export type GrammarValue = GrammarNode | Token | GrammarValue[] | null;

type Action = (p: GrammarParser, args: readonly GrammarValue[], text: string, mark: number) => GrammarValue;

/** Runs an action; `null` makes its rule fail. */
export function runAction(p: GrammarParser, action: CompiledAction, args: readonly GrammarValue[], mark: number): GrammarValue {
  const run = ACTIONS[action.name];
  if (run === undefined) throw new Error(`grammar: no action ${action.name}`);
  return run(p, args, action.text, mark);
}

function isPlace(value: GrammarValue | undefined): value is GrammarNode | Token {
  return value !== null && value !== undefined && !Array.isArray(value);
}

/** True of a key of a dict display that follows a complete pair: there CPython asks for the ':' rather than for a comma. */
function isLaterKey(p: GrammarParser, first: GrammarNode): boolean {
  let at = p.mark - 1;
  while (at > 0 && (p.tokenAt(at).lineno !== first.lineno || p.tokenAt(at).colOffset !== first.colOffset)) at--;
  const comma = p.tokenAt(at - 1);
  if (at === 0 || comma.type !== T.comma) return false;
  let hasPair = false;
  for (let i = at - 2; i >= 0; i--) {
    const { type, level } = p.tokenAt(i);
    if (level !== comma.level) continue;
    if (type === T.lbrace) return hasPair;
    if (type === T.lpar || type === T.lsqb) return false;
    const startsItem = [T.lbrace, T.comma].some((kind) => kind === p.tokenAt(i - 1).type);
    if (type === T.colon || (type === T.doubleStar && startsItem)) hasPair = true;
  }
  return false;
}

/** A node or token among the arguments. */
function place(value: GrammarValue | undefined): GrammarNode | Token {
  if (!isPlace(value)) throw new Error('grammar: a node was expected');
  return value;
}

function node(value: GrammarValue | undefined): GrammarNode {
  const found = place(value);
  return 'kind' in found ? found : { kind: 'token', ...positionOf(found) };
}

function tokenOf(value: GrammarValue | undefined): Token {
  const found = place(value);
  if (!('type' in found)) throw new Error('grammar: a token was expected');
  return found;
}

function nodes(value: GrammarValue | undefined): GrammarNode[] {
  if (Array.isArray(value)) return value.flatMap((item) => nodes(item));
  return isPlace(value) ? [node(value)] : [];
}

function tokens(value: GrammarValue | undefined): Token[] {
  return Array.isArray(value) ? value.map((item) => tokenOf(item)) : [];
}

function lastOf(value: GrammarValue | undefined): GrammarNode {
  const all = nodes(value);
  return node(all[all.length - 1]);
}

function positionOf(value: Position): Position {
  return {
    lineno: value.lineno, colOffset: value.colOffset, endLineno: value.endLineno, endColOffset: value.endColOffset,
  };
}

const EXPRESSION_NAMES: Readonly<Record<string, string>> = {
  Attribute: 'attribute', Subscript: 'subscript', Starred: 'starred', Name: 'name', List: 'list', Tuple: 'tuple',
  Lambda: 'lambda', Call: 'function call', BoolOp: 'expression', BinOp: 'expression', UnaryOp: 'expression',
  GeneratorExp: 'generator expression', Yield: 'yield expression', YieldFrom: 'yield expression',
  Await: 'await expression', ListComp: 'list comprehension', SetComp: 'set comprehension',
  DictComp: 'dict comprehension', Dict: 'dict literal', Set: 'set display', JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression', TemplateStr: 't-string expression', Compare: 'comparison',
  IfExp: 'conditional expression', NamedExpr: 'named expression',
};

/** What messages call an expression (_PyPegen_get_expr_name). */
function expressionName(expr: GrammarNode): string {
  return expr.kind === 'Constant' ? expr.name ?? 'literal' : EXPRESSION_NAMES[expr.kind] ?? expr.kind;
}

/** The part of a would-be target that can't be one (_PyPegen_get_invalid_target). */
function invalidTarget(expr: GrammarNode, purpose: string): GrammarNode | null {
  switch (expr.kind) {
    case 'List': case 'Tuple':
      for (const element of expr.items ?? []) {
        const found = invalidTarget(element, purpose);
        if (found !== null) return found;
      }
      return null;
    case 'Starred':
      return purpose === 'del' ? expr : invalidTarget(node(expr.items?.[0]), purpose);
    case 'Compare':
      if (purpose !== 'for') return expr;
      return expr.op === 'in' ? invalidTarget(node(expr.items?.[0]), purpose) : null;
    case 'Name': case 'Subscript': case 'Attribute':
      return null;
    default:
      return expr;
  }
}

function isLegacyStatement(expr: GrammarNode): boolean {
  return expr.kind === 'Name' && (expr.name === 'print' || expr.name === 'exec');
}

/** Where a literal's trouble is reported: bytes at the literal, escapes at the last token read. */
function raiseLiteral(p: GrammarParser, trouble: LiteralTrouble, tok: Token): never {
  if (trouble.trouble.startsWith('(')) p.raiseHere(trouble.trouble);
  p.raiseAt(tok, trouble.trouble);
}

function warner(p: GrammarParser, tok: Token, text?: string): EscapeWarning {
  return (msg, slash) => {
    if (!p.errorPass) p.warnings.push(escapeWarning(p.features, msg, tok, text, text === undefined ? -1 : slash));
  };
}

/** Concatenated literals as one node. */
function joinedLiterals(p: GrammarParser, parts: readonly GrammarNode[], mark: number): GrammarNode {
  const bytes = parts.some((part) => part.op === 'bytes');
  if (bytes && parts.some((part) => part.op !== 'bytes')) p.raiseHere('cannot mix bytes and nonbytes literals');
  const kind = parts.some((part) => part.kind === 'JoinedStr') ? 'JoinedStr' : 'Constant';
  return { kind, ...p.extentFrom(mark) };
}

const ACTIONS: Readonly<Record<string, Action>> = {
  // ---- building
  node: (p, args, text, mark) => ({ kind: text, items: nodes(args[0]), ...p.extentFrom(mark) }),
  elements: (p, args, text, mark) => ({ kind: text, items: nodes(args[0]), ...p.extentFrom(mark) }),
  tuple: (p, args, _text, mark) => ({ kind: 'Tuple', items: args.flatMap((arg) => nodes(arg)), ...p.extentFrom(mark) }),
  starred: (p, args, _text, mark) => ({ kind: 'Starred', items: [node(args[0])], ...p.extentFrom(mark) }),
  prepend: (_p, args) => args.flatMap((arg) => nodes(arg)),
  concat: (_p, args) => args.flatMap((arg) => nodes(arg)),
  constant: (p, args, _text, mark) => {
    const text = p.source.slice(tokenOf(args[0]).start, tokenOf(args[0]).end);
    return { kind: 'Constant', name: text === '...' ? 'ellipsis' : text, ...p.extentFrom(mark) };
  },
  number: (p, args) => {
    const tok = tokenOf(args[0]);
    const text = p.source.slice(tok.start, tok.end);
    const value = numberValue(text, p.maxIntDigits);
    if ('trouble' in value) return p.raise('SyntaxError', value.trouble, tok.lineno, -1, tok.endLineno, -1);
    return { kind: 'Constant', op: value.t, ...positionOf(tok) };
  },
  real: (p, args) => {
    const number = node(args[0]);
    if (number.op === 'complex') p.raiseAt(number, 'real number required in complex literal');
    return number;
  },
  imaginary: (p, args) => {
    const number = node(args[0]);
    if (number.op !== 'complex') p.raiseAt(number, 'imaginary number required in complex literal');
    return number;
  },
  compare: (p, args, _text, mark) => {
    const first = Array.isArray(args[1]) ? args[1][0] : null;
    const op = isPlace(first) && 'type' in first && first.type === T.kwIn ? 'in' : 'other';
    return { kind: 'Compare', op, items: [node(args[0])], ...p.extentFrom(mark) };
  },
  notBarry: (p) => {
    const tok = p.tokenAt(p.mark - 1);
    return p.source.charCodeAt(tok.start) === 60 ? null : tok;
  },
  comprehension: (_p, args) => {
    const parts = args.flatMap((arg) => nodes(arg));
    return node(parts[parts.length - 1]);
  },
  args: (p, args, _text, mark) => callArguments(p, nodes(args[0]), nodes(args[1]), mark),
  kwargs: (p, args, _text, mark) => callArguments(p, [], nodes(args[0]), mark),
  // Nothing to run is an error in a string.
  interactiveEnd: () => null,

  // ---- strings
  string: (p, args) => {
    const tok = tokenOf(args[0]);
    const text = p.source.slice(tok.start, tok.end);
    const constant = constantFromString(tok, text, p.features, warner(p, tok, text));
    if ('trouble' in constant) raiseLiteral(p, constant, tok);
    return { kind: 'Constant', op: constant.value.t, ...positionOf(tok) };
  },
  strings: (p, args, _text, mark) => joinedLiterals(p, nodes(args[0]), mark),
  legacyStrings: (p, args) => diagnoseLegacyStrings(p, tokens(args[0])),
  tstrings: (p, _args, _text, mark) => ({ kind: 'TemplateStr', ...p.extentFrom(mark) }),
  middle: (p, args) => {
    const tok = tokenOf(args[0]);
    return { kind: 'middle', name: p.source.slice(tok.start, tok.end), ...positionOf(tok) };
  },
  specMiddle: (p, args) => {
    const tok = tokenOf(args[0]);
    const value = decodeText(p.source.slice(tok.start, tok.end), false, p.features, warner(p, tok));
    if ('trouble' in value) raiseLiteral(p, value, tok);
    return { kind: 'Constant', ...positionOf(tok) };
  },
  joined: (p, args, _text, mark) => {
    const start = tokenOf(args[0]);
    const isRaw = /[rR]/.test(p.source.slice(start.start, start.end));
    for (const part of nodes(args[1])) {
      if (part.kind !== 'middle') continue;
      const value = decodeText(part.name ?? '', isRaw, p.features, warner(p, tokenOf(args[2])));
      if ('trouble' in value) raiseLiteral(p, value, tokenOf(args[2]));
    }
    return { kind: start.type === T.tstringStart ? 'TemplateStr' : 'JoinedStr', ...p.extentFrom(mark) };
  },
  field: (p, args, _text, mark) => replacementField(p, args[3], 'f', mark),
  interpolation: (p, args, _text, mark) => replacementField(p, args[3], 't', mark),
  conversion: (p, args) => {
    const bang = tokenOf(args[0]);
    const name = node(args[1]);
    if (bang.lineno !== name.lineno || bang.endColOffset !== name.colOffset) {
      const word = p.features.errorRules >= 14 ? 'exclamation' : 'exclamanation';
      p.raiseRange(bang, name, `f-string: conversion type must come right after the ${word} mark`);
    }
    return name;
  },
  spec: (p, _args, _text, mark) => ({ kind: 'JoinedStr', ...p.extentFrom(mark) }),

  // ---- raising
  at: (p, args, text) => p.raiseAt(place(args[0]), text),
  atName: (p, args, text) => p.raiseAt(place(args[0]), text.replace('%s', expressionName(node(args[0])))),
  range: (p, args, text) => p.raiseRange(place(args[0]), place(args[1]), text),
  rangeName: (p, args, text) =>
    p.raiseRange(place(args[0]), place(args[1]), text.replace('%s', expressionName(node(args[0])))),
  listRange: (p, args, text) => p.raiseRange(node(nodes(args[0])[0]), lastOf(args[0]), text),
  lastRange: (p, args, text) => p.raiseRange(node(args[0]), lastOf(args[1]), text),
  mixedStrings: (p, args, text) => p.raiseRange(lastOf(args[0]), node(args[1]), text),
  from: (p, args, text) => {
    const start = place(args[0]);
    return p.raise('SyntaxError', text, start.lineno, start.colOffset, CURRENT, CURRENT);
  },
  here: (p, _args, text) => p.raiseHere(text),
  next: (p, _args, text) => p.raiseNext(text),
  indentation: (p, args, text) => {
    const line = args.length > 0 ? String(place(args[0]).lineno) : '';
    return p.raiseHere(text.replace('%d', line), 'IndentationError');
  },
  keywordAssign: (p, args) => {
    const tok = tokenOf(args[0]);
    return p.raiseRange(tok, place(args[1]), `cannot assign to ${tok.text}`);
  },
  target: (p, args, text) => {
    const wrong = invalidTarget(node(args[0]), text);
    if (wrong === null) return null;
    return p.raiseAt(wrong, `cannot ${text === 'del' ? 'delete' : 'assign to'} ${expressionName(wrong)}`);
  },
  kvpairColon: (p, args, text) => {
    const key = node(args[0]);
    return p.raise('SyntaxError', text, key.lineno, key.endColOffset - 1, key.endLineno, -1);
  },
  legacy: (p, args) => {
    const name = node(args[0]);
    if (!isLegacyStatement(name)) return null;
    const word = name.name ?? '';
    return p.raiseRange(name, place(args[1]), `Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`);
  },
  missingComma: (p, args) => {
    const first = node(args[0]);
    if (isLegacyStatement(first) || p.tokenAt(p.mark - 1).level === 0 || isLaterKey(p, first)) return null;
    return p.raiseRange(first, place(args[1]), 'invalid syntax. Perhaps you forgot a comma?');
  },
  typeParamBound: (p, args, text) => {
    const colon = place(args[0]);
    const what = node(args[1]).kind === 'Tuple' ? 'constraints' : 'bound';
    return p.raise('SyntaxError', `cannot use ${what} with ${text}`, colon.lineno, colon.colOffset, CURRENT, CURRENT);
  },
  genexpRange: (p, args, text) => p.raiseRange(node(args[0]), lastOf(args[1]), text),
  nonparenGenexp: (p, args) => {
    const given = (node(args[0]).items ?? []).filter((item) => item.kind !== 'keyword' && item.kind !== 'unpacking');
    const last = given[given.length - 1];
    if (given.length <= 1 || last === undefined) return null;
    return p.raiseRange(last, lastOf(args[1]), 'Generator expression must be parenthesized');
  },
  positionalFollows: (p, args) =>
    p.raiseHere(`positional argument follows keyword argument${node(args[0]).unpacks === true ? ' unpacking' : ''}`),
};

function callArguments(p: GrammarParser, positional: GrammarNode[], keywords: GrammarNode[], mark: number): GrammarNode {
  const unpacks = keywords.some((keyword) => keyword.kind === 'unpacking');
  return { kind: 'Call', items: [...positional, ...keywords], unpacks, ...p.extentFrom(mark) };
}

function replacementField(p: GrammarParser, conversion: GrammarValue | undefined, letter: string, mark: number): GrammarNode {
  if (isPlace(conversion)) {
    const name = node(conversion);
    if (!['s', 'r', 'a'].includes(name.name ?? '')) {
      p.raiseAt(name, `${letter}-string: invalid conversion character '${name.name ?? ''}': expected 's', 'r', or 'a'`);
    }
  }
  return { kind: 'FormattedValue', ...p.extentFrom(mark) };
}
