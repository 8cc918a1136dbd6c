// _io: open() and the stream types (CPython 3.13 Modules/_io/_iomodule.c).
import type { Machine } from '../machine.ts';
import type { NativeSpec } from '../objects/type.ts';
import type { PyObject } from '../objects/object.ts';
import { asSize, isTrue } from '../objects/abstract.ts';
import { badArgument, parseArgs } from '../objects/arguments.ts';
import { bytesValue, isBytes } from '../objects/bytes.ts';
import { findCodec, decodeUtf8 } from '../objects/codecs.ts';
import { newInt, isInt, intValue } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import { raise, typeError, valueError } from '../objects/raise.ts';
import { isStr, newStr, strValue } from '../objects/str.ts';
import { lookupSpecial } from '../objects/abstract.ts';
import { callNoArgs } from '../objects/call.ts';
import { bufferedIoBase, ioBase, rawIoBase, textIoBase } from './io-base.ts';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType, bytesIoType, fileIoType, newBuffered, newFileIo } from './io-binary.ts';
import { FileStream, onFiles, unsupportedType } from './io-streams.ts';
import { newTextWrapper, textWrapperType } from './io-text.ts';
import { stringIoType } from './string-io.ts';
import { filesOf } from './virtual-files.ts';

/** A path argument as text: str, bytes or os.PathLike. `shown` is a new reference to what errors name. */
export function pathArgument(m: Machine, o: PyObject, what: string): { text: string; shown: PyObject } {
  if (isStr(o)) {
    if (strValue(o).includes('\0')) throw valueError(m, 'embedded null character');
    return { text: strValue(o), shown: incref(o) };
  }
  if (isBytes(o)) return { text: decodeUtf8(m, bytesValue(o), 'surrogateescape'), shown: incref(o) };
  const method = lookupSpecial(m, o, intern(m, '__fspath__'));
  if (method === null) throw typeError(m, `${what}, not ${o.ob_type.tp_name}`);
  const path = callNoArgs(m, method);
  decref(m, method);
  try {
    if (!isStr(path) && !isBytes(path)) throw typeError(m, `expected ${o.ob_type.tp_name}.__fspath__() to return str or bytes, not ${path.ob_type.tp_name}`);
    return pathArgument(m, path, what);
  } finally {
    decref(m, path);
  }
}

interface Mode {
  readonly creating: boolean;
  readonly reading: boolean;
  readonly writing: boolean;
  readonly appending: boolean;
  readonly updating: boolean;
  readonly binary: boolean;
}

function parseMode(m: Machine, mode: string): Mode {
  const bad = (): never => {
    throw valueError(m, `invalid mode: '${mode}'`);
  };
  for (const char of mode) if (!'xrwa+tb'.includes(char) || mode.split(char).length > 2) bad();
  const has = (char: string): boolean => mode.includes(char);
  if (has('t') && has('b')) throw valueError(m, "can't have text and binary mode at once");
  if (['x', 'r', 'w', 'a'].filter(has).length !== 1) throw valueError(m, has('x') || has('r') || has('w') || has('a') ? 'must have exactly one of create/read/write/append mode' : 'Must have exactly one of create/read/write/append mode and at most one plus');
  return { creating: has('x'), reading: has('r'), writing: has('w'), appending: has('a'), updating: has('+'), binary: has('b') };
}

const OPEN = { name: 'open', params: ['file', 'mode', 'buffering', 'encoding', 'errors', 'newline', 'closefd', 'opener'], required: 1 };

