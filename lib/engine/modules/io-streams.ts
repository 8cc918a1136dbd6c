// Streams of bytes under the io module's objects: files of the virtual file system, memory, the console, anything with read() and write().
// (CPython 3.13 Modules/_io/fileio.c, bufferedio.c and bytesio.c; only who may see which bytes when is kept, not the reading ahead.)
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import type { ConsoleName, OpenFile } from './virtual-files.ts';
import { asSize, callMethodNamed, isTrue } from '../objects/abstract.ts';
import { bytesOf } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytes.ts';
import { decodeUtf8 } from '../objects/codecs.ts';
import { newInt } from '../objects/int.ts';
import { decref, incref } from '../objects/object.ts';
import { raise, typeError, valueError } from '../objects/raise.ts';
import { newStr } from '../objects/str.ts';
import { PyRaise } from '../errors.ts';
import type { PyType } from '../objects/type.ts';
import { call } from '../objects/call.ts';
import { newDict } from '../objects/dict.ts';
import { newTuple } from '../objects/tuple.ts';
import { ERRNO, FileError, filesOf } from './virtual-files.ts';

/** What every byte stream can do. `read(m, -1)` reads to the end; positions are bytes. */
export interface ByteStream {
  read(m: Machine, count: number): Uint8Array;
  write(m: Machine, bytes: Uint8Array): number;
  seek(m: Machine, offset: number, whence: number): number;
  tell(m: Machine): number;
  truncate(m: Machine, size: number): void;
  flush(m: Machine): void;
  close(m: Machine): void;
  readable(m: Machine): boolean;
  writable(m: Machine): boolean;
  seekable(m: Machine): boolean;
  fileno(m: Machine): number;
}

/** io.UnsupportedOperation(OSError, ValueError): borrowed. */
export function unsupportedType(m: Machine): PyType {
  if (m.unsupportedOperation === null) {
    m.unsupportedOperation = m.memory.uncounted(() => {
      const name = newStr(m, 'UnsupportedOperation');
      const bases = newTuple(m, [incref(m.types.OSError), incref(m.types.ValueError)]);
      const dict = newDict(m);
      const module = newStr(m, 'io');
      const made = call(m, m.types.type, [name, bases, dict]) as PyType;
      m.types.type.tp_setattro?.(m, made, m.names.__module__ as PyObject, module);
      for (const o of [name, bases, dict, module]) decref(m, o);
      return made;
    });
  }
  return m.unsupportedOperation;
}

export function unsupported(m: Machine, text: string): PyRaise {
  return raise(m, unsupportedType(m), text);
}

/** OSError (its subclass by number) for a failed call on `path`. */
export function osError(m: Machine, code: keyof typeof ERRNO, path: PyObject | null, second: PyObject | null = null): PyRaise {
  const [number, text] = ERRNO[code];
  const args = [newInt(m, number), newStr(m, text), ...(path === null ? [] : [incref(path)]), ...(second === null ? [] : [incref(m.None), incref(second)])];
  const exc = call(m, m.types.OSError, args);
  for (const arg of args) decref(m, arg);
  return new PyRaise(exc);
}

/** Runs `body`; a FileError becomes OSError. */
export function onFiles<T>(m: Machine, path: PyObject | null, body: () => T, second: PyObject | null = null): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof FileError) throw osError(m, error.code, path, second);
    throw error;
  }
}

function target(m: Machine, offset: number, whence: number, position: number, end: number): number {
  const at = whence === 0 ? offset : whence === 1 ? position + offset : end + offset;
  if (at < 0) throw osError(m, 'EINVAL', null);
  return at;
}

/** A file of the virtual file system. */
export class FileStream implements ByteStream {
  private readonly file: OpenFile;
  private readonly fd: number;
  /** Closing the stream closes the descriptor. */
  readonly closesDescriptor: boolean;
  constructor(fd: number, file: OpenFile, closesDescriptor: boolean) {
    this.fd = fd;
    this.file = file;
    this.closesDescriptor = closesDescriptor;
  }

