// First pass of the symbol table: walks the tree, opens a Scope for every block and notes what each name is used for
// (CPython 3.13 Python/symtable.c). The second pass, analyze-scopes.ts, resolves the names.
import type {
  AnnAssign, Arg, Arguments, AsyncFunctionDef, ClassDef, Comprehension, Expr, ExprContext, FunctionDef, Global, Lambda, Mod,
  Nonlocal, Pattern, Position, Stmt, TypeAlias, TypeParam,
} from '../parser/ast.ts';
import { analyzeScopes } from './analyze-scopes.ts';
import { CompileStop, MAX_TREE_DEPTH, tooDeep } from './compile-error.ts';
import type { CompilerFeatures } from './features.ts';
import {
  DEF_ANNOT, DEF_COMP_ITER, DEF_GLOBAL, DEF_IMPORT, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, DEF_TYPE_PARAM, Scope, USE, mangleIn,
} from './scope.ts';
import type { BlockType, ComprehensionType } from './scope.ts';

/**
 * The symbol table of one compilation. A block is found by its node: the bound of a type variable by the variable,
 * type parameters by their list. Defaults of type parameters have a map of their own.
 */
export interface SymbolTable {
  readonly top: Scope;
  readonly scopes: ReadonlyMap<object, Scope>;
  readonly defaults: ReadonlyMap<TypeParam, Scope>;
}

/** Options that change which names exist. */
export interface SymtableOptions {
  readonly features: CompilerFeatures;
  readonly futureAnnotations: boolean;
}

const START: Position = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };

/** Builds and resolves the symbol table of `mod`. Throws CompileStop. */
export function buildSymbolTable(mod: Mod, options: SymtableOptions): SymbolTable {
  const builder = new SymtableBuilder(options);
  const table = builder.build(mod);
  analyzeScopes(table.top, { inlineComprehensions: options.features.inlineComprehensions, futureAnnotations: options.futureAnnotations });
  return table;
}

class SymtableBuilder {
  private readonly scopes = new Map<object, Scope>();
  private readonly defaults = new Map<TypeParam, Scope>();
  private readonly top = new Scope('module', 'top', START);
  private readonly stack: Scope[] = [this.top];
  private current: Scope = this.top;
  private privateName: string | null = null;
  private depth = 0;
  private readonly options: SymtableOptions;

  constructor(options: SymtableOptions) {
    this.options = options;
  }

  build(mod: Mod): SymbolTable {
    this.scopes.set(mod, this.top);
    if (mod.kind === 'Module' || mod.kind === 'Interactive') this.stmts(mod.body);
    else if (mod.kind === 'Expression') this.expr(mod.body);
    return { top: this.top, scopes: this.scopes, defaults: this.defaults };
  }

  // ---- blocks ------------------------------------------------------------------------------------------------

  private enter(type: BlockType, name: string, key: object, at: Position): Scope {
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

  private resume(scope: Scope): void {
    this.stack.push(scope);
    this.current = scope;
  }

  private leave(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1] ?? this.top;
  }

  private mangled(name: string): string {
    return mangleIn(this.privateName, this.current, name);
  }

  private lookup(name: string, scope: Scope = this.current): number {
    return scope.flags(mangleIn(this.privateName, scope, name));
  }

