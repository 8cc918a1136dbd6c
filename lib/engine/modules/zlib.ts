// The zlib module (CPython 3.13 Modules/zlibmodule.c): compression by pako, whose bytes are those of zlib 1.2.13.
import type { Machine } from '../machine.ts';
import { freeObject, gcTrack, gcUntrack, allocObject } from '../objects/alloc.ts';
import { parseArgs } from '../objects/arguments.ts';
import { bytesOf, hasBuffer } from '../objects/buffer.ts';
import { bytesValue, newBytes } from '../objects/bytes.ts';
import { newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { intArgument, sizeArgument } from '../objects/size-argument.ts';
import { newStrAscii } from '../objects/str.ts';
import { type GetSetSpec, type NativeSpec, type PyType, type TypeSpec, TypeFlag, type Visit, since } from '../objects/type.ts';
import { checksum, combination } from './checksums.ts';
import { ZLIB_DECOMPRESSOR } from './zlib-decompressor.ts';
import { DEF_BUF_SIZE, errorType, fail, openInflater, setDictionary, zlibError } from './zlib-open.ts';
import { Deflater, Inflater, Output, Z } from './zlib-stream.ts';

const VERSION = '1.2.13';

const intOr = (m: Machine, o: PyObject | null | undefined, standard: number): number => (o ? intArgument(m, o) : standard);

/** Runs `work` with an output that goes away when it raises. */
function withOutput(output: Output, work: () => void): PyObject {
  try {
    work();
    return output.finish();
  } catch (error) {
    output.drop();
    throw error;
  }
}

// --- whole strings ----------------------------------------------------------------------------------------------------------------------------

function compress(m: Machine, _self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [dataObject, levelObject, wbitsObject] = parseArgs(m, { name: 'compress', params: ['', 'level', 'wbits'], required: 1 }, args, kwnames);
  const data = bytesOf(m, dataObject as PyObject);
  const level = intOr(m, levelObject, -1);
  const wbits = intOr(m, wbitsObject, Z.MAX_WBITS);
  const stream = Deflater.open(m, { level, method: Z.DEFLATED, wbits, memLevel: Z.DEF_MEM_LEVEL, strategy: 0 });
  if (typeof stream === 'number') throw fail(m, 'Bad compression level');
  stream.setInput(data);
  try {
    const output = Output.growing(m, stream);
    return withOutput(output, () => {
      pump(m, stream, output, Z.FINISH, 'while compressing data');
      stream.end(m);
    });
  } finally {
    stream.end(m);
  }
}

/** deflate until it asks for no more room. */
function pump(m: Machine, stream: Deflater, output: Output, flush: number, doing: string): number {
  for (;;) {
    if (stream.z.avail_out === 0) output.grow();
    const status = stream.deflate(m, flush);
    if (status === Z.STREAM_ERROR) throw zlibError(m, stream.z.msg, status, doing);
    if (stream.z.avail_out !== 0) return status;
  }
}

function decompress(m: Machine, _self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [dataObject, wbitsObject, bufsizeObject] = parseArgs(m, { name: 'decompress', params: ['', 'wbits', 'bufsize'], required: 1 }, args, kwnames);
  const data = bytesOf(m, dataObject as PyObject);
  const wbits = intOr(m, wbitsObject, Z.MAX_WBITS);
  const bufsize = bufsizeObject ? sizeArgument(m, bufsizeObject) : DEF_BUF_SIZE;
  if (bufsize < 0) throw valueError(m, 'bufsize must be non-negative');
  const stream = Inflater.open(m, wbits);
  if (typeof stream === 'number') throw zlibError(m, '', stream, 'while preparing to decompress data');
  stream.setInput(data);
  try {
    const output = new Output(m, stream, Math.max(1, bufsize));
    return withOutput(output, () => {
      const status = drain(m, stream, output, Z.FINISH);
      if (status !== Z.STREAM_END) throw zlibError(m, stream.z.msg, status, 'while decompressing data');
      stream.end(m);
    });
  } finally {
    stream.end(m);
  }
}

/** inflate until there is room left or something stops it. */
function drain(m: Machine, stream: Inflater, output: Output, flush: number): number {
  for (;;) {
    if (stream.z.avail_out === 0) output.grow();
    const status = stream.inflate(m, flush);
    if (isStopped(status) || stream.z.avail_out !== 0) return status;
  }
}

const isStopped = (status: number): boolean => status !== Z.OK && status !== Z.BUF_ERROR && status !== Z.STREAM_END;

// --- Compress and Decompress --------------------------------------------------------------------------------------------------------------------

/** compobject. */
interface StreamData<S> {
  readonly stream: S;
  unusedData: PyObject;
  unconsumedTail: PyObject;
  readonly zdict: PyObject | null;
  eof: boolean;
  /** The lock's malloc block. */
  readonly lock: number;
}

const LOCK_BYTES = 32;
const dataOf = <S>(o: PyObject): StreamData<S> => o.data as StreamData<S>;

/** newcompobject, then the stream. `open` may refuse by raising. */
function newStreamObject<S extends Deflater | Inflater>(m: Machine, type: PyType, zdict: PyObject | null, open: () => S): PyObject {
  const data = { unusedData: incref(m.emptyBytes), unconsumedTail: incref(m.emptyBytes), zdict: zdict === null ? null : incref(zdict), eof: false, lock: 0, stream: null as S | null };
  const o = allocObject(m, type, data);
  data.lock = m.memory.allocRaw(LOCK_BYTES);
  try {
    data.stream = open();
  } catch (error) {
    decref(m, o);
    throw error;
  }
  if ((type.tp_flags & TypeFlag.HAVE_GC) !== 0) gcTrack(m, o);
  return o;
}

function streamTraverse(_m: Machine, o: PyObject, visit: Visit): void {
  const data = dataOf<unknown>(o);
  visit(data.unusedData, 'unused_data', -1);
  visit(data.unconsumedTail, 'unconsumed_tail', -1);
  if (data.zdict !== null) visit(data.zdict, 'zdict', -1);
}

function streamDealloc(m: Machine, o: PyObject): void {
  const data = dataOf<Deflater | Inflater | null>(o);
  if (o.gc_next !== null) gcUntrack(m, o);
  data.stream?.end(m);
  m.memory.freeRaw(data.lock);
  decref(m, data.unusedData);
  decref(m, data.unconsumedTail);
  if (data.zdict !== null) decref(m, data.zdict);
  freeObject(m, o);
}

/** Collected since 3.13, immutable since 3.15. */
const streamFlags = (m: Machine): number => TypeFlag.DISALLOW_INSTANTIATION | (since(13)(m.profile) ? TypeFlag.HAVE_GC : 0) | (since(15)(m.profile) ? TypeFlag.IMMUTABLE : 0);

/** copy and its two other names: they want the defining class, so they count their arguments themselves. */
function copyMethods(copy: (m: Machine, self: PyObject) => PyObject): NativeSpec[] {
  const alone = (name: string): NativeSpec => ({
    name, kind: 'fastkw',
    fn: (m, self, args) => {
      if (args.length > 0) throw typeError(m, `${name}() takes no arguments`);
      return copy(m, self);
    },
  });
  const deepcopy: NativeSpec = { name: '__deepcopy__', kind: 'fastkw', fn: (m, self, args, kwnames) => (parseArgs(m, { name: '__deepcopy__', params: [''], required: 1 }, args, kwnames), copy(m, self)) };
  return [alone('copy'), alone('__copy__'), deepcopy];
}

function copyStream<S extends Deflater | Inflater>(m: Machine, self: PyObject, copy: (stream: S) => S | null): PyObject {
  const from = dataOf<S>(self);
  const o = newStreamObject<S>(m, self.ob_type, from.zdict, () => {
    const stream = copy(from.stream);
    if (stream === null) throw valueError(m, 'Inconsistent stream state');
    return stream;
  });
  const to = dataOf<S>(o);
  to.unusedData = incref(from.unusedData);
  to.unconsumedTail = incref(from.unconsumedTail);
  to.eof = from.eof;
  return o;
}

const compressSpec: TypeSpec = {
  name: 'zlib.Compress',
  basicsize: 168,
  flags: streamFlags,
  slots: { tp_dealloc: streamDealloc, tp_traverse: streamTraverse },
  methods: [
    { name: 'compress', kind: 'fastkw', fn: (m, self, args, kwnames) => {
      const [source] = parseArgs(m, { name: 'compress', params: [''], required: 1 }, args, kwnames);
      const { stream } = dataOf<Deflater>(self);
      stream.setInput(bytesOf(m, source as PyObject));
      const output = Output.growing(m, stream);
      return withOutput(output, () => void pump(m, stream, output, Z.NO_FLUSH, 'while compressing data'));
    } },
    { name: 'flush', kind: 'fastkw', fn: compressFlush },
    ...copyMethods((m, self) => copyStream<Deflater>(m, self, (stream) => stream.copy(m))),
  ],
};

function compressFlush(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [modeObject] = parseArgs(m, { name: 'flush', params: [''] }, args, kwnames);
  const mode = intOr(m, modeObject, Z.FINISH);
  if (mode === Z.NO_FLUSH) return incref(m.emptyBytes);
  const { stream } = dataOf<Deflater>(self);
  stream.setInput(bytesValue(m.emptyBytes));
  const output = Output.growing(m, stream);
  return withOutput(output, () => {
    const status = pump(m, stream, output, mode, 'while flushing');
    if (status === Z.STREAM_END && mode === Z.FINISH) stream.end(m);
    else if (status !== Z.OK && status !== Z.BUF_ERROR) throw zlibError(m, stream.z.msg, status, 'while flushing');
  });
}

function compressobj(m: Machine, _self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const parsed = parseArgs(m, { name: 'compressobj', params: ['level', 'method', 'wbits', 'memLevel', 'strategy', 'zdict'] }, args, kwnames);
  const [level, method, wbits, memLevel, strategy] = ([-1, Z.DEFLATED, Z.MAX_WBITS, Z.DEF_MEM_LEVEL, 0] as const).map((standard, i) => intOr(m, parsed[i], standard)) as [number, number, number, number, number];
  const zdict = parsed[5] ? bytesOf(m, parsed[5]) : null;
  return newStreamObject(m, lazyType(m, compressSpec), null, () => {
    const stream = Deflater.open(m, { level, method, wbits, memLevel, strategy });
    if (typeof stream === 'number') throw valueError(m, 'Invalid initialization option');
    if (zdict !== null && stream.setDictionary(m, zdict) !== Z.OK) {
      stream.end(m);
      throw valueError(m, 'Invalid dictionary');
    }
    return stream;
  });
}

const member = (name: string, get: GetSetSpec['get']): GetSetSpec => ({ name, kind: 'member', get });

const decompressSpec: TypeSpec = {
  name: 'zlib.Decompress',
  basicsize: 168,
  flags: streamFlags,
  slots: { tp_dealloc: streamDealloc, tp_traverse: streamTraverse },
  methods: [
    { name: 'decompress', kind: 'fastkw', fn: decompressMore },
    { name: 'flush', kind: 'fastkw', fn: decompressFlush },
    ...copyMethods((m, self) => copyStream<Inflater>(m, self, (stream) => stream.copy(m))),
  ],
  getset: [
    member('unused_data', (_m, self) => incref(dataOf(self).unusedData)),
    member('unconsumed_tail', (_m, self) => incref(dataOf(self).unconsumedTail)),
    member('eof', (m, self) => incref(dataOf(self).eof ? m.True : m.False)),
  ],
};

function decompressMore(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [source, maxObject] = parseArgs(m, { name: 'decompress', params: ['', 'max_length'], required: 1 }, args, kwnames);
  const input = bytesOf(m, source as PyObject);
  const given = maxObject ? sizeArgument(m, maxObject) : 0;
  if (given < 0) throw valueError(m, 'max_length must be non-negative');
  const maxLength = given === 0 ? -1 : given;
  const data = dataOf<Inflater>(self);
  const { stream, zdict } = data;
  stream.setInput(input);
  const output = Output.growing(m, stream, maxLength);
  return withOutput(output, () => {
    const status = inflateTo(m, stream, output, maxLength, zdict);
    saveUnconsumed(m, data, status);
    if (status === Z.STREAM_END) data.eof = true;
    else if (status !== Z.OK && status !== Z.BUF_ERROR) throw zlibError(m, stream.z.msg, status, 'while decompressing data');
  });
}

function inflateTo(m: Machine, stream: Inflater, output: Output, maxLength: number, zdict: PyObject | null): number {
  let status: number = Z.OK;
  for (;;) {
    if (stream.z.avail_out === 0) {
      if (output.dataBytes === maxLength) return status;
      output.grow();
    }
    status = stream.inflate(m, Z.SYNC_FLUSH);
    if (status === Z.NEED_DICT && zdict !== null) setDictionary(m, stream, zdict);
    else if (isStopped(status) || stream.z.avail_out !== 0) return status;
  }
}

/** save_unconsumed_input: what is left becomes unused_data behind the end of the stream, else unconsumed_tail. */
function saveUnconsumed(m: Machine, data: StreamData<Inflater>, status: number): void {
  const { stream } = data;
  const rest = stream.restOfInput;
  let left = stream.z.avail_in;
  if (status === Z.STREAM_END && left > 0) {
    const old = bytesValue(data.unusedData);
    m.memory.expect(old.length + rest.length);
    const whole = new Uint8Array(old.length + rest.length);
    whole.set(old);
    whole.set(rest, old.length);
    replace(m, data, 'unusedData', newBytes(m, whole));
    left = 0;
  }
  if (left > 0 || bytesValue(data.unconsumedTail).length > 0) replace(m, data, 'unconsumedTail', newBytes(m, rest.slice()));
}

function replace(m: Machine, data: StreamData<Inflater>, field: 'unusedData' | 'unconsumedTail', value: PyObject): void {
  const old = data[field];
  data[field] = value;
  decref(m, old);
}

function decompressFlush(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [lengthObject] = parseArgs(m, { name: 'flush', params: [''] }, args, kwnames);
  const length = lengthObject ? sizeArgument(m, lengthObject) : DEF_BUF_SIZE;
  if (length <= 0) throw valueError(m, 'length must be greater than zero');
  const data = dataOf<Inflater>(self);
  const { stream } = data;
  stream.setInput(bytesValue(data.unconsumedTail));
  const output = new Output(m, stream, length);
  return withOutput(output, () => {
    const status = drain(m, stream, output, Z.FINISH);
    saveUnconsumed(m, data, status);
    if (status !== Z.STREAM_END) return;
    data.eof = true;
    stream.end(m);
  });
}

function decompressobj(m: Machine, _self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [wbitsObject, zdict] = parseArgs(m, { name: 'decompressobj', params: ['wbits', 'zdict'] }, args, kwnames);
  const wbits = intOr(m, wbitsObject, Z.MAX_WBITS);
  if (zdict && !hasBuffer(zdict)) throw typeError(m, 'zdict argument must support the buffer protocol');
  return newStreamObject(m, lazyType(m, decompressSpec), zdict ?? null, () => openInflater(m, wbits, zdict ?? null));
}

// --- the module ---------------------------------------------------------------------------------------------------------------------------------

const CONSTANTS: Readonly<Record<string, number>> = {
  MAX_WBITS: Z.MAX_WBITS, DEFLATED: Z.DEFLATED, DEF_MEM_LEVEL: Z.DEF_MEM_LEVEL, DEF_BUF_SIZE, Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1, Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4, Z_DEFAULT_STRATEGY: 0, Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2,
  Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5, Z_TREES: 6,
};

/** Makes the module. */
export function zlibModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: 'zlib',
    functions: [
      checksum('adler32'),
      combination('adler32_combine'),
      { name: 'compress', kind: 'fastkw', fn: compress },
      { name: 'compressobj', kind: 'fastkw', fn: compressobj },
      checksum('crc32'),
      combination('crc32_combine'),
      { name: 'decompress', kind: 'fastkw', fn: decompress },
      { name: 'decompressobj', kind: 'fastkw', fn: decompressobj },
    ],
    attributes: () => [
      ['error', incref(errorType(m))],
      ...(since(12)(m.profile) ? [['_ZlibDecompressor', incref(lazyType(m, ZLIB_DECOMPRESSOR))] as const] : []),
      ...Object.entries(CONSTANTS).map(([name, value]) => [name, newInt(m, value)] as const),
      ['ZLIB_VERSION', newStrAscii(m, VERSION)],
      ['ZLIB_RUNTIME_VERSION', newStrAscii(m, VERSION)],
      ['__version__', newStrAscii(m, '1.0')],
    ],
  });
}
