// sys.stdin, sys.stdout and sys.stderr: text streams onto the run's console (what io.TextIOWrapper is in CPython, without buffers to see).
import type { Interpreter } from '../vm/interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import type { TypeSpec } from '../objects/type.ts';
import { encodeUtf8 } from './virtual-files.ts';
import { newConsoleBuffer, notPicklable } from './io-binary.ts';
import { osError } from './io-streams.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { newBool } from '../objects/bool.ts';
import { newBytes } from '../objects/bytes.ts';
import { callMethod } from '../objects/call.ts';
import { PyRaise } from '../errors.ts';
import { asSize } from '../objects/abstract.ts';
import { dictGetStr } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { isList, listAppend, listByAppend, newList } from '../objects/list.ts';
import { decref, incref } from '../objects/object.ts';
import { dropRaise, raise, typeError } from '../objects/raise.ts';
import { isStr, newStr, strData, strValue, utf8Length } from '../objects/str.ts';
import { iterate } from '../objects/abstract.ts';
import { TypeFlag } from '../objects/type.ts';

type StreamName = 'stdin' | 'stdout' | 'stderr';

/** TextIOWrapper's chunk_size: what waits is written when it would grow beyond. */
const CHUNK_BYTES = 8192;

class StreamData {
  readonly name: StreamName;
  /** pending_bytes (owned): the text that waits, or a list of the texts and bytes that wait; the text itself is on the console already. */
  pending: PyObject | null = null;
  pendingBytes = 0;
  /** Text that is not on the console yet: once the program has redirected descriptor 1 or 2, it shows where what waited has gone. */
  unwritten = '';
  /** stdin: what has come in so far, and how much of it has been read. */
  input = '';
  position = 0;
  ended = false;
  constructor(name: StreamName) {
    this.name = name;
  }
}

/** Makes one of the three streams. */
export function newStream(m: Machine, name: StreamName): PyObject {
  const stream = allocObject(m, m.types.TextIOWrapper, new StreamData(name));
  gcTrack(m, stream);
  return stream;
}

/** True for the console streams themselves. */
function isStandardStream(m: Machine, o: PyObject): boolean {
  return o.ob_type === m.types.TextIOWrapper;
}

/** Which console a stream writes to. */
function streamName(o: PyObject): 'stdout' | 'stderr' {
  return (o.data as StreamData).name === 'stderr' ? 'stderr' : 'stdout';
}