  private define(name: string, flag: number, at: Position, scope: Scope = this.current): void {
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

  private bind(name: string, context: ExprContext, at: Position): void {
    if (name === '__debug__' && context !== 'Load') {
      throw new CompileStop(`cannot ${context === 'Store' ? 'assign to' : 'delete'} __debug__`, at);
    }
    this.define(name, context === 'Load' ? USE : DEF_LOCAL, at);
  }

  private directive(name: string, at: Position): void {
    this.current.directives.push({ name: this.mangled(name), at });
  }

  // ---- statements --------------------------------------------------------------------------------------------

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

  private typeAlias(s: TypeAlias): void {
    this.expr(s.name);
    const name = s.name.kind === 'Name' ? s.name.id : '';
    const inClass = this.current.type === 'class';
    if (s.typeParams.length > 0) {
      this.enterTypeParams(name, s.typeParams, s, { hasDefaults: false, hasKwDefaults: false, isClass: false });
      for (const param of s.typeParams) this.typeParam(param);
    }
    const scope = this.enter('type-alias', name, s, s);
    scope.info = 'a type alias';
    this.formatParameter(s);
    if (inClass) {
      scope.canSeeClassScope = true;
      this.define('__classdict__', USE, s.value);
    }
    this.expr(s.value);
    this.leave();
    if (s.typeParams.length > 0) this.leave();
  }

  /** 3.14: annotation scopes take the format they are to compute. */
  private formatParameter(at: Position): void {
    if (!this.options.features.deferredAnnotations) return;
    this.define('.format', DEF_PARAM, at);
    this.define('.format', USE, at);
  }

  private enterTypeParams(
    name: string, key: object, at: Position, has: { hasDefaults: boolean; hasKwDefaults: boolean; isClass: boolean },
  ): void {
    const inClass = this.current.type === 'class';
    const scope = this.enter('type-parameters', name, key, at);
    scope.info = 'the definition of a generic';
    if (inClass) {
      scope.canSeeClassScope = true;
      this.define('__classdict__', USE, at);
    }
    if (has.isClass) {
      for (const hidden of ['.type_params', '.generic_base']) {
        this.define(hidden, DEF_LOCAL, at);
        this.define(hidden, USE, at);
      }
    }
    if (has.hasDefaults) this.define('.defaults', DEF_PARAM, at);
    if (has.hasKwDefaults) this.define('.kwdefaults', DEF_PARAM, at);
  }

  private typeParam(param: TypeParam): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    if (param.name === '__debug__') throw new CompileStop('cannot assign to __debug__', param);
    this.define(param.name, DEF_TYPE_PARAM | DEF_LOCAL, param);
    if (param.kind === 'TypeVar') {
      const info = param.bound?.kind === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound';
      this.typeVariable(param.bound, param, info);
    }
    const scope = this.typeVariable(param.defaultValue, param, `a ${param.kind} default`);
    if (scope !== null) this.defaults.set(param, scope);
    this.depth--;
  }

  private typeVariable(value: Expr | null, param: TypeParam, info: string): Scope | null {
    if (value === null) return null;
    const inClass = this.current.canSeeClassScope;
    const scope = this.enter('type-variable', param.name, info.endsWith('default') ? {} : param, value);
    scope.info = info;
    this.formatParameter(value);
    if (inClass) {
      scope.canSeeClassScope = true;
      this.define('__classdict__', USE, value);
    }
    this.expr(value);
    this.leave();
    return scope;
  }

