// From source text to a code object, with Python's exceptions for what does not compile (CPython 3.13 Python/pythonrun.c, Python/bltinmodule.c compile).
import { rememberSource } from './keyword-typos.ts';
import type { Const } from '../compiler/code-unit.ts';
import type { Machine } from '../machine.ts';
import type { PyCode } from '../objects/code.ts';
import type { PyObject } from '../objects/object.ts';
import type { Interpreter } from './interpreter.ts';
import type { CompileDiagnostic } from '../compiler/index.ts';
import type { CompileResult, CompileWarning } from '../compiler/index.ts';
import { compile } from '../compiler/index.ts';
import { PyRaise } from '../errors.ts';
import { newException } from '../objects/exceptions.ts';
import { newCode } from '../objects/code.ts';
import { newInt } from '../objects/int.ts';
import { decref, incref } from '../objects/object.ts';
import { raise } from '../objects/raise.ts';
import { newStr } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import { decodeSource } from '../parser/index.ts';
import { warnExplicit } from './warnings.ts';

/** How to compile. */
export interface CompileRequest {
  readonly filename: string;
  readonly mode: 'exec' | 'eval' | 'single';
  /** `from __future__` flags inherited from the caller (co_flags bits). */
  readonly flags?: number;
  /** 1: without asserts, `__debug__` is False; 2: without docstrings too. */
  readonly optimize?: number;
  /** The source is the program file itself. */
  readonly isFile?: boolean;
  /** Sees the constants of the compilation (their owner must drop them). */
  readonly constants?: Map<Const, PyObject>;
  /** Its dead objects go to the free lists. */
  readonly leavesDead?: boolean;
}

/** Compiles; throws SyntaxError and its relatives as PyRaise. New reference. */
export function compileSource(m: Machine, source: string, request: CompileRequest): PyCode {
  const result = compiled(m, source, request);
  for (const warning of result.warnings) warningAsRaise(m, warning, request.filename, source);
  if (!result.ok) {
    const raised = syntaxError(m, result.error, request.filename);
    if (result.lastStatementLine !== undefined) rememberSource(raised.exc, { source, lastStatementLine: result.lastStatementLine, isFile: request.isFile ?? false });
    throw raised;
  }
  const code = newCode(m, result.unit, request.constants ?? null);
  if (request.leavesDead === true) m.freeLists.leave(result.leftovers());
  return code;
}

/** The text of a source that is bytes. Throws SyntaxError. */
export function sourceFromBytes(m: Machine, bytes: Uint8Array, filename: string): string {
  const decoded = decodeSource(bytes, filename, true);
  if (!decoded.ok) throw syntaxError(m, decoded.error, filename);
  return withoutNulls(m, decoded.text);
}

/** `text` itself. Throws SyntaxError where it has null characters. */
export function withoutNulls(m: Machine, text: string): string {
  if (text.includes('\0')) throw raise(m, m.types.SyntaxError, 'source code string cannot contain null bytes');
  return text;
}

/** Shows a warning of the compiler; a filter can make it an error, which is a SyntaxError at the same place. */
export function warningAsRaise(m: Machine, warning: CompileWarning, filename: string, source = ''): void {
  const category = warning.category === 'SyntaxWarning' ? m.types.SyntaxWarning : m.types.DeprecationWarning;
  try {
    const { message: text, lineno: line } = warning;
    warnExplicit(m.vm as Interpreter, { category, text, filename, line, module: 'sys', registered: false, source: null });
  } catch (error) {
    if (!(error instanceof PyRaise) || error.exc.ob_type !== category) throw error;
    decref(m, error.exc);
    throw syntaxError(m, warningAsError(warning, source), filename);
  }
}

function warningAsError(warning: CompileWarning, source: string): CompileDiagnostic {
  const { message, lineno, colOffset, endLineno, endColOffset } = warning;
  const text = warning.inLiteral === true ? `${source.split(/\r\n|\r|\n/)[lineno - 1] ?? ''}\n` : null;
  // What is an error now need not say that it will be one (3.14+).
  const msg = message.replace(' Such sequences will not work in the future.', '');
  return { type: 'SyntaxError', msg, lineno, offset: colOffset + 1, endLineno, endOffset: endColOffset + 1, text };
}

/** Results of the latest compilations of whole modules, the latest last: a host often runs the same program, and the same bundled modules, again
 * and again. A code unit is read-only, so machines can share it. */
const latest = new Map<string, Map<string, CompileResult>>();
const MOST_LATEST = 64;
const MOST_KEPT_CHARS = 100_000;
/** Versions, file names and flags under which one source is kept. */
const MOST_WAYS = 8;

function compiled(m: Machine, source: string, { filename, mode, flags = 0, isFile = false, optimize = 0 }: CompileRequest): CompileResult {
  const options = { filename, mode, version: m.profile.python, inheritedFlags: flags, isFile, optimize };
  if (mode !== 'exec' || source.length > MOST_KEPT_CHARS) return compile(source, options);
  // By source first: a string keeps its hash, a key that holds a whole source would be hashed anew at each import.
  const ofSource = latest.get(source) ?? new Map<string, CompileResult>();
  latest.delete(source);
  latest.set(source, ofSource);
  if (latest.size > MOST_LATEST) for (const oldest of latest.keys()) if (latest.delete(oldest)) break;
  const key = `${m.profile.python} ${flags} ${isFile} ${optimize} ${filename}`;
  const result = ofSource.get(key) ?? compile(source, options);
  if (ofSource.size >= MOST_WAYS) ofSource.clear();
  ofSource.set(key, result);
  return result;
}

/** The exception for a diagnostic: SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset)). */
export function syntaxError(m: Machine, d: CompileDiagnostic, filename: string): PyRaise {
  const type = m.types[d.type];
  const message = newStr(m, d.msg);
  const args: PyObject[] = [message];
  if (d.lineno !== null || d.text !== null || d.offset !== null) {
    const number = (value: number | null): PyObject => (value === null ? incref(m.None) : newInt(m, value));
    args.push(newTuple(m, [
      newStr(m, filename), number(d.lineno), number(d.offset), d.text === null ? incref(m.None) : newStr(m, d.text), number(d.endLineno), number(d.endOffset),
    ]));
  }
  const exc = newException(m, type, args);
  for (const arg of args) decref(m, arg);
  return new PyRaise(exc);
}
