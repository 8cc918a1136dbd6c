// Constants as plain data: equality as CPython's constant cache sees it, truth, and the operations that the compiler
// folds, with CPython's limits (3.13 Python/ast_opt.c safe_multiply … ; Objects/codeobject.c _PyCode_ConstantKey).
import type { ConstantValue } from '../parser/ast.ts';
import type { CodeUnit, Const, StrConst } from './code-unit.ts';

export const NONE: Const = { t: 'none' };
export const TRUE: Const = { t: 'true' };
export const FALSE: Const = { t: 'false' };
export const ELLIPSIS: Const = { t: 'ellipsis' };

/** An int constant. */
export function intConst(v: bigint | number): Const {
  return { t: 'int', v: BigInt(v) };
}

/** A str constant. */
export function strConst(v: string): Const {
  return { t: 'str', v };
}

/** The constant of a literal. */
export function constOfLiteral(value: ConstantValue): Const {
  switch (value.t) {
    case 'none':
      return NONE;
    case 'true':
      return TRUE;
    case 'false':
      return FALSE;
    case 'ellipsis':
      return ELLIPSIS;
    case 'complex':
      return { t: 'complex', re: 0, im: value.v };
    default:
      return value;
  }
}

/** The code points of a str constant; surrogate pairs count as one unless the constant says otherwise. */
export function codePointsOf(value: StrConst): readonly number[] {
  return value.codePoints ?? Array.from(value.v, (char) => char.codePointAt(0) ?? 0);
}

/** Number of characters (code points) of a str constant. */
export function strLength(value: StrConst): number {
  if (value.codePoints !== undefined) return value.codePoints.length;
  let pairs = 0;
  for (let i = 0; i + 1 < value.v.length; i++) {
    const unit = value.v.charCodeAt(i);
    const next = value.v.charCodeAt(i + 1);
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      pairs++;
      i++;
    }
  }
  return value.v.length - pairs;
}

/** A str constant from code points; keeps them only where the UTF-16 text would be read otherwise. */
export function strFromCodePoints(points: readonly number[]): StrConst {
  let v = '';
  let ambiguous = false;
  let previous = 0;
  for (const point of points) {
    if (point >= 0xdc00 && point < 0xe000 && previous >= 0xd800 && previous < 0xdc00) ambiguous = true;
    v += String.fromCodePoint(point);
    previous = point;
  }
  return ambiguous ? { t: 'str', v, codePoints: points } : { t: 'str', v };
}

const floatBits = new DataView(new ArrayBuffer(8));

function floatKey(v: number): string {
  floatBits.setFloat64(0, v);
  return `${floatBits.getUint32(0).toString(16)}:${floatBits.getUint32(4).toString(16)}`;
}

let nextCodeKey = 0;
const codeKeys = new WeakMap<object, string>();

/** Equal keys: one object in CPython's constant cache (type and value, -0.0 told from 0.0). */
export function constKey(value: Const): string {
  switch (value.t) {
    case 'none':
    case 'true':
    case 'false':
    case 'ellipsis':
      return value.t;
    case 'int':
      return `i${value.v}`;
    case 'float':
      return `f${floatKey(value.v)}`;
    case 'complex':
      return `c${floatKey(value.re)},${floatKey(value.im)}`;
    case 'str':
      return value.codePoints === undefined ? `s${value.v.length}:${value.v}` : `p${value.codePoints.join(',')}`;
    case 'bytes':
      return `b${value.v.join(',')}`;
    case 'tuple':
      return `(${value.items.map(constKey).join('|')})`;
    case 'frozenset':
      return `{${[...new Set(value.items.map(constKey))].sort().join('|')}}`;
    case 'slice':
      return `[${constKey(value.start)}:${constKey(value.stop)}:${constKey(value.step)}]`;
    case 'code': {
      const known = codeKeys.get(value.unit);
      if (known !== undefined) return known;
      const key = `o${nextCodeKey++}`;
      codeKeys.set(value.unit, key);
      return key;
    }
    default: {
      const unreachable: never = value;
      return unreachable;
    }
  }
}

/** One compilation's constants: equal ones become one object. */
export class ConstCache {
  private readonly byKey = new Map<string, Const>();
  private readonly codes = new Map<string, Extract<Const, { t: 'code' }>[]>();

  /** The one object that stands for `value`; items of tuples and frozensets are merged too. */
  merge(value: Const): Const {
    if (value.t === 'code') return this.mergeCode(value);
    const key = constKey(value);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const merged = this.withMergedItems(value);
    this.byKey.set(key, merged);
    return merged;
  }

  /** What is compiled twice (a `finally` block, the argument of an inlined all()) makes equal code objects, which are one (code_richcompare). */
  private mergeCode(value: Extract<Const, { t: 'code' }>): Const {
    const { name, firstlineno, ops } = value.unit;
    const key = `${firstlineno} ${ops.length} ${name}`;
    const alike = this.codes.get(key) ?? [];
    const known = alike.find(({ unit }) => unit === value.unit || sameCode(unit, value.unit));
    if (known !== undefined) return known;
    this.codes.set(key, [...alike, value]);
    return value;
  }

  private withMergedItems(value: Const): Const {
    if (value.t === 'tuple' || value.t === 'frozenset') {
      return { ...value, items: value.items.map((item) => this.merge(item)) };
    }
    return value;
  }
}

function sameCode(a: CodeUnit, b: CodeUnit): boolean {
  const same = (x: ArrayLike<unknown>, y: ArrayLike<unknown>): boolean => x.length === y.length && Array.prototype.every.call(x, (each, i) => each === y[i]);
  return a.argcount === b.argcount && a.posonlyargcount === b.posonlyargcount && a.kwonlyargcount === b.kwonlyargcount && a.flags === b.flags
    && same(a.ops, b.ops) && same(a.args, b.args) && same(a.consts, b.consts) && same(a.names, b.names) && same(a.localsplusnames, b.localsplusnames)
    && same(a.linenos, b.linenos) && same(a.endLinenos, b.endLinenos) && same(a.colOffsets, b.colOffsets) && same(a.endColOffsets, b.endColOffsets)
    && JSON.stringify(a.exceptionTable) === JSON.stringify(b.exceptionTable);
}

/** `bool(value)`. */
export function isTrue(value: Const): boolean {
  switch (value.t) {
    case 'none':
    case 'false':
      return false;
    case 'int':
      return value.v !== 0n;
    case 'float':
      return value.v !== 0;
    case 'complex':
      return value.re !== 0 || value.im !== 0;
    case 'str':
    case 'bytes':
      return value.v.length > 0;
    case 'tuple':
    case 'frozenset':
      return value.items.length > 0;
    default:
      return true;
  }
}

/** `type(value).__name__`, for warnings. */
export function typeName(value: Const): string {
  switch (value.t) {
    case 'none':
      return 'NoneType';
    case 'true':
    case 'false':
      return 'bool';
    default:
      return value.t;
  }
}
