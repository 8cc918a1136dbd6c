// The parser's door: everything that the compiler and the `ast` module may use.
export * from './ast.ts';
