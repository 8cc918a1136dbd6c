// What is known of the code object being compiled (CPython 3.13 Python/compile.c, struct compiler_unit), the blocks of
// try, with and loops around the current statement, and qualified names.
import type { Position, Stmt } from '../parser/ast.ts';
import type { Const } from './code-unit.ts';
import { InstructionSequence } from './instructions.ts';
import type { Label } from './instructions.ts';
import { CELL, DEF_COMP_CELL, DEF_FREE_CLASS, FREE, scopeOf } from './scope.ts';
import type { Scope } from './scope.ts';

/** What kind of code object a unit becomes. */
export type UnitType =
  | 'module' | 'class' | 'function' | 'async-function' | 'lambda' | 'comprehension' | 'type-parameters' | 'annotations';

/** Why the flow of control must do something on its way out. */
export type FrameBlockType =
  | 'while-loop' | 'for-loop' | 'async-for-loop' | 'try-except' | 'finally-try' | 'finally-end' | 'with' | 'async-with' | 'handler-cleanup'
  | 'pop-value' | 'exception-handler' | 'exception-group-handler' | 'async-comprehension' | 'stop-iteration';

/** One entry of a unit's block stack. */
export interface FrameBlock {
  readonly type: FrameBlockType;
  /** Where `continue` goes. */
  readonly start: Label | null;
  /** Where `break` goes. */
  readonly exit: Label | null;
  readonly at: Position;
  /** The body of `finally`. */
  readonly finalBody: readonly Stmt[] | null;
  /** The name that an exception handler binds. */
  readonly handlerName: string | null;
}

/** The code object being compiled. */
export class Unit {
  readonly type: UnitType;
  readonly scope: Scope;
  readonly name: string;
  qualname: string;
  readonly privateName: string | null;
  readonly firstlineno: number;
  readonly parent: Unit | null;
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;
  readonly varnames = new Map<string, number>();
  readonly cellvars: Map<string, number>;
  readonly freevars: Map<string, number>;
  readonly names = new Map<string, number>();
  readonly consts: Const[] = [];
  readonly constIndex = new Map<Const, number>();
  readonly sequence = new InstructionSequence();
  readonly frameBlocks: FrameBlock[] = [];
  /** Names that are fast locals although the block is no function: those of inlined comprehensions. */
  readonly fastHidden = new Map<string, boolean>();
  /** Depth of inlined comprehensions around the current expression. */
  inlinedComprehensions = 0;
  /** `self.x = …` names, for classes. */
  readonly staticAttributes = new Set<string>();
  /** 3.14: annotations met so far: statement and the index of its conditional entry (-1: unconditional). */
  readonly deferredAnnotations: { readonly statement: Extract<Stmt, { kind: 'AnnAssign' }>; readonly index: number }[] = [];
  nextConditionalAnnotation = 0;
  conditionalDepth = 0;
  hasDocstring = false;

  constructor(options: {
    type: UnitType; scope: Scope; name: string; privateName: string | null; firstlineno: number; parent: Unit | null;
    qualname: string;
  }) {
    const { type, scope, name, privateName, firstlineno, parent } = options;
    this.type = type;
    this.scope = scope;
    this.name = name;
    this.qualname = options.qualname;
    this.privateName = privateName;
    this.firstlineno = firstlineno;
    this.parent = parent;
    for (const param of scope.params) this.varnames.set(param, this.varnames.size);
    this.cellvars = namesOfScope(scope, CELL, DEF_COMP_CELL, 0);
    if (scope.needsClassClosure) this.cellvars.set('__class__', this.cellvars.size);
    if (scope.needsClassDict) this.cellvars.set('__classdict__', this.cellvars.size);
    if (scope.hasConditionalAnnotations) this.cellvars.set('__conditional_annotations__', this.cellvars.size);
    this.freevars = namesOfScope(scope, FREE, DEF_FREE_CLASS, this.cellvars.size);
  }
}

/** Names of one scope, sorted, numbered from `offset` (compile.c dictbytype). */
function namesOfScope(scope: Scope, wanted: number, flag: number, offset: number): Map<string, number> {
  const found: string[] = [];
  for (const [name, flags] of scope.symbols) {
    if (scopeOf(flags) === wanted || flags & flag) found.push(name);
  }
  found.sort(compareCodePoints);
  return new Map(found.map((name, i) => [name, i + offset]));
}

/** The order of Python's str comparison. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const left = Array.from(a, (char) => char.codePointAt(0) ?? 0);
  const right = Array.from(b, (char) => char.codePointAt(0) ?? 0);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The index of `key` in a numbered table, added if it is new. */
export function numberOf(table: Map<string, number>, key: string): number {
  const known = table.get(key);
  if (known !== undefined) return known;
  const index = table.size;
  table.set(key, index);
  return index;
}
