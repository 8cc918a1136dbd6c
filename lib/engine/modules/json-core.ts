// _json: the encoder and decoder of json (CPython Modules/_json.c). The classes around them are Python (py/json.py.ts).
import { qualifiedTypeName } from '../objects/type-attributes.ts';
import { addNote } from '../objects/exceptions.ts';
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { callMethodNamed, reprText } from '../objects/abstract.ts';
import { call, callOne, enterRecursive, leaveRecursive } from '../objects/call.ts';
import { dictItemPairs, dictSet, isAnyDict, newDict } from '../objects/dict.ts';
import { isFloat, newFloat } from '../objects/float.ts';
import { intToDecimal } from '../objects/int-parse.ts';
import { intFromText } from '../objects/int-new.ts';
import { intValue, isInt, newInt } from '../objects/int.ts';
import { isList, listAppendStolen, listItems, newList, sequenceList } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { floatRepr } from '../objects/number-text.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { stopIterationOf } from '../objects/generator.ts';
import { newNativeFunction } from '../objects/native-function.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { isStr, newStr, newStrAscii, strLength, strValue } from '../objects/str.ts';
import { isTuple, newTuple, tupleItems } from '../objects/tuple.ts';
import type { NativeSpec } from '../objects/type.ts';

// --- encoding -----------------------------------------------------------------------------------------------------------------------------

const SHORT: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b' };

const unicodeEscape = (unit: string): string => SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text as a JSON string. */
function quote(m: Machine, text: string, ascii: boolean): string {
  m.chargeWork((text.length >> 2) + 1);
  return ascii ? `"${text.replace(/["\\]|[^ -~]/g, unicodeEscape)}"` : `"${text.replace(/["\\\x00-\x1f]/g, unicodeEscape)}"`;
}

/** Options of one encoding. */
interface EncodeOptions {
  readonly skipkeys: boolean;
  readonly ascii: boolean;
  readonly allowNan: boolean;
  readonly checkCircular: boolean;
  /** null = everything on one line. */
  readonly indent: string | null;
  readonly keySeparator: string;
  readonly itemSeparator: string;
  readonly sortKeys: boolean;
  /** Called for what JSON has no form for (borrowed). */
  readonly fallback: PyObject;
}

class Encoder {
  private readonly m: Machine;
  private readonly options: EncodeOptions;
  private readonly active = new Set<PyObject>();
  private readonly parts: string[] = [];
  private length = 0;

  constructor(m: Machine, options: EncodeOptions) {
    this.m = m;
    this.options = options;
  }

  encode(o: PyObject): string {
    this.value(o, '\n');
    return this.parts.join('');
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    this.m.memory.expect(this.length);
    this.m.chargeWork(4);
  }

  private float(value: number): string {
    if (Number.isFinite(value)) return floatRepr(value);
    if (!this.options.allowNan) throw valueError(this.m, `Out of range float values are not JSON compliant${this.m.profile.jsonNames ? `: ${floatRepr(value)}` : ''}`);
    return value !== value ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }

  /** `line` is a newline with the indentation of the value's container. */
  private value(o: PyObject, line: string): void {
    const { m } = this;
    if (isStr(o)) this.write(quote(m, strValue(o), this.options.ascii));
    else if (o === m.None) this.write('null');
    else if (o === m.True) this.write('true');
    else if (o === m.False) this.write('false');
    else if (isInt(o)) this.write(intToDecimal(m, intValue(o)));
    else if (isFloat(m, o)) this.write(this.float(o.data));
    else this.compound(o, line);
  }

  /** A value inside of something; from 3.14 on an exception gets a note that says in what. */
  private located(o: PyObject, line: string, place: () => string): void {
    try {
      this.value(o, line);
    } catch (error) {
      if (error instanceof PyRaise && this.m.profile.jsonErrorNotes) addNote(this.m, error.exc, `when serializing ${place()}`);
      throw error;
    }
  }

  private compound(o: PyObject, line: string): void {
    const { m } = this;
    if (this.options.checkCircular) {
      if (this.active.has(o)) throw valueError(m, 'Circular reference detected');
      this.active.add(o);
    }
    enterRecursive(m, ' while encoding a JSON object');
    try {
      if (isList(o) || isTuple(o)) this.array(o, isList(o) ? listItems(o) : tupleItems(o), line);
      else if (isAnyDict(m, o)) this.object(o, line);
      else {
        const replaced = callOne(m, this.options.fallback, o);
        try {
          this.located(replaced, line, () => `${qualifiedTypeName(m, o.ob_type)} object`);
        } finally {
          decref(m, replaced);
        }
      }
    } finally {
      leaveRecursive(m);
      this.active.delete(o);
    }
  }

