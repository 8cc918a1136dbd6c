// _decimal: the Decimal type and its operations (CPython Modules/_decimal/_decimal.c). Contexts, signals and their classes are wrapped by py/decimal.py.ts.
import type { Machine } from '../../machine.ts';
import { freeObject, gcUntrack } from '../../objects/alloc.ts';
import { parseArgs } from '../../objects/arguments.ts';
import { callMethodNamed, getAttr, reprText } from '../../objects/abstract.ts';
import { isInstance } from '../../objects/abstract-class.ts';
import { dictGetStr } from '../../objects/dict.ts';
import { intern } from '../../objects/names.ts';
import { newBool } from '../../objects/bool.ts';
import { isComplex, newComplex } from '../../objects/complex.ts';
import { isFloat, newFloat } from '../../objects/float.ts';
import { hashInteger, hashPointer } from '../../objects/hash.ts';
import { genericAlloc } from '../../objects/instance.ts';
import { intValue, isInt, newInt, normalize as normalizeInt } from '../../objects/int.ts';
import { lazyType } from '../../objects/lazy-type.ts';
import { isList, listItems } from '../../objects/list.ts';
import { type PyModule, isModule, moduleDict, newNativeModule, setModuleAttribute } from '../../objects/module.ts';
import { exactParts } from '../../objects/number-text.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { overflowError, typeError, valueError } from '../../objects/raise.ts';
import { sizeArgument } from '../../objects/size-argument.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { isTuple, newTuple, tupleItems } from '../../objects/tuple.ts';
import { type CompareOp, type NativeSpec, type PyType, type TypeSpec, TypeFlag, since } from '../../objects/type.ts';
import { isSpace, toAsciiNumber } from '../../objects/unicode.ts';
import { type DecimalState, ROUNDINGS, contextData, contextType, guarded } from './context.ts';
import { commonLog, exponential, fromInteger, integerValue, naturalLog, power } from './functions.ts';
import * as num from './number.ts';
import { type Ctx, type Dec, Status } from './number.ts';
import { decimalText, formatDecimal, parseDecimal } from './text.ts';

const dec = (o: PyObject): Dec => o.data as Dec;

/** Exactly, whatever the precision of the context. */
const timesInteger = (a: Dec, factor: bigint): Dec => (a.special === '' ? num.finite(a.sign, a.coefficient * factor, a.exponent) : a);

/** Everything bound to one machine's state. */
class DecimalModule {
  private readonly m: Machine;
  readonly state: DecimalState = { context: null, classes: new Map() };
  readonly type: PyType;
  readonly contextBase: PyType;

  constructor(m: Machine) {
    this.m = m;
    this.contextBase = lazyType(m, contextType);
    this.type = lazyType(m, this.typeSpec());
  }

  /** The current context: thread-local in CPython, one here; made by the Python part. */
  private current(): PyObject {
    if (this.state.context === null) throw valueError(this.m, 'no decimal context');
    return this.state.context;
  }

  /** What errors about arguments call a function: nothing before the argument clinic came to decimal (3.15). */
  private named(name: string): string {
    return this.m.profile.decimalNamesFunctions ? name : '';
  }

  private contextOf(o: PyObject | null | undefined): Ctx {
    const { m } = this;
    if (o === null || o === undefined || o === m.None) return contextData(this.current());
    if (!o.ob_type.tp_mro.includes(this.contextBase)) throw typeError(m, 'optional argument must be a context');
    return contextData(o);
  }

  make(value: Dec, type: PyType = this.type): PyObject {
    return genericAlloc(this.m, type, value);
  }

  private isDecimal(o: PyObject): boolean {
    return o.ob_type === this.type || o.ob_type.tp_mro.includes(this.type);
  }

  /** An operand: Decimal or int; null for others. */
  private operand(o: PyObject): Dec | null {
    if (this.isDecimal(o)) return dec(o);
    return isInt(o) ? fromInteger(BigInt(intValue(o))) : null;
  }

  private required(o: PyObject): Dec {
    const value = this.operand(o);
    if (value === null) throw typeError(this.m, `conversion from ${o.ob_type.tp_name} to Decimal is not supported`);
    return value;
  }

  // --- construction -----------------------------------------------------------------------------------------------------------------------

  /** Decimal(value): exact, whatever the precision. */
  exact(o: PyObject, ctx: Ctx): Dec {
    const { m } = this;
    if (this.isDecimal(o)) return dec(o);
    if (isStr(o)) return this.fromText(strValue(o), ctx);
    if (isInt(o)) return fromInteger(BigInt(intValue(o)));
    if (isFloat(m, o)) {
      guarded(m, this.state, ctx, (c) => num.signal(c, Status.FLOAT_OPERATION));
      return fromDouble(o.data);
    }
    if (isTuple(o) || isList(o)) return this.fromTuple(isTuple(o) ? tupleItems(o) : listItems(o), ctx);
    throw typeError(m, `conversion from ${o.ob_type.tp_name} to Decimal is not supported`);
  }

