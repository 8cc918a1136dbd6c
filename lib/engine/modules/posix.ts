// posix: system calls over the run's virtual files (CPython 3.13 Modules/posixmodule.c), and what else os needs from the machine.
import type { Machine } from '../machine.ts';
import type { NativeSpec } from '../objects/type.ts';
import type { Node } from './virtual-files.ts';
import type { PyObject } from '../objects/object.ts';
import { asSize } from '../objects/abstract.ts';
import { parseArgs } from '../objects/arguments.ts';
import { newBool } from '../objects/bool.ts';
import { bytesOf } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytes.ts';
import { lookupSpecial } from '../objects/abstract.ts';
import { callNoArgs } from '../objects/call.ts';
import { newFloat } from '../objects/float.ts';
import { newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { listByAppend } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import { raiseWith, typeError } from '../objects/raise.ts';
import { isStr, newStr } from '../objects/str.ts';
import { newStructSequence, structSequence } from '../objects/struct-sequence.ts';
import { isBytes } from '../objects/bytes.ts';
import { pathArgument } from './io-file.ts';
import { onFiles, osError } from './io-streams.ts';
import { DirectoryNode, FileNode, filesOf } from './virtual-files.ts';
import type { VirtualFiles } from './virtual-files.ts';

/** Runs a call on the path in `o`; errors name it. */
/** path_converter's ValueError. */
function nullText(m: Machine, name: string, parameter: string): string {
  return m.profile.nullInPathNamed ? `${name}: embedded null character in ${parameter}` : 'embedded null byte';
}

function onPath<T>(m: Machine, name: string, o: PyObject | undefined, body: (files: VirtualFiles, path: string) => T): T {
  const path = pathArgument(m, o ?? m.None, `${name}: path should be string, bytes${name === 'stat' ? ', os.PathLike or integer' : ' or os.PathLike'}`, nullText(m, name, 'path'));
  try {
    return onFiles(m, path.shown, () => body(filesOf(m), path.text));
  } finally {
    decref(m, path.shown);
  }
}

const none = (m: Machine): PyObject => incref(m.None);

const statResultType = structSequence('os.stat_result', ['st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size'], {
  unnamed: 3,
  callable: true,
  hidden: ['st_atime', 'st_mtime', 'st_ctime', 'st_atime_ns', 'st_mtime_ns', 'st_ctime_ns', 'st_blksize', 'st_blocks', 'st_rdev'].map((name) => ({ name })),
});
const terminalSizeType = structSequence('os.terminal_size', ['columns', 'lines'], { callable: true });

/** os.stat_result of a node. */
function statResult(m: Machine, node: Node): PyObject {
  const isFile = node instanceof FileNode;
  const size = isFile ? node.size : 4096;
  const ints = (...values: readonly (number | bigint)[]): PyObject[] => values.map((value) => newInt(m, value));
  const nanoseconds = BigInt(node.mtime) * 1_000_000_000n;
  return newStructSequence(
    m,
    lazyType(m, statResultType, m.types.tuple),
    ints((isFile ? 0o100000 : 0o040000) | node.mode, node.inode, 1, 1, 1000, 1000, size, node.mtime, node.mtime, node.mtime),
    [newFloat(m, node.mtime), newFloat(m, node.mtime), newFloat(m, node.mtime), ...ints(nanoseconds, nanoseconds, nanoseconds, 4096, Math.ceil(size / 512), 0)],
  );
}

/** A function of one path that answers nothing. */
const onePath = (name: string, body: (files: VirtualFiles, path: string) => void): NativeSpec => ({
  name, kind: 'fast', min: 1, max: 2,
  fn(m, _self, args) {
    onPath(m, name, args[0], body);
    return none(m);
  },
});

const rename = (name: string): NativeSpec => ({
  name, kind: 'fast', min: 2, max: 2,
  fn(m, _self, args) {
    const to = pathArgument(m, args[1] as PyObject, `${name}: dst should be string, bytes or os.PathLike`, nullText(m, name, 'dst'));
    const from = pathArgument(m, args[0] as PyObject, `${name}: src should be string, bytes or os.PathLike`, nullText(m, name, 'src'));
    try {
      onFiles(m, from.shown, () => filesOf(m).rename(from.text, to.text), to.shown);
      return none(m);
    } finally {
      decref(m, from.shown);
      decref(m, to.shown);
    }
  },
});

const O = { O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 0o100, O_EXCL: 0o200, O_TRUNC: 0o1000, O_APPEND: 0o2000, O_CLOEXEC: 0o2000000, O_NOFOLLOW: 0o400000 } as const;

function descriptor(m: Machine, o: PyObject | null | undefined): number {
  return asSize(m, o as PyObject, m.types.OverflowError);
}

const functions: readonly NativeSpec[] = [
  { name: 'getcwd', kind: 'noargs', fn: (m) => newStr(m, filesOf(m).cwd) },
  {
    name: 'chdir', kind: 'o',
    fn(m, _self, path) {
      onPath(m, 'chdir', path, (files, text) => {
        files.directory(text);
        files.cwd = files.absolute(text);
      });
      return none(m);
    },
  },
  {
    name: 'listdir', kind: 'fast', min: 0, max: 1,
    fn(m, _self, args) {
      const dot = newStr(m, '.');
      try {
        const names = onPath(m, 'listdir', args[0] === undefined || args[0] === m.None ? dot : args[0], (files, path) => [...files.directory(path).entries.keys()]);
        return listByAppend(m, names, (name) => newStr(m, name));
      } finally {
        decref(m, dot);
      }
    },
  },
  {
    name: 'stat', kind: 'fastkw', sig: '($module, /, path, *, dir_fd=None, follow_symlinks=True)', doc: 'Perform a stat system call on the given path.',
    fn(m, _self, args, kwnames) {
      const [path] = parseArgs(m, { name: 'stat', params: ['path', 'dir_fd', 'follow_symlinks'], required: 1, positional: 1 }, args, kwnames);
      return statResult(m, onPath(m, 'stat', path ?? undefined, (files, text) => files.need(text)));
    },
  },
  {
    name: 'exists', kind: 'o', doc: '0 nothing, 1 file, 2 directory.',
    fn: (m, _self, path) => newInt(m, onPath(m, 'stat', path, (files, text) => {
      const node = files.find(text);
      return node === null ? 0 : node instanceof DirectoryNode ? 2 : 1;
    })),
  },
  onePath('remove', (files, path) => files.remove(path)),
  onePath('unlink', (files, path) => files.remove(path)),
  onePath('rmdir', (files, path) => files.removeDirectory(path)),
  onePath('mkdir', (files, path) => files.makeDirectory(path)),
  {
    name: 'chmod', kind: 'fast', min: 2, max: 2,
    fn(m, _self, args) {
      const mode = asSize(m, args[1] as PyObject, m.types.OverflowError);
      onPath(m, 'chmod', args[0], (files, path) => {
        files.need(path).mode = mode & 0o7777;
      });
      return none(m);
    },
  },
  rename('rename'), rename('replace'),
  {
    name: 'open', kind: 'fast', min: 2, max: 3,
    fn(m, _self, args) {
      const flags = descriptor(m, args[1]);
      const access = flags & 3;
      return newInt(m, onPath(m, 'open', args[0], (files, path) => files.openFile(path, {
        read: access !== O.O_WRONLY, write: access !== O.O_RDONLY, append: (flags & O.O_APPEND) !== 0, create: (flags & O.O_CREAT) !== 0, exclusive: (flags & O.O_EXCL) !== 0, truncate: (flags & O.O_TRUNC) !== 0,
      }).fd));
    },
  },
  {
    name: 'close', kind: 'o',
    fn(m, _self, fd) {
      if (!filesOf(m).open.delete(descriptor(m, fd))) throw osError(m, 'EBADF', null);
      return none(m);
    },
  },
  {
    name: 'write', kind: 'fast', min: 2, max: 2,
    fn(m, _self, args) {
      const fd = descriptor(m, args[0]);
      const bytes = bytesOf(m, args[1] as PyObject);
      m.chargeWork(bytes.length >> 3);
      const files = filesOf(m);
      onFiles(m, null, () => files.writeAt(files.opened(fd), bytes));
      return newInt(m, bytes.length);
    },
  },
  {
    name: 'dup', kind: 'o', sig: '($module, fd, /)', doc: 'Return a duplicate of a file descriptor.',
    fn(m, _self, fd) {
      const number = descriptor(m, fd);
      return newInt(m, onFiles(m, null, () => filesOf(m).duplicate(number)));
    },
  },
  {
    name: 'dup2', kind: 'fastkw', sig: '($module, /, fd, fd2, inheritable=True)', doc: 'Duplicate file descriptor.',
    fn(m, _self, args, kwnames) {
      const [from, to] = parseArgs(m, { name: 'dup2', params: ['fd', 'fd2', 'inheritable'], required: 2 }, args, kwnames);
      const [fd, other] = [descriptor(m, from), descriptor(m, to)];
      onFiles(m, null, () => filesOf(m).duplicateTo(fd, other));
      return newInt(m, other);
    },
  },
  {
    name: 'read', kind: 'fast', min: 2, max: 2,
    fn(m, _self, args) {
      const file = filesOf(m).open.get(descriptor(m, args[0]));
      if (file === undefined || !file.readable) throw osError(m, 'EBADF', null);
      const end = Math.min(file.node.size, file.position + asSize(m, args[1] as PyObject, m.types.OverflowError));
      const bytes = file.node.data.slice(file.position, Math.max(end, file.position));
      file.position += bytes.length;
      return newBytes(m, bytes);
    },
  },
  {
    name: 'fspath', kind: 'o', doc: 'Return the file system path representation of the object.',
    fn(m, _self, path) {
      if (isStr(path) || isBytes(path)) return incref(path);
      const method = lookupSpecial(m, path, intern(m, '__fspath__'));
      if (method === null) throw typeError(m, `expected str, bytes or os.PathLike object, not ${path.ob_type.tp_name}`);
      const result = callNoArgs(m, method);
      decref(m, method);
      if (isStr(result) || isBytes(result)) return result;
      const text = `expected ${path.ob_type.tp_name}.__fspath__() to return str or bytes, not ${result.ob_type.tp_name}`;
      decref(m, result);
      throw typeError(m, text);
    },
  },
  {
    name: 'abspath', kind: 'o', doc: 'The path from the root.',
    fn: (m, _self, path) => newStr(m, onPath(m, 'abspath', path, (files, text) => files.absolute(text))),
  },
  { name: 'getpid', kind: 'noargs', fn: (m) => newInt(m, 4242) },
  { name: 'isatty', kind: 'o', fn: (m) => newBool(m, false) },
  {
    name: '_exit', kind: 'o',
    fn(m, _self, status) {
      throw raiseWith(m, m.types.SystemExit, [status]);
    },
  },
];

/** Makes posix. */
export function posixModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: 'posix',
    functions,
    attributes: () => [
      ...Object.entries(O).map(([name, value]) => [name, newInt(m, value)] as const),
      ['stat_result', incref(lazyType(m, statResultType, m.types.tuple))],
      ['terminal_size', incref(lazyType(m, terminalSizeType, m.types.tuple))],
    ],
  });
}
