// `from __future__ import …`: which are there, and whether they stand where they must (CPython 3.13 Python/future.c).
import type { ImportFrom, Mod, Position, Stmt } from '../parser/ast.ts';
import { docstringNode } from './constant-nodes.ts';
import { CO_FUTURE_ANNOTATIONS } from './code-unit.ts';
import type { CompilerFeatures } from './features.ts';
import { CompileStop } from './compile-error.ts';

const CO_FUTURE_BARRY_AS_BDFL = 0x400000;

const FEATURES: Readonly<Record<string, number>> = {
  nested_scopes: 0,
  generators: 0,
  division: 0,
  absolute_import: 0,
  with_statement: 0,
  print_function: 0,
  unicode_literals: 0,
  barry_as_FLUFL: CO_FUTURE_BARRY_AS_BDFL,
  generator_stop: 0,
  annotations: CO_FUTURE_ANNOTATIONS,
};

/** The future features of a program: co_flags, and the line of the last statement that names any. */
export interface FutureFeatures {
  readonly flags: number;
  readonly lastLine: number;
}

/** Reads the future statements at the start of `mod`. */
export function futureFeatures(mod: Mod, features: CompilerFeatures): FutureFeatures {
  let flags = 0;
  let lastLine = -1;
  if (mod.kind !== 'Module' && mod.kind !== 'Interactive') return { flags, lastLine };
  for (const s of docstringNode(mod.body) === null ? mod.body : mod.body.slice(1)) {
    if (!isFuture(s)) break;
    flags |= featureFlags(s, features);
    lastLine = s.lineno;
  }
  return { flags, lastLine };
}

/** Whether `s` imports from `__future__`. */
export function isFuture(s: Stmt): s is ImportFrom {
  return s.kind === 'ImportFrom' && s.module === '__future__' && s.level === 0;
}

function featureFlags(s: ImportFrom, features: CompilerFeatures): number {
  let flags = 0;
  for (const alias of s.names) {
    const flag = Object.hasOwn(FEATURES, alias.name) ? FEATURES[alias.name] : undefined;
    if (flag === undefined) throw unknownFeature(alias.name, features.futureErrorAtName ? alias : s, features.futureErrorAtName);
    flags |= flag;
  }
  return flags;
}

function unknownFeature(name: string, at: Position, hasEnd: boolean): CompileStop {
  const msg = name === 'braces' ? 'not a chance' : `future feature ${name.slice(0, 100)} is not defined`;
  return new CompileStop(msg, at, 'SyntaxError', hasEnd);
}
