// Second pass of the symbol table: decides for every name of every block whether it is local, cell, free or global, and
// merges inlined comprehensions into their block (CPython 3.13 Python/symtable.c, analyze_block and what it calls).
import { CompileStop } from './compile-error.ts';
import {
  CELL, DEF_BOUND, DEF_COMP_CELL, DEF_FREE_CLASS, DEF_GLOBAL, DEF_NONLOCAL, DEF_PARAM, DEF_TYPE_PARAM, FLAG_MASK, FREE,
  GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL, UNKNOWN, scopeOf, withScope,
} from './scope.ts';
import type { Scope } from './scope.ts';

type Names = Set<string>;

/** What an enclosing block tells an inner one. The sets are the callee's own copies. */
interface Surroundings {
  /** Names bound in enclosing functions; null at module level. */
  bound: Names | null;
  global: Names;
  typeParams: Names;
  /** The class whose names this annotation scope sees. */
  classScope: Scope | null;
}

/** What all blocks of a module have in common. */
interface AnalyzeOptions {
  readonly inlineComprehensions: boolean;
  readonly classCellInComprehensions: boolean;
  /** Annotations become strings: what they name does not matter. */
  readonly futureAnnotations: boolean;
}

/** Resolves every name below `top`. */
export function analyzeScopes(top: Scope, options: AnalyzeOptions): void {
  analyzeBlock(top, { bound: null, global: new Set(), typeParams: new Set(), classScope: null }, options);
}

/** Answers the names that `scope` and its children need from outside. */
function analyzeBlock(scope: Scope, around: Surroundings, options: AnalyzeOptions): Names {
  const free: Names = new Set();
  const local: Names = new Set();
  const scopes = new Map<string, number>();
  const newGlobal: Names = new Set();
  const newBound: Names = new Set();
  const newFree: Names = new Set();
  const inlinedCells: Names = new Set();
  const isClass = scope.type === 'class';

  // A class's own names are invisible to nested functions, so these are filled before it is looked at.
  if (isClass) {
    addAll(newGlobal, around.global);
    if (around.bound !== null) addAll(newBound, around.bound);
  }
  for (const [name, flags] of scope.symbols) analyzeName(scope, scopes, name, flags, around, local, free);
  if (isClass) {
    newBound.add('__class__');
    newBound.add('__classdict__');
    newBound.add('__conditional_annotations__');
  } else {
    if (scope.functionLike) addAll(newBound, local);
    if (around.bound !== null) addAll(newBound, around.bound);
    addAll(newGlobal, around.global);
  }

  let anyInlined = false;
  const visit = (child: Scope): void => {
    const classScope = !child.canSeeClassScope ? null : isClass ? scope : around.classScope;
    const inlined = options.inlineComprehensions && child.comprehension !== null && child.comprehension !== 'generator' &&
      !scope.canSeeClassScope;
    const childFree = analyzeBlock(
      child,
      { bound: new Set(newBound), global: new Set(newGlobal), typeParams: new Set(around.typeParams), classScope },
      options,
    );
    if (inlined) {
      inlineComprehension(scope, child, scopes, childFree, inlinedCells, options);
      child.inlined = true;
      anyInlined = true;
    }
    addAll(newFree, childFree);
  };
  const annotationsOf = (block: Scope): void => {
    if (block.annotationScope !== null && !options.futureAnnotations) visit(block.annotationScope);
  };
  for (const child of scope.children) {
    visit(child);
    if (child.type === 'function') annotationsOf(child);
  }
  if (scope.type !== 'function') annotationsOf(scope);
  if (anyInlined) scope.children = scope.children.flatMap((child) => (child.inlined ? child.children : [child]));

  if (scope.functionLike) analyzeCells(scopes, newFree, inlinedCells);
  else if (isClass) dropClassFree(scope, newFree);
  updateSymbols(scope, scopes, around.bound, newFree, inlinedCells, isClass || scope.canSeeClassScope);
  addAll(free, newFree);
  return free;
}

