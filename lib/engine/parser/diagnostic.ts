// What the parser reports instead of throwing: one error, shaped like the arguments of CPython's SyntaxError, and
// warnings about literals.

import type { Position } from './ast.ts';
import type { ParserFeatures } from './features.ts';

/** Exception types that compiling source can end in. */
export type DiagnosticType = 'SyntaxError' | 'IndentationError' | 'TabError' | 'ValueError' | 'MemoryError' | 'OverflowError';

/**
 * A refusal. `offset` and `endOffset` are 1-based characters as in SyntaxError (0 or -1 where CPython gives no
 * column), `null` for exceptions that carry no position. `text` is the source line.
 */
export interface Diagnostic {
  readonly type: DiagnosticType;
  readonly msg: string;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly endLineno: number | null;
  readonly endOffset: number | null;
  readonly text: string | null;
}

/** A warning about source that still compiles. */
export interface SourceWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly msg: string;
  readonly lineno: number;
  /** Where a SyntaxError points if a filter makes the warning one; columns count from 0. */
  readonly at: Position;
}

/** The warning about an escape in the literal `token`. Since 3.12 an error made of it points at the escape, if it is known where in `text`, the token's, that stands. */
export function escapeWarning(features: ParserFeatures, msg: string, token: Position, text = '', slash = -1): SourceWarning {
  const known = features.errorRules >= 12 && slash >= 0;
  return { category: features.literalWarning, msg, lineno: token.lineno, at: known ? placeWithin(token, text, slash) : token };
}

/** The two characters at `offset` of a token's text. */
function placeWithin(token: Position, text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  const last = lines.at(-1) ?? '';
  const lineno = token.lineno + lines.length - 1;
  const colOffset = (lines.length === 1 ? token.colOffset : 0) + last.length;
  return { lineno, colOffset, endLineno: lineno, endColOffset: colOffset + 2 };
}

/** Thrown inside the parser only, to leave it at once; never leaves `parse`. */
export class ParseStop {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    this.diagnostic = diagnostic;
  }
}
