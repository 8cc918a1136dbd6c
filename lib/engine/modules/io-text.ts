// TextIOWrapper (CPython 3.13 Modules/_io/textio.c). The wrapper keeps the text it has decoded and not yet given out, so that
// tell() can say where in the bytes the next character is.
import type { Machine } from '../machine.ts';
import { asSize, getAttrString, isTrue, lookupAttr, reprText } from '../objects/abstract.ts';
import { switchArgument } from '../objects/size-argument.ts';
import { allocObject, gcTrack } from '../objects/alloc.ts';
import { parseArgs } from '../objects/arguments.ts';
import { newBool } from '../objects/bool.ts';
import { decodeBytes, encodeToBytes, findCodec } from '../objects/codecs.ts';
import { genericAlloc, visitInstanceDict } from '../objects/instance.ts';
import { newInt, newSizeInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { intern } from '../objects/names.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { raise, typeError, valueError } from '../objects/raise.ts';
import { textRepr } from '../objects/str-repr.ts';
import { isStr, newStr, strData, strValue } from '../objects/str.ts';
import { TypeFlag } from '../objects/type.ts';
import type { NativeSpec, TypeSpec } from '../objects/type.ts';
import { deallocStream, exitMethod, none, textIoBase } from './io-base.ts';
import { binaryData, notPicklable, streamOf } from './io-binary.ts';
import { advance, ASTRAL, codePointCount, lineEnd, linesOf, newlineArgument, newlinesSeen, noteEnds, writeLines } from './io-lines.ts';
import type { Newline } from './io-lines.ts';
import { BufferedStream, countArgument, FileStream, unsupported } from './io-streams.ts';
import type { ByteStream } from './io-streams.ts';

class TextData {
  buffer: PyObject | null = null;
  /** The FileIO below the buffer: kept to see quickly whether it is closed (owned). */
  raw: PyObject | null = null;
  stream: ByteStream | null = null;
  encoding = 'utf-8';
  shownEncoding = 'UTF-8';
  errors = 'strict';
  newline: Newline = null;
  lineBuffering = false;
  writeThrough = false;
  mode: string | null = null;
  readable = false;
  writable = false;
  closed = false;
  detached = false;
  /** Decoded text that has not been given out (line ends translated), and the bytes read but not decoded. */
  text = '';
  undecoded: Uint8Array = new Uint8Array(0);
  /** Lengths in bytes cannot be told from translated text: its untranslated form, kept beside it. */
  rawText = '';
  ended = false;
  seen = 0;
  iterating = false;
  /** Encoded text not yet passed down. */
  pending = '';
}

const textData = (o: PyObject): TextData => o.data as TextData;

function openText(m: Machine, self: PyObject): TextData {
  const data = textData(self);
  if (data.detached || data.buffer === null) throw valueError(m, 'underlying buffer has been detached');
  if (isClosed(m, data)) throw valueError(m, 'I/O operation on closed file.');
  return data;
}

function isClosed(m: Machine, data: TextData): boolean {
  if (data.closed || data.buffer === null) return true;
  const below = binaryData(data.buffer);
  if (below !== null) return below.closed;
  const closed = lookupAttr(m, data.buffer, intern(m, 'closed'));
  if (closed === null) return false;
  const answer = isTrue(m, closed);
  decref(m, closed);
  return answer;
}

const streamIn = (data: TextData): ByteStream => data.stream as ByteStream;

function encode(m: Machine, data: TextData, text: string): Uint8Array {
  const o = newStr(m, text);
  try {
    return encodeToBytes(m, o, data.encoding, data.errors);
  } finally {
    decref(m, o);
  }
}

/** Passes encoded text down. */
function flushPending(m: Machine, data: TextData): void {
  if (data.pending === '') return;
  const text = data.pending;
  data.pending = '';
  streamIn(data).write(m, encode(m, data, text));
}

const CHUNK = 8192;

/** Where the last whole UTF-8 character of `bytes` ends. */
function wholeUtf8(bytes: Uint8Array): number {
  for (let i = bytes.length - 1; i >= 0 && i >= bytes.length - 4; i--) {
    const byte = bytes[i] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return i + (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) > bytes.length ? i : bytes.length;
  }
  return bytes.length;
}

/** Reads and decodes one more piece; false at the end. */
function fill(m: Machine, data: TextData): boolean {
  const narrow = data.encoding === 'utf-8' || data.encoding === 'ascii' || data.encoding === 'latin-1' || data.encoding === 'cp1252';
  const more = streamIn(data).read(m, narrow ? CHUNK : -1);
  const atEnd = more.length === 0;
  let bytes = more;
  if (data.undecoded.length > 0) {
    bytes = new Uint8Array(data.undecoded.length + more.length);
    bytes.set(data.undecoded);
    bytes.set(more, data.undecoded.length);
  }
  if (bytes.length === 0) return false;
  let end = bytes.length;
  if (!atEnd) {
    if (data.encoding === 'utf-8') end = wholeUtf8(bytes);
    if (end > 1 && bytes[end - 1] === 13) end--;
  }
  data.undecoded = bytes.slice(end);
  const decoded = decodeBytes(m, m.None, bytes.subarray(0, end), data.encoding, data.errors);
  let text = strValue(decoded);
  decref(m, decoded);
  if (data.newline === null || data.newline === '') data.seen |= noteEnds(text);
  data.rawText += text;
  if (data.newline === null) text = text.replace(/\r\n?/g, '\n');
  data.text += text;
  return end > 0 || !atEnd;
}

/** Takes `length` characters (JavaScript units) of the decoded text. */
function take(data: TextData, length: number): string {
  const text = data.text.slice(0, length);
  if (data.rawText.length === data.text.length) data.rawText = data.rawText.slice(length);
  else {
    let at = 0;
    for (let i = 0; i < length; i++) at += data.rawText.charCodeAt(at) === 13 && data.rawText.charCodeAt(at + 1) === 10 ? 2 : 1;
    data.rawText = data.rawText.slice(at);
  }
  data.text = data.text.slice(length);
  return text;
}

function forReading(m: Machine, self: PyObject): TextData {
  const data = openText(m, self);
  if (!data.readable) throw unsupported(m, 'not readable');
  flushPending(m, data);
  return data;
}

function readTextLine(m: Machine, data: TextData, limit: number): string {
  for (;;) {
    let end = lineEnd(data.text, 0, data.newline);
    const complete = end < data.text.length || endsLine(data.text, data.newline);
    if (limit >= 0) {
      const most = advance(data.text, 0, limit);
      if (most <= end && (complete || most < data.text.length || codePointCount(data.text) >= limit)) return take(data, most);
      end = Math.min(end, most);
    }
    if (complete && end > 0) return take(data, end);
    if (!fill(m, data)) return take(data, limit >= 0 ? advance(data.text, 0, limit) : data.text.length);
  }
}

function endsLine(text: string, newline: Newline): boolean {
  if (newline === '') return /[\r\n]$/.test(text);
  return text.endsWith(newline ?? '\n');
}

function readText(m: Machine, self: PyObject, count: number): PyObject {
  const data = forReading(m, self);
  if (count < 0) {
    while (fill(m, data));
    return newStr(m, take(data, data.text.length));
  }
  while (codePointCount(data.text) < count && fill(m, data));
  return newStr(m, take(data, advance(data.text, 0, count)));
}

/** Drops what was read ahead: the stream goes back to where the reader is. */
function dropAhead(m: Machine, data: TextData): void {
  const back = aheadBytes(m, data);
  if (back > 0) streamIn(data).seek(m, -back, 1);
  data.text = data.rawText = '';
  data.undecoded = new Uint8Array(0);
}

function aheadBytes(m: Machine, data: TextData): number {
  return data.undecoded.length + (data.rawText === '' ? 0 : encode(m, data, data.rawText).length);
}

function writeText(m: Machine, self: PyObject, o: PyObject): PyObject {
  if (!isStr(o)) throw typeError(m, `write() argument must be str, not ${o.ob_type.tp_name}`);
  const data = openText(m, self);
  if (!data.writable) throw unsupported(m, 'not writable');
  const value = strValue(o);
  const end = data.newline === '\r\n' || data.newline === '\r' ? data.newline : '\n';
  const text = end === '\n' ? value : value.replaceAll('\n', end);
  if (data.text !== '' || data.undecoded.length > 0) dropAhead(m, data);
  if (data.encoding !== 'utf-8' || data.errors !== 'strict' || ASTRAL.test(text)) {
    flushPending(m, data);
    streamIn(data).write(m, encode(m, data, text));
  } else {
    data.pending += text;
    if (data.pending.length > CHUNK) flushPending(m, data);
  }
  if (data.writeThrough) flushPending(m, data);
  if (data.lineBuffering && /[\r\n]/.test(value)) {
    flushPending(m, data);
    streamIn(data).flush(m);
  }
  return newSizeInt(m, strData(o).length);
}

function closeText(m: Machine, data: TextData): void {
  if (data.closed || data.buffer === null || data.detached) return;
  try {
    if (!isClosed(m, data)) {
      flushPending(m, data);
      if (data.writable) streamIn(data).flush(m);
    }
  } finally {
    data.closed = true;
    streamIn(data).close(m);
  }
}

function seekText(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const data = openText(m, self);
  const offset = asSize(m, args[0] as PyObject, m.types.OverflowError);
  const whence = args[1] === undefined ? 0 : asSize(m, args[1], null);
  if (!streamIn(data).seekable(m)) throw unsupported(m, 'underlying stream is not seekable');
  if (whence === 1 && offset !== 0) throw unsupported(m, "can't do nonzero cur-relative seeks");
  if (whence === 2 && offset !== 0) throw unsupported(m, "can't do nonzero end-relative seeks");
  if (whence < 0 || whence > 2) throw valueError(m, `invalid whence (${whence}, should be 0, 1 or 2)`);
  if (whence === 0 && offset < 0) throw valueError(m, `negative seek position ${offset}`);
  flushPending(m, data);
  dropAhead(m, data);
  data.iterating = false;
  return newInt(m, whence === 1 ? streamIn(data).tell(m) : streamIn(data).seek(m, offset, whence));
}

function tellText(m: Machine, self: PyObject): PyObject {
  const data = openText(m, self);
  if (!streamIn(data).seekable(m)) throw unsupported(m, 'underlying stream is not seekable');
  if (data.iterating) throw raise(m, m.types.OSError, 'telling position disabled by next() call');
  flushPending(m, data);
  streamIn(data).flush(m);
  return newInt(m, streamIn(data).tell(m) - aheadBytes(m, data));
}

const textMethods: readonly NativeSpec[] = [
  { name: 'read', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => readText(m, self, countArgument(m, args[0])) },
  { name: 'readline', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => newStr(m, readTextLine(m, forReading(m, self), countArgument(m, args[0]))) },
  { name: 'readlines', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => linesOf(m, self, args, () => readTextLine(m, forReading(m, self), -1)) },
  { name: 'write', kind: 'o', fn: writeText },
  { name: 'writelines', kind: 'o', fn: writeLines },
  { name: 'seek', kind: 'fast', min: 1, max: 2, fn: seekText },
  { name: 'tell', kind: 'noargs', fn: tellText },
  {
    name: 'truncate', kind: 'fast', min: 0, max: 1,
    fn(m, self, args) {
      const data = openText(m, self);
      if (!data.writable) throw unsupported(m, 'truncate');
      flushPending(m, data);
      const at = args[0] === undefined || args[0] === m.None ? streamIn(data).tell(m) - aheadBytes(m, data) : asSize(m, args[0], m.types.OverflowError);
      streamIn(data).truncate(m, at);
      return newInt(m, at);
    },
  },
  {
    name: 'flush', kind: 'noargs',
    fn(m, self) {
      const data = openText(m, self);
      flushPending(m, data);
      streamIn(data).flush(m);
      return none(m);
    },
  },
  {
    name: 'close', kind: 'noargs',
    fn(m, self) {
      closeText(m, textData(self));
      return none(m);
    },
  },
  {
    name: 'detach', kind: 'noargs',
    fn(m, self) {
      const data = openText(m, self);
      flushPending(m, data);
      streamIn(data).flush(m);
      data.detached = true;
      const { buffer, raw } = data;
      data.buffer = data.raw = null;
      xdecref(m, raw);
      return buffer as PyObject;
    },
  },
  {
    name: 'reconfigure', kind: 'fastkw',
    fn(m, self, args, kwnames) {
      const data = openText(m, self);
      const [encoding, errors, newline, line, through] = parseArgs(m, { name: 'reconfigure', params: ['encoding', 'errors', 'newline', 'line_buffering', 'write_through'], positional: 0 }, args, kwnames);
      flushPending(m, data);
      if (encoding && isStr(encoding)) setEncoding(m, data, strValue(encoding));
      if (errors && isStr(errors)) data.errors = strValue(errors);
      if (newline) data.newline = newlineArgument(m, newline, data.newline);
      if (line && line !== m.None) data.lineBuffering = isTrue(m, line);
      if (through && through !== m.None) data.writeThrough = isTrue(m, through);
      return none(m);
    },
  },
  { name: 'readable', kind: 'noargs', fn: (m, self) => newBool(m, streamIn(openText(m, self)).readable(m)) },
  { name: 'writable', kind: 'noargs', fn: (m, self) => newBool(m, streamIn(openText(m, self)).writable(m)) },
  { name: 'seekable', kind: 'noargs', fn: (m, self) => newBool(m, streamIn(openText(m, self)).seekable(m)) },
  { name: 'isatty', kind: 'noargs', fn: (m, self) => (openText(m, self), newBool(m, false)) },
  { name: 'fileno', kind: 'noargs', fn: (m, self) => newInt(m, streamIn(openText(m, self)).fileno(m)) },
  { name: '__enter__', kind: 'noargs', fn: (m, self) => (openText(m, self), incref(self)) },
  exitMethod,
];

function setEncoding(m: Machine, data: TextData, name: string): void {
  const codec = findCodec(name);
  if (codec === null) throw raise(m, m.types.LookupError, `unknown encoding: ${name}`);
  data.encoding = codec;
  data.shownEncoding = name;
}

/** None and 'locale' are the locale's. */
function encodingOf(encoding: PyObject | null | undefined): string {
  const name = encoding && isStr(encoding) ? strValue(encoding) : 'locale';
  return name === 'locale' ? 'UTF-8' : name;
}

function textInit(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const [buffer, encoding, errors, newline, line, through] = parseArgs(m, { name: 'TextIOWrapper', params: ['buffer', 'encoding', 'errors', 'newline', 'line_buffering', 'write_through'], required: 1 }, args, kwnames);
  attach(m, self, buffer as PyObject, encodingOf(encoding), errors && isStr(errors) ? strValue(errors) : 'strict', newlineArgument(m, newline, null));
  const data = textData(self);
  data.lineBuffering = line ? switchArgument(m, line) : false;
  data.writeThrough = through ? switchArgument(m, through) : false;
}

function attach(m: Machine, self: PyObject, buffer: PyObject, encoding: string, errors: string, newline: Newline): void {
  const data = textData(self);
  setEncoding(m, data, encoding);
  data.errors = errors;
  data.newline = newline;
  const old = data.buffer;
  data.buffer = incref(buffer);
  xdecref(m, old);
  xdecref(m, data.raw);
  const raw = binaryData(buffer)?.raw ?? null;
  data.raw = raw !== null && binaryData(raw)?.kind === 'FileIO' ? incref(raw) : null;
  data.stream = streamOf(m, buffer);
  data.readable = data.stream.readable(m);
  data.writable = data.stream.writable(m);
  data.closed = data.detached = false;
}

function nameText(m: Machine, data: TextData): string {
  if (data.buffer === null) return '';
  const name = lookupAttr(m, data.buffer, m.names.name as PyObject);
  if (name === null) return '';
  const text = ` name=${reprText(m, name)}`;
  decref(m, name);
  return text;
}

function textRepresentation(m: Machine, self: PyObject): string {
  const data = textData(self);
  if (data.buffer === null && !data.detached) return '<_io.TextIOWrapper>';
  return `<_io.TextIOWrapper${data.buffer === null ? '' : nameText(m, data)}${data.mode === null ? '' : ` mode=${textRepr(data.mode)}`} encoding=${textRepr(data.shownEncoding)}>`;
}

export const textWrapperType: TypeSpec = {
  name: '_io.TextIOWrapper', basicsize: (m) => m.profile.basicsize.textWrapper, flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE, hasDict: true, hasWeakrefs: true,
  doc: 'Character and line based layer over a BufferedIOBase object, buffer.',
  slots: {
    tp_new: (m, type) => genericAlloc(m, type, new TextData()),
    tp_init: textInit,
    tp_dealloc(m, self) {
      const data = textData(self);
      const below = data.buffer === null ? null : binaryData(data.buffer);
      const isFile = !data.closed && below !== null && !below.closed && below.stream instanceof BufferedStream && below.raw !== null && binaryData(below.raw)?.stream instanceof FileStream;
      deallocStream(m, self, isFile ? textRepresentation(m, self) : null, () => closeText(m, data), [data.buffer, data.raw]);
    },
    tp_traverse(m, self, visit) {
      const { buffer, raw } = textData(self);
      if (buffer !== null) visit(buffer, 'buffer', -1);
      if (raw !== null) visit(raw, 'raw', -1);
      visitInstanceDict(m, self, visit);
    },
    tp_repr: (m, self) => newStr(m, textRepresentation(m, self)),
    tp_iter: (m, self) => (openText(m, self), incref(self)),
    tp_iternext(m, self) {
      const data = forReading(m, self);
      data.iterating = true;
      const line = readTextLine(m, data, -1);
      if (line !== '') return newStr(m, line);
      data.iterating = false;
      return null;
    },
  },
  methods: [...textMethods, ...notPicklable],
  getset: [
    { name: 'closed', get: (m, self) => newBool(m, isClosed(m, textData(self))) },
    { name: 'buffer', get: (m, self) => incref(textData(self).buffer ?? m.None) },
    { name: 'name', get: (m, self) => getAttrString(m, textData(self).buffer ?? m.None, 'name') },
    {
      name: 'mode',
      get(m, self) {
        const { mode } = textData(self);
        if (mode === null) throw raise(m, m.types.AttributeError, "'_io.TextIOWrapper' object has no attribute 'mode'");
        return newStr(m, mode);
      },
      set(_m, self, value) {
        textData(self).mode = value !== null && isStr(value) ? strValue(value) : null;
      },
    },
    { name: 'encoding', get: (m, self) => newStr(m, textData(self).shownEncoding) },
    { name: 'errors', get: (m, self) => newStr(m, textData(self).errors) },
    { name: 'newlines', get: (m, self) => newlinesSeen(m, textData(self).seen) },
    { name: 'line_buffering', get: (m, self) => newBool(m, textData(self).lineBuffering) },
    { name: 'write_through', get: (m, self) => newBool(m, textData(self).writeThrough) },
    { name: '_CHUNK_SIZE', get: (m) => newInt(m, CHUNK) },
  ],
};

/** What open() puts around a buffered stream (borrowed). */
export function newTextWrapper(m: Machine, buffer: PyObject, encoding: string, errors: string, newline: PyObject | null, mode: string, lineBuffering: boolean): PyObject {
  const translated = newlineArgument(m, newline, null);
  const o = allocObject(m, lazyType(m, textWrapperType, textIoBase(m)), new TextData());
  gcTrack(m, o);
  attach(m, o, buffer, encoding, errors, translated);
  textData(o).mode = mode;
  textData(o).lineBuffering = lineBuffering;
  return o;
}