function open(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [file, modeObject, bufferingObject, encoding, errors, newline, closefdObject] = parseArgs(m, OPEN, args, kwnames);
  if (modeObject && !isStr(modeObject)) throw badArgument(m, 'open', "argument 'mode'", 'str', modeObject);
  const modeText = modeObject ? strValue(modeObject) : 'r';
  let buffering = bufferingObject ? asSize(m, bufferingObject, m.types.OverflowError) : -1;
  const given = (o: PyObject | null | undefined): o is PyObject => o !== null && o !== undefined && o !== m.None;
  const target = file as PyObject;
  const isDescriptor = isInt(target);
  const path = isDescriptor ? null : pathArgument(m, target, 'expected str, bytes or os.PathLike object');
  try {
    const mode = parseMode(m, modeText);
    if (mode.binary && given(encoding)) throw valueError(m, "binary mode doesn't take an encoding argument");
    if (mode.binary && given(errors)) throw valueError(m, "binary mode doesn't take an errors argument");
    if (mode.binary && given(newline)) throw valueError(m, "binary mode doesn't take a newline argument");
    if (given(encoding) && isStr(encoding) && findCodec(strValue(encoding)) === null) throw raise(m, m.types.LookupError, `unknown encoding: ${strValue(encoding)}`);
    const how = {
      read: mode.reading || mode.updating, write: !mode.reading || mode.updating, append: mode.appending, create: !mode.reading, exclusive: mode.creating, truncate: mode.writing,
    };
    const closefd = !closefdObject || isTrue(m, closefdObject);
    if (!closefd && !isDescriptor) throw valueError(m, 'Cannot use closefd=False with file name');
    const files = filesOf(m);
    const number = isDescriptor ? Number(intValue(target)) : -1;
    const { fd, file: opened } = onFiles(m, path?.shown ?? null, () => (isDescriptor ? { fd: number, file: files.opened(number) } : files.openFile(path?.text ?? '', how)));
    const rawMode = `${mode.creating ? 'x' : mode.reading ? 'r' : mode.writing ? 'w' : 'a'}b${mode.updating ? '+' : ''}`;
    const shownRaw = mode.reading && !mode.updating ? 'rb' : rawMode === 'wb+' ? 'rb+' : mode.appending ? (mode.updating ? 'ab+' : 'ab') : mode.creating ? (mode.updating ? 'xb+' : 'xb') : mode.updating ? 'rb+' : 'wb';
    const raw = newFileIo(m, new FileStream(fd, opened, closefd), target, shownRaw);
    if (buffering === 0) {
      if (mode.binary) return raw;
      decref(m, raw);
      throw valueError(m, "can't have unbuffered text I/O");
    }
    const lineBuffering = buffering === 1 && !mode.binary;
    if (buffering < 0 || buffering === 1) buffering = m.profile.ioBuffer.file;
    try {
      const kind = mode.updating ? 'BufferedRandom' : mode.reading ? 'BufferedReader' : 'BufferedWriter';
      const buffer = newBuffered(m, kind, raw, buffering);
      if (mode.binary) return buffer;
      try {
        const name = given(encoding) && isStr(encoding) ? strValue(encoding) : 'UTF-8';
        return newTextWrapper(m, buffer, name === 'locale' ? 'UTF-8' : name, given(errors) && isStr(errors) ? strValue(errors) : 'strict', newline ?? null, modeText, lineBuffering);
      } finally {
        decref(m, buffer);
      }
    } finally {
      decref(m, raw);
    }
  } finally {
    if (path !== null) decref(m, path.shown);
  }
}

const functions: readonly NativeSpec[] = [
  { name: 'open', kind: 'fastkw', doc: 'Open file and return a stream.  Raise OSError upon failure.', fn: (m, _self, args, kwnames) => open(m, args, kwnames) },
  {
    name: 'open_code', kind: 'o',
    fn(m, _self, path) {
      const mode = newStr(m, 'rb');
      const result = open(m, [path, mode], null);
      decref(m, mode);
      return result;
    },
  },
  { name: 'text_encoding', kind: 'fast', min: 1, max: 2, fn: (m, _self, args) => (args[0] === m.None ? newStr(m, 'locale') : incref(args[0] as PyObject)) },
];

/** Makes _io. */
export function ioModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_io', functions,
    attributes: () => [
      ['DEFAULT_BUFFER_SIZE', newInt(m, m.profile.ioBuffer.standard)],
      ['UnsupportedOperation', incref(unsupportedType(m))],
      ['BlockingIOError', incref(m.types.BlockingIOError)],
      ['_IOBase', incref(ioBase(m))], ['_RawIOBase', incref(rawIoBase(m))], ['_BufferedIOBase', incref(bufferedIoBase(m))], ['_TextIOBase', incref(textIoBase(m))],
      ['FileIO', incref(lazyType(m, fileIoType, rawIoBase(m)))],
      ['BytesIO', incref(lazyType(m, bytesIoType, bufferedIoBase(m)))],
      ['StringIO', incref(lazyType(m, stringIoType, textIoBase(m)))],
      ['BufferedReader', incref(lazyType(m, bufferedReaderType, bufferedIoBase(m)))],
      ['BufferedWriter', incref(lazyType(m, bufferedWriterType, bufferedIoBase(m)))],
      ['BufferedRandom', incref(lazyType(m, bufferedRandomType, bufferedIoBase(m)))],
      ['TextIOWrapper', incref(lazyType(m, textWrapperType, textIoBase(m)))],
      ['_ConsoleWrapper', incref(m.types.TextIOWrapper)],
    ],
  });
}

