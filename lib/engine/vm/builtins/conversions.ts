// Built-in functions that convert: repr, ascii, chr, ord, bin, oct, hex, format, abs, round, pow, divmod.
import type { Machine } from '../../machine.ts';
import type { NativeSpec } from '../../objects/type.ts';
import type { PyObject } from '../../objects/object.ts';
import { absolute, ascii, asSize, divmod, format, index, lookupSpecial, power, repr } from '../../objects/abstract.ts';
import { badArgument, parseArgs } from '../../objects/arguments.ts';
import { bytesValue, isBytes } from '../../objects/bytes.ts';
import { bytearrayBytes, isBytearray } from '../../objects/bytearray.ts';
import { call } from '../../objects/call.ts';
import { intValue, newInt } from '../../objects/int.ts';
import { decref } from '../../objects/object.ts';
import { overflowError, typeError, valueError } from '../../objects/raise.ts';
import { charStr, isStr, newStr, strData } from '../../objects/str.ts';
import { codePointAt } from '../../objects/str-index.ts';

/** bin, oct, hex: '0b1010'. */
function inBase(m: Machine, o: PyObject, base: number, prefix: string): PyObject {
  const number = index(m, o);
  const value = intValue(number);
  decref(m, number);
  const text = value < 0 ? `-${prefix}${(-value).toString(base)}` : `${prefix}${value.toString(base)}`;
  m.chargeWork(text.length);
  return newStr(m, text);
}

function ordinal(m: Machine, o: PyObject): PyObject {
  let count: number;
  if (isStr(o)) {
    count = strData(o).length;
    if (count === 1) return newInt(m, codePointAt(strData(o), 0));
  } else if (isBytes(o) || isBytearray(m, o)) {
    const bytes = isBytes(o) ? bytesValue(o) : bytearrayBytes(o);
    count = bytes.length;
    if (count === 1) return newInt(m, bytes[0] as number);
  } else throw typeError(m, `ord() expected string of length 1, but ${o.ob_type.tp_name} found`);
  throw typeError(m, `ord() expected a character, but string of length ${count} found`);
}

function character(m: Machine, o: PyObject): PyObject {
  const code = asSize(m, o, null);
  if (!m.profile.chrTakesAnySize && code !== (code | 0)) throw overflowError(m, 'Python int too large to convert to C int');
  if (code < 0 || code > 0x10ffff) throw valueError(m, 'chr() arg not in range(0x110000)');
  return charStr(m, code);
}

function round(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [number, digits] = parseArgs(m, { name: 'round', params: ['number', 'ndigits'], required: 1 }, args, kwnames);
  const o = number as PyObject;
  const method = lookupSpecial(m, o, m.names.__round__ as PyObject);
  if (method === null) throw typeError(m, `type ${o.ob_type.tp_name} doesn't define __round__ method`);
  try {
    return call(m, method, digits === null || digits === undefined || digits === m.None ? [] : [digits], null);
  } finally {
    decref(m, method);
  }
}

export const conversionFunctions: readonly NativeSpec[] = [
  { name: 'repr', kind: 'o', sig: '($module, obj, /)', doc: 'Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval() will return\nthe same object.', fn: (m, _self, o) => repr(m, o) },
  { name: 'ascii', kind: 'o', sig: '($module, obj, /)', doc: 'Return an ASCII-only representation of an object.', fn: (m, _self, o) => ascii(m, o) },
  { name: 'chr', kind: 'o', sig: '($module, i, /)', doc: 'Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.', fn: (m, _self, o) => character(m, o) },
  { name: 'ord', kind: 'o', sig: '($module, c, /)', doc: 'Return the Unicode code point for a one-character string.', fn: (m, _self, o) => ordinal(m, o) },
  { name: 'bin', kind: 'o', sig: '($module, number, /)', doc: "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'", fn: (m, _self, o) => inBase(m, o, 2, '0b') },
  { name: 'oct', kind: 'o', sig: '($module, number, /)', doc: "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'", fn: (m, _self, o) => inBase(m, o, 8, '0o') },
  { name: 'hex', kind: 'o', sig: '($module, number, /)', doc: "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'", fn: (m, _self, o) => inBase(m, o, 16, '0x') },
  {
    name: 'format', kind: 'fast', min: 1, max: 2, sig: "($module, value, format_spec='', /)",
    doc: 'Return type(value).__format__(value, format_spec)',
    fn(m, _self, args) {
      const spec = args[1] ?? m.emptyStr;
      if (!isStr(spec)) throw badArgument(m, 'format', 'argument 2', 'str', spec);
      return format(m, args[0] as PyObject, spec);
    },
  },
  { name: 'abs', kind: 'o', sig: '($module, number, /)', doc: 'Return the absolute value of the argument.', fn: (m, _self, o) => absolute(m, o) },
  { name: 'divmod', kind: 'fast', min: 2, max: 2, sig: '($module, x, y, /)', doc: 'Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.', fn: (m, _self, args) => divmod(m, args[0] as PyObject, args[1] as PyObject) },
  {
    name: 'pow', kind: 'fastkw', sig: '($module, base, exp, mod=None)',
    doc: 'Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form.',
    fn(m, _self, args, kwnames) {
      const [base, exp, mod] = parseArgs(m, { name: 'pow', params: ['base', 'exp', 'mod'], required: 2 }, args, kwnames);
      return power(m, base as PyObject, exp as PyObject, mod ?? m.None);
    },
  },
  {
    name: 'round', kind: 'fastkw', sig: '($module, number, ndigits=None)',
    doc: 'Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative.',
    fn: (m, _self, args, kwnames) => round(m, args, kwnames),
  },
];
