// The parser's door: everything that the compiler and the `ast` module may use.
export * from './ast.ts';
export type { Diagnostic, DiagnosticType, SourceWarning } from './diagnostic.ts';
export { PARSER_FEATURES, type ParserFeatures } from './features.ts';
export { parse, type ParseOptions, type ParseResult } from './parse.ts';
