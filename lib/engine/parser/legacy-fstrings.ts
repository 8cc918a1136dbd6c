// placeholder
import type { Expr } from './ast.ts';
import type { Cursor } from './cursor.ts';
import type { EscapeWarning } from './literals.ts';
import type { Token } from './tokens.ts';
export function parseLegacyFString(_p: Cursor, _tok: Token, _text: string, _warn: EscapeWarning): Expr[] | null { return null; }
