// printf-style formatting: str % args, and bytes % args (CPython Objects/unicodeobject.c: PyUnicode_Format; Objects/bytesobject.c: _PyBytes_FormatEx).
import { isPrintable } from './unicode.ts';
import { type PyType } from './type.ts';
import { qualifiedTypeName } from './type-attributes.ts';
import { wrongResult } from './method-results.ts';
import type { Machine } from '../machine.ts';
import { PyRaise } from '../errors.ts';
import { ascii, getItem, index, repr, str as toStr, reprText } from './abstract.ts';
import { bytesLikeOrNull } from './buffer.ts';
import { lookupSpecial } from './abstract.ts';
import { callNoArgs } from './call.ts';
import { isBytearray } from './bytearray.ts';
import { isBytes, newBytes } from './bytes.ts';
import { latin1Bytes, latin1Text } from './codecs.ts';
import { numberToFloat } from './float-new.ts';
import { intToBase, intToDecimal } from './int-parse.ts';
import { numberToInt } from './int-new.ts';
import { intValue, isInt } from './int.ts';
import { doubleToText } from './number-text.ts';
import { type PyObject, decref, incref } from './object.ts';
import { dropRaise, matches, typeError, valueError, raise } from './raise.ts';
import { intArgument, sizeArgument } from './size-argument.ts';
import { type StrData, isStr, newStr, strUnchanged, strValue } from './str.ts';
import { isTuple, tupleItems } from './tuple.ts';

/** What is being formatted: the differences between str and bytes. */
interface Flavour {
  readonly bytes: boolean;
  readonly typeName: string;
}

const TEXT: Flavour = { bytes: false, typeName: 'string' };
const BYTES: Flavour = { bytes: true, typeName: 'bytes' };

/** str % args. */
export function percentFormat(m: Machine, self: PyObject, args: PyObject): PyObject {
  const formatter = new Formatter(m, (self.data as StrData).value, args, TEXT);
  const text = formatter.run();
  const { whole } = formatter;
  if (whole !== null) return whole;
  return text === (self.data as StrData).value ? strUnchanged(m, self) : newStr(m, text);
}

/** bytes % args, on latin-1 texts. */
export function percentFormatBytes(m: Machine, pattern: string, args: PyObject): string {
  return new Formatter(m, pattern, args, BYTES).run();
}

/** One conversion specifier. */
interface Specifier {
  left: boolean;
  plus: boolean;
  blank: boolean;
  alternate: boolean;
  zero: boolean;
  width: number;
  precision: number;
  conversion: string;
}

class Formatter {
  private readonly m: Machine;
  private readonly pattern: string;
  private readonly args: PyObject;
  private readonly flavour: Flavour;
  /** The positional arguments; null when `args` is a single object. */
  private readonly items: readonly PyObject[] | null;
  private used = 0;
  /** `args` if it can answer %(name). */
  private readonly mapping: PyObject | null;
  private at = 0;
  /** The value that %(name) found (owned) for the specifier being read. */
  private named: PyObject | null = null;
  /** The name in %(name) of the specifier being read, and where its % stands. */
  private key: string | null = null;
  private start = 0;
  /** The str argument (owned) that makes up the whole result: _PyUnicodeWriter keeps the first piece as it is when it is the last, too. */
  whole: PyObject | null = null;

  constructor(m: Machine, pattern: string, args: PyObject, flavour: Flavour) {
    this.m = m;
    this.pattern = pattern;
    this.args = args;
    this.flavour = flavour;
    this.items = isTuple(args) ? tupleItems(args) : null;
    const isText = flavour.bytes ? bytesLikeOrNull(m, args, true) !== null : isStr(args);
    this.mapping = this.items === null && !isText && !(flavour.bytes && isStr(args)) && args.ob_type.mp_subscript !== null ? args : null;
  }

  run(): string {
    const { pattern, m } = this;
    m.chargeWork(pattern.length);
    let out = '';
    while (this.at < pattern.length) {
      const percent = pattern.indexOf('%', this.at);
      if (percent < 0) {
        out += pattern.slice(this.at);
        break;
      }
      out += pattern.slice(this.at, percent);
      this.at = percent + 1;
      this.start = percent;
      this.key = null;
      out += this.field(out === '');
      m.chargeWork(out.length >> 4);
    }
    const left = this.items === null ? this.used === 0 && this.mapping === null : this.used < this.items.length;
    if (left && this.whole !== null) decref(m, this.whole);
    if (left) throw typeError(m, `not all arguments converted during ${this.flavour.typeName} formatting${m.profile.percentNamesFormat ? ` (required ${this.items === null ? 0 : this.used}, got ${this.items?.length ?? 1})` : ''}`);
    return out;
  }

