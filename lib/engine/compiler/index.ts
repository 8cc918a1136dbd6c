// The compiler's door: source text to code units (CPython 3.13 Python/pythonrun.c, Py_CompileStringObject;
// Python/compile.c, _PyAST_Compile).
import { PARSER_FEATURES, parse } from '../parser/index.ts';
import type { Diagnostic, Expression, Interactive, Module, Position } from '../parser/index.ts';
import { moduleAnnotations, setupAnnotations } from './annotations.ts';
import { optimizeAst } from './ast-optimizer.ts';
import { CO_FUTURE_ANNOTATIONS } from './code-unit.ts';
import type { CodeUnit, CompileWarning } from './code-unit.ts';
import { CompileStop } from './compile-error.ts';
import { Emitter } from './emitter.ts';
import { expression } from './expressions.ts';
import { COMPILER_FEATURES } from './features.ts';
import type { CompilerVersion } from './features.ts';
import { futureFeatures } from './future.ts';
import { finallyExitWarnings } from './finally-warnings.ts';
import { leftoversOf } from './leftovers.ts';
import type { CompileLeftovers } from './leftovers.ts';
import { body, statements } from './statements.ts';
import { buildSymbolTable } from './symtable.ts';

export type { CodeUnit, CompileWarning, Const, ExceptionEntry, StrConst } from './code-unit.ts';
export type { CompileLeftovers } from './leftovers.ts';
export type { CompilerFeatures, CompilerVersion } from './features.ts';

/** Why a program does not compile: the parser's shape, RecursionError for trees that are too deep, SystemError where CPython's compiler fails. */
export type CompileDiagnostic = Omit<Diagnostic, 'type'> & { readonly type: Diagnostic['type'] | CompileStop['type'] };

/** How to compile. */
export interface CompileOptions {
  readonly filename: string;
  readonly mode?: 'exec' | 'eval' | 'single';
  readonly version?: CompilerVersion;
  /** co_flags of future features that are on from outside (compile() inside a program, the REPL). */
  readonly inheritedFlags?: number;
  /** 1: without asserts, `__debug__` is False; 2: without docstrings too (default 0). */
  readonly optimize?: number;
  /** The source is the file itself, not a string. */
  readonly isFile?: boolean;
}

/** A code unit, or why there is none; never an exception. */
export type CompileResult =
  | { readonly ok: true; readonly unit: CodeUnit; readonly warnings: readonly CompileWarning[]; readonly leftovers: () => CompileLeftovers }
  | {
    readonly ok: false;
    readonly error: CompileDiagnostic;
    readonly warnings: readonly CompileWarning[];
    /** The parser's failures: line of the last complete top-level statement, 0 for none. */
    readonly lastStatementLine?: number;
  };

/** Compiles a program (`exec`), an expression (`eval`) or one interactive statement (`single`). */
export function compile(source: string, options: CompileOptions): CompileResult {
  const version = options.version ?? '3.13';
  const { mode = 'exec', filename } = options;
  const parsed = parse(source, {
    filename, mode, features: PARSER_FEATURES[version], kind: options.isFile === true ? 'script' : 'string',
  });
  const warnings: CompileWarning[] = parsed.warnings.map(({ category, msg, lineno, at }) => ({
    category, message: msg, lineno, colOffset: at.colOffset, endLineno: at.endLineno, endColOffset: at.endColOffset, inLiteral: true,
  }));
  if (!parsed.ok) return { ok: false, error: parsed.error, warnings, lastStatementLine: parsed.lastStatementLine };
  const result = compileParsed(parsed.module, { ...options, version }, source);
  return { ...result, warnings: [...warnings, ...result.warnings] };
}

/** Compiles a tree, which is changed by it. `source` is where its lines can be read. */
export function compileParsed(mod: Module | Expression | Interactive, options: CompileOptions, source = ''): CompileResult {
  try {
    return { ok: true, ...compileTree(mod, options) };
  } catch (stop) {
    if (stop instanceof CompileStop) return { ok: false, error: diagnosticOf(stop, source, options.isFile ?? false), warnings: [] };
    throw stop;
  }
}

/** Compiles a tree, which is changed by it. Throws CompileStop. */
export function compileTree(
  mod: Module | Expression | Interactive, options: CompileOptions,
): { readonly unit: CodeUnit; readonly warnings: readonly CompileWarning[]; readonly leftovers: () => CompileLeftovers } {
  const features = COMPILER_FEATURES[options.version ?? '3.13'];
  const future = futureFeatures(mod, features);
  const futureFlags = future.flags | (options.inheritedFlags ?? 0);
  const futureAnnotations = (futureFlags & CO_FUTURE_ANNOTATIONS) !== 0;
  const early: CompileWarning[] = features.finallyExitWarnings ? finallyExitWarnings(mod) : [];
  const optimize = options.optimize ?? 0;
  optimizeAst(mod, { fold: !features.foldInFlowGraph, futureAnnotations, optimize });
  const table = buildSymbolTable(mod, { features, futureAnnotations });
  const emitter = new Emitter(table, {
    filename: options.filename,
    features,
    futureAnnotations,
    interactive: mod.kind === 'Interactive',
    optimize,
    futureFlags,
    lastFutureLine: future.lastLine,
  });
  const unit = moduleUnit(emitter, mod);
  const extent = { scopes: new Set([...table.scopes.values(), ...table.defaults.values()]), units: emitter.mostUnits, nameTables: emitter.mostNameTables };
  return { unit, warnings: [...early, ...emitter.warnings], leftovers: () => leftoversOf(unit, extent, features) };
}

const MODULE_START: Position = { lineno: 1, colOffset: 0, endLineno: 1, endColOffset: 0 };

function moduleUnit(c: Emitter, mod: Module | Expression | Interactive): CodeUnit {
  c.enter('module', '<module>', mod, 1);
  switch (mod.kind) {
    case 'Module':
      body(c, MODULE_START, mod.body);
      return c.leave(true);
    case 'Interactive':
      setupAnnotations(c, MODULE_START);
      statements(c, mod.body);
      moduleAnnotations(c, MODULE_START);
      return c.leave(true);
    case 'Expression':
      expression(c, mod.body);
      return c.leave(false);
    default: {
      const unreachable: never = mod;
      return unreachable;
    }
  }
}

/**
 * The diagnostic of an error in the tree. CPython gives byte columns here, and the line only if it can read the file.
 */
function diagnosticOf(stop: CompileStop, source: string, isFile: boolean): CompileDiagnostic {
  const { type, msg, at, hasEnd } = stop;
  if (at === null) return { type, msg, lineno: null, offset: null, endLineno: null, endOffset: null, text: null };
  return {
    type,
    msg,
    lineno: at.lineno,
    offset: at.colOffset + 1,
    endLineno: hasEnd ? at.endLineno : at.lineno,
    endOffset: hasEnd ? at.endColOffset + 1 : null,
    text: isFile ? lineOf(source, at.lineno) : null,
  };
}

function lineOf(source: string, lineno: number): string {
  const lines = source.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const text = lines[lineno - 1] ?? '';
  return lineno < lines.length ? `${text}\n` : text;
}