  private alias(stored: string, renamed: boolean, at: Position, statement: Position): void {
    if (stored === '*') {
      if (this.current.type !== 'module') throw new CompileStop('import * only allowed at module level', at);
      return;
    }
    const name = renamed || !stored.includes('.') ? stored : stored.slice(0, stored.indexOf('.'));
    if (name === '__debug__') throw new CompileStop('cannot assign to __debug__', statement);
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

  // ---- annotations -------------------------------------------------------------------------------------------

  private variableAnnotation(annotation: Expr, simple: boolean): void {
    const { features, futureAnnotations } = this.options;
    if (!features.deferredAnnotations) {
      if (!futureAnnotations) return this.expr(annotation);
      this.enter('annotation', '_annotation', annotation, annotation).info = 'an annotation';
      this.expr(annotation);
      return this.leave();
    }
    const parent = this.current;
    if (simple && (parent.type === 'module' || (parent.type === 'class' && parent.inConditionalBlock))) {
      if (!parent.hasConditionalAnnotations) {
        parent.hasConditionalAnnotations = true;
        this.define('__conditional_annotations__', USE, annotation);
      }
    }
    this.enterAnnotations(parent.annotationScope, annotation);
    if (simple && parent.hasConditionalAnnotations) this.define('__conditional_annotations__', USE, annotation);
    if (parent.annotationScope === null) parent.annotationScope = this.current;
    this.expr(annotation);
    this.leave();
  }

  private enterAnnotations(existing: Scope | null, at: Position): void {
    if (existing !== null) return this.resume(existing);
    const inClass = this.current.type === 'class' || this.current.canSeeClassScope;
    const scope = this.enter('annotation', '__annotate__', {}, at);
    scope.info = 'an annotation';
    this.formatParameter(at);
    if (inClass) {
      scope.canSeeClassScope = true;
      this.define('__classdict__', USE, at);
    }
  }

  /** Visits the annotations of a function; 3.14: in a scope of their own, which is answered. */
  private functionAnnotations(s: FunctionDef | AsyncFunctionDef): Scope | null {
    const { features, futureAnnotations } = this.options;
    const apart = futureAnnotations || features.deferredAnnotations;
    if (features.deferredAnnotations) this.enterAnnotations(null, s);
    else if (futureAnnotations) this.enter('annotation', '_annotation', {}, s).info = 'an annotation';
    const scope = this.current;
    const { posonlyargs, args, vararg, kwarg, kwonlyargs } = s.args;
    for (const arg of [...posonlyargs, ...args]) this.argAnnotation(arg);
    if (vararg !== null) this.argAnnotation(vararg);
    if (kwarg !== null) this.argAnnotation(kwarg);
    for (const arg of kwonlyargs) this.argAnnotation(arg);
    if (s.returns !== null) {
      this.current.annotationsUsed = true;
      this.expr(s.returns);
    }
    if (apart) this.leave();
    // Used or not: in a class body it asks for the namespace (`__classdict__`).
    return features.deferredAnnotations ? scope : null;
  }

  private argAnnotation(arg: Arg): void {
    if (arg.annotation === null) return;
    this.current.annotationsUsed = true;
    this.expr(arg.annotation);
  }

  private parameters(args: Arguments): void {
    for (const arg of args.posonlyargs) this.parameter(arg);
    for (const arg of args.args) this.parameter(arg);
    for (const arg of args.kwonlyargs) this.parameter(arg);
    if (args.vararg !== null) {
      this.parameter(args.vararg);
      this.current.varargs = true;
    }
    if (args.kwarg !== null) {
      this.parameter(args.kwarg);
      this.current.varkeywords = true;
    }
  }

  private parameter(arg: Arg): void {
    if (arg.arg === '__debug__') throw new CompileStop('cannot assign to __debug__', arg);
    this.define(arg.arg, DEF_PARAM, arg);
  }

  // ---- expressions -------------------------------------------------------------------------------------------

  private exprs(list: readonly Expr[]): void {
    for (const e of list) this.expr(e);
  }

  private optional(e: Expr | null): void {
    if (e !== null) this.expr(e);
  }

  private expr(e: Expr): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    this.visitExpr(e);
    this.depth--;
  }

