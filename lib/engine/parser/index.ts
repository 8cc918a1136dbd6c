// The parser's door: everything that the compiler, the machine and the `ast` module may use.
export * from './ast.ts';
export { lookUpCharacter } from './character-names.ts';
export type { Diagnostic, DiagnosticType, SourceWarning } from './diagnostic.ts';
export { dump, type DumpOptions } from './dump.ts';
export { PARSER_FEATURES, type ParserFeatures } from './features.ts';
export { nameTokens, type NameToken } from './name-tokens.ts';
export { parse, type ParseOptions, type ParseResult } from './parse.ts';
export type { SourceKind } from './peg.ts';
export { KEYWORD_NAMES } from './tokens.ts';
export { type DecodedSource, decodeSource } from './source-encoding.ts';
