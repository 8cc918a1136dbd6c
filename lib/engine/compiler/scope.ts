// One block of names: what a module, class, function, comprehension or annotation binds and uses
// (CPython 3.13 Include/internal/pycore_symtable.h, PySTEntryObject), and name mangling.
import type { Position } from '../parser/ast.ts';

/** Bits of a symbol's flags; the resolved scope sits above them, from SCOPE_OFFSET. */
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

const SCOPE_OFFSET = 12;
export const FLAG_MASK = (1 << SCOPE_OFFSET) - 1;

/** Where a name of a block lives. UNKNOWN: the block does not mention it. */
export const UNKNOWN = 0;
export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;

/** The scope inside a symbol's flags. */
export function scopeOf(flags: number): number {
  return flags >> SCOPE_OFFSET;
}

/** Flags with a scope put in. */
export function withScope(flags: number, scope: number): number {
  return (flags & FLAG_MASK) | (scope << SCOPE_OFFSET);
}

export type BlockType =
  | 'module' | 'class' | 'function' | 'annotation' | 'type-variable' | 'type-alias' | 'type-parameters';
export type ComprehensionType = 'list' | 'dict' | 'set' | 'generator';

/** A block's symbol table. */
export class Scope {
  readonly type: BlockType;
  readonly name: string;
  readonly position: Position;
  /** Mangled names in the order of first mention. */
  symbols = new Map<string, number>();
  /** Parameters, in the order of co_varnames. */
  readonly params: string[] = [];
  children: Scope[] = [];
  /** Names declared global or nonlocal, with the place of the statement. */
  readonly directives: { readonly name: string; readonly at: Position }[] = [];
  /** In the type parameters of a class: only these names are mangled. */
  mangledNames: Set<string> | null = null;
  nested = false;
  generator = false;
  coroutine = false;
  comprehension: ComprehensionType | null = null;
  varargs = false;
  varkeywords = false;
  /** A class whose methods use `__class__` / `super()`. */
  needsClassClosure = false;
  /** A class with annotation scopes that look names up in it. */
  needsClassDict = false;
  /** 3.14: a module or class with annotations under a condition. */
  hasConditionalAnnotations = false;
  /** PEP 709: this comprehension runs in the frame of the enclosing block. */
  inlined = false;
  /** While the target of a comprehension is visited. */
  inIterTarget = false;
  /** Above 0 while an iterable of a comprehension is visited. */
  iterExprDepth = 0;
  canSeeClassScope = false;
  /** 3.14: the scope of this block's `__annotate__`, once there is an annotation. */
  annotationScope: Scope | null = null;
  /** An annotation scope computes something. */
  annotationsUsed = false;
  /** Some statement of this very block annotates a variable. */
  hasVariableAnnotations = false;
  inConditionalBlock = false;
  /** 3.14: a function, lambda or generator expression directly inside a class. */
  isMethod = false;
  /** What the block is, for error messages: "a TypeVar bound". */
  info = '';

  constructor(type: BlockType, name: string, position: Position) {
    this.type = type;
    this.name = name;
    this.position = position;
  }

  /** Functions, lambdas, comprehensions and annotation scopes: locals are fast locals. */
  get functionLike(): boolean {
    return this.type !== 'module' && this.type !== 'class';
  }

  /** The flags of a mangled name, 0 if it is not mentioned. */
  flags(name: string): number {
    return this.symbols.get(name) ?? 0;
  }

  /** The scope of a mangled name. */
  scope(name: string): number {
    return scopeOf(this.flags(name));
  }
}

/** Name mangling: `__x` inside class C is `_C__x` (CPython _Py_Mangle). */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** Mangling as `scope` asks for it: inside a class's type parameters only the parameters' names are mangled. */
export function mangleIn(className: string | null, scope: Scope | null, name: string): string {
  const only = scope?.mangledNames ?? null;
  if (only !== null && !only.has(name)) return name;
  return mangle(className, name);
}
