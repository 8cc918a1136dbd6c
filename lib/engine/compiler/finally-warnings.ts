// 3.14 (PEP 765): warnings about return, break and continue that leave a finally block (Python/ast_preprocess.c,
// control_flow_in_finally_warning).
import type { Mod, Position, Stmt } from '../parser/ast.ts';
import type { CompileWarning } from './code-unit.ts';

/** Where a statement stands: in a finally block, and in a loop or function that starts inside it. */
interface Place {
  readonly inFinally: boolean;
  readonly inLoop: boolean;
}

const OUTSIDE: Place = { inFinally: false, inLoop: false };

/** The warnings of a whole tree, in source order. */
export function finallyExitWarnings(mod: Mod): CompileWarning[] {
  const warnings: CompileWarning[] = [];
  if (mod.kind === 'Module' || mod.kind === 'Interactive') visitAll(mod.body, OUTSIDE, warnings);
  return warnings;
}

function visitAll(list: readonly Stmt[], place: Place, warnings: CompileWarning[]): void {
  for (const s of list) visit(s, place, warnings);
}

function warn(word: string, at: Position, warnings: CompileWarning[]): void {
  const { lineno, colOffset, endLineno, endColOffset } = at;
  warnings.push({
    category: 'SyntaxWarning', message: `'${word}' in a 'finally' block`, lineno, colOffset, endLineno, endColOffset,
  });
}

function visit(s: Stmt, place: Place, warnings: CompileWarning[]): void {
  const inner = (list: readonly Stmt[], where = place): void => visitAll(list, where, warnings);
  switch (s.kind) {
    case 'Return':
      if (place.inFinally) warn('return', s, warnings);
      return;
    case 'Break':
    case 'Continue':
      if (place.inFinally && !place.inLoop) warn(s.kind === 'Break' ? 'break' : 'continue', s, warnings);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      return inner(s.body, OUTSIDE);
    case 'For':
    case 'AsyncFor':
    case 'While':
      inner(s.body, { ...place, inLoop: true });
      return inner(s.orelse);
    case 'If':
      inner(s.body);
      return inner(s.orelse);
    case 'With':
    case 'AsyncWith':
      return inner(s.body);
    case 'Match':
      for (const entry of s.cases) inner(entry.body);
      return;
    case 'Try':
    case 'TryStar':
      inner(s.body);
      for (const handler of s.handlers) inner(handler.body);
      inner(s.orelse);
      return inner(s.finalbody, { inFinally: true, inLoop: false });
    default:
      return;
  }
}
