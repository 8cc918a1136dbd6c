// The run's file system: a tree of directories and byte files that begins with MachineOptions.files and lives as long as the machine. Nothing here
// touches a real disk; errors are Linux error numbers (what the posix module and _io turn into OSError).
import type { Machine } from '../machine.ts';
import { decodeUtf8 } from '../objects/codecs.ts';

/** Linux error numbers that occur here, with strerror's text. */
export const ERRNO = {
  ENOENT: [2, 'No such file or directory'], EBADF: [9, 'Bad file descriptor'], EACCES: [13, 'Permission denied'], EEXIST: [17, 'File exists'],
  ENOTDIR: [20, 'Not a directory'], EISDIR: [21, 'Is a directory'], EINVAL: [22, 'Invalid argument'], ENOSPC: [28, 'No space left on device'],
  ENOTEMPTY: [39, 'Directory not empty'],
} as const;
export type ErrorName = keyof typeof ERRNO;

/** A failed call. */
export class FileError extends Error {
  readonly code: ErrorName;
  constructor(code: ErrorName) {
    super(code);
    this.code = code;
  }
}

/** A file's bytes; `size` of `data` are in use. */
export class FileNode {
  /** Whether what is written takes space. */
  readonly storesBytes: boolean = true;
  readonly inode: number;
  data: Uint8Array;
  size: number;
  mode = 0o644;
  mtime = 0;
  constructor(inode: number, data: Uint8Array) {
    this.inode = inode;
    this.data = data;
    this.size = data.length;
  }

  /** Writes at `at`, filling a gap with zeros. */
  write(at: number, bytes: Uint8Array): void {
    const end = at + bytes.length;
    if (end > this.data.length) {
      const wider = new Uint8Array(Math.max(64, end + (end >> 1)));
      wider.set(this.data.subarray(0, this.size));
      this.data = wider;
    }
    this.data.set(bytes, at);
    this.size = Math.max(this.size, end);
  }

  truncate(size: number): void {
    if (size > this.size) this.write(size, new Uint8Array(0));
    this.data.fill(0, Math.min(size, this.size));
    this.size = size;
  }
}

/** /dev/null. */
class NullNode extends FileNode {
  override readonly storesBytes = false;
  override write(): void {}
}

export type ConsoleName = 'stdout' | 'stderr';

/** What descriptors 1 and 2 stand for at the start. */
class ConsoleNode extends FileNode {
  override readonly storesBytes = false;
  private readonly m: Machine;
  private readonly name: ConsoleName;
  constructor(m: Machine, inode: number, name: ConsoleName) {
    super(inode, new Uint8Array(0));
    this.m = m;
    this.name = name;
  }

  override write(_at: number, bytes: Uint8Array): void {
    this.m.show(this.name, decodeUtf8(this.m, bytes, 'replace'));
  }
}

/** A directory. */
export class DirectoryNode {
  readonly inode: number;
  readonly entries = new Map<string, Node>();
  mode = 0o755;
  mtime = 0;
  constructor(inode: number) {
    this.inode = inode;
  }
}

export type Node = FileNode | DirectoryNode;

/** An open file; descriptors that are copies of each other share one. */
export interface OpenFile {
  readonly node: FileNode;
  position: number;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly append: boolean;
}

/** Where the program and its files are. */
export const HOME = '/home/user';

/** RLIMIT_NOFILE: no descriptor is as high. */
const MOST_DESCRIPTORS = 1_048_576;

/** What an empty file or directory takes of the disk: an inode and an entry. */
const NODE_BYTES = 1024;

/** The tree and the open descriptors. The disk is as large as the run's simulated memory; a program that needs more gets ENOSPC. */
export class VirtualFiles {
  private readonly m: Machine;
  private used = 0;
  private nextInode = 1;
  readonly root = new DirectoryNode(this.nextInode++);
  cwd = HOME;
  /** By descriptor. */
  readonly open = new Map<number, OpenFile>();
  private readonly consoles: Readonly<Record<ConsoleName, OpenFile>>;