function analyzeName(
  scope: Scope, scopes: Map<string, number>, name: string, flags: number, around: Surroundings, local: Names, free: Names,
): void {
  const { bound, global, typeParams, classScope } = around;
  if (flags & DEF_GLOBAL) {
    if (flags & DEF_NONLOCAL) throw atDirective(scope, name, `name '${name}' is nonlocal and global`);
    scopes.set(name, GLOBAL_EXPLICIT);
    global.add(name);
    bound?.delete(name);
    return;
  }
  if (flags & DEF_NONLOCAL) {
    if (bound === null) throw atDirective(scope, name, 'nonlocal declaration not allowed at module level');
    if (!bound.has(name)) throw atDirective(scope, name, `no binding for nonlocal '${name}' found`);
    if (typeParams.has(name)) {
      throw atDirective(scope, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
    scopes.set(name, FREE);
    free.add(name);
    return;
  }
  if (flags & DEF_BOUND) {
    scopes.set(name, LOCAL);
    local.add(name);
    global.delete(name);
    if (flags & DEF_TYPE_PARAM) typeParams.add(name);
    else typeParams.delete(name);
    return;
  }
  // An annotation scope in a class: the name may be bound by the class and by a function around it as well.
  if (classScope !== null) {
    const classFlags = classScope.flags(name);
    if (classFlags & DEF_GLOBAL) {
      scopes.set(name, GLOBAL_EXPLICIT);
      return;
    }
    if (classFlags & DEF_BOUND && !(classFlags & DEF_NONLOCAL)) {
      scopes.set(name, GLOBAL_IMPLICIT);
      return;
    }
  }
  if (bound !== null && bound.has(name)) {
    scopes.set(name, FREE);
    free.add(name);
    return;
  }
  scopes.set(name, GLOBAL_IMPLICIT);
}

function atDirective(scope: Scope, name: string, message: string): CompileStop {
  const directive = scope.directives.find((entry) => entry.name === name);
  return new CompileStop(message, directive?.at ?? null);
}

function inlineComprehension(
  scope: Scope, comp: Scope, scopes: Map<string, number>, compFree: Names, inlinedCells: Names, options: AnalyzeOptions,
): void {
  let removeDunderClass = false;
  for (const [name, flags] of comp.symbols) {
    if (flags & DEF_PARAM) continue;
    const onlyFlags = flags & FLAG_MASK;
    // `__class__` never comes from the class around it in a class body itself, whether or not the body binds the name.
    const isDunderClass = scopeOf(flags) === FREE && scope.type === 'class' && name === '__class__';
    const resolved = isDunderClass ? GLOBAL_IMPLICIT : scopeOf(flags);
    if (isDunderClass) {
      if (!options.classCellInComprehensions || !isFreeInAnyChild(comp, name)) compFree.delete(name);
      removeDunderClass = true;
    }
    if (resolved === CELL || onlyFlags & DEF_COMP_CELL) inlinedCells.add(name);
    const existing = scope.symbols.get(name);
    if (existing === undefined) {
      scope.symbols.set(name, onlyFlags);
      scopes.set(name, resolved);
    } else if (existing & DEF_BOUND && scope.type !== 'class' && !isFreeInAnyChild(comp, name)) {
      // Free in the comprehension, local here: now simply a local.
      compFree.delete(name);
    }
  }
  if (removeDunderClass) comp.symbols.delete('__class__');
}

function isFreeInAnyChild(scope: Scope, name: string): boolean {
  return scope.children.some((child) => child.scope(name) === FREE);
}

/** Locals that an inner block needs become cells. */
function analyzeCells(scopes: Map<string, number>, free: Names, inlinedCells: Names): void {
  for (const [name, resolved] of scopes) {
    if (resolved !== LOCAL || (!free.has(name) && !inlinedCells.has(name))) continue;
    scopes.set(name, CELL);
    free.delete(name);
  }
}

function dropClassFree(scope: Scope, free: Names): void {
  if (free.delete('__class__')) scope.needsClassClosure = true;
  if (free.delete('__classdict__')) scope.needsClassDict = true;
  if (free.delete('__conditional_annotations__')) scope.hasConditionalAnnotations = true;
}

function updateSymbols(
  scope: Scope, scopes: Map<string, number>, bound: Names | null, free: Names, inlinedCells: Names, classFlag: boolean,
): void {
  for (const [name, flags] of scope.symbols) {
    const marked = inlinedCells.has(name) ? flags | DEF_COMP_CELL : flags;
    scope.symbols.set(name, withScope(marked, scopes.get(name) ?? UNKNOWN));
  }
  for (const name of free) {
    const flags = scope.symbols.get(name);
    if (flags !== undefined) {
      // A free variable of a method that has the same name as something in the class.
      if (classFlag) scope.symbols.set(name, flags | DEF_FREE_CLASS);
      continue;
    }
    if (bound !== null && !bound.has(name)) continue;
    scope.symbols.set(name, withScope(0, FREE));
  }
}

function addAll(target: Names, source: Names): void {
  for (const name of source) target.add(name);
}
