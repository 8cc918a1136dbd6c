// The fast pass's view of the tokens: where it stands, one step back and forth, and where nodes begin and end.
// NOT CPYTHON: CPython's first pass is its whole PEG parser. Ours is a recursive descent that only has to be right
// on valid programs: at the first doubt it gives up (`Doubt`) and the grammar of `grammar.ts` decides.

import type { SourceWarning } from './diagnostic.ts';
import type { ParserFeatures } from './features.ts';
import type { Tokenizer } from './tokenizer.ts';
import { T, type Token } from './tokens.ts';

/** Thrown by the fast pass where it can't go on; never leaves `parse`. */
export const DOUBT = { reason: 'the fast pass gave up' } as const;

/** The tokens read so far and the current one. */
export class Cursor {
  readonly features: ParserFeatures;
  readonly text: string;
  readonly maxIntDigits: number;
  readonly warnings: SourceWarning[] = [];
  /** The current token. */
  tok: Token;
  /** The last consumed token that isn't layout: where nodes end. */
  prev: Token;
  /** Index of the first token of the top-level statement being parsed. */
  statementStart = 0;
  /** Line of the last top-level statement before it; 0 for none. */
  lastStatementLine = 0;
  private readonly tokens: Token[] = [];
  private readonly tokenizer: Tokenizer;
  pos = 0;

  constructor(tokenizer: Tokenizer, features: ParserFeatures, maxIntDigits: number) {
    this.tokenizer = tokenizer;
    this.features = features;
    this.text = tokenizer.source.text;
    this.maxIntDigits = maxIntDigits;
    this.tok = this.fetch();
    this.prev = this.tok;
  }

  /** Consumes the current token and returns it. */
  advance(): Token {
    const tok = this.tok;
    if (tok.type > T.dedent || tok.type < T.newline) this.prev = tok;
    this.pos++;
    this.tok = this.tokens[this.pos] ?? this.fetch();
    return tok;
  }

  /** The token after the current one. */
  peek(): Token {
    const next = this.tokens[this.pos + 1];
    if (next !== undefined) return next;
    return this.fetch();
  }

  expect(type: number): Token {
    if (this.tok.type !== type) throw DOUBT;
    return this.advance();
  }

  /** Consumes the current token if it is of this kind. */
  accept(type: number): boolean {
    if (this.tok.type !== type) return false;
    this.advance();
    return true;
  }

  /** Goes back to a position taken from `pos`, with the `prev` of that time. */
  rewind(pos: number, prev: Token): void {
    const tok = this.tokens[pos];
    if (tok === undefined) throw DOUBT;
    this.pos = pos;
    this.tok = tok;
    this.prev = prev;
  }

  /** Index in the source after the last consumed token. */
  consumedEnd(): number {
    return this.tokens[this.pos - 1]?.end ?? 0;
  }

  /** Source text of a token. */
  textOf(tok: Token): string {
    return this.text.slice(tok.start, tok.end);
  }

  private fetch(): Token {
    const tok = this.tokenizer.next();
    if (tok.type === T.error) throw DOUBT;
    this.tokens.push(tok);
    return tok;
  }
}