  read(m: Machine, count: number): Uint8Array {
    const { file } = this;
    const { node } = file;
    const end = count < 0 ? node.size : Math.min(node.size, file.position + count);
    if (end <= file.position) return new Uint8Array(0);
    m.chargeWork((end - file.position) >> 3);
    const bytes = node.data.slice(file.position, end);
    file.position = end;
    return bytes;
  }

  write(m: Machine, bytes: Uint8Array): number {
    m.chargeWork(bytes.length >> 3);
    onFiles(m, null, () => filesOf(m).writeAt(this.file, bytes));
    return bytes.length;
  }

  seek(m: Machine, offset: number, whence: number): number {
    return (this.file.position = target(m, offset, whence, this.file.position, this.file.node.size));
  }

  tell(): number {
    return this.file.position;
  }

  truncate(m: Machine, size: number): void {
    onFiles(m, null, () => filesOf(m).truncate(this.file.node, size));
  }

  flush(): void {}

  close(m: Machine): void {
    if (this.closesDescriptor) filesOf(m).open.delete(this.fd);
  }

  readable(): boolean {
    return this.file.readable;
  }

  writable(): boolean {
    return this.file.writable;
  }

  seekable(): boolean {
    return true;
  }

  fileno(): number {
    return this.fd;
  }
}

/** The console behind sys.stdout.buffer and sys.stderr.buffer. */
export class ConsoleStream implements ByteStream {
  private readonly name: ConsoleName;
  constructor(name: ConsoleName) {
    this.name = name;
  }

  read(m: Machine): Uint8Array {
    throw unsupported(m, 'read');
  }

  write(m: Machine, bytes: Uint8Array): number {
    const text = decodeUtf8(m, bytes, 'replace');
    if (!m.write(this.name, text)) throw osError(m, 'EBADF', null);
    return bytes.length;
  }

  seek(m: Machine): number {
    throw unsupported(m, 'underlying stream is not seekable');
  }

  tell(m: Machine): number {
    throw unsupported(m, 'underlying stream is not seekable');
  }

  truncate(m: Machine): void {
    throw unsupported(m, 'truncate');
  }

  flush(): void {}
  close(): void {}
  readable(): boolean {
    return false;
  }

  writable(): boolean {
    return true;
  }

  seekable(): boolean {
    return false;
  }

  fileno(): number {
    return this.name === 'stdout' ? 1 : 2;
  }
}

/** Any Python object with a stream's methods. */
export class ObjectStream implements ByteStream {
  private readonly o: PyObject;
  constructor(o: PyObject) {
    this.o = o;
  }

  private call(m: Machine, name: string, ...args: PyObject[]): PyObject {
    try {
      return callMethodNamed(m, this.o, name, args);
    } finally {
      for (const arg of args) decref(m, arg);
    }
  }

  private number(m: Machine, result: PyObject): number {
    try {
      return result === m.None ? 0 : asSize(m, result, null);
    } finally {
      decref(m, result);
    }
  }

  private truth(m: Machine, name: string): boolean {
    const result = this.call(m, name);
    const answer = isTrue(m, result);
    decref(m, result);
    return answer;
  }

  read(m: Machine, count: number): Uint8Array {
    const result = this.call(m, 'read', newInt(m, count));
    try {
      return result === m.None ? new Uint8Array(0) : bytesOf(m, result).slice();
    } finally {
      decref(m, result);
    }
  }

  write(m: Machine, bytes: Uint8Array): number {
    return this.number(m, this.call(m, 'write', newBytes(m, bytes)));
  }

  seek(m: Machine, offset: number, whence: number): number {
    return this.number(m, this.call(m, 'seek', newInt(m, offset), newInt(m, whence)));
  }

  tell(m: Machine): number {
    return this.number(m, this.call(m, 'tell'));
  }

