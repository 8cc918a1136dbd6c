// First pass of the symbol table: walks the tree, opens a Scope for every block and notes what each name is used for
// (CPython 3.13 Python/symtable.c). Here are the statements; the classes that it extends visit annotations and expressions
// and keep the blocks. The second pass, analyze-scopes.ts, resolves the names.
import type { AnnAssign, AsyncFunctionDef, ClassDef, FunctionDef, Global, Mod, Nonlocal, Position, Stmt, TypeParam } from '../parser/ast.ts';
import { analyzeScopes } from './analyze-scopes.ts';
import { CompileStop, MAX_TREE_DEPTH, tooDeep } from './compile-error.ts';
import { DEF_ANNOT, DEF_GLOBAL, DEF_IMPORT, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, USE } from './scope.ts';
import type { Scope } from './scope.ts';
import { AnnotationNames } from './symtable-annotations.ts';
import type { SymtableOptions } from './symtable-blocks.ts';

/**
 * The symbol table of one compilation. A block is found by its node: the bound of a type variable by the variable,
 * type parameters by their list. Defaults of type parameters have a map of their own.
 */
export interface SymbolTable {
  readonly top: Scope;
  readonly scopes: ReadonlyMap<object, Scope>;
  readonly defaults: ReadonlyMap<TypeParam, Scope>;
}

/** Builds and resolves the symbol table of `mod`. Throws CompileStop. */
export function buildSymbolTable(mod: Mod, options: SymtableOptions): SymbolTable {
  const builder = new SymtableBuilder(options);
  const table = builder.build(mod);
  analyzeScopes(table.top, { inlineComprehensions: options.features.inlineComprehensions, classCellInComprehensions: options.features.classCellInComprehensions, futureAnnotations: options.futureAnnotations });
  return table;
}

class SymtableBuilder extends AnnotationNames {
  build(mod: Mod): SymbolTable {
    this.scopes.set(mod, this.top);
    if (mod.kind === 'Module' || mod.kind === 'Interactive') this.stmts(mod.body);
    else if (mod.kind === 'Expression') this.expr(mod.body);
    return { top: this.top, scopes: this.scopes, defaults: this.defaults };
  }

  private stmts(body: readonly Stmt[]): void {
    for (const stmt of body) this.stmt(stmt);
  }

  private conditional(body: readonly Stmt[]): void {
    const before = this.current.inConditionalBlock;
    this.current.inConditionalBlock = true;
    this.stmts(body);
    this.current.inConditionalBlock = before;
  }