  private fromText(source: string, ctx: Ctx): Dec {
    const { m } = this;
    let start = 0;
    let end = source.length;
    while (start < end && isSpace(source.charCodeAt(start))) start++;
    while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
    m.chargeWork(source.length);
    const value = parseDecimal(toAsciiNumber(source.slice(start, end)));
    if (value === null) return guarded(m, this.state, ctx, (c) => num.invalid(c, Status.CONVERSION_SYNTAX));
    return value;
  }

  private fromTuple(items: readonly PyObject[], _ctx: Ctx): Dec {
    const { m } = this;
    if (items.length !== 3) throw valueError(m, 'argument must be a sequence of length 3');
    const [signObject, digitsObject, exponentObject] = items as [PyObject, PyObject, PyObject];
    if (!isInt(signObject) || (intValue(signObject) !== 0 && intValue(signObject) !== 1)) throw valueError(m, 'sign must be an integer with the value 0 or 1');
    const sign = intValue(signObject) as 0 | 1;
    if (isStr(exponentObject) && strValue(exponentObject) === 'F') return num.infinity(sign);
    if (!isTuple(digitsObject) && !isList(digitsObject)) throw valueError(m, 'coefficient must be a tuple of digits');
    const digits = isTuple(digitsObject) ? tupleItems(digitsObject) : listItems(digitsObject);
    let text = '';
    for (const digit of digits) {
      if (!isInt(digit) || intValue(digit) < 0 || intValue(digit) > 9) throw valueError(m, 'coefficient must be a tuple of digits');
      text += String(intValue(digit));
    }
    const coefficient = BigInt(text === '' ? '0' : text);
    if (isStr(exponentObject)) {
      const kind = strValue(exponentObject);
      if (kind !== 'n' && kind !== 'N') throw valueError(m, "string argument in the third position must be 'F', 'n' or 'N'");
      return { sign, coefficient, exponent: 0, special: kind === 'n' ? 'nan' : 'snan' };
    }
    if (!isInt(exponentObject)) throw valueError(m, 'exponent must be an integer');
    return num.finite(sign, coefficient, Number(intValue(exponentObject)));
  }

  private construct(type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
    const [value, context] = parseArgs(this.m, { name: this.named('Decimal'), params: ['value', 'context'] }, args, kwnames);
    const ctx = this.contextOf(context);
    if (!value) return this.make(num.ZERO, type);
    if (type === this.type && value.ob_type === this.type) return incref(value);
    return this.make(this.exact(value, ctx), type);
  }

  // --- operators ----------------------------------------------------------------------------------------------------------------------------

  private binary(operation: (a: Dec, b: Dec, ctx: Ctx) => Dec) {
    return (m: Machine, a: PyObject, b: PyObject): PyObject => {
      const x = this.operand(a);
      const y = x === null ? null : this.operand(b);
      if (x === null || y === null) return incref(m.NotImplemented);
      return this.make(guarded(m, this.state, contextData(this.current()), (ctx) => operation(x, y, ctx)));
    };
  }

  private unary(operation: (a: Dec, ctx: Ctx) => Dec) {
    return (m: Machine, a: PyObject): PyObject => this.make(guarded(m, this.state, contextData(this.current()), (ctx) => operation(dec(a), ctx)));
  }

