// placeholder
import type { Expr } from './ast.ts';
import type { Cursor } from './cursor.ts';
import type { EscapeWarning } from './literals.ts';
import type { Token } from './tokens.ts';
import type { GrammarParser } from './peg.ts';
import type { GrammarNode } from './grammar-actions.ts';
export function parseLegacyFString(_p: Cursor, _tok: Token, _text: string, _warn: EscapeWarning): Expr[] | null { return null; }
export function diagnoseLegacyStrings(_p: GrammarParser, tokens: Token[]): GrammarNode[] { return tokens.map((t) => ({ kind: 'Constant', ...t })); }
