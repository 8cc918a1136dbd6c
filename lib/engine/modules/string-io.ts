// StringIO (CPython 3.13 Modules/_io/stringio.c).
import type { Machine } from '../machine.ts';
import { asSize } from '../objects/abstract.ts';
import { parseArgs } from '../objects/arguments.ts';
import { newBool } from '../objects/bool.ts';
import { genericAlloc, visitInstanceDict } from '../objects/instance.ts';
import { newInt, newSizeInt } from '../objects/int.ts';
import { incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { raise, typeError, valueError } from '../objects/raise.ts';
import { textRepr } from '../objects/str-repr.ts';
import { isStr, newStr, strData, strValue } from '../objects/str.ts';
import { TypeFlag } from '../objects/type.ts';
import type { NativeSpec, TypeSpec } from '../objects/type.ts';
import { deallocStream, exitMethod, none } from './io-base.ts';
import { advance, ASTRAL, codePointCount, lineEnd, linesOf, newlineArgument, newlinesSeen, noteEnds, writeLines } from './io-lines.ts';
import type { Newline } from './io-lines.ts';
import { countArgument, unsupported } from './io-streams.ts';

class StringData {
  text = '';
  /** Whether the text has ever held characters of two JavaScript units. */
  wide = false;
  /** Position in code points; `ascii` texts use it as an index. */
  position = 0;
  newline: Newline = '\n';
  closed = false;
  seen = 0;
  /** The simulated buffer: room for so many UCS-4 characters. */
  block = 0;
  room = 0;
}

const stringData = (o: PyObject): StringData => o.data as StringData;

function openString(m: Machine, self: PyObject): StringData {
  const data = stringData(self);
  if (data.closed) throw valueError(m, 'I/O operation on closed file');
  return data;
}

/** resize_buffer: four bytes a character. */
function reserve(m: Machine, data: StringData, chars: number): void {
  const size = chars + 1;
  let room: number;
  if (size < data.room / 2) room = size + 1;
  else if (size < data.room) return;
  else if (size <= data.room * 1.125) room = size + (size >> 3) + (size < 9 ? 3 : 6);
  else room = size + 1;
  data.block = data.block === 0 ? m.memory.alloc(room * 4) : m.memory.realloc(data.block, room * 4);
  data.room = room;
}

function writeString(m: Machine, data: StringData, raw: string): void {
  let text = raw;
  if (data.newline === null || data.newline === '') data.seen |= noteEnds(raw);
  if (data.newline === null) text = raw.replace(/\r\n?/g, '\n');
  else if (data.newline !== '' && data.newline !== '\n') text = raw.replaceAll('\n', data.newline);
  if (text === '') return;
  m.chargeWork(text.length >> 3);
  data.wide ||= ASTRAL.test(text);
  const { wide } = data;
  const length = wide ? codePointCount(data.text) : data.text.length;
  const added = wide ? codePointCount(text) : text.length;
  reserve(m, data, Math.max(length, data.position + added));
  if (data.position === length) data.text += text;
  else if (data.position > length) data.text += '\0'.repeat(data.position - length) + text;
  else {
    const from = wide ? advance(data.text, 0, data.position) : data.position;
    data.text = data.text.slice(0, from) + text + data.text.slice(wide ? advance(data.text, from, added) : from + added);
  }
  data.position += added;
}

function readString(data: StringData, from: number, to: number): string {
  const text = data.text.slice(from, to);
  data.position += codePointCount(text);
  return text;
}

const startOf = (data: StringData): number => advance(data.text, 0, data.position, data.wide);

function readStringLine(m: Machine, data: StringData, limit: number): string {
  const from = startOf(data);
  let to = lineEnd(data.text, from, data.newline);
  if (limit >= 0) to = Math.min(to, advance(data.text, from, limit, data.wide));
  m.chargeWork((to - from) >> 3);
  return readString(data, from, to);
}

function stringInit(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const [initial, newline] = parseArgs(m, { name: 'StringIO', params: ['initial_value', 'newline'] }, args, kwnames);
  if (initial !== null && initial !== undefined && initial !== m.None && !isStr(initial)) throw typeError(m, `initial_value must be str or None, not ${initial.ob_type.tp_name}`);
  const data = stringData(self);
  data.newline = newlineArgument(m, newline, '\n', textRepr);
  data.text = '';
  data.wide = false;
  data.position = data.seen = 0;
  data.closed = false;
  reserve(m, data, 0);
  if (initial !== null && initial !== undefined && isStr(initial)) {
    writeString(m, data, strValue(initial));
    data.position = 0;
  }
}

function closeString(m: Machine, data: StringData): void {
  data.closed = true;
  if (data.block !== 0) m.memory.free(data.block);
  data.block = data.room = 0;
}

const stringMethods: readonly NativeSpec[] = [
  {
    name: 'getvalue', kind: 'noargs', doc: 'Retrieve the entire contents of the object.',
    fn(m, self) {
      const { text } = openString(m, self);
      m.chargeWork(text.length >> 3);
      return newStr(m, text);
    },
  },
  {
    name: 'read', kind: 'fast', min: 0, max: 1,
    fn(m, self, args) {
      const data = openString(m, self);
      const count = countArgument(m, args[0]);
      const from = startOf(data);
      const to = count < 0 ? data.text.length : advance(data.text, from, count, data.wide);
      m.chargeWork((to - from) >> 3);
      return newStr(m, readString(data, from, to));
    },
  },
  { name: 'readline', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => newStr(m, readStringLine(m, openString(m, self), countArgument(m, args[0]))) },
  { name: 'readlines', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => linesOf(m, self, args, () => readStringLine(m, openString(m, self), -1)) },
  {
    name: 'write', kind: 'o',
    fn(m, self, text) {
      if (!isStr(text)) throw typeError(m, `string argument expected, got '${text.ob_type.tp_name}'`);
      writeString(m, openString(m, self), strValue(text));
      return newSizeInt(m, strData(text).length);
    },
  },
  { name: 'writelines', kind: 'o', fn: writeLines },
  {
    name: 'seek', kind: 'fast', min: 1, max: 2,
    fn(m, self, args) {
      const data = openString(m, self);
      const offset = asSize(m, args[0] as PyObject, m.types.OverflowError);
      const whence = args[1] === undefined ? 0 : asSize(m, args[1], null);
      if (whence < 0 || whence > 2) throw valueError(m, `Invalid whence (${whence}, should be 0, 1 or 2)`);
      if (whence === 0 && offset < 0) throw valueError(m, `Negative seek position ${offset}`);
      if (whence !== 0 && offset !== 0) throw raise(m, m.types.OSError, "Can't do nonzero cur-relative seeks");
      data.position = whence === 0 ? offset : whence === 1 ? data.position : codePointCount(data.text);
      return newInt(m, data.position);
    },
  },
  { name: 'tell', kind: 'noargs', fn: (m, self) => newSizeInt(m, openString(m, self).position) },
  {
    name: 'truncate', kind: 'fast', min: 0, max: 1,
    fn(m, self, args) {
      const data = openString(m, self);
      const size = args[0] === undefined || args[0] === m.None ? data.position : asSize(m, args[0], m.types.OverflowError);
      if (size < 0) throw valueError(m, `Negative size value ${size}`);
      const to = advance(data.text, 0, size, data.wide);
      if (to < data.text.length) {
        data.text = data.text.slice(0, to);
        reserve(m, data, size);
      }
      return newInt(m, size);
    },
  },
  {
    name: 'close', kind: 'noargs',
    fn(m, self) {
      closeString(m, stringData(self));
      return none(m);
    },
  },
  {
    name: 'flush', kind: 'noargs',
    fn(m, self) {
      openString(m, self);
      return none(m);
    },
  },
  { name: 'readable', kind: 'noargs', fn: (m, self) => (openString(m, self), newBool(m, true)) },
  { name: 'writable', kind: 'noargs', fn: (m, self) => (openString(m, self), newBool(m, true)) },
  { name: 'seekable', kind: 'noargs', fn: (m, self) => (openString(m, self), newBool(m, true)) },
  { name: 'isatty', kind: 'noargs', fn: (m, self) => (openString(m, self), newBool(m, false)) },
  { name: 'fileno', kind: 'noargs', fn: (m) => { throw unsupported(m, 'fileno'); } },
  { name: 'detach', kind: 'noargs', fn: (m) => { throw unsupported(m, 'detach'); } },
  { name: '__enter__', kind: 'noargs', fn: (m, self) => (openString(m, self), incref(self)) },
  exitMethod,
];

export const stringIoType: TypeSpec = {
  name: '_io.StringIO', basicsize: (m) => m.profile.basicsize.stringIO, flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE, hasDict: true, hasWeakrefs: true,
  doc: 'Text I/O implementation using an in-memory buffer.',
  slots: {
    tp_new: (m, type) => genericAlloc(m, type, new StringData()),
    tp_init: stringInit,
    tp_dealloc: (m, self) => deallocStream(m, self, null, () => closeString(m, stringData(self)), []),
    tp_traverse: (m, self, visit) => visitInstanceDict(m, self, visit),
    tp_iter: (m, self) => (openString(m, self), incref(self)),
    tp_iternext(m, self) {
      const line = readStringLine(m, openString(m, self), -1);
      return line === '' ? null : newStr(m, line);
    },
  },
  methods: stringMethods,
  getset: [
    { name: 'closed', get: (m, self) => newBool(m, stringData(self).closed) },
    { name: 'newlines', get: (m, self) => (openString(m, self), newlinesSeen(m, stringData(self).seen)) },
    { name: 'line_buffering', get: (m, self) => (openString(m, self), newBool(m, false)) },
    { name: 'encoding', get: none }, { name: 'errors', get: none },
  ],
};