  private compare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
    const ratio = this.rational(b);
    const other = ratio?.numerator ?? this.comparable(b, op);
    if (other === null) return incref(m.NotImplemented);
    const x = ratio === null ? dec(a) : timesInteger(dec(a), ratio.denominator);
    if (num.isNan(x) || num.isNan(other)) {
      if (op !== 2 && op !== 3) guarded(m, this.state, contextData(this.current()), (ctx) => num.invalid(ctx));
      else if (x.special === 'snan' || other.special === 'snan') guarded(m, this.state, contextData(this.current()), (ctx) => num.invalid(ctx));
      return newBool(m, op === 3);
    }
    const order = num.compareValues(x, other);
    return newBool(m, op === 0 ? order < 0 : op === 1 ? order <= 0 : op === 2 ? order === 0 : op === 3 ? order !== 0 : op === 4 ? order > 0 : order >= 0);
  }

  /** convert_op_cmp: what is registered as numbers.Rational (a Fraction) is compared by multiplying with its denominator. */
  private rational(b: PyObject): { numerator: Dec; denominator: bigint } | null {
    const { m } = this;
    if (this.isDecimal(b) || isInt(b) || isFloat(m, b)) return null;
    const numbers = dictGetStr(m, m.modules, 'numbers');
    const rational = numbers === null || !isModule(m, numbers) ? null : dictGetStr(m, moduleDict(numbers), 'Rational');
    if (rational === null || !isInstance(m, b, rational)) return null;
    const [numerator = 0n, denominator = 1n] = ['numerator', 'denominator'].map((name) => {
      const part = getAttr(m, b, intern(m, name));
      const value = isInt(part) ? BigInt(intValue(part)) : null;
      decref(m, part);
      if (value === null) throw typeError(m, 'numerator and denominator of a Rational must be integers');
      return value;
    });
    return { numerator: fromInteger(numerator), denominator };
  }

  /** The other side of a comparison: Decimal, int or float. */
  private comparable(b: PyObject, op: CompareOp): Dec | null {
    const { m } = this;
    const direct = this.operand(b);
    if (direct !== null) return direct;
    if (isFloat(m, b)) {
      const ctx = contextData(this.current());
      if (op === 2 || op === 3) ctx.status |= Status.FLOAT_OPERATION;
      else guarded(m, this.state, ctx, (c) => num.signal(c, Status.FLOAT_OPERATION));
      return fromDouble(b.data);
    }
    if (isComplex(m, b) && b.data.imag === 0 && (op === 2 || op === 3)) return fromDouble(b.data.real);
    return null;
  }

  private hash(m: Machine, self: PyObject): number {
    const a = dec(self);
    if (a.special === 'snan') throw typeError(m, 'Cannot hash a signaling NaN value.');
    if (a.special === 'nan') return hashPointer(m, self);
    if (a.special === 'inf') return hashInteger(m, a.sign === 1 ? -314159 : 314159);
    const modulus = (1n << 61n) - 1n;
    const power10 = a.exponent >= 0 ? modPow(10n, BigInt(a.exponent), modulus) : modPow(INVERSE_OF_TEN, BigInt(-a.exponent), modulus);
    const magnitude = (a.coefficient * power10) % modulus;
    return hashInteger(m, normalizeInt(a.sign === 1 ? -magnitude : magnitude));
  }

  private toInteger(m: Machine, a: Dec, rounding: num.Rounding): PyObject {
    if (num.isNan(a)) throw valueError(m, 'cannot convert NaN to integer');
    if (num.isInf(a)) throw overflowError(m, 'cannot convert Infinity to integer');
    if (a.exponent > 1000000) throw overflowError(m, 'cannot convert Decimal to integer');
    const { value } = num.rescale(a, 0, rounding);
    return newInt(m, normalizeInt(value.sign === 1 ? -value.coefficient : value.coefficient));
  }

  private round(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
    if (args[0] === undefined) return this.toInteger(m, dec(self), 'ROUND_HALF_EVEN');
    if (!isInt(args[0])) throw typeError(m, 'optional arg must be an integer');
    const exponent = -sizeArgument(m, args[0]);
    return this.make(guarded(m, this.state, contextData(this.current()), (ctx) => num.quantize(dec(self), num.finite(0, 1n, exponent), ctx, 'ROUND_HALF_EVEN')));
  }

  private rounding(o: PyObject | null | undefined, ctx: Ctx): num.Rounding {
    if (o === null || o === undefined || o === this.m.None) return ctx.rounding;
    const found = isStr(o) ? ROUNDINGS.find((name) => name === strValue(o)) : undefined;
    if (found === undefined) throw typeError(this.m, 'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]');
    return found;
  }

  // --- methods ------------------------------------------------------------------------------------------------------------------------------

  /** A method of one operand with an optional context. */
  private method1(name: string, operation: (a: Dec, ctx: Ctx) => Dec): NativeSpec {
    const spec = { name: this.named(name), params: ['context'] };
    return {
      name, kind: 'fastkw',
      fn: (m, self, args, kwnames) => {
        const [context] = parseArgs(m, spec, args, kwnames);
        return this.make(guarded(m, this.state, this.contextOf(context), (ctx) => operation(dec(self), ctx)));
      },
    };
  }

  /** A method of two operands with an optional context. */
  private method2(name: string, operation: (a: Dec, b: Dec, ctx: Ctx) => Dec): NativeSpec {
    const spec = { name: this.named(name), params: ['other', 'context'], required: 1 };
    return {
      name, kind: 'fastkw',
      fn: (m, self, args, kwnames) => {
        const [other, context] = parseArgs(m, spec, args, kwnames);
        const ctx = this.contextOf(context);
        const b = this.required(other as PyObject);
        return this.make(guarded(m, this.state, ctx, (c) => operation(dec(self), b, c)));
      },
    };
  }

  private test(name: string, predicate: (a: Dec) => boolean): NativeSpec {
    return { name, kind: 'noargs', fn: (m, self) => newBool(m, predicate(dec(self))) };
  }

  private contextTest(name: string, predicate: (a: Dec, ctx: Ctx) => boolean): NativeSpec {
    const spec = { name: this.named(name), params: ['context'] };
    return {
      name, kind: 'fastkw',
      fn: (m, self, args, kwnames) => newBool(m, predicate(dec(self), this.contextOf(parseArgs(m, spec, args, kwnames)[0]))),
    };
  }

  private integral(name: string, exact: boolean): NativeSpec {
    const spec = { name: this.named(name), params: ['rounding', 'context'] };
    return {
      name, kind: 'fastkw',
      fn: (m, self, args, kwnames) => {
        const [rounding, context] = parseArgs(m, spec, args, kwnames);
        const ctx = this.contextOf(context);
        const mode = this.rounding(rounding, ctx);
        return this.make(guarded(m, this.state, ctx, (c) => num.toIntegral(dec(self), c, mode, exact)));
      },
    };
  }

  private quantize(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
    const [exp, rounding, context] = parseArgs(m, { name: this.named('quantize'), params: ['exp', 'rounding', 'context'], required: 1 }, args, kwnames);
    const ctx = this.contextOf(context);
    const mode = this.rounding(rounding, ctx);
    const target = this.required(exp as PyObject);
    return this.make(guarded(m, this.state, ctx, (c) => num.quantize(dec(self), target, c, mode)));
  }

  private asTuple(m: Machine, self: PyObject): PyObject {
    const a = dec(self);
    const digits = a.special === 'inf' ? ['0'] : a.special !== '' && a.coefficient === 0n ? [] : [...a.coefficient.toString()];
    const exponent = a.special === 'inf' ? newStr(m, 'F') : a.special === 'nan' ? newStr(m, 'n') : a.special === 'snan' ? newStr(m, 'N') : newInt(m, a.exponent);
    const parts = newTuple(m, [newInt(m, a.sign), newTuple(m, digits.map((digit) => newInt(m, Number(digit)))), exponent]);
    const cls = this.state.classes.get('DecimalTuple');
    if (cls === undefined) return parts;
    try {
      return callMethodNamed(m, cls, '_make', [parts]);
    } finally {
      decref(m, parts);
    }
  }

  private asIntegerRatio(m: Machine, self: PyObject): PyObject {
    const a = dec(self);
    if (num.isNan(a)) throw valueError(m, 'cannot convert NaN to integer ratio');
    if (num.isInf(a)) throw overflowError(m, 'cannot convert Infinity to integer ratio');
    let numerator = a.exponent > 0 ? a.coefficient * num.pow10(a.exponent) : a.coefficient;
    let denominator = a.exponent < 0 ? num.pow10(-a.exponent) : 1n;
    let [x, y] = [numerator, denominator];
    while (y !== 0n) [x, y] = [y, x % y];
    if (x > 1n) {
      numerator /= x;
      denominator /= x;
    }
    if (numerator === 0n) denominator = 1n;
    return newTuple(m, [newInt(m, normalizeInt(a.sign === 1 ? -numerator : numerator)), newInt(m, normalizeInt(denominator))]);
  }

  private format(m: Machine, self: PyObject, spec: PyObject): PyObject {
    if (!isStr(spec)) throw typeError(m, 'format argument must be str');
    const ctx = contextData(this.current());
    if (strValue(spec) === '') return newStr(m, decimalText(dec(self), ctx.capitals === 1));
    const text = formatDecimal(dec(self), strValue(spec), ctx, m.profile.decimal.formatsAlternate);
    if (text === null) throw valueError(m, 'invalid format string');
    m.chargeWork(text.length);
    return newStr(m, text);
  }

  private numberClass(a: Dec, ctx: Ctx): string {
    if (a.special === 'snan') return 'sNaN';
    if (a.special === 'nan') return 'NaN';
    const sign = a.sign === 1 ? '-' : '+';
    if (num.isInf(a)) return `${sign}Infinity`;
    if (num.isZero(a)) return `${sign}Zero`;
    return sign + (num.adjusted(a) < ctx.emin ? 'Subnormal' : 'Normal');
  }

  /** max, min and their magnitudes: a number wins over a quiet NaN. */
  private extreme(greatest: boolean, magnitude: boolean) {
    return (a: Dec, b: Dec, ctx: Ctx): Dec => {
      if (num.isNan(a) || num.isNan(b)) {
        if (a.special === 'nan' && !num.isNan(b)) return num.fix(b, ctx);
        if (b.special === 'nan' && !num.isNan(a)) return num.fix(a, ctx);
        return num.nanResult(a, b, ctx) ?? num.NAN;
      }
      const x: Dec = magnitude ? { ...a, sign: 0 } : a;
      const y: Dec = magnitude ? { ...b, sign: 0 } : b;
      const order = num.compareValues(x, y) || num.compareTotal(a, b);
      return num.fix((order < 0) === greatest ? b : a, ctx);
    };
  }

  private neighbour(up: boolean) {
    return (a: Dec, ctx: Ctx): Dec => {
      const nan = num.nanResult(a, null, ctx);
      if (nan !== null) return nan;
      if (num.isInf(a)) {
        if ((a.sign === 1) !== up) return a;
        return num.finite(a.sign, num.pow10(ctx.prec) - 1n, ctx.emax - ctx.prec + 1);
      }
      const inner: Ctx = { ...ctx, rounding: up ? 'ROUND_CEILING' : 'ROUND_FLOOR', status: 0 };
      const rounded = num.fix(a, inner);
      if (num.compareValues(rounded, a) !== 0) return rounded;
      return num.add(a, num.finite(up ? 0 : 1, 1n, ctx.emin - ctx.prec), inner);
    };
  }

  private power(m: Machine, a: PyObject, b: PyObject, modulus: PyObject): PyObject {
    const x = this.operand(a);
    const y = x === null ? null : this.operand(b);
    if (x === null || y === null) return incref(m.NotImplemented);
    const ctx = contextData(this.current());
    if (modulus === m.None) return this.make(guarded(m, this.state, ctx, (c) => power(x, y, c)));
    const z = this.operand(modulus);
    if (z === null) return incref(m.NotImplemented);
    return this.make(guarded(m, this.state, ctx, (c) => powerModulo(x, y, z, c)));
  }

  private methods(): readonly NativeSpec[] {
    const same = (_m: Machine, self: PyObject): PyObject => (self.ob_type === this.type ? incref(self) : this.make(dec(self)));
    return [
      this.method1('exp', exponential), this.method1('ln', naturalLog), this.method1('log10', commonLog), this.method1('sqrt', num.squareRoot),
      this.method1('normalize', num.normalize), this.method1('next_plus', this.neighbour(true)), this.method1('next_minus', this.neighbour(false)),
      this.method1('logb', (a, ctx) => num.nanResult(a, null, ctx) ?? (num.isInf(a) ? num.infinity(0) : num.isZero(a) ? (num.signal(ctx, Status.DIVISION_BY_ZERO), num.infinity(1)) : num.fix(fromInteger(BigInt(num.adjusted(a))), ctx))),
      this.method2('compare', (a, b, ctx) => num.nanResult(a, b, ctx) ?? fromInteger(BigInt(num.compareValues(a, b)))),
      this.method2('compare_signal', (a, b, ctx) => (num.isNan(a) || num.isNan(b) ? num.invalid(ctx) : fromInteger(BigInt(num.compareValues(a, b))))),
      this.method2('compare_total', (a, b) => fromInteger(BigInt(num.compareTotal(a, b)))),
      this.method2('compare_total_mag', (a, b) => fromInteger(BigInt(num.compareTotal({ ...a, sign: 0 }, { ...b, sign: 0 })))),
      this.method2('max', this.extreme(true, false)), this.method2('min', this.extreme(false, false)),
      this.method2('max_mag', this.extreme(true, true)), this.method2('min_mag', this.extreme(false, true)),
      this.method2('remainder_near', num.remainderNear),
      this.method2('copy_sign', (a, b) => ({ ...a, sign: b.sign })),
      this.method2('scaleb', (a, b, ctx) => {
        const nan = num.nanResult(a, b, ctx);
        if (nan !== null) return nan;
        const by = integerValue(b);
        if (by === null) return num.invalid(ctx);
        return num.isInf(a) ? a : num.fix(num.finite(a.sign, a.coefficient, a.exponent + Number(by)), ctx);
      }),
      this.method2('shift', (a, b, ctx) => shiftDigits(a, b, ctx, false)), this.method2('rotate', (a, b, ctx) => shiftDigits(a, b, ctx, true)),
      this.method2('logical_and', (a, b, ctx) => logical([a, b], ctx, (x, y) => x & y)), this.method2('logical_or', (a, b, ctx) => logical([a, b], ctx, (x, y) => x | y)),
      this.method2('logical_xor', (a, b, ctx) => logical([a, b], ctx, (x, y) => x ^ y)), this.method1('logical_invert', (a, ctx) => logical([a, num.finite(0, 0n, 0)], ctx, (x, _y, all) => x ^ all)),
      this.method2('next_toward', (a, b, ctx) => {
        const nan = num.nanResult(a, b, ctx);
        if (nan !== null) return nan;
        const order = num.compareValues(a, b);
        return order === 0 ? { ...a, sign: b.sign } : this.neighbour(order < 0)(a, ctx);
      }),
      { name: 'same_quantum', kind: 'fastkw', fn: (m, self, args, kwnames) => {
        const [other, context] = parseArgs(m, { name: this.named('same_quantum'), params: ['other', 'context'], required: 1 }, args, kwnames);
        this.contextOf(context);
        const a = dec(self);
        const b = this.required(other as PyObject);
        if (a.special !== '' || b.special !== '') return newBool(m, (num.isNan(a) && num.isNan(b)) || (num.isInf(a) && num.isInf(b)));
        return newBool(m, a.exponent === b.exponent);
      } },
      { name: 'fma', kind: 'fastkw', fn: (m, self, args, kwnames) => {
        const [other, third, context] = parseArgs(m, { name: this.named('fma'), params: ['other', 'third', 'context'], required: 2 }, args, kwnames);
        const b = this.required(other as PyObject);
        const c = this.required(third as PyObject);
        return this.make(guarded(m, this.state, this.contextOf(context), (ctx) => {
          const wide: Ctx = { ...ctx, prec: 10 ** 9, emin: -1e15, emax: 1e15, status: 0 };
          const product = num.multiply(dec(self), b, wide);
          ctx.status |= wide.status & num.INVALID;
          return num.add(product, c, ctx);
        }));
      } },
      { name: 'quantize', kind: 'fastkw', fn: (m, self, args, kwnames) => this.quantize(m, self, args, kwnames) },
      this.integral('to_integral', false), this.integral('to_integral_value', false), this.integral('to_integral_exact', true),
      this.test('is_finite', (a) => a.special === ''), this.test('is_infinite', num.isInf), this.test('is_nan', num.isNan), this.test('is_qnan', (a) => a.special === 'nan'),
      this.test('is_snan', (a) => a.special === 'snan'), this.test('is_signed', (a) => a.sign === 1), this.test('is_zero', num.isZero), this.test('is_canonical', () => true),
      this.contextTest('is_normal', (a, ctx) => a.special === '' && !num.isZero(a) && num.adjusted(a) >= ctx.emin),
      this.contextTest('is_subnormal', (a, ctx) => a.special === '' && !num.isZero(a) && num.adjusted(a) < ctx.emin),
      { name: 'number_class', kind: 'fastkw', fn: (m, self, args, kwnames) => newStr(m, this.numberClass(dec(self), this.contextOf(parseArgs(m, { name: this.named('number_class'), params: ['context'] }, args, kwnames)[0]))) },
      { name: 'to_eng_string', kind: 'fastkw', fn: (m, self, args, kwnames) => newStr(m, decimalText(dec(self), this.contextOf(parseArgs(m, { name: this.named('to_eng_string'), params: ['context'] }, args, kwnames)[0]).capitals === 1, true)) },
      { name: 'adjusted', kind: 'noargs', fn: (m, self) => newInt(m, dec(self).special !== '' ? 0 : num.adjusted(dec(self))) },
      { name: 'as_tuple', kind: 'noargs', fn: (m, self) => this.asTuple(m, self) },
      { name: 'as_integer_ratio', kind: 'noargs', fn: (m, self) => this.asIntegerRatio(m, self) },
      { name: 'canonical', kind: 'noargs', fn: same }, { name: 'conjugate', kind: 'noargs', fn: same },
      { name: 'copy_abs', kind: 'noargs', fn: (_m, self) => this.make({ ...dec(self), sign: 0 }) },
      { name: 'copy_negate', kind: 'noargs', fn: (_m, self) => this.make(num.negate(dec(self))) },
      { name: 'radix', kind: 'noargs', fn: () => this.make(num.finite(0, 10n, 0)) },
      { name: 'from_float', kind: 'o', bind: 'class', fn: (m, type, o) => {
        const value = isInt(o) ? fromInteger(BigInt(intValue(o))) : isFloat(m, o) ? fromDouble(o.data) : null;
        if (value === null) throw typeError(m, 'argument must be int or float');
        return this.make(value, type as PyType);
      } },
      { name: 'from_number', kind: 'o', bind: 'class', inVersion: since(14), fn: (m, type, o) => {
        if (o.ob_type === type) return incref(o);
        const value = isInt(o) ? fromInteger(BigInt(intValue(o))) : isFloat(m, o) ? fromDouble(o.data) : this.isDecimal(o) ? dec(o) : null;
        if (value === null) throw typeError(m, `Cannot convert ${reprText(m, o)} to Decimal`);
        return this.make(value, type as PyType);
      } },
      { name: '__format__', kind: 'o', fn: (m, self, spec) => this.format(m, self, spec) },
      { name: '__round__', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => this.round(m, self, args) },
      { name: '__floor__', kind: 'noargs', fn: (m, self) => this.toInteger(m, dec(self), 'ROUND_FLOOR') },
      { name: '__ceil__', kind: 'noargs', fn: (m, self) => this.toInteger(m, dec(self), 'ROUND_CEILING') },
      { name: '__trunc__', kind: 'noargs', fn: (m, self) => this.toInteger(m, dec(self), 'ROUND_DOWN') },
      { name: '__complex__', kind: 'noargs', fn: (m, self) => newComplex(m, toDouble(dec(self)), 0) },
      { name: '__copy__', kind: 'noargs', fn: (_m, self) => incref(self) },
      { name: '__deepcopy__', kind: 'o', fn: (_m, self) => incref(self) },
      { name: '__reduce__', kind: 'noargs', fn: (m, self) => newTuple(m, [incref(self.ob_type), newTuple(m, [newStr(m, decimalText(dec(self), true))])]) },
    ];
  }

  private typeSpec(): TypeSpec {
    const text = (o: PyObject): string => decimalText(dec(o), this.state.context === null || contextData(this.state.context).capitals === 1);
    return {
      name: 'decimal.Decimal',
      basicsize: (m) => m.profile.decimal.basicsize,
      flags: (m) => TypeFlag.BASETYPE | (m.profile.decimal.collected ? TypeFlag.HAVE_GC : 0),
      doc: 'Construct a new Decimal object.  value can be an integer, string, tuple,\nor another Decimal object. If no value is given, return Decimal(\'0\').\nThe context does not affect the conversion and is only passed to\ndetermine if the InvalidOperation trap is active.',
      slots: {
        tp_dealloc(m, self) {
          if (self.gc_next !== null) gcUntrack(m, self);
          freeObject(m, self);
        },
        tp_sizeof: (m, self) => m.profile.decimal.basicsize + coefficientBytes(m, dec(self)),
        tp_new: (_m, type, args, kwnames) => this.construct(type, args, kwnames),
        tp_init: () => {},
        tp_repr: (m, self) => newStr(m, `Decimal('${text(self)}')`),
        tp_str: (m, self) => newStr(m, text(self)),
        tp_hash: (m, self) => this.hash(m, self),
        tp_richcompare: (m, a, b, op) => this.compare(m, a, b, op),
        nb_add: this.binary(num.add),
        nb_subtract: this.binary((a, b, ctx) => num.nanResult(a, b, ctx) ?? num.add(a, num.negate(b), ctx)),
        nb_multiply: this.binary(num.multiply),
        nb_true_divide: this.binary(num.divide),
        nb_floor_divide: this.binary(num.floorDivide),
        nb_remainder: this.binary(num.remainder),
        nb_divmod: (m, a, b) => {
          const x = this.operand(a);
          const y = x === null ? null : this.operand(b);
          if (x === null || y === null) return incref(m.NotImplemented);
          const [q, r] = guarded(m, this.state, contextData(this.current()), (ctx) => num.divmod(x, y, ctx));
          return newTuple(m, [this.make(q), this.make(r)]);
        },
        nb_power: (m, a, b, modulus) => this.power(m, a, b, modulus),
        nb_negative: this.unary((a, ctx) => num.nanResult(a, null, ctx) ?? num.fix(num.isZero(a) && ctx.rounding !== 'ROUND_FLOOR' ? { ...a, sign: 0 } : num.negate(a), ctx)),
        nb_positive: this.unary((a, ctx) => num.nanResult(a, null, ctx) ?? num.fix(num.isZero(a) && ctx.rounding !== 'ROUND_FLOOR' ? { ...a, sign: 0 } : a, ctx)),
        nb_absolute: this.unary((a, ctx) => num.nanResult(a, null, ctx) ?? num.fix({ ...a, sign: 0 }, ctx)),
        nb_bool: (_m, self) => !num.isZero(dec(self)),
        nb_int: (m, self) => this.toInteger(m, dec(self), 'ROUND_DOWN'),
        nb_float: (m, self) => {
          if (dec(self).special === 'snan') throw valueError(m, 'cannot convert signaling NaN to float');
          return newFloat(m, toDouble(dec(self)));
        },
      },
      methods: this.methods(),
      getset: [
        { name: 'real', get: (_m, self) => incref(self) },
        { name: 'imag', get: () => this.make(num.ZERO) },
      ],
    };
  }

  /** What the Python part calls: operations under a given context, the current context, the classes. */
  functions(): readonly NativeSpec[] {
    return [
      { name: 'set_class', kind: 'fast', min: 2, max: 2, fn: (machine, self, args) => {
        // The module's dict owns it.
        setModuleAttribute(machine, self as PyModule, strValue(args[0] as PyObject), incref(args[1] as PyObject));
        this.state.classes.set(strValue(args[0] as PyObject), args[1] as PyObject);
        return incref(machine.None);
      } },
      { name: 'getcontext', kind: 'noargs', fn: () => incref(this.current()) },
      { name: 'set_current', kind: 'o', fn: (machine, self, context) => {
        setModuleAttribute(machine, self as PyModule, '_context', incref(context));
        this.state.context = context;
        return incref(machine.None);
      } },
      { name: 'create', kind: 'fast', min: 2, max: 2, fn: (machine, _self, args) => {
        const ctx = this.contextOf(args[0]);
        const exact = this.exact(args[1] as PyObject, ctx);
        return this.make(guarded(machine, this.state, ctx, (c) => (exact.special === 'nan' && num.digitsOf(exact.coefficient) > c.prec ? num.invalid(c, Status.CONVERSION_SYNTAX) : num.fix(exact, c))));
      } },
      { name: 'operand', kind: 'o', fn: (_machine, _self, o) => (this.isDecimal(o) ? incref(o) : this.make(this.required(o))) },
      { name: 'apply', kind: 'fast', min: 3, max: 5, fn: (machine, _self, args) => this.apply(machine, args) },
    ];
  }

  /** apply(context, name, a[, b[, c]]): a named operation in that context; operands may be ints. */
  private apply(m: Machine, args: readonly PyObject[]): PyObject {
    const ctx = this.contextOf(args[0]);
    const name = strValue(args[1] as PyObject);
    const [a, b, c] = args.slice(2).map((o) => this.required(o)) as [Dec, Dec, Dec];
    if (name === 'divmod') {
      const [q, r] = guarded(m, this.state, ctx, (k) => num.divmod(a, b, k));
      return newTuple(m, [this.make(q), this.make(r)]);
    }
    const operation = OPERATIONS[name];
    if (operation === undefined) throw valueError(m, name);
    return this.make(guarded(m, this.state, ctx, (k) => operation(a, b, k, c)));
  }
}

