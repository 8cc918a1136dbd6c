// UnicodeError and its family (CPython 3.13 Objects/exceptions.c, UnicodeDecodeError_init, UnicodeDecodeError_str …).
import { badArgument } from './arguments.ts';
import type { Machine } from '../machine.ts';
import { asSize, strText } from './abstract.ts';
import { bytesLikeOrNull } from './buffer.ts';
import { bytesValue, newBytes } from './bytes.ts';
import { exceptionData, exceptionInit, extendedException, simpleException } from './exceptions.ts';
import { field, objectField, setField } from './exception-fields.ts';
import { newInt } from './int.ts';
import { decref, incref, type PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { codePoints, isStr, newStr, strData } from './str.ts';
import type { GetSetSpec, TypeSpec } from './type.ts';

const ENCODING = 0, OBJECT = 1, REASON = 2;

function positionField(name: 'start' | 'end'): GetSetSpec {
  return {
    name,
    kind: 'member',
    get: (m, self) => newInt(m, exceptionData(self)[name]),
    set(m, self, value) {
      if (value === null) throw typeError(m, "can't delete numeric/char attribute");
      exceptionData(self)[name] = asSize(m, value, m.types.OverflowError);
    },
  };
}

const sharedFields: readonly GetSetSpec[] = [
  objectField('encoding', ENCODING),
  objectField('object', OBJECT),
  positionField('start'),
  positionField('end'),
  objectField('reason', REASON),
];

function checkCount(m: Machine, args: readonly PyObject[], count: number): void {
  if (args.length !== count) throw typeError(m, `function takes exactly ${count} arguments (${args.length} given)`);
}

function requireStr(m: Machine, value: PyObject, position: number): void {
  if (!isStr(value)) throw badArgument(m, '', `argument ${position}`, 'str', value);
}

/** Encode and decode errors: (encoding, object, start, end, reason). */
function initCoding(m: Machine, self: PyObject, args: readonly PyObject[], decoding: boolean): void {
  checkCount(m, args, 5);
  const [encoding, object, start, end, reason] = args as [PyObject, PyObject, PyObject, PyObject, PyObject];
  requireStr(m, encoding, 1);
  requireStr(m, reason, 5);
  const data = exceptionData(self);
  data.start = asSize(m, start, m.types.OverflowError);
  data.end = asSize(m, end, m.types.OverflowError);
  setField(m, self, ENCODING, encoding);
  setField(m, self, REASON, reason);
  if (!decoding) {
    requireStr(m, object, 2);
    setField(m, self, OBJECT, object);
    return;
  }
  if (object.ob_type === m.types.bytes) {
    setField(m, self, OBJECT, object);
    return;
  }
  const bytes = bytesLikeOrNull(m, object, true);
  if (bytes === null) throw typeError(m, `a bytes-like object is required, not '${object.ob_type.tp_name}'`);
  const copy = newBytes(m, bytes);
  setField(m, self, OBJECT, copy);
  decref(m, copy);
}

function parts(m: Machine, self: PyObject): { encoding: string; reason: string; object: PyObject; start: number; end: number } | null {
  const object = field(self, OBJECT);
  if (object === null) return null;
  const text = (index: number): string => {
    const value = field(self, index);
    return value === null ? '' : strText(m, value);
  };
  const { start, end } = exceptionData(self);
  return { encoding: text(ENCODING), reason: text(REASON), object, start, end };
}

function escaped(code: number): string {
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

export const unicodeErrorSpecs = {
  UnicodeError: simpleException('UnicodeError', 'ValueError', 'Unicode related error.'),
  UnicodeEncodeError: extendedException({
    name: 'UnicodeEncodeError',
    base: 'UnicodeError',
    basicsize: 112,
    doc: 'Unicode encoding error.',
    getset: sharedFields,
    slots: {
      tp_init(m, self, args, kwnames) {
        exceptionInit(m, self, args, kwnames);
        initCoding(m, self, args, false);
      },
      tp_str(m, self) {
        const p = parts(m, self);
        if (p === null) return incref(m.emptyStr);
        const data = strData(p.object);
        if (p.start < data.length && p.end === p.start + 1) {
          const bad = escaped(codePoints(data)[p.start] ?? 0);
          return newStr(m, `'${p.encoding}' codec can't encode character '${bad}' in position ${p.start}: ${p.reason}`);
        }
        return newStr(m, `'${p.encoding}' codec can't encode characters in position ${p.start}-${p.end - 1}: ${p.reason}`);
      },
    },
  }),
  UnicodeDecodeError: extendedException({
    name: 'UnicodeDecodeError',
    base: 'UnicodeError',
    basicsize: 112,
    doc: 'Unicode decoding error.',
    getset: sharedFields,
    slots: {
      tp_init(m, self, args, kwnames) {
        exceptionInit(m, self, args, kwnames);
        initCoding(m, self, args, true);
      },
      tp_str(m, self) {
        const p = parts(m, self);
        if (p === null) return incref(m.emptyStr);
        const bytes = bytesValue(p.object);
        if (p.start < bytes.length && p.end === p.start + 1) {
          const bad = (bytes[p.start] ?? 0).toString(16).padStart(2, '0');
          return newStr(m, `'${p.encoding}' codec can't decode byte 0x${bad} in position ${p.start}: ${p.reason}`);
        }
        return newStr(m, `'${p.encoding}' codec can't decode bytes in position ${p.start}-${p.end - 1}: ${p.reason}`);
      },
    },
  }),
  UnicodeTranslateError: extendedException({
    name: 'UnicodeTranslateError',
    base: 'UnicodeError',
    basicsize: 112,
    doc: 'Unicode translation error.',
    getset: sharedFields,
    slots: {
      tp_init(m, self, args, kwnames) {
        exceptionInit(m, self, args, kwnames);
        checkCount(m, args, 4);
        const [object, start, end, reason] = args as [PyObject, PyObject, PyObject, PyObject];
        requireStr(m, object, 1);
        requireStr(m, reason, 4);
        setField(m, self, OBJECT, object);
        setField(m, self, REASON, reason);
        exceptionData(self).start = asSize(m, start, m.types.OverflowError);
        exceptionData(self).end = asSize(m, end, m.types.OverflowError);
      },
      tp_str(m, self) {
        const p = parts(m, self);
        if (p === null) return incref(m.emptyStr);
        const data = strData(p.object);
        if (p.start < data.length && p.end === p.start + 1) {
          return newStr(m, `can't translate character '${escaped(codePoints(data)[p.start] ?? 0)}' in position ${p.start}: ${p.reason}`);
        }
        return newStr(m, `can't translate characters in position ${p.start}-${p.end - 1}: ${p.reason}`);
      },
    },
  }),
} as const satisfies Record<string, TypeSpec>;
