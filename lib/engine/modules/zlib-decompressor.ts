// zlib._ZlibDecompressor (CPython 3.13 Modules/zlibmodule.c, ZlibDecompressor): the one that gzip reads with.
import type { Machine } from '../machine.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { parseArgs } from '../objects/arguments.ts';
import { bytesOf } from '../objects/buffer.ts';
import { freshBytes, newBytes, resizeFresh } from '../objects/bytes.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { raise } from '../objects/raise.ts';
import { intArgument, sizeArgument } from '../objects/size-argument.ts';
import { type TypeSpec, TypeFlag, since } from '../objects/type.ts';
import { DEF_BUF_SIZE, openInflater, zlibError } from './zlib-open.ts';
import { type Inflater, Z } from './zlib-stream.ts';

interface DecompressorData {
  stream: Inflater | null;
  readonly zdict: PyObject | null;
  unusedData: PyObject;
  /** Input that waits, on a block of its own. */
  waiting: Uint8Array;
  waitingBlock: number;
  eof: boolean;
  needsInput: boolean;
  readonly lock: number;
}

const MAX_FIRST_BYTES = 16 * 1024 * 1024;
const LOCK_BYTES = 32;
const NOTHING = new Uint8Array(0);
const dataOf = (o: PyObject): DecompressorData => o.data as DecompressorData;

/** The type; in 3.12 and later. */
export const ZLIB_DECOMPRESSOR: TypeSpec = {
  name: 'zlib._ZlibDecompressor',
  basicsize: 184,
  flags: (m) => TypeFlag.IMMUTABLE | (since(13)(m.profile) ? TypeFlag.HAVE_GC : 0),
  slots: {
    tp_new: (m, type, args, kwnames) => {
      const [wbits, zdict] = parseArgs(m, { name: '_ZlibDecompressor', params: ['wbits', 'zdict'] }, args, kwnames);
      const bits = wbits ? intArgument(m, wbits) : Z.MAX_WBITS;
      const data = { stream: null as Inflater | null, zdict: zdict ? incref(zdict) : null, unusedData: incref(m.emptyBytes), waiting: NOTHING, waitingBlock: 0, eof: false, needsInput: true, lock: 0 };
      const o = allocObject(m, type, data);
      data.lock = m.memory.allocRaw(LOCK_BYTES);
      try {
        data.stream = openInflater(m, bits, zdict ?? null);
      } catch (error) {
        decref(m, o);
        throw error;
      }
      if (since(13)(m.profile)) gcTrack(m, o);
      return o;
    },
    tp_traverse: (_m, o, visit) => {
      const { zdict, unusedData } = dataOf(o);
      if (zdict !== null) visit(zdict, 'zdict', -1);
      visit(unusedData, 'unused_data', -1);
    },
    tp_dealloc: (m, o) => {
      const data = dataOf(o);
      if (o.gc_next !== null) gcUntrack(m, o);
      data.stream?.end(m);
      keepWaiting(m, data, NOTHING);
      m.memory.freeRaw(data.lock);
      decref(m, data.unusedData);
      if (data.zdict !== null) decref(m, data.zdict);
      freeObject(m, o);
    },
  },
  methods: [{ name: 'decompress', kind: 'fastkw', fn: decompress }],
  getset: [
    { name: 'eof', kind: 'member', get: (m, o) => incref(dataOf(o).eof ? m.True : m.False) },
    { name: 'unused_data', kind: 'member', get: (_m, o) => incref(dataOf(o).unusedData) },
    { name: 'needs_input', kind: 'member', get: (m, o) => incref(dataOf(o).needsInput ? m.True : m.False) },
  ],
};

function decompress(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [source, maxObject] = parseArgs(m, { name: 'decompress', params: ['data', 'max_length'], required: 1 }, args, kwnames);
  const bytes = bytesOf(m, source as PyObject);
  const maxLength = maxObject ? sizeArgument(m, maxObject) : -1;
  const data = dataOf(self);
  const { stream } = data;
  if (data.eof || stream === null) throw raise(m, m.types.EOFError, 'End of stream already reached');
  stream.setInput(data.waiting.length === 0 ? bytes : joined(m, data.waiting, bytes));
  const result = decompressWaiting(m, stream, maxLength, data);
  const rest = stream.restOfInput;
  if (data.eof) {
    data.needsInput = false;
    if (rest.length > 0) {
      const old = data.unusedData;
      data.unusedData = newBytes(m, rest.slice());
      decref(m, old);
    }
    keepWaiting(m, data, NOTHING);
  } else {
    data.needsInput = rest.length === 0;
    keepWaiting(m, data, rest.slice());
  }
  return result;
}

function joined(m: Machine, first: Uint8Array, second: Uint8Array): Uint8Array {
  m.memory.expect(first.length + second.length);
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

function keepWaiting(m: Machine, data: DecompressorData, bytes: Uint8Array): void {
  if (data.waitingBlock !== 0) m.memory.free(data.waitingBlock);
  data.waitingBlock = bytes.length === 0 ? 0 : m.memory.alloc(bytes.length);
  data.waiting = bytes;
}

/** decompress_buf: at most `maxLength` bytes, in one bytes object that doubles. */
function decompressWaiting(m: Machine, stream: Inflater, maxLength: number, data: DecompressorData): PyObject {
  const limit = maxLength < 0 ? Infinity : maxLength;
  let output = freshBytes(m, maxLength < 0 || maxLength === Number.MAX_SAFE_INTEGER ? DEF_BUF_SIZE : Math.min(maxLength, MAX_FIRST_BYTES));
  try {
    let made = 0;
    let status: number = Z.OK;
    for (;;) {
      const size = output.data.value.length;
      if (made === size && size > 0) {
        if (size >= limit) break;
        output = resizeFresh(m, output, Math.min(size * 2, limit));
      }
      stream.setOutput(output);
      stream.z.next_out = made;
      stream.z.avail_out = output.data.value.length - made;
      status = stream.inflate(m, Z.SYNC_FLUSH);
      made = stream.z.next_out;
      if (stream.z.avail_out !== 0 || status === Z.STREAM_END || output.data.value.length === 0) break;
    }
    if (status === Z.STREAM_END) {
      data.eof = true;
      stream.end(m);
    } else if (status !== Z.OK && status !== Z.BUF_ERROR) {
      // CPython sets no exception where a dictionary is wanted.
      if (status === Z.NEED_DICT) throw raise(m, m.types.SystemError, "<method 'decompress' of 'zlib._ZlibDecompressor' objects> returned NULL without setting an exception");
      throw zlibError(m, stream.z.msg, status, 'while decompressing data');
    }
    return resizeFresh(m, output, made);
  } catch (error) {
    decref(m, output);
    throw error;
  }
}