  private visitExpr(e: Expr): void {
    switch (e.kind) {
      case 'NamedExpr':
        return this.namedExpr(e);
      case 'BoolOp':
        return this.exprs(e.values);
      case 'BinOp':
        return this.binaryChain(e);
      case 'UnaryOp':
        return this.expr(e.operand);
      case 'Lambda':
        return this.lambda(e);
      case 'IfExp':
        this.expr(e.test);
        this.expr(e.body);
        return this.expr(e.orelse);
      case 'Dict':
        for (const key of e.keys) this.optional(key);
        return this.exprs(e.values);
      case 'Set':
      case 'List':
      case 'Tuple':
        return this.exprs(e.elts);
      case 'ListComp':
        return this.comprehension('list', '<listcomp>', e, e.generators, e.elt, null);
      case 'SetComp':
        return this.comprehension('set', '<setcomp>', e, e.generators, e.elt, null);
      case 'GeneratorExp':
        return this.comprehension('generator', '<genexpr>', e, e.generators, e.elt, null);
      case 'DictComp':
        return this.comprehension('dict', '<dictcomp>', e, e.generators, e.key, e.value);
      case 'Yield':
      case 'YieldFrom':
        this.refuseInAnnotation('yield expression', e);
        this.optional(e.value);
        this.current.generator = true;
        if (this.current.comprehension !== null) this.refuseYield(this.current.comprehension, e);
        return;
      case 'Await':
        this.refuseInAnnotation('await expression', e);
        this.expr(e.value);
        this.current.coroutine = true;
        return;
      case 'Compare':
        this.expr(e.left);
        return this.exprs(e.comparators);
      case 'Call':
        this.expr(e.func);
        this.exprs(e.args);
        for (const keyword of e.keywords) {
          if (keyword.arg === '__debug__') throw new CompileStop('cannot assign to __debug__', keyword);
          this.expr(keyword.value);
        }
        return;
      case 'FormattedValue':
      case 'Interpolation':
        this.expr(e.value);
        return this.optional(e.formatSpec);
      case 'JoinedStr':
      case 'TemplateStr':
        return this.exprs(e.values);
      case 'Constant':
        return;
      case 'Attribute':
        if (e.attr === '__debug__' && e.ctx !== 'Load') {
          throw new CompileStop(`cannot ${e.ctx === 'Store' ? 'assign to' : 'delete'} __debug__`, e);
        }
        return this.expr(e.value);
      case 'Subscript':
        this.expr(e.value);
        return this.expr(e.slice);
      case 'Starred':
        return this.expr(e.value);
      case 'Slice':
        this.optional(e.lower);
        this.optional(e.upper);
        return this.optional(e.step);
      case 'Name':
        this.bind(e.id, e.ctx, e);
        // Zero-argument super() needs the class.
        if (e.ctx === 'Load' && e.id === 'super' && this.current.functionLike) this.define('__class__', USE, e);
        return;
      default: {
        const unreachable: never = e;
        return unreachable;
      }
    }
  }

  /** `a + b + c + …` is a tree as deep as it is long: its left spine is walked, not recursed into. */
  private binaryChain(e: Extract<Expr, { kind: 'BinOp' }>): void {
    const rights: Expr[] = [];
    let left: Expr = e;
    while (left.kind === 'BinOp') {
      rights.push(left.right);
      left = left.left;
    }
    this.expr(left);
    for (let i = rights.length - 1; i >= 0; i--) this.optional(rights[i] ?? null);
  }

  private lambda(e: Lambda): void {
    this.exprs(e.args.defaults);
    for (const value of e.args.kwDefaults) this.optional(value);
    this.enter('function', '<lambda>', e, e);
    this.parameters(e.args);
    this.expr(e.body);
    this.leave();
  }

  private comprehension(
    type: ComprehensionType, name: string, e: Expr, generators: readonly Comprehension[], elt: Expr, value: Expr | null,
  ): void {
    const [outermost, ...rest] = generators;
    if (outermost === undefined) return;
    // The outermost iterable is evaluated in the block around.
    this.current.iterExprDepth++;
    this.expr(outermost.iter);
    this.current.iterExprDepth--;
    const scope = this.enter('function', name, e, e);
    scope.comprehension = type;
    scope.canSeeClassScope = false;
    if (outermost.isAsync === 1) scope.coroutine = true;
    this.define('.0', DEF_PARAM, e);
    scope.inIterTarget = true;
    this.expr(outermost.target);
    scope.inIterTarget = false;
    this.exprs(outermost.ifs);
    for (const generator of rest) this.innerGenerator(generator);
    if (value !== null) this.expr(value);
    this.expr(elt);
    scope.generator = type === 'generator';
    const isAsync = scope.coroutine && type !== 'generator';
    this.leave();
    if (isAsync) this.current.coroutine = true;
  }