  constructor(m: Machine) {
    this.m = m;
    this.makeDirectories(HOME);
    this.makeDirectories('/tmp');
    this.makeDirectories('/dev');
    this.directory('/dev').entries.set('null', new NullNode(this.nextInode++, new Uint8Array(0)));
    const console = (name: ConsoleName): OpenFile => ({ node: new ConsoleNode(m, this.nextInode++, name), position: 0, readable: false, writable: true, append: false });
    this.consoles = { stdout: console('stdout'), stderr: console('stderr') };
    this.open.set(1, this.consoles.stdout).set(2, this.consoles.stderr);
    for (const [path, content] of Object.entries(m.options.files ?? {})) this.put(path, typeof content === 'string' ? encodeUtf8(content) : content);
    const name = m.options.filename ?? 'main.py';
    if (!name.startsWith('<') && this.find(name) === null) this.put(name, encodeUtf8(m.options.source));
  }

  /** The parts of a path from the root; '..' and '.' resolved. */
  private parts(path: string): string[] {
    const parts: string[] = [];
    for (const part of (path.startsWith('/') ? path : `${this.cwd}/${path}`).split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return parts;
  }

  absolute(path: string): string {
    return `/${this.parts(path).join('/')}`;
  }

  /** The node, or null. */
  find(path: string): Node | null {
    if (path === '') return null;
    let node: Node = this.root;
    for (const part of this.parts(path)) {
      if (!(node instanceof DirectoryNode)) return null;
      const next = node.entries.get(part);
      if (next === undefined) return null;
      node = next;
    }
    return path.endsWith('/') && node instanceof FileNode ? null : node;
  }

  need(path: string): Node {
    const node = this.find(path);
    if (node === null) throw new FileError(this.throughFile(path) ? 'ENOTDIR' : 'ENOENT');
    return node;
  }

  /** A file stands where the path needs a directory. */
  private throughFile(path: string): boolean {
    let node: Node = this.root;
    for (const part of this.parts(path)) {
      if (!(node instanceof DirectoryNode)) return true;
      const next = node.entries.get(part);
      if (next === undefined) return false;
      node = next;
    }
    return path.endsWith('/') && node instanceof FileNode;
  }

  directory(path: string): DirectoryNode {
    const node = this.need(path);
    if (!(node instanceof DirectoryNode)) throw new FileError('ENOTDIR');
    return node;
  }

  /** Directory and last part of a path. */
  private split(path: string): [DirectoryNode, string] {
    const parts = this.parts(path);
    const name = parts.pop();
    if (path === '') throw new FileError('ENOENT');
    if (name === undefined) throw new FileError('EEXIST');
    return [this.directory(`/${parts.join('/')}`), name];
  }

  private makeDirectories(path: string): void {
    let node = this.root;
    for (const part of this.parts(path)) {
      let next = node.entries.get(part);
      if (next === undefined) {
        next = new DirectoryNode(this.nextInode++);
        node.entries.set(part, next);
      }
      if (!(next instanceof DirectoryNode)) throw new FileError('ENOTDIR');
      node = next;
    }
  }

  /** Puts a file with all its directories. */
  private put(path: string, data: Uint8Array): void {
    const at = this.absolute(path);
    this.makeDirectories(at.slice(0, at.lastIndexOf('/')) || '/');
    const [directory, name] = this.split(at);
    directory.entries.set(name, new FileNode(this.nextInode++, data.slice()));
  }

  makeDirectory(path: string): void {
    const [directory, name] = this.split(path);
    if (directory.entries.has(name)) throw new FileError('EEXIST');
    this.take(NODE_BYTES + name.length);
    directory.entries.set(name, new DirectoryNode(this.nextInode++));
  }

  remove(path: string): void {
    if (this.need(path) instanceof DirectoryNode) throw new FileError('EISDIR');
    const [directory, name] = this.split(path);
    directory.entries.delete(name);
  }

  removeDirectory(path: string): void {
    const node = this.directory(path);
    if (node.entries.size > 0) throw new FileError('ENOTEMPTY');
    const [directory, name] = this.split(path);
    directory.entries.delete(name);
  }

  rename(from: string, to: string): void {
    const node = this.need(from);
    const [oldDirectory, oldName] = this.split(from);
    const [directory, name] = this.split(to);
    const target = directory.entries.get(name);
    if (target === node) return;
    if (target instanceof DirectoryNode) {
      if (node instanceof FileNode) throw new FileError('EISDIR');
      if (target.entries.size > 0) throw new FileError('ENOTEMPTY');
    } else if (target !== undefined && node instanceof DirectoryNode) throw new FileError('ENOTDIR');
    oldDirectory.entries.delete(oldName);
    directory.entries.set(name, node);
  }

  /** open(2). */
  openFile(path: string, how: { readonly read: boolean; readonly write: boolean; readonly append: boolean; readonly create: boolean; readonly exclusive: boolean; readonly truncate: boolean }): { readonly fd: number; readonly file: OpenFile } {
    let node = this.find(path);
    if (node === null) {
      if (!how.create) this.need(path);
      const [directory, name] = this.split(path);
      this.take(NODE_BYTES + name.length);
      node = new FileNode(this.nextInode++, new Uint8Array(0));
      directory.entries.set(name, node);
    } else if (how.exclusive) throw new FileError('EEXIST');
    if (node instanceof DirectoryNode) throw new FileError('EISDIR');
    if (how.truncate) node.truncate(0);
    const file: OpenFile = { node, position: how.append ? node.size : 0, readable: how.read, writable: how.write, append: how.append };
    return { fd: this.describe(file), file };
  }

  /** The lowest free descriptor, which stands for the file now. sys.stdin has 0. */
  private describe(file: OpenFile): number {
    let fd = 1;
    while (this.open.has(fd)) fd++;
    this.open.set(fd, file);
    return fd;
  }

  opened(fd: number): OpenFile {
    const file = this.open.get(fd);
    if (file === undefined) throw new FileError('EBADF');
    return file;
  }

  /** dup(2). */
  duplicate(fd: number): number {
    return this.describe(this.opened(fd));
  }

  /** dup2(2). */
  duplicateTo(fd: number, other: number): void {
    const file = this.opened(fd);
    if (other < 0 || other >= MOST_DESCRIPTORS) throw new FileError('EBADF');
    this.open.set(other, file);
  }

  /** Writes where the file stands. */
  writeAt(file: OpenFile, bytes: Uint8Array): void {
    if (!file.writable) throw new FileError('EBADF');
    if (file.append) file.position = file.node.size;
    this.takeFor(file.node, file.position + bytes.length);
    file.node.write(file.position, bytes);
    file.position += bytes.length;
  }

  /** ftruncate(2). */
  truncate(node: FileNode, size: number): void {
    this.takeFor(node, size);
    node.truncate(size);
  }

  private takeFor(node: FileNode, end: number): void {
    if (node.storesBytes && end > node.size) this.take(end - node.size);
  }

  /** Takes space on the disk. What was deleted is given back only when the disk seems full: then everything is counted. */
  private take(bytes: number): void {
    const capacity = this.m.limits.memoryBytes;
    if (this.used + bytes > capacity) this.used = this.inUse();
    if (this.used + bytes > capacity) throw new FileError('ENOSPC');
    this.used += bytes;
  }

  /** Bytes of all files that have a name or are open. */
  private inUse(): number {
    let bytes = 0;
    const seen = new Set<Node>();
    const waiting: Node[] = [this.root, ...[...this.open.values()].map((file) => file.node)];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      bytes += NODE_BYTES;
      if (node instanceof FileNode) bytes += node.size;
      else waiting.push(...node.entries.values());
    }
    this.m.chargeWork(seen.size);
    return bytes;
  }

  /** Descriptor 1 or 2 stands for something else than at the start. */
  get isRedirected(): boolean {
    return this.open.get(1) !== this.consoles.stdout || this.open.get(2) !== this.consoles.stderr;
  }

  /** Writes to descriptor 1 or 2, whatever it stands for; false: it cannot be written to. */
  writeConsole(name: ConsoleName, text: string): boolean {
    const file = this.open.get(name === 'stdout' ? 1 : 2);
    if (file === undefined || !file.writable) return false;
    this.writeAt(file, encodeUtf8(text));
    return true;
  }
}

/** The machine's file system, made at the first use. */
export function filesOf(m: Machine): VirtualFiles {
  return (m.fileSystem ??= new VirtualFiles(m));
}

/** UTF-8 of a JavaScript string; lone surrogates as surrogateescape and surrogatepass would write them. */
export function encodeUtf8(text: string): Uint8Array {
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(out);
}
