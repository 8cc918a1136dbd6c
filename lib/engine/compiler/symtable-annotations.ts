// Names in annotations, type parameters and type aliases, which have blocks of their own (CPython 3.13 Python/symtable.c:
// symtable_visit_type_param, symtable_enter_type_param_block; 3.14: symtable_visit_annotation, lazily evaluated).
import type { Arg, AsyncFunctionDef, Expr, FunctionDef, Position, TypeAlias, TypeParam } from '../parser/ast.ts';
import { CompileStop, MAX_TREE_DEPTH, tooDeep } from './compile-error.ts';
import { DEF_LOCAL, DEF_PARAM, DEF_TYPE_PARAM, USE } from './scope.ts';
import type { Scope } from './scope.ts';
import { ExpressionNames } from './symtable-expressions.ts';

/** Visits annotations and type parameters. */
export class AnnotationNames extends ExpressionNames {
  protected typeAlias(s: TypeAlias): void {
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

  protected enterTypeParams(
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

  protected typeParam(param: TypeParam): void {
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

  protected variableAnnotation(annotation: Expr, simple: boolean): void {
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
  protected functionAnnotations(s: FunctionDef | AsyncFunctionDef): Scope | null {
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
}