  truncate(m: Machine, size: number): void {
    decref(m, this.call(m, 'truncate', newInt(m, size)));
  }

  flush(m: Machine): void {
    decref(m, this.call(m, 'flush'));
  }

  close(m: Machine): void {
    decref(m, this.call(m, 'close'));
  }

  readable(m: Machine): boolean {
    return this.truth(m, 'readable');
  }

  writable(m: Machine): boolean {
    return this.truth(m, 'writable');
  }

  seekable(m: Machine): boolean {
    return this.truth(m, 'seekable');
  }

  fileno(m: Machine): number {
    return this.number(m, this.call(m, 'fileno'));
  }
}

/** Holds back what is written until `size` bytes are together. */
export class BufferedStream implements ByteStream {
  private readonly raw: ByteStream;
  private readonly size: number;
  private pending: Uint8Array[] = [];
  private waiting = 0;
  /** Bytes read ahead from a raw stream that is not a file, and how many of them are used. */
  private ahead = new Uint8Array(0);
  private used = 0;
  constructor(raw: ByteStream, size: number) {
    this.raw = raw;
    this.size = size;
  }

  read(m: Machine, count: number): Uint8Array {
    this.flush(m);
    if (this.raw instanceof FileStream) return this.raw.read(m, count);
    const parts: Uint8Array[] = [];
    let total = 0;
    while (count < 0 || total < count) {
      if (this.used === this.ahead.length) {
        this.ahead = this.raw.read(m, count < 0 ? -1 : Math.max(this.size, count - total)) as Uint8Array<ArrayBuffer>;
        this.used = 0;
        if (this.ahead.length === 0) break;
      }
      const part = this.ahead.subarray(this.used, count < 0 ? undefined : this.used + count - total);
      this.used += part.length;
      total += part.length;
      parts.push(part);
    }
    return join(parts, total);
  }

  write(m: Machine, bytes: Uint8Array): number {
    if (this.used < this.ahead.length) this.seek(m, 0, 1);
    this.pending.push(bytes.slice());
    this.waiting += bytes.length;
    if (this.waiting > this.size) this.flush(m);
    return bytes.length;
  }

  flush(m: Machine): void {
    if (this.waiting === 0) return;
    const all = join(this.pending, this.waiting);
    this.pending = [];
    this.waiting = 0;
    for (let at = 0; at < all.length;) {
      const written = this.raw.write(m, all.subarray(at));
      if (written <= 0) break;
      at += written;
    }
  }

  seek(m: Machine, offset: number, whence: number): number {
    this.flush(m);
    const back = whence === 1 ? this.ahead.length - this.used : 0;
    this.ahead = new Uint8Array(0);
    this.used = 0;
    return this.raw.seek(m, offset - back, whence);
  }

  tell(m: Machine): number {
    return this.raw.tell(m) + this.waiting - (this.ahead.length - this.used);
  }

  truncate(m: Machine, size: number): void {
    this.flush(m);
    this.raw.truncate(m, size);
  }

  close(m: Machine): void {
    this.flush(m);
    this.raw.close(m);
  }

  readable(m: Machine): boolean {
    return this.raw.readable(m);
  }

  writable(m: Machine): boolean {
    return this.raw.writable(m);
  }

  seekable(m: Machine): boolean {
    return this.raw.seekable(m);
  }

  fileno(m: Machine): number {
    return this.raw.fileno(m);
  }
}

function join(parts: readonly Uint8Array[], total: number): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const all = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** sizeof(PyBytesObject) without items. */
const BYTES_HEADER = 33;

/** A BytesIO's contents (bytesio.c): grows as resize_buffer does. */
export class MemoryStream implements ByteStream {
  bytes: Uint8Array = new Uint8Array(0);
  size = 0;
  position = 0;
  /** Bytes of the simulated buffer; 0 while it shares the initial object. */
  allocated = 0;
  block = 0;
  exports = 0;

