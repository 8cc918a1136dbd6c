// What zlib's objects share: pako's streams with the memory that the C library asks malloc for, and the growing output
// (zlib 1.2.13 deflate.c deflateInit2_, inflate.c updatewindow; CPython 3.13 Include/internal/pycore_blocks_output_buffer.h).
import { ZStream, zlibDeflate, zlibDeflateEnd, zlibDeflateInit2, zlibDeflateSetDictionary, zlibInflate, zlibInflateEnd, zlibInflateInit2, zlibInflateSetDictionary } from 'pako';
import type { Machine } from '../machine.ts';
import { type PyBytes, bytesValue, freshBytes, newBytes } from '../objects/bytes.ts';
import { type PyList, listAppendStolen, listItems, newList } from '../objects/list.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { SearchCensus } from './zlib-work.ts';

export const Z = { NO_FLUSH: 0, SYNC_FLUSH: 2, FINISH: 4, BLOCK: 5, OK: 0, STREAM_END: 1, NEED_DICT: 2, STREAM_ERROR: -2, DATA_ERROR: -3, BUF_ERROR: -5, DEFLATED: 8, MAX_WBITS: 15, DEF_MEM_LEVEL: 8, HUFFMAN_ONLY: 2, RLE: 3 } as const;
type DeflateFlush = Parameters<typeof zlibDeflate>[1];
type InflateFlush = Parameters<typeof zlibInflate>[1];

/** sizeof(deflate_state) and sizeof(inflate_state). */
const DEFLATE_STATE_BYTES = 5952;
const INFLATE_STATE_BYTES = 7160;
const BLOCK_KIB = [32, 64, 256, 1024, 4096, 8192, 16384, 16384, 32768, 32768, 32768, 32768, 65536, 65536, 131072, 131072];
const LAST_BLOCK_KIB = 262144;

/** A z_stream. `blocks` are its malloc blocks, freed in the order of the C library by `end`. */
class Stream {
  readonly z: ZStream;
  protected readonly blocks: number[];

  constructor(z: ZStream, blocks: number[]) {
    this.z = z;
    this.blocks = blocks;
  }

  /** Whether the C library still holds a state. */
  get isOpen(): boolean {
    return this.z.state !== null && this.z.state !== undefined;
  }

  setInput(data: Uint8Array): void {
    this.z.input = data;
    this.z.next_in = 0;
    this.z.avail_in = data.length;
  }

  setOutput(block: PyObject): void {
    const bytes = bytesValue(block);
    // The array is this block's alone, and a whole ArrayBuffer.
    this.z.output = bytes as Uint8Array<ArrayBuffer>;
    this.z.next_out = 0;
    this.z.avail_out = bytes.length;
  }

  /** The input that nothing has consumed yet. */
  get restOfInput(): Uint8Array {
    return this.z.input.subarray(this.z.next_in);
  }

  protected freeBlocks(m: Machine): void {
    for (const block of this.blocks.splice(0).reverse()) m.memory.freeRaw(block);
  }

  /** The parts of deflateCopy and inflateCopy: blocks of the same sizes, the state's values. */
  protected copyParts(m: Machine): [ZStream, number[]] {
    const blocks = this.blocks.map((block) => m.memory.allocRaw(m.memory.requestedBytes(block)));
    const { input, output } = this.z;
    this.z.input = this.z.output = NOTHING;
    const z = duplicate(this.z, new Map());
    this.z.input = input;
    this.z.output = output;
    return [z, blocks];
  }
}

const NOTHING = new Uint8Array(0);

/** A copy of a state: nested objects and typed arrays, shared ones and circles kept as they are. */
function duplicate<T>(value: T, known: Map<object, object>): T {
  if (typeof value !== 'object' || value === null) return value;
  const before = known.get(value);
  if (before !== undefined) return before as T;
  if (ArrayBuffer.isView(value)) {
    const copy = (value as unknown as Uint8Array).slice();
    known.set(value, copy);
    return copy as T;
  }
  const copy = Object.create(Object.getPrototypeOf(value) as object | null) as Record<string, unknown>;
  known.set(value, copy);
  for (const [key, part] of Object.entries(value)) copy[key] = duplicate<unknown>(part, known);
  return copy as T;
}