  private stmt(stmt: Stmt): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    this.visitStmt(stmt);
    this.depth--;
  }

  private visitStmt(s: Stmt): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return this.functionDef(s);
      case 'ClassDef':
        return this.classDef(s);
      case 'TypeAlias':
        return this.typeAlias(s);
      case 'Return':
        return this.optional(s.value);
      case 'Delete':
        return this.exprs(s.targets);
      case 'Assign':
        this.exprs(s.targets);
        return this.expr(s.value);
      case 'AnnAssign':
        return this.annAssign(s);
      case 'AugAssign':
        this.expr(s.target);
        return this.expr(s.value);
      case 'For':
      case 'AsyncFor':
        this.expr(s.target);
        this.expr(s.iter);
        this.conditional(s.body);
        return this.conditional(s.orelse);
      case 'While':
        this.expr(s.test);
        this.conditional(s.body);
        return this.conditional(s.orelse);
      case 'If':
        return this.ifChain(s);
      case 'Match':
        this.expr(s.subject);
        for (const entry of s.cases) {
          this.pattern(entry.pattern);
          this.optional(entry.guard);
          this.conditional(entry.body);
        }
        return;
      case 'Raise':
        this.optional(s.exc);
        return this.optional(s.cause);
      case 'Try':
      case 'TryStar':
        this.conditional(s.body);
        this.conditional(s.orelse);
        for (const handler of s.handlers) {
          this.optional(handler.type);
          if (handler.name !== null) this.bind(handler.name, 'Store', handler);
          this.conditional(handler.body);
        }
        return this.conditional(s.finalbody);
      case 'Assert':
        this.expr(s.test);
        return this.optional(s.msg);
      case 'Import':
      case 'ImportFrom':
        for (const alias of s.names) this.alias(alias.asname ?? alias.name, alias.asname !== null, alias, s);
        return;
      case 'Global':
      case 'Nonlocal':
        return this.declaration(s);
      case 'Expr':
        return this.expr(s.value);
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          this.expr(item.contextExpr);
          this.optional(item.optionalVars);
        }
        return this.conditional(s.body);
      case 'Pass':
      case 'Break':
      case 'Continue':
        return;
      default: {
        const unreachable: never = s;
        return unreachable;
      }
    }
  }

  /** Long chains of elif are nested trees: walked, not recursed into. */
  private ifChain(first: Extract<Stmt, { kind: 'If' }>): void {
    const before = this.current.inConditionalBlock;
    this.current.inConditionalBlock = true;
    let s = first;
    for (;;) {
      this.expr(s.test);
      this.stmts(s.body);
      const next = s.orelse.length === 1 ? s.orelse[0] : undefined;
      if (next === undefined || next.kind !== 'If') {
        this.stmts(s.orelse);
        break;
      }
      s = next;
    }
    this.current.inConditionalBlock = before;
  }

  private functionDef(s: FunctionDef | AsyncFunctionDef): void {
    this.bind(s.name, 'Store', s);
    this.exprs(s.args.defaults);
    for (const value of s.args.kwDefaults) this.optional(value);
    this.exprs(s.decoratorList);
    if (s.typeParams.length > 0) {
      this.enterTypeParams(s.name, s.typeParams, s, {
        // CPython asks whether there is a list of defaults; there always is one.
        hasDefaults: true,
        hasKwDefaults: s.args.kwDefaults.some((value) => value !== null),
        isClass: false,
      });
      for (const param of s.typeParams) this.typeParam(param);
    }
    const annotations = this.functionAnnotations(s);
    const scope = this.enter('function', s.name, s, s);
    scope.annotationScope = annotations;
    if (s.kind === 'AsyncFunctionDef') scope.coroutine = true;
    this.parameters(s.args);
    this.stmts(s.body);
    this.leave();
    if (s.typeParams.length > 0) this.leave();
  }

  private classDef(s: ClassDef): void {
    this.bind(s.name, 'Store', s);
    this.exprs(s.decoratorList);
    const outerPrivate = this.privateName;
    if (s.typeParams.length > 0) {
      this.enterTypeParams(s.name, s.typeParams, s, { hasDefaults: false, hasKwDefaults: false, isClass: true });
      this.privateName = s.name;
      this.current.mangledNames = new Set();
      for (const param of s.typeParams) this.typeParam(param);
    }
    this.exprs(s.bases);
    for (const keyword of s.keywords) this.expr(keyword.value);
    this.enter('class', s.name, s, s);
    this.privateName = s.name;
    if (s.typeParams.length > 0) {
      this.define('__type_params__', DEF_LOCAL, s);
      this.define('.type_params', USE, s);
    }
    this.stmts(s.body);
    this.leave();
    if (s.typeParams.length > 0) this.leave();
    this.privateName = outerPrivate;
  }

  private alias(stored: string, renamed: boolean, at: Position, statement: Position): void {
    if (stored === '*') {
      if (this.current.type !== 'module') throw new CompileStop('import * only allowed at module level', at);
      return;
    }
    const name = renamed || !stored.includes('.') ? stored : stored.slice(0, stored.indexOf('.'));
    if (name === '__debug__') throw new CompileStop('cannot assign to __debug__', this.options.features.foldInFlowGraph ? at : statement);
    this.define(name, DEF_IMPORT, at);
  }

  private declaration(s: Global | Nonlocal): void {
    const word = s.kind === 'Global' ? 'global' : 'nonlocal';
    for (const name of s.names) {
      const flags = this.lookup(name);
      if (flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) {
        const message =
          flags & DEF_PARAM ? `name '${name}' is parameter and ${word}`
          : flags & USE ? `name '${name}' is used prior to ${word} declaration`
          : flags & DEF_ANNOT ? `annotated name '${name}' can't be ${word}`
          : `name '${name}' is assigned to before ${word} declaration`;
        throw new CompileStop(message, s);
      }
      this.define(name, s.kind === 'Global' ? DEF_GLOBAL : DEF_NONLOCAL, s);
      this.directive(name, s);
    }
  }

  private annAssign(s: AnnAssign): void {
    this.current.hasVariableAnnotations = true;
    if (s.target.kind === 'Name') {
      const flags = this.lookup(s.target.id);
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && this.current !== this.top && s.simple === 1) {
        const word = flags & DEF_GLOBAL ? 'global' : 'nonlocal';
        throw new CompileStop(`annotated name '${s.target.id}' can't be ${word}`, s);
      }
      if (s.target.id === '__debug__') throw new CompileStop('cannot assign to __debug__', s.target);
      if (s.simple === 1) this.define(s.target.id, DEF_ANNOT | DEF_LOCAL, s.target);
      else if (s.value !== null) this.define(s.target.id, DEF_LOCAL, s.target);
    } else {
      this.expr(s.target);
    }
    this.variableAnnotation(s.annotation, s.simple === 1);
    this.optional(s.value);
  }
}
