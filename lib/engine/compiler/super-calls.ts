// `super().name` without a super object (CPython 3.13 Python/compile.c, can_optimize_super_call).
import type { Attribute, Call } from '../parser/ast.ts';
import type { Emitter } from './emitter.ts';
import { expression } from './expressions.ts';
import * as op from './opcodes.ts';
import { FREE, GLOBAL_IMPLICIT, UNKNOWN } from './scope.ts';

/** Whether `e` is an attribute of a plain `super()` or `super(a, b)` call on the builtin. */
export function canOptimizeSuper(c: Emitter, e: Attribute): boolean {
  if (!c.features.superAttr) return false;
  const value = e.value;
  if (value.kind !== 'Call' || value.func.kind !== 'Name' || value.func.id !== 'super') return false;
  if (value.keywords.length > 0) return false;
  const { unit, table } = c;
  if (unit.scope.scope('super') !== GLOBAL_IMPLICIT || table.top.scope('super') !== UNKNOWN) return false;
  if (value.args.length === 2) return !value.args.some((arg) => arg.kind === 'Starred');
  if (value.args.length !== 0) return false;
  if (unit.argcount + unit.posonlyargcount === 0) return false;
  return unit.scope.scope('__class__') === FREE;
}

/** Pushes super, class and object; answers the argument bit that tells whether they were written out. */
export function loadSuperArguments(c: Emitter, e: Attribute): 0 | 2 {
  const superCall = e.value as Call;
  c.variable('super', 'Load', superCall.func);
  const [type, object] = superCall.args;
  if (type !== undefined && object !== undefined) {
    expression(c, type);
    expression(c, object);
    return 2;
  }
  c.op(op.LOAD_DEREF, c.unit.freevars.get('__class__') ?? 0, superCall);
  const [self] = c.unit.varnames.keys();
  if (self !== undefined) c.variable(self, 'Load', superCall);
  return 0;
}