/** A stream that compresses. */
export class Deflater extends Stream {
  private readonly census: SearchCensus | null;

  private constructor(z: ZStream, blocks: number[], census: SearchCensus | null) {
    super(z, blocks);
    this.census = census;
  }

  /** deflateInit2; the error's number where the options are wrong. The hash chains are those of the C library, so the bytes are too. */
  static open(m: Machine, options: { readonly level: number; readonly method: number; readonly wbits: number; readonly memLevel: number; readonly strategy: number }): Deflater | number {
    const { level, method, wbits, memLevel, strategy } = options;
    const z = new ZStream();
    const status = zlibDeflateInit2(z, level, method, wbits, memLevel, strategy as 0, true);
    if (status !== Z.OK) return status;
    const state = z.state as { readonly w_size: number; readonly hash_bits: number; readonly level: number };
    const sizes = [DEFLATE_STATE_BYTES, state.w_size * 2, state.w_size * 2, 2 << state.hash_bits, 1 << (memLevel + 8)];
    const searches = state.level > 0 && strategy !== Z.HUFFMAN_ONLY && strategy !== Z.RLE;
    return new Deflater(z, sizes.map((bytes) => m.memory.allocRaw(bytes)), searches ? new SearchCensus(state.level, state.hash_bits, state.w_size) : null);
  }

  setDictionary(m: Machine, dictionary: Uint8Array): number {
    m.chargeWork(dictionary.length * 8);
    return zlibDeflateSetDictionary(this.z, dictionary);
  }

  /** deflate. A call on a stream that has ended leaves the message alone, as the C library does. */
  deflate(m: Machine, flush: number): number {
    if (!this.isOpen || flush > Z.BLOCK || flush < 0) return Z.STREAM_ERROR;
    if (this.census !== null) return this.deflateSlices(m, flush, this.census);
    m.chargeWork(64 + this.z.avail_in * 8);
    return this.step(flush as DeflateFlush);
  }

  private step(flush: DeflateFlush): number {
    const status = zlibDeflate(this.z, flush);
    flushBits(this.z);
    return status;
  }

  /** What it costs to look for a match depends on the data and shows afterwards: a slice at a time (the answer does not depend on slices). */
  private deflateSlices(m: Machine, flush: number, census: SearchCensus): number {
    const { z } = this;
    for (;;) {
      const total = z.avail_in;
      const slice = Math.min(total, SLICE_BYTES);
      const state = z.state as SymbolState;
      const [start, before] = [z.next_in, state.sym_next];
      z.avail_in = slice;
      const status = this.step(slice === total ? flush as DeflateFlush : Z.NO_FLUSH);
      z.avail_in += total - slice;
      const symbols = (state.sym_next >= before ? state.sym_next - before : state.sym_end - before + state.sym_next) / 3;
      m.chargeWork(64 + census.work(z.input.subarray(start, z.next_in), symbols));
      if (slice === total || z.avail_out === 0 || status !== Z.OK) return status;
    }
  }

  end(m: Machine): number {
    const status = this.isOpen ? zlibDeflateEnd(this.z) : Z.OK;
    this.freeBlocks(m);
    return status;
  }

  copy(m: Machine): Deflater | null {
    return this.isOpen ? new Deflater(...this.copyParts(m), this.census?.copy() ?? null) : null;
  }
}

const SLICE_BYTES = 4096;

/** _tr_flush_bits and the rest of flush_pending: whole bytes that pako still keeps among its bits go out too, as they do in the C library. */
function flushBits(z: ZStream): void {
  const state = z.state as PendingState;
  while (state.bi_valid >= 8) {
    state.pending_buf[state.pending_out + state.pending++] = state.bi_buf & 255;
    state.bi_buf >>= 8;
    state.bi_valid -= 8;
  }
  while (state.pending > 0 && z.avail_out > 0) {
    z.output[z.next_out++] = state.pending_buf[state.pending_out++] as number;
    state.pending--;
    z.avail_out--;
    z.total_out++;
  }
  if (state.pending === 0) state.pending_out = 0;
}

