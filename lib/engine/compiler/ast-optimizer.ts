// Rewrites the tree before code is generated: constant folding up to 3.13 (in the flow graph since 3.14), `%` formatting
// into f-strings, `__debug__` (CPython 3.13 Python/ast_opt.c; 3.14 Python/ast_preprocess.c). Works in place.
import type { Arg, Arguments, BinOp, Compare, Comprehension, Expr, Mod, Pattern, Stmt, TypeParam } from '../parser/ast.ts';
import { MAX_TREE_DEPTH, tooDeep } from './compile-error.ts';
import {
  constantNode, constantsOf, docstringNode, foldBinaryNode, foldSubscriptNode, foldTuple, foldUnaryNode, positionOf,
} from './constant-nodes.ts';
import { FALSE, TRUE } from './constants.ts';
import { formatToJoinedStr } from './percent-format.ts';

/** Options of the rewriting. */
export interface AstOptimizerOptions {
  /** Fold arithmetic here (up to 3.13). */
  readonly fold: boolean;
  readonly futureAnnotations: boolean;
  /** As in CompileOptions. */
  readonly optimize: number;
}

/** Optimizes `mod` in place. */
export function optimizeAst(mod: Mod, options: AstOptimizerOptions): void {
  const optimizer = new AstOptimizer(options);
  if (mod.kind === 'Module') optimizer.body(mod.body);
  else if (mod.kind === 'Interactive') optimizer.stmts(mod.body);
  else if (mod.kind === 'Expression') mod.body = optimizer.expr(mod.body);
}

class AstOptimizer {
  private depth = 0;
  private readonly options: AstOptimizerOptions;

  constructor(options: AstOptimizerOptions) {
    this.options = options;
  }

  body(body: Stmt[]): void {
    const docstring = docstringNode(body);
    if (docstring !== null && this.options.optimize >= 2) body.splice(0, 1, ...(body.length === 1 ? [{ ...positionOf(docstring), kind: 'Pass' as const }] : []));
    const hadDocstring = docstringNode(body) !== null;
    this.stmts(body);
    const folded = docstringNode(body);
    const first = body[0];
    // What folding made of an expression must not become a docstring.
    if (!hadDocstring && folded !== null && first !== undefined && first.kind === 'Expr') {
      first.value = { ...positionOf(folded), kind: 'JoinedStr', values: [folded] };
    }
  }

  stmts(body: readonly Stmt[]): void {
    for (const stmt of body) this.stmt(stmt);
  }

