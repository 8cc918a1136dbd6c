// What the parser reports instead of throwing: one error, shaped like the arguments of CPython's SyntaxError, and
// warnings about literals.

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
}

/** Thrown inside the parser only, to leave it at once; never leaves `parse`. */
export class ParseStop {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    this.diagnostic = diagnostic;
  }
}
