// Names in expressions, comprehensions and patterns (CPython 3.13 Python/symtable.c: symtable_visit_expr,
// symtable_handle_comprehension, symtable_visit_pattern).
import type { Arg, Arguments, Comprehension, Expr, Lambda, Pattern, Position } from '../parser/ast.ts';
import { CompileStop, MAX_TREE_DEPTH, tooDeep } from './compile-error.ts';
import { DEF_COMP_ITER, DEF_GLOBAL, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, USE } from './scope.ts';
import type { ComprehensionType } from './scope.ts';
import { SymtableBlocks } from './symtable-blocks.ts';

/** Visits expressions and patterns. */
export class ExpressionNames extends SymtableBlocks {
  protected exprs(list: readonly Expr[]): void {
    for (const e of list) this.expr(e);
  }

  protected optional(e: Expr | null): void {
    if (e !== null) this.expr(e);
  }

  protected expr(e: Expr): void {
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
      throw new CompileStop(`${what} cannot be used within ${place}`, at);
    }
  }

  private refuseYield(type: ComprehensionType, at: Position): void {
    const name = type === 'generator' ? 'generator expression' : `${type} comprehension`;
    throw new CompileStop(`'yield' inside ${name}`, at);
  }

  protected parameters(args: Arguments): void {
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

  private capture(name: string | null, at: Position): void {
    if (name !== null) this.bind(name, 'Store', at);
  }

  protected pattern(p: Pattern): void {
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
