// Token kinds and the tables that turn characters into them (CPython 3.13 Grammar/Tokens, Parser/token.c).
// Keywords are kinds of their own, so that the parser compares numbers; soft keywords are plain names.

const KINDS = {
  endMarker: 0, name: 1, number: 2, string: 3, newline: 4, indent: 5, dedent: 6,
  fstringStart: 7, fstringMiddle: 8, fstringEnd: 9, tstringStart: 10, tstringMiddle: 11, tstringEnd: 12,
  /** A character that no rule accepts, such as `$`. */
  op: 13, error: 14,
  lpar: 20, rpar: 21, lsqb: 22, rsqb: 23, colon: 24, comma: 25, semi: 26, plus: 27, minus: 28, star: 29,
  slash: 30, vbar: 31, amper: 32, less: 33, greater: 34, equal: 35, dot: 36, percent: 37, lbrace: 38,
  rbrace: 39, eqEqual: 40, notEqual: 41, lessEqual: 42, greaterEqual: 43, tilde: 44, circumflex: 45,
  leftShift: 46, rightShift: 47, doubleStar: 48, plusEqual: 49, minEqual: 50, starEqual: 51, slashEqual: 52,
  percentEqual: 53, amperEqual: 54, vbarEqual: 55, circumflexEqual: 56, leftShiftEqual: 57,
  rightShiftEqual: 58, doubleStarEqual: 59, doubleSlash: 60, doubleSlashEqual: 61, at: 62, atEqual: 63,
  rarrow: 64, ellipsis: 65, colonEqual: 66, exclamation: 67,
  kwFalse: 80, kwNone: 81, kwTrue: 82, kwAnd: 83, kwAs: 84, kwAssert: 85, kwAsync: 86, kwAwait: 87,
  kwBreak: 88, kwClass: 89, kwContinue: 90, kwDef: 91, kwDel: 92, kwElif: 93, kwElse: 94, kwExcept: 95,
  kwFinally: 96, kwFor: 97, kwFrom: 98, kwGlobal: 99, kwIf: 100, kwImport: 101, kwIn: 102, kwIs: 103,
  kwLambda: 104, kwNonlocal: 105, kwNot: 106, kwOr: 107, kwPass: 108, kwRaise: 109, kwReturn: 110,
  kwTry: 111, kwWhile: 112, kwWith: 113, kwYield: 114,
} as const;

/** Kinds of token; only identity matters. (Typed as plain numbers: a token's kind changes as the cursor moves.) */
export const T: { readonly [K in keyof typeof KINDS]: number } = KINDS;

/** Operators and delimiters by their text; `<>` is `!=` (the parser refuses it afterwards). */
export const OPERATORS: ReadonlyMap<string, number> = new Map<string, number>([
  ['(', T.lpar], [')', T.rpar], ['[', T.lsqb], [']', T.rsqb], [':', T.colon], [',', T.comma], [';', T.semi],
  ['+', T.plus], ['-', T.minus], ['*', T.star], ['/', T.slash], ['|', T.vbar], ['&', T.amper],
  ['<', T.less], ['>', T.greater], ['=', T.equal], ['.', T.dot], ['%', T.percent], ['{', T.lbrace],
  ['}', T.rbrace], ['==', T.eqEqual], ['!=', T.notEqual], ['<>', T.notEqual], ['<=', T.lessEqual],
  ['>=', T.greaterEqual], ['~', T.tilde], ['^', T.circumflex], ['<<', T.leftShift], ['>>', T.rightShift],
  ['**', T.doubleStar], ['+=', T.plusEqual], ['-=', T.minEqual], ['*=', T.starEqual], ['/=', T.slashEqual],
  ['%=', T.percentEqual], ['&=', T.amperEqual], ['|=', T.vbarEqual], ['^=', T.circumflexEqual],
  ['<<=', T.leftShiftEqual], ['>>=', T.rightShiftEqual], ['**=', T.doubleStarEqual], ['//', T.doubleSlash],
  ['//=', T.doubleSlashEqual], ['@', T.at], ['@=', T.atEqual], ['->', T.rarrow], ['...', T.ellipsis],
  [':=', T.colonEqual], ['!', T.exclamation],
]);

/** Reserved words. */
export const KEYWORDS: ReadonlyMap<string, number> = new Map<string, number>([
  ['False', T.kwFalse], ['None', T.kwNone], ['True', T.kwTrue], ['and', T.kwAnd], ['as', T.kwAs],
  ['assert', T.kwAssert], ['async', T.kwAsync], ['await', T.kwAwait], ['break', T.kwBreak],
  ['class', T.kwClass], ['continue', T.kwContinue], ['def', T.kwDef], ['del', T.kwDel], ['elif', T.kwElif],
  ['else', T.kwElse], ['except', T.kwExcept], ['finally', T.kwFinally], ['for', T.kwFor],
  ['from', T.kwFrom], ['global', T.kwGlobal], ['if', T.kwIf], ['import', T.kwImport], ['in', T.kwIn],
  ['is', T.kwIs], ['lambda', T.kwLambda], ['nonlocal', T.kwNonlocal], ['not', T.kwNot], ['or', T.kwOr],
  ['pass', T.kwPass], ['raise', T.kwRaise], ['return', T.kwReturn], ['try', T.kwTry],
  ['while', T.kwWhile], ['with', T.kwWith], ['yield', T.kwYield],
]);

/** keyword.kwlist. */
export const KEYWORD_NAMES: readonly string[] = [...KEYWORDS.keys()].sort();

/**
 * One token. `start`/`end` index the source (UTF-16); columns are UTF-8 bytes and -1 for tokens without text
 * (INDENT, DEDENT, ENDMARKER). An end column can lie past the text: a NEWLINE includes its line feed.
 */
export interface Token {
  readonly type: number;
  readonly start: number;
  readonly end: number;
  readonly lineno: number;
  readonly colOffset: number;
  readonly endLineno: number;
  readonly endColOffset: number;
  /** Bracket depth after this token. */
  readonly level: number;
  /** The word, for names and keywords; else ''. */
  readonly text: string;
}

const oneChar = new Int16Array(128).fill(T.op);
const twoChars = new Map<number, number>();
const threeChars = new Map<number, number>();
for (const [text, type] of OPERATORS) {
  if (text.length === 1) oneChar[text.charCodeAt(0)] = type;
  else if (text.length === 2) twoChars.set(text.charCodeAt(0) * 128 + text.charCodeAt(1), type);
  else threeChars.set((text.charCodeAt(0) * 128 + text.charCodeAt(1)) * 128 + text.charCodeAt(2), type);
}

/** Kind of a one-character operator, `T.op` when it is none. */
export function operatorOf1(a: number): number {
  return a < 128 ? (oneChar[a] ?? T.op) : T.op;
}

/** Kind of a two-character operator, `T.op` when it is none. */
export function operatorOf2(a: number, b: number): number {
  return a < 128 && b < 128 && b >= 0 ? (twoChars.get(a * 128 + b) ?? T.op) : T.op;
}

/** Kind of a three-character operator, `T.op` when it is none. */
export function operatorOf3(a: number, b: number, c: number): number {
  return c >= 0 && c < 128 ? (threeChars.get((a * 128 + b) * 128 + c) ?? T.op) : T.op;
}