  /** What is wrong with an argument: 3.15 says with which (FORMAT_ERROR). */
  private wrongArgument(type: PyType, text: string, before: string): PyRaise {
    const { m } = this;
    if (!m.profile.percentNamesFormat) return raise(m, type, before);
    const which = this.key !== null ? ` ${this.quotedKey(this.key)}` : this.items !== null ? ` ${this.used}` : '';
    return raise(m, type, `format argument${which}: ${text}`);
  }

  private quotedKey(key: string): string {
    const object = this.keyObject(key);
    const text = reprText(this.m, object);
    decref(this.m, object);
    return text;
  }

  private keyObject(name: string): PyObject {
    return this.flavour.bytes ? newBytes(this.m, latin1Bytes(name)) : newStr(this.m, name);
  }

  /** What is wrong with the format itself: 3.15 says where (in characters). */
  private wrongFormat(text: (position: number) => string, before: string): PyRaise {
    return valueError(this.m, this.m.profile.percentNamesFormat ? text(this.position(this.start)) : before);
  }

  private position(at: number): number {
    return this.flavour.bytes ? at : [...this.pattern.slice(0, at)].length;
  }

  private field(isFirst: boolean): string {
    const { pattern, m } = this;
    if (pattern.charAt(this.at) === '%') {
      this.at++;
      return '%';
    }
    try {
      if (pattern.charAt(this.at) === '(') this.findNamed();
      const spec = this.specifier();
      const value = this.next();
      const piece = this.pad(this.convert(spec, value), spec);
      const isWhole = isFirst && this.at === pattern.length && piece !== '' && spec.conversion === 's' && value.ob_type === m.types.str && piece === (value.data as StrData).value;
      if (isWhole) this.whole = incref(value);
      return piece;
    } finally {
      if (this.named !== null) decref(m, this.named);
      this.named = null;
    }
  }

  /** %(name): looks the value up. */
  private findNamed(): void {
    const { m, pattern } = this;
    if (this.mapping === null) throw typeError(m, m.profile.percentNamesFormat ? `format requires a mapping, not ${qualifiedTypeName(m, this.args.ob_type)}` : 'format requires a mapping');
    let depth = 1;
    const start = ++this.at;
    while (depth > 0 && this.at < pattern.length) {
      const char = pattern.charAt(this.at++);
      if (char === ')') depth--;
      else if (char === '(') depth++;
    }
    if (depth > 0) throw this.wrongFormat((at) => `stray % or incomplete format key at position ${at}`, 'incomplete format key');
    const name = pattern.slice(start, this.at - 1);
    this.key = name;
    const key = this.keyObject(name);
    try {
      this.named = getItem(m, this.mapping, key);
    } finally {
      decref(m, key);
    }
  }

  private specifier(): Specifier {
    const { pattern } = this;
    const spec: Specifier = { left: false, plus: false, blank: false, alternate: false, zero: false, width: -1, precision: -1, conversion: '' };
    for (; this.at < pattern.length; this.at++) {
      const char = pattern.charAt(this.at);
      if (char === '-') spec.left = true;
      else if (char === '+') spec.plus = true;
      else if (char === ' ') spec.blank = true;
      else if (char === '#') spec.alternate = true;
      else if (char === '0') spec.zero = true;
      else break;
    }
    spec.width = this.size('width too big');
    if (spec.width < -1) {
      spec.left = true;
      spec.width = -spec.width;
    }
    if (pattern.charAt(this.at) === '.') {
      this.at++;
      spec.precision = Math.max(0, this.size('precision too big'));
    }
    if (/^[hlL]$/.test(pattern.charAt(this.at))) this.at++;
    if (this.at >= pattern.length) throw this.wrongFormat((at) => `stray % at position ${at}`, 'incomplete format');
    spec.conversion = String.fromCodePoint(pattern.codePointAt(this.at) as number);
    this.at += spec.conversion.length;
    return spec;
  }

  /** A width or precision: digits, or `*` for the next argument; -1 = absent. */
  private size(tooBig: 'width too big' | 'precision too big'): number {
    const { m, pattern } = this;
    if (pattern.charAt(this.at) === '*') {
      this.at++;
      const value = this.next();
      if (!isInt(value)) throw this.wrongArgument(m.types.TypeError, `* requires int, not ${qualifiedTypeName(m, value.ob_type)}`, '* wants int');
      return tooBig === 'width too big' ? sizeArgument(m, value) : intArgument(m, value);
    }
    const start = this.at;
    while (/^[0-9]$/.test(pattern.charAt(this.at))) this.at++;
    if (this.at === start) return -1;
    const size = Number(pattern.slice(start, this.at));
    if (size > (tooBig === 'width too big' ? Number.MAX_SAFE_INTEGER * 1024 : 2147483647)) throw this.wrongFormat((at) => `${tooBig} at position ${at}`, tooBig);
    return size;
  }