/** The interpreter's own messages: to sys.stderr, also where the program put something else in its place. */
export function writeToStream(vm: Interpreter, name: 'stdout' | 'stderr', text: string): void {
  const m = vm.m;
  const stream = vm.sysDict === null ? null : dictGetStr(m, vm.sysDict, name);
  if (stream === null || isStandardStream(m, stream)) {
    // Its error handler is backslashreplace.
    if (name === 'stderr') text = text.replace(/\p{Surrogate}/gu, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
    if (stream === null) m.write(name, text);
    else {
      const data = stream.data as StreamData;
      hand(m, data, text);
      if (data.unwritten !== '' && endsLines(m, data, text)) writeOut(m, data);
    }
    return;
  }
  if (stream === m.None) return;
  const piece = newStr(m, text);
  try {
    incref(stream);
    decref(m, callMethod(m, stream, m.names.write as PyObject, [piece]));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    dropRaise(m, error);
  } finally {
    decref(m, stream);
    decref(m, piece);
  }
}

/** Puts text on the console, or behind what waits already. */
function hand(m: Machine, data: StreamData, text: string): void {
  if (data.unwritten !== '' || m.isRedirected) data.unwritten += text;
  else m.write(data.name === 'stderr' ? 'stderr' : 'stdout', text);
}

function writeOut(m: Machine, data: StreamData): void {
  if (!m.write(data.name === 'stderr' ? 'stderr' : 'stdout', data.unwritten)) throw osError(m, 'EBADF', null);
  data.unwritten = '';
}

/** A stream that a terminal reads goes on at the end of a line. */
function endsLines(m: Machine, data: StreamData, text: string): boolean {
  return (data.name === 'stderr' || m.options.stdout !== 'pipe') && /[\n\r]/.test(text);
}

/** The memory side of textiowrapper_write: what is written waits, held by the stream, until a line ends (a terminal) or the chunk is full (a pipe). */
function keepPending(m: Machine, data: StreamData, text: PyObject): void {
  const { ascii, length, value } = strData(text);
  const bytes = ascii ? length : utf8Length(value);
  const waiting = ascii ? incref(text) : newBytes(m, encodeUtf8(value));
  if (data.pending !== null && data.pendingBytes + bytes > CHUNK_BYTES) flushPending(m, data);
  if (data.pending === null) data.pending = waiting;
  else if (!isList(data.pending)) data.pending = newList(m, [data.pending, waiting]);
  else {
    listAppend(m, data.pending, waiting);
    decref(m, waiting);
  }
  data.pendingBytes += bytes;
  if (data.pendingBytes >= CHUNK_BYTES || endsLines(m, data, value)) flushPending(m, data);
}

/** _textiowrapper_writeflush: joins what waits into one bytes object for the buffer below. */
function flushPending(m: Machine, data: StreamData): void {
  const { pending, pendingBytes } = data;
  if (pending !== null) {
    data.pending = null;
    data.pendingBytes = 0;
    if (pendingBytes > 1) m.memory.free(m.memory.alloc(m.types.bytes.tp_basicsize + pendingBytes));
    decref(m, pending);
  }
  if (data.unwritten !== '') writeOut(m, data);
}

/** flush_std_files, when the program has ended; false: what waited could not be written. */
export function flushStandardStreams(m: Machine): boolean {
  const sys = (m.vm as Interpreter).sysDict;
  let allWritten = true;
  for (const name of ['stdout', 'stderr']) {
    const stream = sys === null ? null : dictGetStr(m, sys, name);
    if (stream === null || !isStandardStream(m, stream)) continue;
    try {
      flushPending(m, stream.data as StreamData);
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      allWritten = false;
      (stream.data as StreamData).unwritten = '';
      m.vm.writeUnraisable(error.exc, stream, null);
    }
  }
  return allWritten;
}

/** Takes in more of stdin; false at its end. An interactive end is one of this read only, as at a terminal. */
function takeIn(m: Machine, data: StreamData): boolean {
  const { stdin } = m.options;
  if (data.ended) return false;
  if (typeof stdin !== 'function') data.ended = true;
  const piece = typeof stdin === 'function' ? stdin() : (stdin ?? '');
  data.input = data.input.slice(data.position) + piece;
  data.position = 0;
  return piece !== '';
}

/** The next line of stdin with its end, or as much as `limit` allows. */
function readLine(m: Machine, data: StreamData, limit: number): string {
  while (!data.input.includes('\n', data.position) && (limit < 0 || data.input.length - data.position < limit) && takeIn(m, data));
  const { input } = data;
  const newline = input.indexOf('\n', data.position);
  let end = newline < 0 ? input.length : newline + 1;
  if (limit >= 0) end = Math.min(end, data.position + limit);
  const line = input.slice(data.position, end);
  data.position = end;
  return line;
}

function write(m: Machine, self: PyObject, text: PyObject): PyObject {
  const data = self.data as StreamData;
  if (data.name === 'stdin') throw raise(m, m.types.OSError, 'not writable');
  if (!isStr(text)) throw typeError(m, `write() argument must be str, not ${text.ob_type.tp_name}`);
  hand(m, data, strValue(text));
  keepPending(m, data, text);
  return newInt(m, strData(text).length);
}

export const textIoWrapperType: TypeSpec = {
  name: '_io.TextIOWrapper',
  basicsize: (m) => m.profile.basicsize.textWrapper,
  flags: TypeFlag.BASETYPE | TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      const data = self.data as StreamData;
      const { unwritten } = data;
      data.unwritten = '';
      flushPending(m, data);
      if (unwritten !== '') m.write(data.name === 'stderr' ? 'stderr' : 'stdout', unwritten);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const { pending } = self.data as StreamData;
      if (pending !== null) visit(pending, 'pending_bytes', -1);
    },
    tp_repr(m, self) {
      const { name } = self.data as StreamData;
      return newStr(m, `<_io.TextIOWrapper name='<${name}>' mode='${name === 'stdin' ? 'r' : 'w'}' encoding='utf-8'>`);
    },
    tp_iter: (_m, self) => incref(self),
    tp_iternext(m, self) {
      const line = readLine(m, self.data as StreamData, -1);
      return line === '' ? null : newStr(m, line);
    },
  },
  methods: [
    ...notPicklable,
    { name: 'write', kind: 'o', fn: write },
    {
      name: 'writelines', kind: 'o',
      fn(m, self, lines) {
        iterate(m, lines, (line) => decref(m, write(m, self, line)));
        return incref(m.None);
      },
    },
    { name: 'flush', kind: 'noargs', fn: (m, self) => (flushPending(m, self.data as StreamData), incref(m.None)) },
    { name: 'close', kind: 'noargs', fn: (m) => incref(m.None) },
    { name: 'reconfigure', kind: 'fastkw', fn: (m) => incref(m.None) },
    { name: 'isatty', kind: 'noargs', fn: (m) => newBool(m, false) },
    { name: 'readable', kind: 'noargs', fn: (m, self) => newBool(m, (self.data as StreamData).name === 'stdin') },
    { name: 'writable', kind: 'noargs', fn: (m, self) => newBool(m, (self.data as StreamData).name !== 'stdin') },
    { name: 'seekable', kind: 'noargs', fn: (m) => newBool(m, false) },
    { name: 'fileno', kind: 'noargs', fn: (m, self) => newInt(m, ['stdin', 'stdout', 'stderr'].indexOf((self.data as StreamData).name)) },
    {
      name: 'readline', kind: 'fast', min: 0, max: 1,
      fn: (m, self, args) => newStr(m, readLine(m, self.data as StreamData, args[0] === undefined ? -1 : asSize(m, args[0], null))),
    },
    {
      name: 'readlines', kind: 'fast', min: 0, max: 1,
      fn(m, self) {
        const lines: PyObject[] = [];
        for (let line = readLine(m, self.data as StreamData, -1); line !== ''; line = readLine(m, self.data as StreamData, -1)) lines.push(newStr(m, line));
        return listByAppend(m, lines, (line) => line);
      },
    },
    {
      name: 'read', kind: 'fast', min: 0, max: 1,
      fn(m, self, args) {
        const data = self.data as StreamData;
        const size = args[0] === undefined || args[0] === m.None ? -1 : asSize(m, args[0], null);
        while ((size < 0 || data.input.length - data.position < size) && takeIn(m, data));
        const { input } = data;
        const end = size < 0 ? input.length : Math.min(input.length, data.position + size);
        const text = input.slice(data.position, end);
        data.position = end;
        return newStr(m, text);
      },
    },
    { name: '__enter__', kind: 'noargs', fn: (_m, self) => incref(self) },
    { name: '__exit__', kind: 'fast', min: 0, max: 3, fn: (m) => incref(m.None) },
  ],
  getset: [
    { name: 'name', get: (m, self) => newStr(m, `<${(self.data as StreamData).name}>`) },
    { name: 'buffer', get: (m, self) => newConsoleBuffer(m, streamName(self)) },
    { name: 'encoding', get: (m) => newStr(m, 'utf-8') },
    { name: 'errors', get: (m, self) => newStr(m, (self.data as StreamData).name === 'stderr' ? 'backslashreplace' : 'strict') },
    { name: 'mode', get: (m, self) => newStr(m, (self.data as StreamData).name === 'stdin' ? 'r' : 'w') },
    { name: 'newlines', get: (m) => incref(m.None) },
    { name: 'line_buffering', get: (m, self) => newBool(m, (self.data as StreamData).name === 'stderr') },
    { name: 'closed', get: (m) => newBool(m, false) },
  ],
};
