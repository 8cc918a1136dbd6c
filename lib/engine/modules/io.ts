// _io: open() and the stream types (CPython 3.13 Modules/_io/_iomodule.c).
import type { Machine } from '../machine.ts';
import type { NativeSpec } from '../objects/type.ts';
import type { PyObject } from '../objects/object.ts';
import { asSize } from '../objects/abstract.ts';
import { switchArgument } from '../objects/size-argument.ts';
import { badArgument, parseArgs } from '../objects/arguments.ts';
import { findCodec } from '../objects/codecs.ts';
import { newInt, isInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { decref, incref } from '../objects/object.ts';
import { raise, valueError } from '../objects/raise.ts';
import { isStr, newStr, strValue } from '../objects/str.ts';
import { openRaw, parseMode, pathArgument } from './io-file.ts';
import { bufferedIoBase, ioBase, rawIoBase, textIoBase } from './io-base.ts';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType, bytesIoType, fileIoType, newBuffered, newFileIo } from './io-binary.ts';
import { unsupportedType } from './io-streams.ts';
import { newTextWrapper, textWrapperType } from './io-text.ts';
import { stringIoType } from './string-io.ts';

const OPEN = { name: 'open', params: ['file', 'mode', 'buffering', 'encoding', 'errors', 'newline', 'closefd', 'opener'], required: 1 };

function open(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [file, modeObject, bufferingObject, encoding, errors, newline, closefdObject] = parseArgs(m, OPEN, args, kwnames);
  const closefd = !closefdObject || switchArgument(m, closefdObject);
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
    const codecName = given(encoding) && isStr(encoding) && strValue(encoding) !== 'locale' ? strValue(encoding) : 'UTF-8';
    if (findCodec(codecName) === null) throw raise(m, m.types.LookupError, `unknown encoding: ${codecName}`);
    const raw = newFileIo(m, openRaw(m, target, path, mode, closefd), target);
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
        return newTextWrapper(m, buffer, codecName, given(errors) && isStr(errors) ? strValue(errors) : 'strict', newline ?? null, modeText, lineBuffering);
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

