// Case, padding and character-class methods of str (CPython Objects/unicodeobject.c: case_operation, pad, unicode_is*).
import { intArgument } from './size-argument.ts';
import type { Machine } from '../machine.ts';
import { parseArgs } from './arguments.ts';
import { type PyObject, incref } from './object.ts';
import { overflowError } from './raise.ts';
import { fillArgument, sizeArgument } from './str-args.ts';
import { type StrData, newStr, newStrAscii, newStrUnshared, strUnchanged } from './str.ts';
import type { NativeSpec } from './type.ts';
import * as unicode from './unicode.ts';

type TextFn = (data: StrData) => string;

function textMethod(name: string, make: TextFn): NativeSpec {
  return {
    name, kind: 'noargs', sig: '($self, /)',
    fn: (m, self) => {
      const data = self.data as StrData;
      m.chargeWork((data.length >> 2) + 1);
      const text = make(data);
      return newStrUnshared(m, text);
    },
  };
}

function capitalize(data: StrData): string {
  const first = data.value.codePointAt(0);
  if (first === undefined) return '';
  const head = String.fromCodePoint(first);
  // Only the first character is title-cased; the rest is lower-cased in the context of the whole (final sigma).
  return unicode.titleOf(head) + data.value.toLowerCase().slice(head.toLowerCase().length);
}

function title(data: StrData): string {
  let out = '';
  let wasCased = false;
  const lowered = data.ascii ? null : data.value.toLowerCase();
  for (const char of data.value) {
    const code = char.codePointAt(0) as number;
    if (!wasCased) out += unicode.titleOf(char);
    else if (code === 0x3a3 && lowered !== null) out += finalSigma(data.value, out.length);
    else out += char.toLowerCase();
    wasCased = unicode.isCased(code);
  }
  return out;
}

/** Σ in a word: ς at its end, σ otherwise (handle_capital_sigma). */
function finalSigma(text: string, at: number): string {
  return text.slice(0, at + 1).toLowerCase().endsWith('ς') && text.toLowerCase().charAt(at) === 'ς' ? 'ς' : 'σ';
}

function swapcase(data: StrData): string {
  let out = '';
  const lowered = data.value.toLowerCase();
  for (const char of data.value) {
    const code = char.codePointAt(0) as number;
    if (unicode.isUpper(code)) out += code === 0x3a3 ? (lowered.charAt(out.length) === 'ς' ? 'ς' : 'σ') : char.toLowerCase();
    else if (unicode.isLower(code)) out += char.toUpperCase();
    else out += char;
  }
  return out;
}

function casefold(data: StrData): string {
  if (data.ascii) return data.value.toLowerCase();
  let out = '';
  for (const char of data.value) out += unicode.foldOf(char);
  return out;
}

/** A method that is true when the string is not empty and every character passes. */
function everyMethod(name: string, test: (code: number) => boolean, whenEmpty = false): NativeSpec {
  return {
    name, kind: 'noargs', sig: '($self, /)',
    fn: (m, self) => {
      const data = self.data as StrData;
      if (data.length === 0) return incref(whenEmpty ? m.True : m.False);
      m.chargeWork((data.length >> 2) + 1);
      for (const char of data.value) {
        if (!test(char.codePointAt(0) as number)) return incref(m.False);
      }
      return incref(m.True);
    },
  };
}

/** islower / isupper: at least one cased character and none of the other case. */
function caseTest(name: string, wanted: (code: number) => boolean, other: (code: number) => boolean): NativeSpec {
  return {
    name, kind: 'noargs', sig: '($self, /)',
    fn: (m, self) => {
      const data = self.data as StrData;
      m.chargeWork((data.length >> 2) + 1);
      let cased = false;
      for (const char of data.value) {
        const code = char.codePointAt(0) as number;
        if (other(code) || unicode.isTitle(code)) return incref(m.False);
        if (!cased && wanted(code)) cased = true;
      }
      return incref(cased ? m.True : m.False);
    },
  };
}

function istitle(m: Machine, self: PyObject): PyObject {
  let cased = false;
  let previous = false;
  for (const char of (self.data as StrData).value) {
    const code = char.codePointAt(0) as number;
    if (unicode.isUpper(code) || unicode.isTitle(code)) {
      if (previous) return incref(m.False);
      previous = true;
      cased = true;
    } else if (unicode.isLower(code)) {
      if (!previous) return incref(m.False);
    } else previous = false;
  }
  return incref(cased ? m.True : m.False);
}

/** True for an identifier (PyUnicode_IsIdentifier). */
export function isIdentifier(text: string): boolean {
  let first = true;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (!(first ? unicode.isIdentifierStart(code) : unicode.isIdentifierPart(code))) return false;
    first = false;
  }
  return !first;
}

