// Leaving the compiler at once: an error with the place of its node. Never leaves compile() (index.ts).
import type { Position } from '../parser/ast.ts';

/** Thrown inside the compiler; index.ts turns it into a diagnostic. `at` null: the error has no position. */
export class CompileStop {
  readonly type: 'SyntaxError' | 'RecursionError' | 'SystemError';
  readonly msg: string;
  readonly at: Position | null;
  /** False: CPython names no end. */
  readonly hasEnd: boolean;
  constructor(
    msg: string, at: Position | null, type: CompileStop['type'] = 'SyntaxError', hasEnd = true,
  ) {
    this.type = type;
    this.hasEnd = hasEnd;
    this.msg = msg;
    this.at = at;
  }
}

/** Nested nodes that the compiler follows; deeper trees are refused as CPython refuses them (its C recursion limit). */
export const MAX_TREE_DEPTH = 2000;

/** The refusal of a tree deeper than MAX_TREE_DEPTH. */
export function tooDeep(): CompileStop {
  return new CompileStop('maximum recursion depth exceeded during compilation', null, 'RecursionError');
}