const OPERATIONS: Readonly<Record<string, (a: Dec, b: Dec, ctx: Ctx, c: Dec) => Dec>> = {
  add: num.add, subtract: (a, b, ctx) => num.nanResult(a, b, ctx) ?? num.add(a, num.negate(b), ctx), multiply: num.multiply, divide: num.divide,
  divide_int: num.floorDivide, remainder: num.remainder, remainder_near: num.remainderNear,
  power: (a, b, ctx, c) => (c === undefined ? power(a, b, ctx) : powerModulo(a, b, c, ctx)),
  plus: (a, _b, ctx) => num.nanResult(a, null, ctx) ?? num.fix(num.isZero(a) ? { ...a, sign: 0 } : a, ctx),
  minus: (a, _b, ctx) => num.nanResult(a, null, ctx) ?? num.fix(num.isZero(a) ? { ...a, sign: 0 } : num.negate(a), ctx),
  abs: (a, _b, ctx) => num.nanResult(a, null, ctx) ?? num.fix({ ...a, sign: 0 }, ctx),
  quantize: (a, b, ctx) => num.quantize(a, b, ctx),
};

const INVERSE_OF_TEN = modPow(10n, (1n << 61n) - 3n, (1n << 61n) - 1n);

function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let b = base % modulus;
  for (let e = exponent; e > 0n; e >>= 1n) {
    if ((e & 1n) === 1n) result = (result * b) % modulus;
    b = (b * b) % modulus;
  }
  return result;
}

