// FileIO, BytesIO, BufferedReader, BufferedWriter, BufferedRandom (CPython 3.13 Modules/_io/fileio.c, bytesio.c, bufferedio.c). Their bases are in io-base.ts.
import type { BufferView } from '../objects/buffer.ts';
import type { ByteStream } from './io-streams.ts';
import type { Machine } from '../machine.ts';
import type { NativeSpec, TypeSpec, Visit } from '../objects/type.ts';
import type { PyObject } from '../objects/object.ts';
import { PyRaise, RunEnded } from '../errors.ts';
import { asSize, callMethodNamed, getAttrString, iterate, reprText } from '../objects/abstract.ts';
import { switchArgument } from '../objects/size-argument.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { badArgument, parseArgs } from '../objects/arguments.ts';
import { newBool } from '../objects/bool.ts';
import { bytesOf, getBuffer, releaseBuffer, simpleView, viewBytes } from '../objects/buffer.ts';
import { bytesValue, isBytes, newBytes } from '../objects/bytes.ts';
import { call } from '../objects/call.ts';
import { genericAlloc, visitInstanceDict } from '../objects/instance.ts';
import { newInt, newSizeInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { listByAppend } from '../objects/list.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import { dropRaise, typeError, valueError } from '../objects/raise.ts';
import { isStr, newStr, strValue } from '../objects/str.ts';
import { TypeFlag, since, until } from '../objects/type.ts';
import { BufferedStream, ConsoleStream, countArgument, FileStream, MemoryStream, ObjectStream, unsupported } from './io-streams.ts';
import { openFileIo, type RawFile } from './io-file.ts';
import { STREAM_FLAGS, bufferedIoBase, deallocStream, exitMethod, rawIoBase } from './io-base.ts';

type Kind = 'FileIO' | 'BytesIO' | 'BufferedReader' | 'BufferedWriter' | 'BufferedRandom';

/** Payload of a binary stream. */
export class BinaryData {
  readonly kind: Kind;
  stream: ByteStream;
  /** Owned: what lies below (a Buffered*'s raw), the name, BytesIO's initial bytes. */
  raw: PyObject | null = null;
  name: PyObject | null = null;
  initial: PyObject | null = null;
  mode = '';
  closed = false;
  /** Simulated read/write buffer of a Buffered*. */
  block = 0;
  bufferSize = 0;
  constructor(kind: Kind, stream: ByteStream) {
    this.kind = kind;
    this.stream = stream;
  }
}

const dataOf = (o: PyObject): BinaryData => o.data as BinaryData;
const none = (m: Machine): PyObject => incref(m.None);

/** The data of one of the types here, or null. */
export function binaryData(o: PyObject): BinaryData | null {
  return o.data instanceof BinaryData ? o.data : null;
}

/** The stream below a text wrapper or buffer: ours directly, others through their methods. */
export function streamOf(m: Machine, o: PyObject): ByteStream {
  const data = binaryData(o);
  return data !== null && (o.ob_type.tp_flags & TypeFlag.HEAP) === 0 ? new Guarded(data) : (void m, new ObjectStream(o));
}

/** A stream of ours whose owner may have been closed. */
class Guarded implements ByteStream {
  private readonly data: BinaryData;
  constructor(data: BinaryData) {
    this.data = data;
  }

  private open(m: Machine): ByteStream {
    if (this.data.closed) throw valueError(m, 'I/O operation on closed file.');
    return this.data.stream;
  }

  read(m: Machine, count: number): Uint8Array {
    return this.open(m).read(m, count);
  }

  write(m: Machine, bytes: Uint8Array): number {
    return this.open(m).write(m, bytes);
  }

  seek(m: Machine, offset: number, whence: number): number {
    return this.open(m).seek(m, offset, whence);
  }

  tell(m: Machine): number {
    return this.open(m).tell(m);
  }

  truncate(m: Machine, size: number): void {
    this.open(m).truncate(m, size);
  }

  flush(m: Machine): void {
    this.open(m).flush(m);
  }

  close(m: Machine): void {
    closeBinary(m, this.data);
  }

  readable(m: Machine): boolean {
    return this.open(m).readable(m);
  }

  writable(m: Machine): boolean {
    return this.open(m).writable(m);
  }

  seekable(m: Machine): boolean {
    return this.open(m).seekable(m);
  }

  fileno(m: Machine): number {
    return this.open(m).fileno(m);
  }
}

/** Closes the stream and what lies below. */
export function closeBinary(m: Machine, data: BinaryData): void {
  if (data.closed) return;
  if (data.stream instanceof MemoryStream) data.stream.checkExports(m);
  try {
    if (data.raw !== null) {
      data.stream.flush(m);
      const below = binaryData(data.raw);
      if (below !== null && (data.raw.ob_type.tp_flags & TypeFlag.HEAP) === 0) closeBinary(m, below);
      else decref(m, callMethodNamed(m, data.raw, 'close'));
    } else data.stream.close(m);
  } finally {
    data.closed = true;
    if (data.block !== 0) m.memory.free(data.block);
    data.block = 0;
  }
}

const VERBS: Readonly<Record<string, string>> = {
  read: 'read of closed file', write: 'write to closed file', seek: 'seek of closed file', flush: 'flush of closed file', readline: 'readline of closed file',
  truncate: 'truncate of closed file', peek: 'peek of closed file', readinto: 'readinto of closed file', tell: 'tell of closed file',
};

/** The stream; ValueError when closed. */
function opened(m: Machine, self: PyObject, verb: string): ByteStream {
  const data = dataOf(self);
  if (data.closed) throw valueError(m, data.kind.startsWith('Buffered') ? VERBS[verb] ?? 'I/O operation on closed file' : data.kind === 'FileIO' ? 'I/O operation on closed file' : 'I/O operation on closed file.');
  return data.stream;
}

function forReading(m: Machine, self: PyObject, verb: string): ByteStream {
  const data = dataOf(self);
  if (data.kind === 'BufferedWriter') throw unsupported(m, verb);
  const stream = opened(m, self, verb);
  if (data.kind === 'FileIO' && !stream.readable(m)) throw unsupported(m, 'File not open for reading');
  return stream;
}

function forWriting(m: Machine, self: PyObject): ByteStream {
  const data = dataOf(self);
  if (data.kind === 'BufferedReader') throw unsupported(m, 'write');
  const stream = opened(m, self, 'write');
  if (data.kind === 'FileIO' && !stream.writable(m)) throw unsupported(m, 'File not open for writing');
  return stream;
}

function readLine(m: Machine, stream: ByteStream, limit: number): Uint8Array {
  if (stream instanceof MemoryStream) {
    const found = stream.bytes.subarray(0, stream.size).indexOf(10, stream.position);
    const end = found < 0 ? stream.size : found + 1;
    return stream.read(m, limit >= 0 ? Math.min(limit, end - stream.position) : Math.max(0, end - stream.position));
  }
  const parts: number[] = [];
  const seekable = stream.seekable(m);
  while (limit < 0 || parts.length < limit) {
    const chunk = stream.read(m, seekable ? Math.min(4096, limit < 0 ? 4096 : limit - parts.length) : 1);
    if (chunk.length === 0) break;
    const found = chunk.indexOf(10);
    const taken = found < 0 ? chunk.length : found + 1;
    for (let i = 0; i < taken; i++) parts.push(chunk[i] as number);
    if (found >= 0) {
      if (taken < chunk.length) stream.seek(m, taken - chunk.length, 1);
      break;
    }
  }
  return Uint8Array.from(parts);
}

function writeBytes(m: Machine, self: PyObject, value: PyObject): PyObject {
  const stream = forWriting(m, self);
  const view = getBuffer(m, value);
  try {
    const bytes = viewBytes(view);
    return newSizeInt(m, stream.write(m, bytes));
  } finally {
    releaseBuffer(m, view);
  }
}

/** The target of readinto(), or the TypeError that names it. */
function writableView(m: Machine, target: PyObject): BufferView {
  try {
    return getBuffer(m, target, true);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    dropRaise(m, error);
    throw badArgument(m, 'readinto', 'argument', 'read-write bytes-like object', target);
  }
}

function readInto(m: Machine, self: PyObject, target: PyObject): PyObject {
  const stream = forReading(m, self, 'readinto');
  const view = writableView(m, target);
  try {
    const length = view.shape.reduce((n, size) => n * size, view.itemsize);
    const bytes = stream.read(m, length);
    view.bytes.set(bytes, view.offset);
    return newInt(m, bytes.length);
  } finally {
    releaseBuffer(m, view);
  }
}

function nextLine(m: Machine, self: PyObject): PyObject | null {
  const line = readLine(m, forReading(m, self, 'readline'), -1);
  return line.length === 0 ? null : newBytes(m, line);
}

const closeMethod: NativeSpec = {
  name: 'close', kind: 'noargs', doc: 'Flush and close the IO object.\n\nThis method has no effect if the file is already closed.',
  fn(m, self) {
    closeBinary(m, dataOf(self));
    return none(m);
  },
};

const common: readonly NativeSpec[] = [
  { name: 'read', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => newBytes(m, forReading(m, self, 'read').read(m, countArgument(m, args[0]))) },
  { name: 'readinto', kind: 'o', fn: readInto },
  { name: 'readline', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => newBytes(m, readLine(m, forReading(m, self, 'readline'), countArgument(m, args[0]))) },
  {
    name: 'readlines', kind: 'fast', min: 0, max: 1,
    fn(m, self, args) {
      const hint = countArgument(m, args[0]);
      const lines: PyObject[] = [];
      let total = 0;
      for (let line = nextLine(m, self); line !== null; line = nextLine(m, self)) {
        lines.push(line);
        total += bytesValue(line).length;
        if (hint > 0 && total >= hint) break;
      }
      return listByAppend(m, lines, (line) => line);
    },
  },
  { name: 'write', kind: 'o', fn: writeBytes },
  {
    name: 'writelines', kind: 'o',
    fn(m, self, lines) {
      iterate(m, lines, (line) => decref(m, writeBytes(m, self, line)));
      return none(m);
    },
  },
  {
    name: 'seek', kind: 'fast', min: 1, max: 2,
    fn(m, self, args) {
      const whence = args[1] === undefined ? 0 : asSize(m, args[1], null);
      const stream = opened(m, self, 'seek');
      if (whence < 0 || whence > 2) throw valueError(m, dataOf(self).kind === 'BytesIO' ? `invalid whence (${whence}, should be 0, 1 or 2)` : `whence value ${whence} unsupported`);
      return newInt(m, stream.seek(m, asSize(m, args[0] as PyObject, m.types.OverflowError), whence));
    },
  },
  { name: 'tell', kind: 'noargs', fn: (m, self) => newSizeInt(m, opened(m, self, 'tell').tell(m)) },
  {
    name: 'truncate', kind: 'fast', min: 0, max: 1,
    fn(m, self, args) {
      const stream = forWritingAny(m, self);
      const size = args[0] === undefined || args[0] === m.None ? stream.tell(m) : asSize(m, args[0], m.types.OverflowError);
      stream.truncate(m, size);
      return newInt(m, size);
    },
  },
  {
    name: 'flush', kind: 'noargs',
    fn(m, self) {
      opened(m, self, 'flush').flush(m);
      return none(m);
    },
  },
  closeMethod,
  { name: 'readable', kind: 'noargs', fn: (m, self) => newBool(m, dataOf(self).kind !== 'BufferedWriter' && opened(m, self, '').readable(m)) },
  { name: 'writable', kind: 'noargs', fn: (m, self) => newBool(m, dataOf(self).kind !== 'BufferedReader' && opened(m, self, '').writable(m)) },
  { name: 'seekable', kind: 'noargs', fn: (m, self) => newBool(m, opened(m, self, '').seekable(m)) },
  { name: 'fileno', kind: 'noargs', fn: (m, self) => newInt(m, opened(m, self, '').fileno(m)) },
  {
    name: 'isatty', kind: 'noargs',
    fn(m, self) {
      opened(m, self, '');
      return newBool(m, false);
    },
  },
  {
    name: '__enter__', kind: 'noargs',
    fn(m, self) {
      if (dataOf(self).closed) throw valueError(m, 'I/O operation on closed file.');
      return incref(self);
    },
  },
];

function forWritingAny(m: Machine, self: PyObject): ByteStream {
  const data = dataOf(self);
  if (data.kind === 'BufferedReader') throw unsupported(m, 'truncate');
  const stream = opened(m, self, 'truncate');
  if (data.kind === 'FileIO' && !stream.writable(m)) throw unsupported(m, 'File not open for writing');
  return stream;
}

const closedAttribute = { name: 'closed', get: (m: Machine, self: PyObject): PyObject => newBool(m, dataOf(self).closed) };

function dealloc(m: Machine, self: PyObject): void {
  const data = dataOf(self);
  const file = data.kind === 'FileIO' && !data.closed && data.stream instanceof FileStream;
  deallocStream(m, self, file ? reprOf(m, self) : null, () => closeBinary(m, data), [data.raw, data.name, data.initial]);
}

function traverse(m: Machine, self: PyObject, visit: Visit): void {
  const data = dataOf(self);
  if (data.raw !== null) visit(data.raw, 'raw', -1);
  if (data.name !== null) visit(data.name, '~name', -1);
  if (data.initial !== null) visit(data.initial, '~initial', -1);
  visitInstanceDict(m, self, visit);
}

function closesDescriptor(data: BinaryData): boolean {
  return !(data.stream instanceof FileStream) || data.stream.closesDescriptor;
}

function reprOf(m: Machine, self: PyObject): string {
  const data = dataOf(self);
  if (data.kind === 'FileIO') return data.closed ? '<_io.FileIO [closed]>' : `<_io.FileIO name=${data.name === null ? '?' : reprText(m, data.name)} mode='${data.mode}' closefd=${closesDescriptor(data) ? 'True' : 'False'}>`;
  if (data.kind === 'BytesIO') return `<${self.ob_type.tp_name} object at 0x${m.addressOfObject(self).toString(16).padStart(12, '0')}>`;
  const below = data.raw === null ? null : binaryData(data.raw);
  return below?.name ? `<_io.${data.kind} name=${reprText(m, below.name)}>` : `<_io.${data.kind}>`;
}

const slots = {
  tp_dealloc: dealloc, tp_traverse: traverse, tp_repr: (m: Machine, self: PyObject): PyObject => newStr(m, reprOf(m, self)),
  tp_iter(m: Machine, self: PyObject): PyObject {
    if (dataOf(self).closed) throw valueError(m, 'I/O operation on closed file.');
    return incref(self);
  },
  tp_iternext: nextLine,
};

/** Streams over something outside of the program cannot be pickled (_PyIOBase_cannot_pickle; 3.11: their `__getstate__`). */
export const notPicklable: readonly NativeSpec[] = [
  { name: '__reduce__', kind: 'noargs', inVersion: since(12), fn: cannotPickle },
  { name: '__reduce_ex__', kind: 'o', inVersion: since(12), fn: cannotPickle },
  { name: '__getstate__', kind: 'noargs', inVersion: until(12), fn: cannotPickle },
];

function cannotPickle(m: Machine, self: PyObject): never {
  const name = self.ob_type.tp_name;
  throw typeError(m, since(12)(m.profile) ? `cannot pickle '${name.slice(name.lastIndexOf('.') + 1)}' instances` : `cannot pickle '${name}' object`);
}

function fileIoInit(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const [file, mode, closefd, opener] = parseArgs(m, { name: 'FileIO', params: ['file', 'mode', 'closefd', 'opener'], required: 1 }, args, kwnames);
  if (mode && !isStr(mode)) throw badArgument(m, 'FileIO', "argument 'mode'", 'str', mode);
  if (opener && opener !== m.None) throw new RunEnded('not-simulated', 'FileIO() with an opener is not simulated.');
  const data = dataOf(self);
  closeBinary(m, data);
  const opened = openFileIo(m, file as PyObject, mode ? strValue(mode) : 'r', !closefd || switchArgument(m, closefd));
  data.stream = opened.stream;
  data.mode = opened.mode;
  data.closed = false;
  const old = data.name;
  data.name = incref(file as PyObject);
  xdecref(m, old);
}

export const fileIoType: TypeSpec = {
  name: '_io.FileIO', basicsize: 48, flags: STREAM_FLAGS, hasDict: true, hasWeakrefs: true,
  slots: {
    ...slots,
    tp_new(m, type) {
      const data = new BinaryData('FileIO', new MemoryStream());
      data.closed = true;
      return genericAlloc(m, type, data);
    },
    tp_init: fileIoInit,
  },
  methods: [
    ...common, exitMethod, ...notPicklable,
    { name: 'readall', kind: 'noargs', fn: (m, self) => newBytes(m, forReading(m, self, 'read').read(m, -1)) },
  ],
  getset: [
    closedAttribute,
    { name: 'mode', get: (m, self) => newStr(m, dataOf(self).mode) },
    { name: 'name', get: (m, self) => incref(dataOf(self).name ?? m.None) },
    { name: 'closefd', get: (m, self) => newBool(m, closesDescriptor(dataOf(self))) },
    { name: '_blksize', get: (m) => newInt(m, 4096) },
  ],
};

function bytesIoInit(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const [initial] = parseArgs(m, { name: 'BytesIO', params: ['initial_bytes'] }, args, kwnames);
  const data = dataOf(self);
  const stream = new MemoryStream();
  (data.stream as MemoryStream).release(m);
  data.stream = stream;
  data.closed = false;
  xdecref(m, data.initial);
  data.initial = null;
  if (initial === null || initial === undefined || initial === m.None) return;
  if (isBytes(initial)) {
    data.initial = incref(initial);
    stream.start(bytesValue(initial));
  } else {
    stream.write(m, bytesOf(m, initial));
    stream.position = 0;
  }
}

/** BytesIO.getbuffer(): an exporter that keeps the BytesIO from being resized. */
const bytesBufferType: TypeSpec = {
  name: '_io._BytesIOBuffer', basicsize: 24, flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      decref(m, self.data as PyObject);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => visit(self.data as PyObject, 'source', -1),
    bf_getbuffer(m, self) {
      const stream = dataOf(self.data as PyObject).stream as MemoryStream;
      if (stream.block === 0 && stream.size > 0) {
        stream.block = m.memory.alloc(33 + stream.size);
        stream.allocated = stream.size;
        stream.bytes = stream.bytes.slice();
      }
      stream.exports++;
      return simpleView(self, stream.bytes.subarray(0, stream.size), false);
    },
    bf_releasebuffer(_m, self) {
      (dataOf(self.data as PyObject).stream as MemoryStream).exports--;
    },
  },
};