  /** The next argument (borrowed). */
  private next(): PyObject {
    if (this.named !== null) return this.named;
    if (this.items === null) {
      if (this.used++ === 0) return this.args;
    } else {
      const item = this.items[this.used++];
      if (item !== undefined) return item;
    }
    throw typeError(this.m, `not enough arguments for format string${this.m.profile.percentNamesFormat ? ` (got ${this.items?.length ?? 1})` : ''}`);
  }

  /** The converted value without padding: sign and prefix, body. */
  private convert(spec: Specifier, value: PyObject): { sign: string; prefix: string; body: string; numeric: boolean } {
    const { m } = this;
    const c = spec.conversion;
    const text = (body: string) => ({ sign: '', prefix: '', body, numeric: false });
    switch (c) {
      case 's': return text(clip(this.flavour.bytes ? this.bytesText(value) : ownText(m, toStr(m, value)), spec.precision));
      case 'b':
        if (!this.flavour.bytes) break;
        return text(clip(this.bytesText(value), spec.precision));
      case 'r':
        return text(clip(ownText(m, this.flavour.bytes ? ascii(m, value) : repr(m, value)), spec.precision));
      case 'a': return text(clip(ownText(m, ascii(m, value)), spec.precision));
      case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': return this.integer(spec, value);
      case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return this.real(spec, value);
      case 'c': return text(this.flavour.bytes ? this.byteChar(value) : this.char(value));
      default: break;
    }
    const code = c.codePointAt(0) as number;
    const shown = code > 31 && code < 128 ? c : '?';
    throw this.wrongFormat((at) => this.unknownConversion(c, at), `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${this.at - 1}`);
  }

