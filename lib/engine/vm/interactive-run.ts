// One interactive statement in `__main__` (CPython Python/pythonrun.c, pyrun_one_parse_ast; Lib/codeop.py for "more lines are needed").
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import { compile } from '../compiler/index.ts';
import { PyRaise } from '../errors.ts';
import { decref } from '../objects/object.ts';
import { dropRaise } from '../objects/raise.ts';
import { isSubtype } from '../objects/type.ts';
import { displayException } from '../modules/sys-hooks.ts';
import { compileSource } from './compile.ts';
import { runCode } from './run-code.ts';
import { mainNamespace } from './run.ts';
import { exitStatus } from './exit-status.ts';

/** What became of a statement. */
export interface InteractiveOutcome {
  readonly needsMore: boolean;
  /** Set when the statement ended the session. */
  readonly exitCode: number | null;
}

const DONE: InteractiveOutcome = { needsMore: false, exitCode: null };

/** Runs what was entered so far, or says that it is not complete. */
export function runInteractive(m: Machine, source: string): InteractiveOutcome {
  if (source.trim() === '') return DONE;
  if (isIncomplete(m, source)) return { needsMore: true, exitCode: null };
  const vm = m.vm as Interpreter;
  const dict = mainNamespace(m);
  vm.sources.set('<stdin>', source);
  try {
    const code = compileSource(m, source, { filename: '<stdin>', mode: 'single' });
    try {
      decref(m, runCode(m, code, dict, dict));
    } finally {
      decref(m, code);
    }
    return DONE;
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    if (isSubtype(error.exc.ob_type, m.types.SystemExit)) return { needsMore: false, exitCode: exitStatus(m, error) };
    displayException(vm, error.exc);
    dropRaise(m, error);
    return DONE;
  }
}

/** A compound statement ends with an empty line; an error at the very end means that something is missing. */
function isIncomplete(m: Machine, source: string): boolean {
  const result = compile(source, { filename: '<stdin>', mode: 'single', version: m.profile.python });
  if (!result.ok) {
    const { msg } = result.error;
    return /was never closed|unexpected EOF|unterminated triple-quoted|expected an indented block/.test(msg) && !source.endsWith('\n\n');
  }
  const isCompound = /^\s*(?:@|(?:async\s+)?(?:def|class|if|for|while|with|try|match)\b)[\s\S]*:/.test(source) && source.trimEnd().includes('\n');
  const opensBlock = /:\s*(?:#.*)?$/.test(source.trimEnd().split('\n')[0] ?? '');
  return (isCompound || opensBlock) && !source.endsWith('\n\n');
}
