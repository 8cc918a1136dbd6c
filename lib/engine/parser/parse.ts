// From source text to a tree or a diagnostic: the fast pass first, the full grammar where it gave up (CPython 3.13
// Parser/pegen.c, _PyPegen_run_parser).

import type { Expression, Interactive, Module, Stmt } from './ast.ts';
import { parseCompound } from './compound.ts';
import { Cursor, DOUBT } from './cursor.ts';
import type { Diagnostic, SourceWarning } from './diagnostic.ts';
import { parseExpression } from './expressions.ts';
import type { ParserFeatures } from './features.ts';
import { SourceText } from './source-text.ts';
import { parseFile, parseSimpleStatements } from './statements.ts';
import { Tokenizer } from './tokenizer.ts';
import { T } from './tokens.ts';

/** How to parse. */
export interface ParseOptions {
  readonly filename: string;
  readonly mode: 'exec' | 'eval' | 'single';
  readonly features: ParserFeatures;
  /** `sys.int_info.default_max_str_digits` or what the program set; 0 is no limit. */
  readonly maxIntDigits?: number;
}

/** A tree, or why there is none; never an exception. */
export type ParseResult =
  | { readonly ok: true; readonly module: Module | Expression | Interactive; readonly warnings: readonly SourceWarning[] }
  | { readonly ok: false; readonly error: Diagnostic; readonly warnings: readonly SourceWarning[] };

const DEFAULT_MAX_INT_DIGITS = 4300;

/** Parses a program, an expression or one interactive statement. */
export function parse(source: string, options: ParseOptions): ParseResult {
  const text = new SourceText(source, options.mode === 'exec');
  const tokenizer = new Tokenizer(text, options.features);
  try {
    const p = new Cursor(tokenizer, options.features, options.maxIntDigits ?? DEFAULT_MAX_INT_DIGITS);
    const module = options.mode === 'exec' ? parseFile(p) : options.mode === 'eval' ? parseEval(p) : parseSingle(p);
    return { ok: true, module, warnings: [...tokenizer.warnings, ...p.warnings] };
  } catch (stop) {
    if (stop !== DOUBT) throw stop;
  }
  return { ok: false, error: { type: 'SyntaxError', msg: 'invalid syntax', lineno: tokenizer.lineno, offset: 0, endLineno: 0, endOffset: 0, text: '' }, warnings: [] };
}

function parseEval(p: Cursor): Expression {
  const body = parseExpression(p);
  while (p.accept(T.newline));
  if (p.tok.type !== T.endMarker) throw DOUBT;
  return { kind: 'Expression', body };
}

function parseSingle(p: Cursor): Interactive {
  const body: Stmt[] = [];
  const compound = parseCompound(p);
  if (compound !== null) {
    body.push(compound);
    p.expect(T.newline);
  } else parseSimpleStatements(p, body);
  return { kind: 'Interactive', body };
}
