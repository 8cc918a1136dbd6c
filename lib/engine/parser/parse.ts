// From source text to a tree or a diagnostic: the fast pass first, the full grammar where it gave up (CPython 3.13
// Parser/pegen.c, _PyPegen_run_parser).

import type { Expression, Interactive, Module, Stmt } from './ast.ts';
import { parseCompound } from './compound.ts';
import { Cursor, DOUBT } from './cursor.ts';
import type { Diagnostic, SourceWarning } from './diagnostic.ts';
import { parseExpressions } from './expressions.ts';
import type { ParserFeatures } from './features.ts';
import { GrammarParser, type SourceKind } from './peg.ts';
import { isBlank, SourceText } from './source-text.ts';
import { parseFile, parseSimpleStatements, spanFrom } from './statements.ts';
import { Tokenizer } from './tokenizer.ts';
import { T } from './tokens.ts';

/** How to parse. */
export interface ParseOptions {
  readonly filename: string;
  readonly mode: 'exec' | 'eval' | 'single';
  readonly features: ParserFeatures;
  /** Where the source comes from; `string` unless given. */
  readonly kind?: SourceKind;
  /** `sys.int_info.default_max_str_digits` or what the program set; 0 is no limit. */
  readonly maxIntDigits?: number;
}

/** A tree, or why there is none; never an exception. */
export type ParseResult =
  | { readonly ok: true; readonly module: Module | Expression | Interactive; readonly warnings: readonly SourceWarning[] }
  | {
    readonly ok: false;
    readonly error: Diagnostic;
    readonly warnings: readonly SourceWarning[];
    /** More source could make it right: the end was reached before anything was found wrong (PyCF_ALLOW_INCOMPLETE_INPUT). */
    readonly incomplete: boolean;
    /** Line of the last top-level statement that was complete; 0 for none. */
    readonly lastStatementLine: number;
  };

const DEFAULT_MAX_INT_DIGITS = 4300;

/** Parses a program, an expression or one interactive statement. */
export function parse(source: string, options: ParseOptions): ParseResult {
  const { features, mode } = options;
  const maxIntDigits = options.maxIntDigits ?? DEFAULT_MAX_INT_DIGITS;
  const text = new SourceText(source, mode === 'exec', options.kind === 'script' || options.kind === 'module');
  const fast = fastPass(text, mode, features, maxIntDigits);
  if ('ok' in fast) return fast;
  const tokenizer = new Tokenizer(text, features);
  tokenizer.isSingle = mode === 'single';
  const grammar = new GrammarParser(tokenizer, {
    features, maxIntDigits, kind: options.kind ?? 'string',
  });
  const rule = mode === 'exec' ? 'file' : mode;
  const error = grammar.diagnose(rule, fast.firstToken) ?? TOO_COMPLEX;
  const { tokenizer: { warnings }, endReached } = grammar;
  return { ok: false, error, warnings: [...warnings, ...grammar.warnings], incomplete: endReached, lastStatementLine: fast.lastStatementLine };
}

/** The grammar accepts it, so only the fast pass's bound on nesting can have refused it. */
const TOO_COMPLEX: Diagnostic = {
  type: 'MemoryError', msg: 'Parser stack overflowed - Python source too complex to parse', lineno: null, offset: null,
  endLineno: null, endOffset: null, text: null,
};

/** The tree, or the first token (its index) of the top-level statement where the fast pass gave up. */
function fastPass(
  text: SourceText, mode: ParseOptions['mode'], features: ParserFeatures, maxIntDigits: number,
): ParseResult | { readonly firstToken: number; readonly lastStatementLine: number } {
  const tokenizer = new Tokenizer(text, features);
  tokenizer.isSingle = mode === 'single';
  let p: Cursor | null = null;
  try {
    p = new Cursor(tokenizer, features, maxIntDigits);
    const module = mode === 'exec' ? parseFile(p) : mode === 'eval' ? parseEval(p) : parseSingle(p);
    return { ok: true, module, warnings: [...tokenizer.warnings, ...p.warnings] };
  } catch (stop) {
    if (stop !== DOUBT) throw stop;
    return { firstToken: p?.statementStart ?? 0, lastStatementLine: p?.lastStatementLine ?? 0 };
  }
}

function parseEval(p: Cursor): Expression {
  const body = parseExpressions(p);
  while (p.accept(T.newline));
  if (p.tok.type !== T.endMarker) throw DOUBT;
  return { kind: 'Expression', body };
}

function parseSingle(p: Cursor): Interactive {
  const body: Stmt[] = [];
  const start = p.tok;
  const compound = parseCompound(p);
  if (compound !== null) {
    body.push(compound);
    p.expect(T.newline);
  } else if (p.accept(T.newline)) body.push({ kind: 'Pass', ...spanFrom(p, start) });
  else parseSimpleStatements(p, body);
  if (!isBlank(p.text, p.consumedEnd())) throw DOUBT;
  return { kind: 'Interactive', body };
}
