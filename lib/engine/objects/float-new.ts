// Making floats from other objects: PyNumber_Float and float(text) (CPython Objects/abstract.c, Objects/floatobject.c: PyFloat_FromString).
import { wrongResult, warnOfSubclassResult } from './method-results.ts';
import type { Machine } from '../machine.ts';
import { repr } from './abstract.ts';
import { bytesLikeOrNull } from './buffer.ts';
import { isFloat, isFloatExact, newFloat } from './float.ts';
import { toDouble } from './int-arithmetic.ts';
import { intValue } from './int.ts';
import { type PyObject, decref, incref } from './object.ts';
import { typeError, valueError } from './raise.ts';
import { isStr, strValue } from './str.ts';
import { index } from './abstract.ts';
import { toAsciiNumber } from './unicode.ts';

/** PyNumber_Float: a new exact float. */
export function numberToFloat(m: Machine, o: PyObject): PyObject {
  if (isFloatExact(m, o)) return incref(o);
  const type = o.ob_type;
  if (type.nb_float !== null) return exactFloat(m, o, type.nb_float(m, o));
  if (type.nb_index !== null) {
    const value = index(m, o);
    try {
      return newFloat(m, toDouble(m, intValue(value)));
    } finally {
      decref(m, value);
    }
  }
  if (isFloat(m, o)) return newFloat(m, o.data);
  return floatFromText(m, o);
}

function exactFloat(m: Machine, o: PyObject, result: PyObject): PyObject {
  if (isFloatExact(m, result)) return result;
  try {
    const expected = { owner: o, method: '__float__', what: 'a float', before: `${o.ob_type.tp_name}.__float__ returned non-float (type ${result.ob_type.tp_name})` };
    if (!isFloat(m, result)) throw wrongResult(m, expected, result);
    warnOfSubclassResult(m, expected, result, 'float');
    return newFloat(m, result.data);
  } finally {
    decref(m, result);
  }
}

/** PyFloat_FromString. */
function floatFromText(m: Machine, o: PyObject): PyObject {
  let text: string;
  if (isStr(o)) text = toAsciiNumber(strValue(o));
  else {
    const bytes = bytesLikeOrNull(m, o, false);
    if (bytes === null) throw typeError(m, `float() argument must be a string or a real number, not '${o.ob_type.tp_name}'`);
    text = String.fromCharCode(...bytes.subarray(0, 100000));
  }
  const value = parseFloatText(text);
  if (value !== null) return newFloat(m, value);
  const shown = repr(m, o);
  const message = `could not convert string to float: ${strValue(shown)}`;
  decref(m, shown);
  throw valueError(m, message);
}

const NUMBER = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

/** The double that a text stands for (surrounding white space and underscores allowed), or null. */
export function parseFloatText(source: string): number | null {
  const text = source.replace(/^[\t-\r\x1c-\x20]+|[\t-\r\x1c-\x20]+$/g, '');
  if (NUMBER.test(text)) return Number(text.includes('_') ? text.replaceAll('_', '') : text);
  const special = SPECIAL.exec(text);
  if (special === null) return null;
  if (special[2] === undefined) return NaN;
  return special[1] === '-' ? -Infinity : Infinity;
}