export const bytesIoType: TypeSpec = {
  name: '_io.BytesIO', basicsize: 64, flags: STREAM_FLAGS, hasDict: true, hasWeakrefs: true,
  doc: 'Buffered I/O implementation using an in-memory bytes buffer.',
  slots: {
    ...slots,
    tp_new: (m, type) => genericAlloc(m, type, new BinaryData('BytesIO', new MemoryStream())),
    tp_init: bytesIoInit,
    tp_sizeof(_m, self) {
      const { stream } = dataOf(self);
      return self.ob_type.tp_basicsize + (stream instanceof MemoryStream ? stream.sizeOf() : 0);
    },
  },
  methods: [
    ...common, exitMethod,
    {
      name: 'getvalue', kind: 'noargs',
      fn(m, self) {
        const stream = opened(m, self, '') as MemoryStream;
        const { initial } = dataOf(self);
        stream.fit(m);
        if (initial !== null && stream.block === 0 && initial.ob_type === m.types.bytes) return incref(initial);
        return newBytes(m, stream.value());
      },
    },
    {
      name: 'getbuffer', kind: 'noargs',
      fn(m, self) {
        opened(m, self, '');
        const exporter = allocObject(m, lazyType(m, bytesBufferType), incref(self));
        gcTrack(m, exporter);
        const view = call(m, m.types.memoryview, [exporter]);
        decref(m, exporter);
        return view;
      },
    },
    { name: 'read1', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => newBytes(m, opened(m, self, '').read(m, countArgument(m, args[0]))) },
  ],
  getset: [closedAttribute],
};