  /** check_exports: while a view holds the buffer, it is neither resized nor closed. */
  checkExports(m: Machine): void {
    if (this.exports > 0) throw raise(m, m.types.BufferError, 'Existing exports of data: object cannot be re-sized');
  }

  /** resize_buffer. */
  private resize(m: Machine, size: number): void {
    this.checkExports(m);
    const alloc = this.block === 0 ? this.bytes.length : this.allocated;
    let room: number;
    if (size < alloc / 2) room = size + 1;
    else if (size < alloc) {
      if (this.block !== 0) return;
      room = size + 1;
    } else if (size <= alloc * 1.125) room = size + (size >> 3) + (size < 9 ? 3 : 6);
    else room = size + 1;
    if (this.block === 0) this.block = m.memory.alloc(BYTES_HEADER + room);
    else this.block = m.memory.realloc(this.block, BYTES_HEADER + room);
    this.allocated = room;
    if (room > this.bytes.length || this.size > room) {
      const wider = new Uint8Array(room);
      wider.set(this.bytes.subarray(0, Math.min(this.size, room)));
      this.bytes = wider;
    }
  }

  /** What getvalue() does first: a buffer of more than a byte becomes as long as its contents. */
  fit(m: Machine): void {
    if (this.block === 0 || this.allocated === this.size || this.size <= 1 || this.exports > 0) return;
    this.block = m.memory.realloc(this.block, BYTES_HEADER + this.size);
    this.allocated = this.size;
  }

  sizeOf(): number {
    return this.block === 0 ? 0 : BYTES_HEADER + this.allocated;
  }

  release(m: Machine): void {
    if (this.block !== 0) m.memory.free(this.block);
    this.block = 0;
  }

  /** The initial value (shared until written to). */
  start(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.size = bytes.length;
  }

  value(): Uint8Array {
    return this.bytes.slice(0, this.size);
  }

  read(m: Machine, count: number): Uint8Array {
    const end = count < 0 ? this.size : Math.min(this.size, this.position + count);
    if (end <= this.position) return new Uint8Array(0);
    m.chargeWork((end - this.position) >> 3);
    const bytes = this.bytes.slice(this.position, end);
    this.position = end;
    return bytes;
  }

  write(m: Machine, bytes: Uint8Array): number {
    this.checkExports(m);
    if (bytes.length === 0) return 0;
    m.chargeWork(bytes.length >> 3);
    const end = this.position + bytes.length;
    if (this.block === 0 || end > this.allocated) this.resize(m, Math.max(end, this.size));
    this.bytes.fill(0, Math.min(this.size, this.position), this.position);
    this.bytes.set(bytes, this.position);
    this.size = Math.max(this.size, end);
    this.position = end;
    return bytes.length;
  }

  seek(m: Machine, offset: number, whence: number): number {
    if (whence === 0 && offset < 0) throw valueError(m, `negative seek value ${offset}`);
    return (this.position = Math.max(0, whence === 0 ? offset : whence === 1 ? this.position + offset : this.size + offset));
  }

  tell(): number {
    return this.position;
  }

  truncate(m: Machine, size: number): void {
    this.checkExports(m);
    if (size < 0) throw valueError(m, `negative size value ${size}`);
    if (size >= this.size) return;
    this.size = size;
    this.resize(m, size);
  }

  flush(): void {}
  close(m: Machine): void {
    this.release(m);
  }

  readable(): boolean {
    return true;
  }

  writable(): boolean {
    return true;
  }

  seekable(): boolean {
    return true;
  }

  fileno(m: Machine): number {
    throw unsupported(m, 'fileno');
  }
}

/** A `size` argument: None and nothing mean "all". */
export function countArgument(m: Machine, o: PyObject | undefined | null): number {
  if (o === undefined || o === null || o === m.None) return -1;
  if (o.ob_type.nb_index === null) throw typeError(m, `argument should be integer or None, not '${o.ob_type.tp_name}'`);
  return asSize(m, o, m.types.OverflowError);
}
