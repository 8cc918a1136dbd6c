// The names and keywords of a piece of source, up to the first mistake of the tokenizer (CPython Lib/tokenize.py, generate_tokens).
import type { ParserFeatures } from './features.ts';
import { SourceText } from './source-text.ts';
import { Tokenizer } from './tokenizer.ts';
import { T } from './tokens.ts';

/** A name or keyword; `column` counts UTF-16 units from 0. */
export interface NameToken {
  readonly text: string;
  readonly lineno: number;
  readonly column: number;
}

export function nameTokens(source: string, features: ParserFeatures): readonly NameToken[] {
  const tokenizer = new Tokenizer(new SourceText(source, true), features);
  tokenizer.reportWarnings = false;
  const names: NameToken[] = [];
  for (;;) {
    const token = tokenizer.next();
    if (token.type === T.endMarker || token.type === T.error) return names;
    if (token.text !== '') names.push({ text: token.text, lineno: token.lineno, column: token.start - (source.lastIndexOf('\n', token.start - 1) + 1) });
  }
}
