// What the parser must know of a Python version, as data: syntax that exists, limits, and which year's set of
// error rules and messages applies.

/** The parser's part of a version profile. */
export interface ParserFeatures {
  /** Which set of error rules and messages applies: the minor version (13 = CPython 3.13). */
  readonly errorRules: number;
  /** PEP 701 (3.12): f-strings are tokenised, not re-parsed. */
  readonly formatStringTokens: boolean;
  /** PEP 695 (3.12): type parameters and the `type` statement. */
  readonly typeParams: boolean;
  /** PEP 696 (3.13): defaults of type parameters. */
  readonly typeParamDefaults: boolean;
  /** PEP 750 (3.14): t-strings. */
  readonly templateStrings: boolean;
  /** PEP 758 (3.14): `except A, B:`. */
  readonly exceptWithoutParens: boolean;
  /** PEP 810 (3.15): `lazy import`. */
  readonly lazyImports: boolean;
  /** PEP 798 (3.15): `[*x for x in y]`, `{**m for m in ms}`. */
  readonly comprehensionUnpacking: boolean;
  /** Category of warnings about invalid escapes and numbers glued to keywords. */
  readonly literalWarning: 'SyntaxWarning' | 'DeprecationWarning';
  /** Depth of grammar rules at which CPython gives up with a MemoryError (pegen.h MAXSTACK). */
  readonly maxRuleDepth: number;
  /** `ast.dump` leaves out empty lists and absent optional fields (3.13). */
  readonly dumpOmitsEmpty: boolean;
}

/** Features by minor version. */
export const PARSER_FEATURES = {
  '3.11': features(11),
  '3.12': features(12),
  '3.13': features(13),
  '3.14': features(14),
  '3.15': features(15),
} as const satisfies Record<string, ParserFeatures>;

function features(minor: number): ParserFeatures {
  return {
    errorRules: minor,
    formatStringTokens: minor >= 12,
    typeParams: minor >= 12,
    typeParamDefaults: minor >= 13,
    templateStrings: minor >= 14,
    exceptWithoutParens: minor >= 14,
    lazyImports: minor >= 15,
    comprehensionUnpacking: minor >= 15,
    literalWarning: minor >= 12 ? 'SyntaxWarning' : 'DeprecationWarning',
    maxRuleDepth: minor === 12 ? 4000 : 6000,
    dumpOmitsEmpty: minor >= 13,
  };
}