/** `left` fill characters before and `right` after the text. */
function pad(m: Machine, self: PyObject, left: number, right: number, fill: string): PyObject {
  const data = self.data as StrData;
  if (left <= 0 && right <= 0) return strUnchanged(m, self);
  const length = data.length + Math.max(0, left) + Math.max(0, right);
  m.memory.expect(length);
  m.chargeWork(length >> 3);
  const text = fill.repeat(Math.max(0, left)) + data.value + fill.repeat(Math.max(0, right));
  return data.ascii && fill.charCodeAt(0) < 128 ? newStrAscii(m, text) : newStr(m, text);
}

function padder(name: 'ljust' | 'rjust' | 'center'): NativeSpec {
  return {
    name, kind: 'fast', min: 1, max: 2, sig: "($self, width, fillchar=' ', /)",
    fn: (m, self, args) => {
      const width = sizeArgument(m, args[0], 0);
      const fill = fillArgument(m, args[1]);
      const marg = width - (self.data as StrData).length;
      if (marg <= 0) return strUnchanged(m, self);
      if (name === 'ljust') return pad(m, self, 0, marg, fill);
      if (name === 'rjust') return pad(m, self, marg, 0, fill);
      const left = Math.floor(marg / 2) + (marg & width & 1);
      return pad(m, self, left, marg - left, fill);
    },
  };
}

function zfill(m: Machine, self: PyObject, widthObject: PyObject): PyObject {
  const data = self.data as StrData;
  const width = sizeArgument(m, widthObject, 0);
  const marg = width - data.length;
  if (marg <= 0) return strUnchanged(m, self);
  m.memory.expect(width);
  m.chargeWork(width >> 3);
  const signed = data.value.charAt(0) === '+' || data.value.charAt(0) === '-';
  const text = signed ? data.value.charAt(0) + '0'.repeat(marg) + data.value.slice(1) : '0'.repeat(marg) + data.value;
  return data.ascii ? newStrAscii(m, text) : newStr(m, text);
}

const EXPANDTABS = { name: 'expandtabs', params: ['tabsize'] } as const;

function expandtabs(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [size] = parseArgs(m, EXPANDTABS, args, kwnames);
  const tabsize = size ? intArgument(m, size) : 8;
  const data = self.data as StrData;
  if (!data.value.includes('\t')) return strUnchanged(m, self);
  let total = data.length;
  let column = 0;
  const parts: string[] = [];
  for (const char of data.value) {
    if (char === '\t') {
      if (tabsize > 0) {
        const step = tabsize - (column % tabsize);
        total += step;
        if (total > Number.MAX_SAFE_INTEGER) throw overflowError(m, 'new string is too long');
        m.memory.expect(total);
        m.chargeWork(step);
        parts.push(' '.repeat(step));
        column += step;
      }
    } else {
      parts.push(char);
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  const text = parts.join('');
  return data.ascii ? newStrAscii(m, text) : newStr(m, text);
}

export const caseMethods: readonly NativeSpec[] = [
  textMethod('lower', (data) => data.value.toLowerCase()),
  textMethod('upper', (data) => data.value.toUpperCase()),
  textMethod('title', title),
  textMethod('capitalize', capitalize),
  textMethod('casefold', casefold),
  textMethod('swapcase', swapcase),
  caseTest('islower', unicode.isLower, unicode.isUpper),
  caseTest('isupper', unicode.isUpper, unicode.isLower),
  { name: 'istitle', kind: 'noargs', sig: '($self, /)', fn: istitle },
  everyMethod('isspace', unicode.isSpace),
  everyMethod('isdecimal', unicode.isDecimal),
  everyMethod('isdigit', unicode.isDigit),
  everyMethod('isnumeric', unicode.isNumeric),
  everyMethod('isalpha', unicode.isAlpha),
  everyMethod('isalnum', unicode.isAlnum),
  everyMethod('isprintable', unicode.isPrintable, true),
  { name: 'isascii', kind: 'noargs', sig: '($self, /)', fn: (m, self) => incref((self.data as StrData).ascii ? m.True : m.False) },
  { name: 'isidentifier', kind: 'noargs', sig: '($self, /)', fn: (m, self) => incref(isIdentifier((self.data as StrData).value) ? m.True : m.False) },
  padder('ljust'),
  padder('rjust'),
  padder('center'),
  { name: 'zfill', kind: 'o', sig: '($self, width, /)', fn: zfill },
  { name: 'expandtabs', kind: 'fastkw', sig: '($self, /, tabsize=8)', fn: expandtabs },
];