  private innerGenerator(generator: Comprehension): void {
    const scope = this.current;
    scope.inIterTarget = true;
    this.expr(generator.target);
    scope.inIterTarget = false;
    scope.iterExprDepth++;
    this.expr(generator.iter);
    scope.iterExprDepth--;
    this.exprs(generator.ifs);
    if (generator.isAsync === 1) scope.coroutine = true;
  }

  private namedExpr(e: Extract<Expr, { kind: 'NamedExpr' }>): void {
    this.refuseInAnnotation('named expression', e);
    if (this.current.iterExprDepth > 0) {
      throw new CompileStop('assignment expression cannot be used in a comprehension iterable expression', e);
    }
    if (this.current.comprehension !== null && e.target.kind === 'Name') this.extendNamedExpr(e.target.id, e.target);
    this.expr(e.value);
    this.expr(e.target);
  }

  /** PEP 572: the target of `:=` in a comprehension belongs to the block around it. */
  private extendNamedExpr(name: string, at: Position): void {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const scope = this.stack[i];
      if (scope === undefined) return;
      if (scope.comprehension !== null) {
        const flags = this.lookup(name, scope);
        if (flags & DEF_COMP_ITER && flags & DEF_LOCAL) {
          throw new CompileStop(`assignment expression cannot rebind comprehension iteration variable '${name}'`, at);
        }
        continue;
      }
      if (scope.type === 'function') {
        this.define(name, this.lookup(name, scope) & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL, at);
        this.directive(name, at);
        return this.define(name, DEF_LOCAL, at, scope);
      }
      if (scope.type === 'module') {
        this.define(name, DEF_GLOBAL, at);
        this.directive(name, at);
        return this.define(name, DEF_GLOBAL, at, scope);
      }
      if (scope.type === 'class') {
        throw new CompileStop('assignment expression within a comprehension cannot be used in a class body', at);
      }
      const place = scope.type === 'type-parameters' ? 'within the definition of a generic' : `in ${scope.info}`;
      throw new CompileStop(`assignment expression within a comprehension cannot be used ${place}`, at);
    }
  }

  private refuseInAnnotation(what: string, at: Position): void {
    const scope = this.current;
    if (scope.functionLike && scope.type !== 'function') {
      const place = scope.type === 'type-parameters' ? 'the definition of a generic' : scope.info;
      const within = scope.type === 'type-parameters' ? 'within' : place === 'an annotation' ? 'within' : 'within';
      throw new CompileStop(`${what} cannot be used ${within} ${place}`, at);
    }
  }

  private refuseYield(type: ComprehensionType, at: Position): void {
    const name = type === 'generator' ? 'generator expression' : `${type} comprehension`;
    throw new CompileStop(`'yield' inside ${name}`, at);
  }

  // ---- patterns ----------------------------------------------------------------------------------------------

  private capture(name: string | null, at: Position): void {
    if (name !== null) this.bind(name, 'Store', at);
  }

  private pattern(p: Pattern): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    switch (p.kind) {
      case 'MatchValue':
        this.expr(p.value);
        break;
      case 'MatchSingleton':
        break;
      case 'MatchSequence':
      case 'MatchOr':
        for (const inner of p.patterns) this.pattern(inner);
        break;
      case 'MatchStar':
        this.capture(p.name, p);
        break;
      case 'MatchMapping':
        this.exprs(p.keys);
        for (const inner of p.patterns) this.pattern(inner);
        this.capture(p.rest, p);
        break;
      case 'MatchClass':
        this.expr(p.cls);
        for (const inner of p.patterns) this.pattern(inner);
        for (const inner of p.kwdPatterns) this.pattern(inner);
        break;
      case 'MatchAs':
        if (p.pattern !== null) this.pattern(p.pattern);
        this.capture(p.name, p);
        break;
      default: {
        const unreachable: never = p;
        return unreachable;
      }
    }
    this.depth--;
  }
}