  private array(o: PyObject, items: readonly PyObject[], line: string): void {
    if (items.length === 0) {
      this.write('[]');
      return;
    }
    const { indent, itemSeparator } = this.options;
    const inner = indent === null ? '' : line + indent;
    const separator = itemSeparator + inner;
    this.write(`[${inner}`);
    for (let i = 0; i < items.length; i++) {
      if (i > 0) this.write(separator);
      this.located(items[i] as PyObject, inner, () => `${qualifiedTypeName(this.m, o.ob_type)} item ${i}`);
    }
    this.write(indent === null ? ']' : `${line}]`);
  }

  private object(o: PyObject, line: string): void {
    const { m, options } = this;
    const pairs = this.pairs(o);
    try {
      if (pairs.length === 0) {
        this.write('{}');
        return;
      }
      const inner = options.indent === null ? '' : line + options.indent;
      const separator = options.itemSeparator + inner;
      let first = true;
      for (const [key, value] of pairs) {
        const text = this.key(key);
        if (text === null) continue;
        this.write((first ? `{${inner}` : separator) + quote(m, text, options.ascii) + options.keySeparator);
        first = false;
        this.located(value, inner, () => `${qualifiedTypeName(m, o.ob_type)} item ${reprText(m, key)}`);
      }
      if (first) this.write('{');
      this.write(options.indent === null || first ? '}' : `${line}}`);
    } finally {
      for (const [key, value] of pairs) {
        decref(m, key);
        decref(m, value);
      }
    }
  }

  /** The items (new references), sorted if asked for. */
  private pairs(o: PyObject): [PyObject, PyObject][] {
    const { m } = this;
    const exact = o.ob_type === m.types.dict || o.ob_type === m.types.frozendict;
    if (exact && !this.options.sortKeys) return dictItemPairs(o).map(([key, value]) => [incref(key), incref(value)]);
    const view = callMethodNamed(m, o, 'items');
    const list = sequenceList(m, view);
    try {
      if (this.options.sortKeys) decref(m, callMethodNamed(m, list, 'sort'));
      return listItems(list).map((item) => {
        if (!isTuple(item) || tupleItems(item).length !== 2) throw valueError(m, 'items must return 2-tuples');
        return [incref(tupleItems(item)[0] as PyObject), incref(tupleItems(item)[1] as PyObject)];
      });
    } finally {
      decref(m, list);
      decref(m, view);
    }
  }

  /** A key as text; null = skipped. */
  private key(key: PyObject): string | null {
    const { m } = this;
    if (isStr(key)) return strValue(key);
    if (isFloat(m, key)) return this.float(key.data);
    if (key === m.True) return 'true';
    if (key === m.False) return 'false';
    if (key === m.None) return 'null';
    if (isInt(key)) return intToDecimal(m, intValue(key));
    if (this.options.skipkeys) return null;
    throw typeError(m, `keys must be str, int, float, bool or None, not ${key.ob_type.tp_name}`);
  }
}

/** encode(o, skipkeys, ensure_ascii, check_circular, allow_nan, indent, key_separator, item_separator, sort_keys, default). */
function encode(m: Machine, _self: PyObject, args: readonly PyObject[]): PyObject {
  const flag = (i: number): boolean => args[i] === m.True;
  const text = (i: number): string => strValue(args[i] as PyObject);
  const options: EncodeOptions = {
    skipkeys: flag(1), ascii: flag(2), checkCircular: flag(3), allowNan: flag(4), indent: args[5] === m.None ? null : text(5),
    keySeparator: text(6), itemSeparator: text(7), sortKeys: flag(8), fallback: args[9] as PyObject,
  };
  const result = new Encoder(m, options).encode(args[0] as PyObject);
  return newStr(m, result);
}

function quoteFunction(ascii: boolean) {
  return (m: Machine, _self: PyObject, text: PyObject): PyObject => {
    if (!isStr(text)) throw typeError(m, `first argument must be a string, not ${text.ob_type.tp_name}`);
    return newStr(m, quote(m, strValue(text), ascii));
  };
}

// --- decoding -----------------------------------------------------------------------------------------------------------------------------

/** Options of one decoding (borrowed references; null = the plain way). */
interface DecodeOptions {
  readonly strict: boolean;
  readonly objectHook: PyObject | null;
  readonly pairsHook: PyObject | null;
  readonly parseFloat: PyObject | null;
  readonly parseInt: PyObject | null;
  readonly parseConstant: PyObject | null;
  /** JSONDecodeError. */
  readonly errorClass: PyObject;
}