  private stmt(s: Stmt): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.typeParams(s.typeParams);
        this.arguments(s.args);
        this.body(s.body);
        this.exprs(s.decoratorList);
        if (!this.options.futureAnnotations) s.returns = this.optional(s.returns);
        break;
      case 'ClassDef':
        this.typeParams(s.typeParams);
        this.exprs(s.bases);
        for (const keyword of s.keywords) keyword.value = this.expr(keyword.value);
        this.body(s.body);
        this.exprs(s.decoratorList);
        break;
      case 'Return':
        s.value = this.optional(s.value);
        break;
      case 'Delete':
        this.exprs(s.targets);
        break;
      case 'Assign':
        this.exprs(s.targets);
        s.value = this.expr(s.value);
        break;
      case 'AugAssign':
        s.target = this.expr(s.target);
        s.value = this.expr(s.value);
        break;
      case 'AnnAssign':
        s.target = this.expr(s.target);
        if (!this.options.futureAnnotations) s.annotation = this.expr(s.annotation);
        s.value = this.optional(s.value);
        break;
      case 'TypeAlias':
        s.name = this.expr(s.name);
        this.typeParams(s.typeParams);
        s.value = this.expr(s.value);
        break;
      case 'For':
      case 'AsyncFor':
        s.target = this.expr(s.target);
        s.iter = this.expr(s.iter);
        this.stmts(s.body);
        this.stmts(s.orelse);
        s.iter = this.iterable(s.iter);
        break;
      case 'While':
        s.test = this.expr(s.test);
        this.stmts(s.body);
        this.stmts(s.orelse);
        break;
      case 'If':
        this.ifChain(s);
        break;
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          item.contextExpr = this.expr(item.contextExpr);
          item.optionalVars = this.optional(item.optionalVars);
        }
        this.stmts(s.body);
        break;
      case 'Raise':
        s.exc = this.optional(s.exc);
        s.cause = this.optional(s.cause);
        break;
      case 'Try':
      case 'TryStar':
        this.stmts(s.body);
        for (const handler of s.handlers) {
          handler.type = this.optional(handler.type);
          this.stmts(handler.body);
        }
        this.stmts(s.orelse);
        this.stmts(s.finalbody);
        break;
      case 'Assert':
        s.test = this.expr(s.test);
        s.msg = this.optional(s.msg);
        break;
      case 'Expr':
        s.value = this.expr(s.value);
        break;
      case 'Match':
        s.subject = this.expr(s.subject);
        for (const entry of s.cases) {
          this.pattern(entry.pattern);
          entry.guard = this.optional(entry.guard);
          this.stmts(entry.body);
        }
        break;
      case 'Import':
      case 'ImportFrom':
      case 'Global':
      case 'Nonlocal':
      case 'Pass':
      case 'Break':
      case 'Continue':
        break;
      default: {
        const unreachable: never = s;
        return unreachable;
      }
    }
    this.depth--;
  }

  private ifChain(first: Extract<Stmt, { kind: 'If' }>): void {
    let s = first;
    for (;;) {
      s.test = this.expr(s.test);
      this.stmts(s.body);
      const next = s.orelse.length === 1 ? s.orelse[0] : undefined;
      if (next === undefined || next.kind !== 'If') return this.stmts(s.orelse);
      s = next;
    }
  }

  private typeParams(params: readonly TypeParam[]): void {
    for (const param of params) {
      if (param.kind === 'TypeVar') param.bound = this.optional(param.bound);
      param.defaultValue = this.optional(param.defaultValue);
    }
  }

  private arguments(args: Arguments): void {
    for (const arg of [...args.posonlyargs, ...args.args, ...args.kwonlyargs]) this.arg(arg);
    if (args.vararg !== null) this.arg(args.vararg);
    if (args.kwarg !== null) this.arg(args.kwarg);
    args.kwDefaults = args.kwDefaults.map((value) => this.optional(value));
    this.exprs(args.defaults);
  }

  private arg(arg: Arg): void {
    if (!this.options.futureAnnotations) arg.annotation = this.optional(arg.annotation);
  }

  private pattern(p: Pattern): void {
    switch (p.kind) {
      case 'MatchValue':
        p.value = this.patternValue(p.value);
        break;
      case 'MatchMapping':
        p.keys = p.keys.map((key) => this.patternValue(key));
        for (const inner of p.patterns) this.pattern(inner);
        break;
      case 'MatchClass':
        p.cls = this.expr(p.cls);
        for (const inner of [...p.patterns, ...p.kwdPatterns]) this.pattern(inner);
        break;
      case 'MatchSequence':
      case 'MatchOr':
        for (const inner of p.patterns) this.pattern(inner);
        break;
      case 'MatchAs':
        if (p.pattern !== null) this.pattern(p.pattern);
        break;
      case 'MatchSingleton':
      case 'MatchStar':
        break;
      default: {
        const unreachable: never = p;
        return unreachable;
      }
    }
  }

  /** Numbers in patterns (-1, 1+2j) are folded by every version. */
  private patternValue(e: Expr): Expr {
    if (this.options.fold) return this.expr(e);
    if (e.kind === 'UnaryOp') return foldUnaryNode(e);
    if (e.kind === 'BinOp') {
      if (e.left.kind === 'UnaryOp') e.left = foldUnaryNode(e.left);
      return foldBinaryNode(e);
    }
    return e;
  }

  private exprs(list: Expr[]): void {
    for (let i = 0; i < list.length; i++) {
      const e = list[i];
      if (e !== undefined) list[i] = this.expr(e);
    }
  }

  private optional(e: Expr | null): Expr | null {
    return e === null ? null : this.expr(e);
  }

  /** The expression to stand in place of `e`. */
  expr(e: Expr): Expr {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    const result = this.visit(e);
    this.depth--;
    return result;
  }

  private visit(e: Expr): Expr {
    const { fold } = this.options;
    switch (e.kind) {
      case 'BoolOp':
        this.exprs(e.values);
        return e;
      case 'NamedExpr':
        e.value = this.expr(e.value);
        return e;
      case 'BinOp':
        return this.binary(e);
      case 'UnaryOp':
        e.operand = this.expr(e.operand);
        return fold ? foldUnaryNode(e) : e;
      case 'Lambda':
        this.arguments(e.args);
        e.body = this.expr(e.body);
        return e;
      case 'IfExp':
        e.test = this.expr(e.test);
        e.body = this.expr(e.body);
        e.orelse = this.expr(e.orelse);
        return e;
      case 'Dict':
        e.keys = e.keys.map((key) => this.optional(key));
        this.exprs(e.values);
        return e;
      case 'Set':
      case 'List':
        this.exprs(e.elts);
        return e;
      case 'Tuple':
        this.exprs(e.elts);
        return fold && e.ctx === 'Load' ? foldTuple(e) : e;
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        e.elt = this.expr(e.elt);
        this.generators(e.generators);
        return e;
      case 'DictComp':
        e.key = this.expr(e.key);
        e.value = this.optional(e.value);
        this.generators(e.generators);
        return e;
      case 'Await':
      case 'YieldFrom':
      case 'Starred':
      case 'Attribute':
        e.value = this.expr(e.value);
        return e;
      case 'Yield':
        e.value = this.optional(e.value);
        return e;
      case 'Compare':
        return this.compare(e);
      case 'Call':
        e.func = this.expr(e.func);
        this.exprs(e.args);
        for (const keyword of e.keywords) keyword.value = this.expr(keyword.value);
        return e;
      case 'FormattedValue':
      case 'Interpolation':
        e.value = this.expr(e.value);
        e.formatSpec = this.optional(e.formatSpec);
        return e;
      case 'JoinedStr':
      case 'TemplateStr':
        this.exprs(e.values);
        return e;
      case 'Subscript':
        e.value = this.expr(e.value);
        e.slice = this.expr(e.slice);
        return fold ? foldSubscriptNode(e) : e;
      case 'Slice':
        e.lower = this.optional(e.lower);
        e.upper = this.optional(e.upper);
        e.step = this.optional(e.step);
        return e;
      case 'Name':
        return e.ctx === 'Load' && e.id === '__debug__' ? constantNode(this.options.optimize > 0 ? FALSE : TRUE, e) : e;
      case 'Constant':
        return e;
      default: {
        const unreachable: never = e;
        return unreachable;
      }
    }
  }

  private generators(generators: readonly Comprehension[]): void {
    for (const generator of generators) {
      generator.target = this.expr(generator.target);
      generator.iter = this.expr(generator.iter);
      this.exprs(generator.ifs);
      generator.iter = this.iterable(generator.iter);
    }
  }

  private compare(e: Compare): Expr {
    e.left = this.expr(e.left);
    this.exprs(e.comparators);
    const last = e.comparators.length - 1;
    const op = e.ops[last];
    const right = e.comparators[last];
    if (right !== undefined && (op === 'In' || op === 'NotIn')) e.comparators[last] = this.iterable(right);
    return e;
  }

  /** A list or set display that is only iterated over or searched becomes a tuple or frozenset. */
  private iterable(e: Expr): Expr {
    if (!this.options.fold) return e;
    if (e.kind === 'List') {
      if (e.elts.some((elt) => elt.kind === 'Starred')) return e;
      const items = constantsOf(e.elts);
      if (items !== null) return constantNode({ t: 'tuple', items }, e);
      return { ...positionOf(e), kind: 'Tuple', elts: e.elts, ctx: e.ctx };
    }
    if (e.kind === 'Set') {
      const items = constantsOf(e.elts);
      if (items !== null) return constantNode({ t: 'frozenset', items }, e);
    }
    return e;
  }

  /** The left spine of `a + b + c + …` is walked, not recursed into. */
  private binary(top: BinOp): Expr {
    const spine: BinOp[] = [];
    let left: Expr = top;
    while (left.kind === 'BinOp') {
      spine.push(left);
      left = left.left;
    }
    let folded = this.expr(left);
    for (let i = spine.length - 1; i >= 0; i--) {
      const node = spine[i];
      if (node === undefined) break;
      node.left = folded;
      node.right = this.expr(node.right);
      folded = formatToJoinedStr(node) ?? (this.options.fold ? foldBinaryNode(node) : node);
    }
    return folded;
  }
}
