// The abstract bases of all streams: _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase, and what every stream does when it ends (CPython 3.13 Modules/_io/iobase.c, bufferedio.c, textio.c).
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import type { NativeSpec, PyType, TypeSpec } from '../objects/type.ts';
import type { PyObject } from '../objects/object.ts';
import { asSize, callMethodNamed, getAttrString, isTrue, iterate } from '../objects/abstract.ts';
import { freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { newBool } from '../objects/bool.ts';
import { bytesOf } from '../objects/buffer.ts';
import { bytesValue, isBytes, newBytes } from '../objects/bytes.ts';
import { call } from '../objects/call.ts';
import { clearInstanceDict, genericAlloc, visitInstanceDict } from '../objects/instance.ts';
import { newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { sequenceList } from '../objects/list.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import { dropRaise, raise, valueError } from '../objects/raise.ts';
import { TypeFlag } from '../objects/type.ts';
import { clearWeakrefs } from '../objects/weakref.ts';
import { countArgument, unsupported } from './io-streams.ts';

/** Flags of every stream's type. */
export const STREAM_FLAGS = TypeFlag.HAVE_GC | TypeFlag.BASETYPE;

export const none = (m: Machine): PyObject => incref(m.None);

/** `__exit__` calls close(), which a subclass may have replaced. */
export const exitMethod: NativeSpec = {
  name: '__exit__', kind: 'fast', min: 0, max: -1,
  fn(m, self) {
    decref(m, callMethodNamed(m, self, 'close'));
    return none(m);
  },
};

/** Shared end of every stream object: closing at deallocation, with the warning for files left open. */
export function deallocStream(m: Machine, self: PyObject, name: string | null, close: () => void, refs: readonly (PyObject | null)[]): void {
  gcUntrack(m, self);
  self.ob_refcnt++;
  try {
    if (name !== null) m.vm.warn(m.types.ResourceWarning, `unclosed file ${name}`, self);
    close();
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    dropRaise(m, error);
  }
  self.ob_refcnt--;
  if (self.ob_refcnt > 0) return gcTrack(m, self); // a recorded warning holds it
  clearWeakrefs(m, self);
  clearInstanceDict(m, self);
  for (const o of refs) xdecref(m, o);
  freeObject(m, self);
}

/** iobase_finalize: an instance of a class of the program's is closed by its own close(), whose exceptions are lost. The types here close in deallocStream. */
function finalize(m: Machine, self: PyObject): void {
  if ((self.ob_type.tp_flags & TypeFlag.HEAP) === 0) return;
  try {
    if (!baseClosed(m, self)) decref(m, callMethodNamed(m, self, 'close'));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    dropRaise(m, error);
  }
}

function baseClosed(m: Machine, self: PyObject): boolean {
  const closed = getAttrString(m, self, 'closed');
  const answer = isTrue(m, closed);
  decref(m, closed);
  return answer;
}

function baseReadLine(m: Machine, self: PyObject, limit: number): PyObject {
  const parts: number[] = [];
  const one = newInt(m, 1);
  try {
    while (limit < 0 || parts.length < limit) {
      const piece = callMethodNamed(m, self, 'read', [one]);
      const bytes = isBytes(piece) ? bytesValue(piece) : new Uint8Array(0);
      decref(m, piece);
      if (bytes.length === 0) break;
      parts.push(bytes[0] as number);
      if (bytes[0] === 10) break;
    }
  } finally {
    decref(m, one);
  }
  return newBytes(m, Uint8Array.from(parts));
}

/** Payload of user classes derived from the abstract bases. */
class BaseData {
  closed = false;
}

const refuse = (name: string): NativeSpec => ({
  name, kind: 'fast', min: 0, max: -1,
  fn(m) {
    throw unsupported(m, name);
  },
});

const answer = (name: string, value: boolean): NativeSpec => ({ name, kind: 'noargs', fn: (m) => newBool(m, value) });

const ioBaseType: TypeSpec = {
  name: '_io._IOBase', basicsize: 32, flags: STREAM_FLAGS, hasDict: true, hasWeakrefs: true,
  doc: 'The abstract base class for all I/O classes.',
  slots: {
    tp_new: (m, type) => genericAlloc(m, type, new BaseData()),
    tp_init() {},
    tp_finalize: finalize,
    tp_dealloc: (m, self) => deallocStream(m, self, null, () => {}, []),
    tp_traverse: (m, self, visit) => visitInstanceDict(m, self, visit),
    tp_iter(m, self) {
      if (baseClosed(m, self)) throw valueError(m, 'I/O operation on closed file.');
      return incref(self);
    },
    tp_iternext(m, self) {
      const line = callMethodNamed(m, self, 'readline');
      if (isTrue(m, line)) return line;
      decref(m, line);
      return null;
    },
  },
  methods: [
    ...['seek', 'truncate', 'fileno', 'detach'].map(refuse), answer('readable', false), answer('writable', false), answer('seekable', false), answer('isatty', false),
    {
      name: 'tell', kind: 'noargs',
      fn(m, self) {
        const zero = newInt(m, 0);
        const one = newInt(m, 1);
        const at = callMethodNamed(m, self, 'seek', [zero, one]);
        decref(m, zero);
        decref(m, one);
        return at;
      },
    },
    {
      name: 'flush', kind: 'noargs',
      fn(m, self) {
        if (baseClosed(m, self)) throw valueError(m, 'I/O operation on closed file.');
        return none(m);
      },
    },
    {
      name: 'close', kind: 'noargs',
      fn(m, self) {
        const data = self.data as BaseData;
        if (!data.closed) {
          try {
            decref(m, callMethodNamed(m, self, 'flush'));
          } finally {
            data.closed = true;
          }
        }
        return none(m);
      },
    },
    { name: 'readline', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => baseReadLine(m, self, countArgument(m, args[0])) },
    {
      name: 'readlines', kind: 'fast', min: 0, max: 1,
      fn: (m, self) => sequenceList(m, self),
    },
    {
      name: 'writelines', kind: 'o',
      fn(m, self, lines) {
        iterate(m, lines, (line) => decref(m, callMethodNamed(m, self, 'write', [line])));
        return none(m);
      },
    },
    {
      name: '__enter__', kind: 'noargs',
      fn(m, self) {
        if (baseClosed(m, self)) throw valueError(m, 'I/O operation on closed file.');
        return incref(self);
      },
    },
    exitMethod,
  ],
  getset: [{ name: 'closed', get: (m, self) => newBool(m, (self.data as { closed?: boolean }).closed === true) }],
};

const base = (name: string, methods: readonly NativeSpec[]): TypeSpec => ({ name: `_io.${name}`, basicsize: 32, flags: STREAM_FLAGS, hasDict: true, hasWeakrefs: true, slots: { tp_dealloc: ioBaseType.slots?.tp_dealloc as NonNullable<PyType['tp_dealloc']>, tp_traverse: (m, self, visit) => visitInstanceDict(m, self, visit) }, methods });

/** What a raw stream must have itself. */
function notImplemented(name: string): NativeSpec {
  return {
    name, kind: 'o',
    fn(m) {
      throw raise(m, m.types.NotImplementedError, '');
    },
  };
}

const rawIoBaseType = base('_RawIOBase', [
  notImplemented('readinto'), notImplemented('write'),
  {
    name: 'read', kind: 'fast', min: 0, max: 1,
    fn(m, self, args) {
      const count = countArgument(m, args[0]);
      if (count < 0) return callMethodNamed(m, self, 'readall');
      const size = newInt(m, count);
      const buffer = call(m, m.types.bytearray, [size]);
      decref(m, size);
      try {
        const got = callMethodNamed(m, self, 'readinto', [buffer]);
        if (got === m.None) return got;
        const length = asSize(m, got, null);
        decref(m, got);
        return newBytes(m, bytesOf(m, buffer).slice(0, length));
      } finally {
        decref(m, buffer);
      }
    },
  },
  {
    name: 'readall', kind: 'noargs',
    fn(m, self) {
      const parts: number[] = [];
      const size = newInt(m, 8192);
      try {
        for (;;) {
          const piece = callMethodNamed(m, self, 'read', [size]);
          const bytes = isBytes(piece) ? bytesValue(piece) : new Uint8Array(0);
          decref(m, piece);
          if (bytes.length === 0) return newBytes(m, Uint8Array.from(parts));
          for (const byte of bytes) parts.push(byte);
        }
      } finally {
        decref(m, size);
      }
    },
  },
]);
const bufferedIoBaseType = base('_BufferedIOBase', ['read', 'read1', 'write'].map(refuse));
const textIoBaseType = base('_TextIOBase', ['read', 'readline', 'write'].map(refuse));

/** The type of a specification here under its base. Borrowed. */
export const ioBase = (m: Machine): PyType => lazyType(m, ioBaseType);
export const rawIoBase = (m: Machine): PyType => lazyType(m, rawIoBaseType, ioBase(m));
export const bufferedIoBase = (m: Machine): PyType => lazyType(m, bufferedIoBaseType, ioBase(m));
export const textIoBase = (m: Machine): PyType => lazyType(m, textIoBaseType, ioBase(m));