function powerModulo(a: Dec, b: Dec, modulus: Dec, ctx: Ctx): Dec {
  const base = integerValue(a);
  const exponent = integerValue(b);
  const n = integerValue(modulus);
  if (base === null || exponent === null || n === null || exponent < 0n || n === 0n) return num.invalid(ctx);
  const positive = n < 0n ? -n : n;
  const result = modPow(((base < 0n ? -base : base) % positive + positive) % positive, exponent, positive);
  return num.finite(base < 0n && (exponent & 1n) === 1n ? 1 : 0, result, 0);
}

/** shift and rotate: the coefficient's digits within the precision. */
function shiftDigits(a: Dec, b: Dec, ctx: Ctx, rotate: boolean): Dec {
  const nan = num.nanResult(a, b, ctx);
  if (nan !== null) return nan;
  const by = integerValue(b);
  if (by === null || by > BigInt(ctx.prec) || by < BigInt(-ctx.prec)) return num.invalid(ctx);
  if (num.isInf(a)) return a;
  const digits = a.coefficient.toString().padStart(ctx.prec, '0').slice(-ctx.prec);
  const n = Number(by);
  let text: string;
  if (rotate) text = n >= 0 ? digits.slice(n) + digits.slice(0, n) : digits.slice(ctx.prec + n) + digits.slice(0, ctx.prec + n);
  else text = n >= 0 ? (digits + '0'.repeat(n)).slice(-ctx.prec) : digits.slice(0, ctx.prec + n);
  return num.finite(a.sign, BigInt(text === '' ? '0' : text), a.exponent);
}

