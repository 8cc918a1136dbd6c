// What complex() makes of its arguments (CPython Objects/complexobject.c, complex_new, try_complex_special_method; rewritten in 3.14).
import type { Machine } from '../machine.ts';
import { lookupSpecial } from './abstract.ts';
import { checkPositional, parseArgs } from './arguments.ts';
import { callNoArgs, callOne } from './call.ts';
import type { Complex } from './complex-math.ts';
import { type PyComplex, complexFromText, isComplex, newComplex } from './complex.ts';
import { numberToFloat } from './float-new.ts';
import { genericAlloc } from './instance.ts';
import { warnOfSubclassResult, wrongResult } from './method-results.ts';
import { type PyObject, decref, incref } from './object.ts';
import { typeError } from './raise.ts';
import { isStr, strValue } from './str.ts';
import { qualifiedTypeName } from './type-attributes.ts';
import type { PyType } from './type.ts';
import { warn } from './warn.ts';

const NEW = { name: 'complex', params: ['real', 'imag'] } as const;

/** complex(): one positional argument is anything that has a value; `real` and `imag` are real numbers. */
export function complexNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  if (args.length > 1 || kwnames !== null) return fromParts(m, type, ...(parseArgs(m, NEW, args, kwnames) as [PyObject | null, PyObject | null]));
  checkPositional(m, 'complex', args.length, 0, 1);
  const [value] = args;
  if (value === undefined) return make(m, type, { real: 0, imag: 0 });
  if (value.ob_type === m.types.complex && type === m.types.complex) return incref(value);
  if (isStr(value)) return make(m, type, complexFromText(m, strValue(value)));
  const whole = complexValue(m, value);
  if (whole !== null) return make(m, type, whole);
  if (!isRealNumber(value)) throw typeError(m, `complex() argument must be a string or a number, not ${qualifiedTypeName(m, value.ob_type)}`);
  return make(m, type, { real: realValue(m, value), imag: 0 });
}

/** actual_complex_new: complex(a + bj, c + dj) = (a - d) + (b + c)j with a warning; an absent part must not disturb signed zeros. */
function fromParts(m: Machine, type: PyType, r: PyObject | null, i: PyObject | null): PyObject {
  const real = r === null ? null : partValue(m, r, 'real');
  const imag = i === null ? null : partValue(m, i, 'imag');
  return make(m, type, {
    real: imag?.imag === undefined ? real?.real ?? 0 : (real?.real ?? 0) - imag.imag,
    imag: real?.imag === undefined ? imag?.real ?? 0 : (imag?.real ?? 0) + real.imag,
  });
}

/** A part: `imag` undefined for what is real. */
function partValue(m: Machine, o: PyObject, name: 'real' | 'imag'): { readonly real: number; readonly imag?: number } {
  const whole = name === 'real' ? complexValue(m, o) : isComplex(m, o) ? o.data : null;
  if (whole !== null) {
    warn(m, m.types.DeprecationWarning, partText(m, o, name));
    return whole;
  }
  if (!isRealNumber(o)) throw typeError(m, partText(m, o, name));
  return { real: realValue(m, o) };
}

function partText(m: Machine, o: PyObject, name: string): string {
  return `complex() argument '${name}' must be a real number, not ${qualifiedTypeName(m, o.ob_type)}`;
}

function isRealNumber(o: PyObject): boolean {
  return o.ob_type.nb_float !== null || o.ob_type.nb_index !== null;
}

function realValue(m: Machine, o: PyObject): number {
  const float = numberToFloat(m, o);
  const value = float.data as number;
  decref(m, float);
  return value;
}

/** The value of a complex number or of what has `__complex__`; null for everything else. */
function complexValue(m: Machine, o: PyObject): Complex | null {
  if (o.ob_type !== m.types.complex) {
    const method = lookupSpecial(m, o, m.names.__complex__ as PyObject);
    if (method !== null) return fromMethod(m, o, method);
  }
  return isComplex(m, o) ? o.data : null;
}

function fromMethod(m: Machine, owner: PyObject, method: PyObject): Complex {
  let result: PyObject;
  try {
    result = callNoArgs(m, method);
  } finally {
    decref(m, method);
  }
  try {
    if (result.ob_type === m.types.complex) return (result as PyComplex).data;
    const expected = { owner, method: '__complex__', what: 'a complex', before: `__complex__ returned non-complex (type ${result.ob_type.tp_name})` };
    if (!isComplex(m, result)) throw wrongResult(m, expected, result);
    warnOfSubclassResult(m, expected, result, 'complex');
    return result.data;
  } finally {
    decref(m, result);
  }
}

/** PyComplex_AsCComplex: the value of a number. */
export function complexOf(m: Machine, o: PyObject): Complex {
  const whole = complexValue(m, o);
  if (whole !== null) return whole;
  if (!isRealNumber(o)) throw typeError(m, `must be real number, not ${o.ob_type.tp_name}`);
  return { real: realValue(m, o), imag: 0 };
}

/** complex.from_number. */
export function complexFromNumber(m: Machine, type: PyObject, number: PyObject): PyObject {
  if (number.ob_type === m.types.complex && type === m.types.complex) return incref(number);
  const { real, imag } = complexOf(m, number);
  const exact = newComplex(m, real, imag);
  if (type === m.types.complex) return exact;
  try {
    return callOne(m, type, exact);
  } finally {
    decref(m, exact);
  }
}

function make(m: Machine, type: PyType, value: Complex): PyObject {
  return genericAlloc(m, type, value);
}

/** complex() up to 3.13: the first of two arguments may be a complex number or have `__complex__`. */
export function complexNewBefore314(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [r, i] = parseArgs(m, NEW, args, kwnames);
  if (r && !i && r.ob_type === m.types.complex && type === m.types.complex) return incref(r);
  if (r && isStr(r)) {
    if (i) throw typeError(m, "complex() can't take second arg if first is a string");
    return make(m, type, complexFromText(m, strValue(r)));
  }
  if (i && isStr(i)) throw typeError(m, "complex() second arg can't be a string");
  const real = r ? complexValue(m, r) ?? realOnly(m, r, (name) => `complex() first argument must be a string or a number, not '${name}'`) : { real: 0, imag: 0 };
  if (!i) return make(m, type, real);
  const imag = isComplex(m, i) ? i.data : realOnly(m, i, (name) => `complex() second argument must be a number, not '${name}'`);
  return make(m, type, {
    real: isComplex(m, i) ? real.real - imag.imag : real.real,
    imag: r && isComplex(m, r) ? imag.real + real.imag : imag.real,
  });
}

function realOnly(m: Machine, o: PyObject, text: (type: string) => string): Complex {
  if (!isRealNumber(o)) throw typeError(m, text(o.ob_type.tp_name));
  return { real: realValue(m, o), imag: 0 };
}
