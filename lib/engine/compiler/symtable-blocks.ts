// The blocks of a symbol table while it is made: entering and leaving them, and noting what a name is used for (CPython 3.13
// Python/symtable.c: symtable_enter_block, symtable_add_def).
import type { ExprContext, Position, TypeParam } from '../parser/ast.ts';
import { CompileStop } from './compile-error.ts';
import type { CompilerFeatures } from './features.ts';
import { DEF_COMP_ITER, DEF_GLOBAL, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, DEF_TYPE_PARAM, Scope, USE, mangleIn } from './scope.ts';
import type { BlockType } from './scope.ts';

/** Options that change which names exist. */
export interface SymtableOptions {
  readonly features: CompilerFeatures;
  readonly futureAnnotations: boolean;
}

const START: Position = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };

/** The blocks that have been entered, and the current one. */
export class SymtableBlocks {
  protected readonly scopes = new Map<object, Scope>();
  protected readonly defaults = new Map<TypeParam, Scope>();
  protected readonly top = new Scope('module', 'top', START);
  protected readonly stack: Scope[] = [this.top];
  protected current: Scope = this.top;
  protected privateName: string | null = null;
  protected depth = 0;
  protected readonly options: SymtableOptions;

  constructor(options: SymtableOptions) {
    this.options = options;
  }

  protected enter(type: BlockType, name: string, key: object, at: Position): Scope {
    const scope = new Scope(type, name, at);
    const outer = this.current;
    scope.nested = outer.nested || outer.functionLike;
    scope.iterExprDepth = outer.iterExprDepth;
    scope.isMethod = type === 'function' && outer.type === 'class';
    if (outer.mangledNames !== null && type !== 'class') scope.mangledNames = outer.mangledNames;
    this.scopes.set(key, scope);
    // Annotations that will never be evaluated have no effect on other blocks.
    if (type !== 'annotation') outer.children.push(scope);
    this.resume(scope);
    return scope;
  }

  protected resume(scope: Scope): void {
    this.stack.push(scope);
    this.current = scope;
  }

  protected leave(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1] ?? this.top;
  }

  private mangled(name: string): string {
    return mangleIn(this.privateName, this.current, name);
  }

  protected lookup(name: string, scope: Scope = this.current): number {
    return scope.flags(mangleIn(this.privateName, scope, name));
  }

  protected define(name: string, flag: number, at: Position, scope: Scope = this.current): void {
    if (flag & DEF_TYPE_PARAM) scope.mangledNames?.add(name);
    const mangled = mangleIn(this.privateName, scope, name);
    const before = scope.symbols.get(mangled);
    let flags = flag;
    if (before !== undefined) {
      if (flag & DEF_PARAM && before & DEF_PARAM) {
        throw new CompileStop(`duplicate ${this.options.features.parameterWord} '${name}' in function definition`, at);
      }
      if (flag & DEF_TYPE_PARAM && before & DEF_TYPE_PARAM) {
        throw new CompileStop(`duplicate type parameter '${name}'`, at);
      }
      flags |= before;
    }
    if (scope.inIterTarget) {
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
        throw new CompileStop(
          `comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
      }
      flags |= DEF_COMP_ITER;
    }
    scope.symbols.set(mangled, flags);
    if (flag & DEF_PARAM) scope.params.push(mangled);
    else if (flag & DEF_GLOBAL) this.top.symbols.set(mangled, this.top.flags(mangled) | flag);
  }

  protected bind(name: string, context: ExprContext, at: Position): void {
    if (name === '__debug__' && context !== 'Load') {
      throw new CompileStop(`cannot ${context === 'Store' ? 'assign to' : 'delete'} __debug__`, at);
    }
    this.define(name, context === 'Load' ? USE : DEF_LOCAL, at);
  }

  protected directive(name: string, at: Position): void {
    this.current.directives.push({ name: this.mangled(name), at });
  }
}