/** mpd_qand and its like: numbers of zeros and ones alone, digit by digit, as many as the precision has. `all` is that many ones. */
function logical(operands: readonly [Dec, Dec], ctx: Ctx, operation: (x: bigint, y: bigint, all: bigint) => bigint): Dec {
  const bits: bigint[] = [];
  for (const { special, sign, exponent, coefficient } of operands) {
    const digits = coefficient.toString();
    if (special !== '' || sign === 1 || exponent !== 0 || !/^[01]+$/.test(digits)) return num.invalid(ctx);
    bits.push(BigInt(`0b${digits.slice(-ctx.prec)}`));
  }
  const [x = 0n, y = 0n] = bits;
  return num.finite(0, BigInt(operation(x, y, (1n << BigInt(ctx.prec)) - 1n).toString(2)), 0);
}

/** The exact value of a double. */
function fromDouble(value: number): Dec {
  const sign: 0 | 1 = value < 0 || Object.is(value, -0) ? 1 : 0;
  if (value !== value) return num.NAN;
  if (!Number.isFinite(value)) return num.infinity(sign);
  let { mantissa, exponent } = exactParts(Math.abs(value));
  if (mantissa === 0n) return num.finite(sign, 0n, 0);
  while ((mantissa & 1n) === 0n && exponent < 0) {
    mantissa >>= 1n;
    exponent++;
  }
  return exponent >= 0 ? num.finite(sign, mantissa << BigInt(exponent), 0) : num.finite(sign, mantissa * 5n ** BigInt(-exponent), exponent);
}

function toDouble(a: Dec): number {
  if (num.isNan(a)) return a.sign === 1 ? -NaN : NaN;
  if (num.isInf(a)) return a.sign === 1 ? -Infinity : Infinity;
  return Number(`${a.sign === 1 ? '-' : ''}${a.coefficient}e${a.exponent}`);
}

/** libmpdec's words of 19 digits, once they do not fit into the object (MPD_MINALLOC); 3.15 keeps the object small. */
function coefficientBytes(m: Machine, value: Dec): number {
  if (!m.profile.decimal.sizeCountsWords) return 0;
  const words = Math.ceil(num.digitsOf(value.coefficient) / 19);
  return words > 4 ? words * 8 : 0;
}

/** Makes the module. */
export function decimalModule(m: Machine): PyObject {
  const module = new DecimalModule(m);
  return newNativeModule(m, {
    name: '_decimal',
    functions: module.functions(),
    attributes: () => [['Decimal', incref(module.type)], ['ContextBase', incref(module.contextBase)]],
  });
}