const NUMBER = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const PLAIN_TEXT = /[^"\\\x00-\x1f]*/y;
const CONSTANTS: readonly string[] = ['NaN', 'Infinity', '-Infinity'];

class Decoder {
  private readonly m: Machine;
  private readonly document: PyObject;
  private readonly text: string;
  private readonly options: DecodeOptions;
  private readonly memo = new Map<string, PyObject>();
  at: number;

  constructor(m: Machine, document: PyObject, start: number, options: DecodeOptions) {
    this.m = m;
    this.document = document;
    this.text = strValue(document);
    this.at = start;
    this.options = options;
  }

  /** Forgets the shared keys. */
  release(): void {
    for (const key of this.memo.values()) decref(this.m, key);
    this.memo.clear();
  }

  fail(message: string, position: number): PyRaise {
    const { m } = this;
    const at = newInt(m, this.points(position));
    const text = newStr(m, message);
    try {
      return new PyRaise(call(m, this.options.errorClass, [text, this.document, at]));
    } finally {
      decref(m, at);
      decref(m, text);
    }
  }

  /** A UTF-16 position as a character index. */
  points(position: number): number {
    return strLength(this.document) === this.text.length ? position : [...this.text.slice(0, position)].length;
  }

  private skip(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.at++;
    }
  }

  value(): PyObject {
    const { m, text } = this;
    m.chargeWork(8);
    const start = this.at;
    switch (text.charAt(start)) {
      case '"': return this.newText(this.string());
      case '{': return this.object();
      case '[': return this.array();
      case 'n': if (text.startsWith('null', start)) return this.constant(4, m.None); break;
      case 't': if (text.startsWith('true', start)) return this.constant(4, m.True); break;
      case 'f': if (text.startsWith('false', start)) return this.constant(5, m.False); break;
      default: break;
    }
    return this.number(start);
  }

  private constant(length: number, value: PyObject): PyObject {
    this.at += length;
    return incref(value);
  }

  private newText(text: string): PyObject {
    return newStr(this.m, text);
  }

  private number(start: number): PyObject {
    const { m, text } = this;
    NUMBER.lastIndex = start;
    const match = NUMBER.exec(text);
    if (match === null) return this.special(start);
    this.at = start + match[0].length;
    const isFloatText = match[2] !== undefined || match[3] !== undefined;
    const parser = isFloatText ? this.options.parseFloat : this.options.parseInt;
    if (parser !== null) return this.parsed(parser, match[0]);
    if (isFloatText) return newFloat(m, Number(match[0]));
    const digits = match[0];
    return digits.length < 16 ? newInt(m, Number(digits) + 0) : intFromText(m, this.document, digits, 10);
  }

  private parsed(parser: PyObject, text: string): PyObject {
    const argument = newStrAscii(this.m, text);
    try {
      return callOne(this.m, parser, argument);
    } finally {
      decref(this.m, argument);
    }
  }

  private special(start: number): PyObject {
    for (const name of CONSTANTS) {
      if (!this.text.startsWith(name, start)) continue;
      this.at = start + name.length;
      if (this.options.parseConstant !== null) return this.parsed(this.options.parseConstant, name);
      return newFloat(this.m, name === 'NaN' ? NaN : name === 'Infinity' ? Infinity : -Infinity);
    }
    throw stopIterationOf(this.m, newInt(this.m, this.points(start)));
  }

  /** The text of the string that starts at `at`; leaves `at` behind it. */
  private string(): string {
    const { text } = this;
    const begin = this.at;
    let i = begin + 1;
    let out = '';
    for (;;) {
      PLAIN_TEXT.lastIndex = i;
      const plain = PLAIN_TEXT.exec(text)?.[0] ?? '';
      this.m.chargeWork(plain.length >> 2);
      out += plain;
      i += plain.length;
      if (i >= text.length) throw this.fail('Unterminated string starting at', begin);
      const char = text.charAt(i);
      if (char === '"') {
        this.at = i + 1;
        return out;
      }
      if (char !== '\\') {
        if (this.options.strict) throw this.fail('Invalid control character at', i);
        out += char;
        i++;
        continue;
      }
      const kind = text.charAt(i + 1);
      if (kind === '') throw this.fail('Unterminated string starting at', begin);
      if (kind === 'u') {
        const digits = text.slice(i + 2, i + 6);
        if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.fail('Invalid \\uXXXX escape', i + 1);
        out += String.fromCharCode(Number.parseInt(digits, 16));
        i += 6;
        continue;
      }
      const plainEscape = ({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' } as Readonly<Record<string, string>>)[kind];
      if (plainEscape === undefined) throw this.fail('Invalid \\escape', i);
      out += plainEscape;
      i += 2;
    }
  }

  private array(): PyObject {
    const { m, text } = this;
    // No function of its own for the count: host frames per level decide how deep the host's stack reaches.
    enterRecursive(m, ' while decoding a JSON array from a unicode string');
    const list = newList(m, []);
    const items: PyObject[] = [];
    try {
      this.at++;
      this.skip();
      if (text.charAt(this.at) === ']') {
        this.at++;
        return incref(list);
      }
      for (;;) {
        items.push(this.value());
        this.skip();
        const char = text.charAt(this.at);
        if (char === ']') break;
        if (char !== ',') throw this.fail("Expecting ',' delimiter", this.at);
        const comma = this.at++;
        this.skip();
        if (text.charAt(this.at) === ']' && m.profile.jsonTrailingComma) throw this.fail('Illegal trailing comma before end of array', comma);
      }
      this.at++;
      const made = newListByAppends(m, list, items.splice(0));
      return incref(made);
    } finally {
      for (const item of items) decref(m, item);
      decref(m, list);
      leaveRecursive(m);
    }
  }

  private object(): PyObject {
    const { m, text, options } = this;
    enterRecursive(m, ' while decoding a JSON object from a unicode string');
    const pairs: [PyObject, PyObject][] = [];
    const dict = newDict(m);
    try {
      this.at++;
      this.skip();
      if (text.charAt(this.at) === '}') this.at++;
      else {
        for (;;) {
          if (text.charAt(this.at) !== '"') throw this.fail('Expecting property name enclosed in double quotes', this.at);
          const key = this.sharedKey(this.string());
          this.skip();
          if (text.charAt(this.at) !== ':') throw this.fail("Expecting ':' delimiter", this.at);
          this.at++;
          this.skip();
          const value = this.value();
          if (options.pairsHook !== null) pairs.push([incref(key), value]);
          else {
            dictSet(m, dict, key, value);
            decref(m, value);
          }
          this.skip();
          const char = text.charAt(this.at);
          if (char === '}') break;
          if (char !== ',') throw this.fail("Expecting ',' delimiter", this.at);
          const comma = this.at++;
          this.skip();
          if (text.charAt(this.at) === '}' && m.profile.jsonTrailingComma) throw this.fail('Illegal trailing comma before end of object', comma);
        }
        this.at++;
      }
      if (options.pairsHook !== null) {
        const list = newList(m, pairs.splice(0).map(([key, value]) => newTuple(m, [key, value])));
        return callAndDrop(m, options.pairsHook, list);
      }
      return options.objectHook === null ? incref(dict) : callAndDrop(m, options.objectHook, incref(dict));
    } finally {
      for (const [key, value] of pairs) {
        decref(m, key);
        decref(m, value);
      }
      decref(m, dict);
      leaveRecursive(m);
    }
  }

  /** Equal keys of one document are one object (borrowed). */
  private sharedKey(text: string): PyObject {
    let key = this.memo.get(text);
    if (key === undefined) {
      key = newStr(this.m, text);
      this.memo.set(text, key);
    }
    return key;
  }
}

function callAndDrop(m: Machine, hook: PyObject, argument: PyObject): PyObject {
  try {
    return callOne(m, hook, argument);
  } finally {
    decref(m, argument);
  }
}

/** The list as PyList_Append would have grown it. */
function newListByAppends(m: Machine, list: PyObject, items: PyObject[]): PyObject {
  for (const item of items) listAppendStolen(m, list, item);
  return list;
}

/** make_scanner(options): scan_once(string, idx) → (value, end). Like CPython's Scanner it raises StopIteration(position) where no value begins. */
function makeScanner(m: Machine, _self: PyObject, options: PyObject): PyObject {
  return newNativeFunction(m, SCAN_ONCE, options, null);
}

/** self: (strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error class). */
const SCAN_ONCE: NativeSpec = {
  name: 'scan_once', kind: 'fast', min: 2, max: 2,
  fn(m, self, args) {
    const document = args[0] as PyObject;
    if (!isStr(document)) throw typeError(m, `first argument must be a string, not ${document.ob_type.tp_name}`);
    const options = tupleItems(self as PyObject);
    const hook = (i: number): PyObject | null => (options[i] === m.None ? null : options[i] as PyObject);
    const start = Number(intValue(args[1] as PyObject));
    if (start < 0) throw valueError(m, 'idx cannot be negative');
    const decoder = new Decoder(m, document, start, {
      strict: options[0] === m.True, objectHook: hook(1), pairsHook: hook(2), parseFloat: hook(3), parseInt: hook(4), parseConstant: hook(5), errorClass: options[6] as PyObject,
    });
    try {
      const value = decoder.value();
      return newTuple(m, [value, newInt(m, decoder.points(decoder.at))]);
    } finally {
      decoder.release();
    }
  },
};

/** Makes the module. */
export function nativeJsonModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_json',
    doc: 'json speedups\n',
    functions: [
      { name: 'encode', kind: 'fast', min: 10, max: 10, fn: encode },
      { name: 'make_scanner', kind: 'o', fn: makeScanner },
      { name: 'encode_basestring', kind: 'o', fn: quoteFunction(false) },
      { name: 'encode_basestring_ascii', kind: 'o', fn: quoteFunction(true) },
    ],
  });
}