interface PendingState {
  readonly pending_buf: Uint8Array;
  pending: number;
  pending_out: number;
  bi_buf: number;
  bi_valid: number;
}

/** How many symbols wait for their block's end. */
interface SymbolState {
  readonly sym_next: number;
  readonly sym_end: number;
}

/** A stream that decompresses. */
export class Inflater extends Stream {
  static open(m: Machine, wbits: number): Inflater | number {
    const z = new ZStream();
    const status = zlibInflateInit2(z, wbits);
    return status === Z.OK ? new Inflater(z, [m.memory.allocRaw(INFLATE_STATE_BYTES)]) : status;
  }

  setDictionary(m: Machine, dictionary: Uint8Array): number {
    const status = zlibInflateSetDictionary(this.z, dictionary);
    this.claimWindow(m);
    return status;
  }

  inflate(m: Machine, flush: number): number {
    if (!this.isOpen) return Z.STREAM_ERROR;
    m.chargeWork(64 + 8 * Math.min(this.z.avail_out, this.z.avail_in * 1032));
    const status = zlibInflate(this.z, flush as InflateFlush);
    this.claimWindow(m);
    return status;
  }

  /** The C library asks for the window when it first has something to remember. */
  private claimWindow(m: Machine): void {
    const state = this.z.state as { readonly window: Uint8Array | null } | null;
    if (this.blocks.length === 1 && state !== null && state.window !== null) this.blocks.push(m.memory.allocRaw(state.window.length));
  }

  end(m: Machine): number {
    const status = this.isOpen ? zlibInflateEnd(this.z) : Z.OK;
    this.z.state = null;
    this.freeBlocks(m);
    return status;
  }

  copy(m: Machine): Inflater | null {
    return this.isOpen ? new Inflater(...this.copyParts(m)) : null;
  }
}

/** _BlocksOutputBuffer: bytes objects of growing sizes in a list, joined at the end. `maxLength` -1 = no bound. */
export class Output {
  private readonly m: Machine;
  private readonly stream: Stream;
  private readonly maxLength: number;
  private readonly list: PyList;
  private allocated: number;

  constructor(m: Machine, stream: Stream, firstBytes: number, maxLength = -1) {
    this.m = m;
    this.stream = stream;
    this.maxLength = maxLength;
    const size = maxLength >= 0 ? Math.min(firstBytes, maxLength) : firstBytes;
    const block = freshBytes(m, size);
    this.list = newList(m, [block]);
    this.allocated = size;
    stream.setOutput(block);
  }

  /** InitAndGrow. */
  static growing(m: Machine, stream: Stream, maxLength = -1): Output {
    return new Output(m, stream, (BLOCK_KIB[0] as number) * 1024, maxLength);
  }

  grow(): void {
    let size = (BLOCK_KIB[listItems(this.list).length] ?? LAST_BLOCK_KIB) * 1024;
    if (this.maxLength >= 0) size = Math.min(size, this.maxLength - this.allocated);
    const block = freshBytes(this.m, size);
    listAppendStolen(this.m, this.list, block);
    this.allocated += size;
    this.stream.setOutput(block);
  }

  get dataBytes(): number {
    return this.allocated - this.stream.z.avail_out;
  }

  /** The bytes object; gives the list back. */
  finish(): PyObject {
    const { m, list } = this;
    const blocks = listItems(list) as PyBytes[];
    const [first, second] = blocks;
    const left = this.stream.z.avail_out;
    const isFull = (blocks.length === 1 && left === 0) || (blocks.length === 2 && second !== undefined && bytesValue(second).length === left);
    const result = first !== undefined && isFull ? incref(first) : newBytes(m, this.joined(blocks));
    this.drop();
    return result;
  }

  private joined(blocks: readonly PyBytes[]): Uint8Array {
    this.m.memory.expect(this.dataBytes);
    const whole = new Uint8Array(this.dataBytes);
    let at = 0;
    for (const block of blocks) {
      const part = bytesValue(block).subarray(0, whole.length - at);
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  /** OnError. */
  drop(): void {
    this.stream.z.output = NOTHING;
    decref(this.m, this.list);
  }
}