  private unknownConversion(c: string, start: number): string {
    if (/^[A-Za-z]$/.test(c)) return `unsupported format %${c} at position ${start}`;
    const hex = (c.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    const shown = c === "'" ? `"'"` : /^[ -~]$/.test(c) ? `'${c}'` : isPrintable(c.codePointAt(0) as number) ? `'${c}' (U+${hex})` : `U+${hex}`;
    return `stray % at position ${start} or unexpected format character ${shown} at position ${this.position(this.at - c.length)}`;
  }

  private integer(spec: Specifier, value: PyObject): { sign: string; prefix: string; body: string; numeric: boolean } {
    const { m } = this;
    const hex = spec.conversion === 'o' || spec.conversion === 'x' || spec.conversion === 'X';
    const exact = this.toInteger(value, hex, spec.conversion);
    const number = intValue(exact);
    decref(m, exact);
    const magnitude = number < 0 ? -number : number;
    const base = spec.conversion === 'o' ? 8 : hex ? 16 : 10;
    let body = base === 10 ? intToDecimal(m, magnitude) : intToBase(m, magnitude, base);
    let prefix = spec.alternate && hex ? `0${spec.conversion}` : '';
    if (spec.conversion === 'X') {
      body = body.toUpperCase();
      prefix = prefix.toUpperCase();
    }
    m.memory.expect(spec.precision);
    if (body.length < spec.precision) body = body.padStart(spec.precision, '0');
    return { sign: this.sign(spec, number < 0), prefix, body, numeric: true };
  }

  private toInteger(value: PyObject, hex: boolean, conversion: string): PyObject {
    const { m } = this;
    if (isInt(value)) return numberToInt(m, value);
    const type = value.ob_type;
    const isNumber = type.nb_int !== null || type.nb_float !== null || type.nb_index !== null;
    const wanted = hex ? 'an integer is required' : 'a real number is required';
    const named = `%${conversion} requires ${hex ? 'an integer' : 'a real number'}, not ${qualifiedTypeName(m, type)}`;
    const refusal = (): PyRaise => this.wrongArgument(m.types.TypeError, named, `%${conversion} format: ${wanted}, not ${type.tp_name}`);
    if (!isNumber) throw refusal();
    try {
      return hex ? index(m, value) : numberToInt(m, value);
    } catch (error) {
      if (error instanceof PyRaise && matches(error, m.types.TypeError)) {
        dropRaise(m, error);
        throw refusal();
      }
      throw error;
    }
  }

  private real(spec: Specifier, value: PyObject): { sign: string; prefix: string; body: string; numeric: boolean } {
    const { m } = this;
    if (value.ob_type.nb_float === null && value.ob_type.nb_index === null) {
      throw this.wrongArgument(
        m.types.TypeError, `%${spec.conversion} requires a real number, not ${qualifiedTypeName(m, value.ob_type)}`,
        this.flavour.bytes ? `float argument required, not ${value.ob_type.tp_name}` : `must be real number, not ${value.ob_type.tp_name}`,
      );
    }
    const exact = numberToFloat(m, value);
    const number = exact.data as number;
    decref(m, exact);
    m.memory.expect(spec.precision);
    const text = doubleToText(number, spec.conversion, spec.precision < 0 ? 6 : spec.precision, { alternate: spec.alternate });
    const negative = text.startsWith('-');
    return { sign: this.sign(spec, negative), prefix: '', body: negative ? text.slice(1) : text, numeric: true };
  }

  private sign(spec: Specifier, negative: boolean): string {
    return negative ? '-' : spec.plus ? '+' : spec.blank ? ' ' : '';
  }

  private char(value: PyObject): string {
    const { m } = this;
    if (isStr(value)) {
      if (value.data.length !== 1) throw this.wrongChar(`a string of length ${value.data.length}`);
      return value.data.value;
    }
    if (value.ob_type.nb_index === null) throw this.wrongChar(qualifiedTypeName(m, value.ob_type));
    const exact = index(m, value);
    const code = intValue(exact);
    decref(m, exact);
    if (code < 0 || code > 0x10ffff) throw this.wrongArgument(m.types.OverflowError, '%c argument not in range(0x110000)', '%c arg not in range(0x110000)');
    return String.fromCodePoint(Number(code));
  }

  private wrongChar(given: string): PyRaise {
    const before = this.m.profile.percentCharNamesValue ? `%c requires an int or a unicode character, not ${given}` : '%c requires int or char';
    return this.wrongArgument(this.m.types.TypeError, `%c requires an integer or a unicode character, not ${given}`, before);
  }

  private byteChar(value: PyObject): string {
    const { m } = this;
    const bytes = isBytes(value) || isBytearray(m, value) ? bytesLikeOrNull(m, value, false) : null;
    if (bytes !== null && bytes.length === 1) return latin1Text(bytes);
    if (value.ob_type.nb_index === null) {
      const wanted = '%c requires an integer in range(256) or a single byte';
      const text = `${wanted}, not ${bytes === null ? qualifiedTypeName(m, value.ob_type) : `a ${value.ob_type.tp_name} object of length ${bytes.length}`}`;
      throw this.wrongArgument(m.types.TypeError, text, m.profile.percentCharNamesValue ? text : wanted);
    }
    const exact = index(m, value);
    const code = intValue(exact);
    decref(m, exact);
    if (code < 0 || code > 255) throw this.wrongArgument(m.types.OverflowError, '%c argument not in range(256)', '%c arg not in range(256)');
    return String.fromCharCode(Number(code));
  }

  /** %b and %s of bytes: the bytes of the value. */
  private bytesText(value: PyObject): string {
    const { m } = this;
    const bytes = bytesLikeOrNull(m, value, true);
    if (bytes !== null) return latin1Text(bytes);
    const method = lookupSpecial(m, value, m.names.__bytes__ as PyObject);
    if (method === null) throw this.wrongArgument(m.types.TypeError, `%b requires a bytes-like object, or an object that implements __bytes__, not ${qualifiedTypeName(m, value.ob_type)}`, `%b requires a bytes-like object, or an object that implements __bytes__, not '${value.ob_type.tp_name}'`);
    try {
      const result = callNoArgs(m, method);
      try {
        const made = bytesLikeOrNull(m, result, false);
        if (made === null) throw wrongResult(m, { owner: value, method: '__bytes__', what: 'a bytes', before: `__bytes__ returned non-bytes (type ${result.ob_type.tp_name})` }, result);
        return latin1Text(made);
      } finally {
        decref(m, result);
      }
    } finally {
      decref(m, method);
    }
  }

  private pad(part: { sign: string; prefix: string; body: string; numeric: boolean }, spec: Specifier): string {
    const { m } = this;
    const text = part.sign + part.prefix + part.body;
    const length = part.numeric ? text.length : [...text].length;
    if (spec.width <= length) return text;
    m.memory.expect(spec.width);
    m.chargeWork(spec.width >> 3);
    const padding = spec.width - length;
    if (spec.left) return text + ' '.repeat(padding);
    if (spec.zero && part.numeric) return part.sign + part.prefix + '0'.repeat(padding) + part.body;
    return ' '.repeat(padding) + text;
  }
}

function ownText(m: Machine, o: PyObject): string {
  const text = strValue(o);
  decref(m, o);
  return text;
}

function clip(text: string, precision: number): string {
  if (precision < 0 || text.length <= precision) return text;
  return /[\ud800-\udbff]/.test(text) ? [...text].slice(0, precision).join('') : text.slice(0, precision);
}
