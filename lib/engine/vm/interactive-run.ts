// One interactive statement in `__main__` (CPython Python/pythonrun.c, pyrun_one_parse_ast, and the interactive reading of Parser/tokenizer).
import type { Machine } from '../machine.ts';
import type { RunHooks } from './budget.ts';
import type { Interpreter } from './interpreter.ts';
import { compile } from '../compiler/index.ts';
import { PyRaise } from '../errors.ts';
import { decref } from '../objects/object.ts';
import { dropRaise } from '../objects/raise.ts';
import { isSubtype } from '../objects/type.ts';
import { exitStatus } from './exit-status.ts';
import { runSource } from './tree-arena.ts';
import { mainNamespace, showUncaught } from './run.ts';

/** What became of a statement. */
export interface InteractiveOutcome {
  readonly needsMore: boolean;
  /** Set when the statement ended the session. */
  readonly exitCode: number | null;
}

type Mode = 'exec' | 'eval' | 'single';

const DONE: InteractiveOutcome = { needsMore: false, exitCode: null };

/** Runs what was entered so far as statement `number` of the session, or says that it is not complete. */
export function runInteractive(m: Machine, source: string, number: number, hooks: RunHooks): InteractiveOutcome {
  if (isBlank(source)) return DONE;
  if (isIncomplete(m, source, 'single')) return { needsMore: true, exitCode: null };
  const vm = m.vm as Interpreter;
  const dict = mainNamespace(m);
  // From 3.13 on tracebacks show the lines of each statement, even of one that was entered long ago.
  const filename = m.profile.tracebackMultiline && errorOf(m, source, 'single') === null ? `<stdin>-${number}` : '<stdin>';
  if (m.profile.tracebackMultiline) vm.sources.set(filename, source);
  try {
    decref(m, runSource(m, source, { filename, mode: 'single', isFile: true }, dict, dict, () => vm.startCounting(hooks)));
    return DONE;
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    if (isSubtype(error.exc.ob_type, m.types.SystemExit)) return { needsMore: false, exitCode: exitStatus(m, error) };
    showUncaught(m, error.exc);
    dropRaise(m, error);
    return DONE;
  }
}

/** Nothing but blank lines and comments. */
function isBlank(source: string): boolean {
  return source.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}

/** Words that begin a compound statement, which goes on until an empty line. */
const COMPOUND = /^(?:@|(?:async|class|def|for|if|try|while|with)\b|(?:match|case)\b.*:\s*(?:#.*)?$)/m;

/** True while the reader would ask for another line. */
export function isIncomplete(m: Machine, source: string, mode: Mode): boolean {
  const open = errorOf(m, source, mode);
  // An open bracket, string or continued line goes on even over an empty line.
  if (open !== null && /was never closed|unterminated triple-quoted|unexpected EOF/.test(open.msg)) return true;
  if (source.endsWith('\\\n')) return true;
  if (!COMPOUND.test(source.slice(0, source.indexOf('\n'))) || source.endsWith('\n\n')) return false;
  // The lines are right so far when the first complaint is about one that can't be right and stands behind them.
  const probed = errorOf(m, `${source}=\n`, mode);
  return probed === null || (probed.lineno ?? 0) >= source.split('\n').length;
}

function errorOf(m: Machine, source: string, mode: Mode) {
  const result = compile(source, { filename: '<stdin>', mode, version: m.profile.python });
  return result.ok ? null : result.error;
}