function bufferedInit(kind: Kind) {
  return (m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void => {
    const [raw, size] = parseArgs(m, { name: kind, params: ['raw', 'buffer_size'], required: 1 }, args, kwnames);
    const bufferSize = size === null || size === undefined ? 8192 : asSize(m, size, m.types.OverflowError);
    if (bufferSize <= 0) throw valueError(m, 'buffer size must be strictly positive');
    const below = streamOf(m, raw as PyObject);
    if (kind !== 'BufferedWriter' && !below.readable(m)) throw unsupported(m, 'File or stream is not readable.');
    if (kind !== 'BufferedReader' && !below.writable(m)) throw unsupported(m, 'File or stream is not writable.');
    attachRaw(m, self, raw as PyObject, bufferSize);
  };
}

function attachRaw(m: Machine, self: PyObject, raw: PyObject, bufferSize: number): void {
  const data = dataOf(self);
  const ours = binaryData(raw);
  const below = ours !== null && ours.stream instanceof FileStream ? ours.stream : streamOf(m, raw);
  const old = data.raw;
  data.raw = incref(raw);
  xdecref(m, old);
  data.stream = new BufferedStream(below, bufferSize);
  data.closed = false;
  data.bufferSize = bufferSize;
  if (data.block === 0) data.block = m.memory.alloc(bufferSize);
}

function buffered(kind: Kind): TypeSpec {
  return {
    name: `_io.${kind}`, basicsize: 152, flags: STREAM_FLAGS, hasDict: true, hasWeakrefs: true,
    slots: {
      ...slots,
      tp_new: (m, type) => genericAlloc(m, type, new BinaryData(kind, new MemoryStream())),
      tp_init: bufferedInit(kind),
      tp_sizeof: (_m, self) => self.ob_type.tp_basicsize + (dataOf(self).block === 0 ? 0 : dataOf(self).bufferSize),
    },
    methods: [
      ...common, exitMethod, ...notPicklable,
      { name: 'read1', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => newBytes(m, forReading(m, self, 'read').read(m, args[0] === undefined ? dataOf(self).bufferSize : countArgument(m, args[0]))) },
      {
        name: 'peek', kind: 'fast', min: 0, max: 1,
        fn(m, self) {
          const stream = forReading(m, self, 'peek');
          const bytes = stream.read(m, dataOf(self).bufferSize);
          stream.seek(m, -bytes.length, 1);
          return newBytes(m, bytes);
        },
      },
      {
        name: 'detach', kind: 'noargs',
        fn(m, self) {
          const data = dataOf(self);
          if (data.raw === null) throw valueError(m, 'raw stream has been detached');
          data.stream.flush(m);
          const { raw } = data;
          data.raw = null;
          data.closed = true;
          return raw;
        },
      },
    ],
    getset: [
      closedAttribute,
      { name: 'raw', get: (m, self) => incref(dataOf(self).raw ?? m.None) },
      { name: 'name', get: (m, self) => getAttrString(m, dataOf(self).raw ?? m.None, 'name') },
      { name: 'mode', get: (m, self) => getAttrString(m, dataOf(self).raw ?? m.None, 'mode') },
    ],
  };
}

export const bufferedReaderType = buffered('BufferedReader');
export const bufferedWriterType = buffered('BufferedWriter');
export const bufferedRandomType = buffered('BufferedRandom');

/** A FileIO over an open file. `name` is borrowed. */
export function newFileIo(m: Machine, file: RawFile, name: PyObject): PyObject {
  const data = new BinaryData('FileIO', file.stream);
  data.name = incref(name);
  data.mode = file.mode;
  const o = allocObject(m, lazyType(m, fileIoType, rawIoBase(m)), data);
  gcTrack(m, o);
  return o;
}

/** A Buffered* over a raw stream object (borrowed). */
export function newBuffered(m: Machine, kind: 'BufferedReader' | 'BufferedWriter' | 'BufferedRandom', raw: PyObject, size: number): PyObject {
  const spec = kind === 'BufferedReader' ? bufferedReaderType : kind === 'BufferedWriter' ? bufferedWriterType : bufferedRandomType;
  const o = allocObject(m, lazyType(m, spec, bufferedIoBase(m)), new BinaryData(kind, new MemoryStream()));
  attachRaw(m, o, raw, size);
  gcTrack(m, o);
  return o;
}

/** sys.stdout.buffer. */
export function newConsoleBuffer(m: Machine, name: 'stdout' | 'stderr'): PyObject {
  const data = new BinaryData('BufferedWriter', new ConsoleStream(name));
  const o = allocObject(m, lazyType(m, bufferedWriterType, bufferedIoBase(m)), data);
  gcTrack(m, o);
  return o;
}

export type { BufferView };
