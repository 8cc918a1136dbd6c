// decimal.Context and the current context (CPython Modules/_decimal/_decimal.c).
import { PyRaise } from '../../errors.ts';
import type { Machine } from '../../machine.ts';
import { freeObject } from '../../objects/alloc.ts';
import { call } from '../../objects/call.ts';
import type { PyObject } from '../../objects/object.ts';
import { decref, incref } from '../../objects/object.ts';
import { newList } from '../../objects/list.ts';
import { typeError, valueError } from '../../objects/raise.ts';
import { sizeArgument } from '../../objects/size-argument.ts';
import { isStr, newStrAscii, strValue } from '../../objects/str.ts';
import { newInt } from '../../objects/int.ts';
import { genericAlloc } from '../../objects/instance.ts';
import { type GetSetSpec, type TypeSpec, TypeFlag } from '../../objects/type.ts';
import { type Ctx, INVALID, type Rounding, Status } from './number.ts';

/** The signals in CPython's order: bit (or bits) and name. */
export const SIGNALS: readonly (readonly [number, string])[] = [
  [INVALID, 'InvalidOperation'], [Status.FLOAT_OPERATION, 'FloatOperation'], [Status.DIVISION_BY_ZERO, 'DivisionByZero'], [Status.OVERFLOW, 'Overflow'],
  [Status.UNDERFLOW, 'Underflow'], [Status.SUBNORMAL, 'Subnormal'], [Status.INEXACT, 'Inexact'], [Status.ROUNDED, 'Rounded'], [Status.CLAMPED, 'Clamped'],
];

/** Conditions that InvalidOperation names in its list. */
const CONDITIONS: readonly (readonly [number, string])[] = [
  [Status.INVALID_OPERATION, 'InvalidOperation'], [Status.CONVERSION_SYNTAX, 'ConversionSyntax'], [Status.DIVISION_IMPOSSIBLE, 'DivisionImpossible'],
  [Status.DIVISION_UNDEFINED, 'DivisionUndefined'], [Status.INVALID_CONTEXT, 'InvalidContext'],
];

export const ROUNDINGS: readonly Rounding[] = [
  'ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN', 'ROUND_05UP',
];

/** What the module keeps per machine. */
export interface DecimalState {
  /** The current context (borrowed; the module's dict owns it). */
  context: PyObject | null;
  /** Exception classes by name (borrowed; the module's dict owns them), from the Python part. */
  readonly classes: Map<string, PyObject>;
}

export const contextData = (o: PyObject): Ctx => o.data as Ctx;

/** A context as getcontext() starts with. */
export function defaultContext(): Ctx {
  return { prec: 28, rounding: 'ROUND_HALF_EVEN', emin: -999999, emax: 999999, capitals: 1, clamp: 0, status: 0, traps: INVALID | Status.DIVISION_BY_ZERO | Status.OVERFLOW };
}

/** Runs an operation and raises what the context traps (dec_addstatus). */
export function guarded<T>(m: Machine, state: DecimalState, ctx: Ctx, operation: (ctx: Ctx) => T): T {
  const before = ctx.status;
  ctx.status = 0;
  // Quadratic, as schoolbook arithmetic on that many digits is; small precisions cost next to nothing.
  m.chargeWork(Math.ceil(ctx.prec / 4) * Math.ceil(ctx.prec / 1000) + 4);
  let result: T;
  let raised = 0;
  try {
    result = operation(ctx);
  } finally {
    raised = ctx.status;
    ctx.status |= before;
  }
  if ((raised & ctx.traps) !== 0) throw trapped(m, state, raised & ctx.traps);
  return result;
}

/** The exception of trapped conditions: the first signal's class with the list of conditions. */
export function trapped(m: Machine, state: DecimalState, conditions: number): PyRaise {
  const name = SIGNALS.find(([bits]) => (bits & conditions) !== 0)?.[1] ?? 'InvalidOperation';
  const cls = state.classes.get(name);
  if (cls === undefined) return valueError(m, name);
  const listed = [...CONDITIONS, ...SIGNALS.slice(1)].filter(([bits]) => (bits & conditions) !== 0).map(([, condition]) => state.classes.get(condition) ?? cls);
  const list = newList(m, listed.map((item) => incref(item)));
  try {
    return new PyRaise(call(m, cls, [list]));
  } finally {
    decref(m, list);
  }
}

function limit(name: 'prec' | 'emin' | 'emax' | 'capitals' | 'clamp', shown: string, low: number, high: number, text: string): GetSetSpec {
  return {
    name: shown,
    get: (m, self) => newInt(m, contextData(self)[name]),
    set: (m, self, value) => {
      if (value === null) throw typeError(m, `context attributes cannot be deleted`);
      const number = sizeArgument(m, value);
      if (number < low || number > high) throw valueError(m, text);
      contextData(self)[name] = number;
    },
  };
}

const MAX = 10 ** 18 - 1;

/** _decimal.ContextBase: the numbers of a context; flags and traps as bit masks. */
export const contextType: TypeSpec = {
  name: '_decimal.ContextBase',
  basicsize: 96,
  flags: TypeFlag.BASETYPE,
  slots: {
    tp_dealloc: (m, self) => freeObject(m, self),
    tp_new: (m, type) => genericAlloc(m, type, defaultContext()),
    tp_init: () => {},
  },
  getset: [
    limit('prec', 'prec', 1, MAX, 'valid range for prec is [1, MAX_PREC]'),
    limit('emin', 'Emin', -MAX, 0, 'valid range for Emin is [MIN_EMIN, 0]'),
    limit('emax', 'Emax', 0, MAX, 'valid range for Emax is [0, MAX_EMAX]'),
    limit('capitals', 'capitals', 0, 1, 'valid values for capitals are 0 or 1'),
    limit('clamp', 'clamp', 0, 1, 'valid values for clamp are 0 or 1'),
    {
      name: 'rounding',
      get: (m, self) => newStrAscii(m, contextData(self).rounding),
      set: (m, self, value) => {
        const text = value !== null && isStr(value) ? strValue(value) : '';
        const rounding = ROUNDINGS.find((name) => name === text);
        if (rounding === undefined) throw typeError(m, 'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]');
        contextData(self).rounding = rounding;
      },
    },
    mask('_status', 'status'),
    mask('_traps', 'traps'),
  ],
};

/** Flags or traps as one bit per signal, in the order of SIGNALS. */
function mask(shown: string, field: 'status' | 'traps'): GetSetSpec {
  return {
    name: shown,
    get: (m, self) => newInt(m, SIGNALS.reduce((bits, [signal], i) => ((contextData(self)[field] & signal) !== 0 ? bits | (1 << i) : bits), 0)),
    set: (m, self, value) => {
      const bits = value === null ? 0 : sizeArgument(m, value);
      contextData(self)[field] = SIGNALS.reduce((sum, [signal], i) => ((bits & (1 << i)) !== 0 ? sum | signal : sum), 0);
    },
  };
}
