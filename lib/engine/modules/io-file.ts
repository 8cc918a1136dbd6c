// Opening files: paths, modes, and the raw file below a FileIO (CPython 3.13 Modules/_io/fileio.c, _iomodule.c).
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { lookupSpecial } from '../objects/abstract.ts';
import { bytesValue, isBytes } from '../objects/bytes.ts';
import { callNoArgs } from '../objects/call.ts';
import { decodeUtf8 } from '../objects/codecs.ts';
import { intValue, isInt } from '../objects/int.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { isStr, strValue } from '../objects/str.ts';
import { FileStream, onFiles } from './io-streams.ts';
import { filesOf } from './virtual-files.ts';

/** A path, and what errors name (a new reference). */
interface Path {
  readonly text: string;
  readonly shown: PyObject;
}

/** A path argument as text: str, bytes or os.PathLike. `what` starts the TypeError of others, `nullText` tells of a null character. */
export function pathArgument(m: Machine, o: PyObject, what: string, nullText = 'embedded null byte'): Path {
  if (isStr(o) || isBytes(o)) {
    const text = isStr(o) ? strValue(o) : decodeUtf8(m, bytesValue(o), 'surrogateescape');
    if (text.includes('\0')) throw valueError(m, nullText);
    return { text, shown: incref(o) };
  }
  const method = lookupSpecial(m, o, intern(m, '__fspath__'));
  if (method === null) throw typeError(m, `${what}, not ${o.ob_type.tp_name}`);
  const path = callNoArgs(m, method);
  decref(m, method);
  try {
    if (!isStr(path) && !isBytes(path)) throw typeError(m, `expected ${o.ob_type.tp_name}.__fspath__() to return str or bytes, not ${path.ob_type.tp_name}`);
    return pathArgument(m, path, what, nullText);
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

/** The mode of open() taken apart; ValueError. */
export function parseMode(m: Machine, mode: string): Mode {
  const bad = (): never => {
    throw valueError(m, `invalid mode: '${mode}'`);
  };
  for (const char of mode) if (!'xrwa+tb'.includes(char) || mode.split(char).length > 2) bad();
  const has = (char: string): boolean => mode.includes(char);
  if (has('t') && has('b')) throw valueError(m, "can't have text and binary mode at once");
  if (['x', 'r', 'w', 'a'].filter(has).length !== 1) throw valueError(m, has('x') || has('r') || has('w') || has('a') ? 'must have exactly one of create/read/write/append mode' : 'Must have exactly one of create/read/write/append mode and at most one plus');
  return { creating: has('x'), reading: has('r'), writing: has('w'), appending: has('a'), updating: has('+'), binary: has('b') };
}

/** A file that is open for a FileIO: its stream and the mode that the FileIO shows. */
export interface RawFile {
  readonly stream: FileStream;
  readonly mode: string;
}

/** Opens what `target` names (fileio.c, _io_FileIO___init___impl): a descriptor, or `path` where that is not null. */
export function openRaw(m: Machine, target: PyObject, path: Path | null, mode: Mode, closefd: boolean): RawFile {
  if (!closefd && path !== null) throw valueError(m, 'Cannot use closefd=False with file name');
  const how = {
    read: mode.reading || mode.updating, write: !mode.reading || mode.updating, append: mode.appending, create: !mode.reading, exclusive: mode.creating, truncate: mode.writing,
  };
  const files = filesOf(m);
  const number = path === null ? Number(intValue(target)) : 0;
  if (number < 0) throw valueError(m, 'negative file descriptor');
  const { fd, file } = onFiles(m, path?.shown ?? null, () => (path === null ? { fd: number, file: files.opened(number) } : files.openFile(path.text, how)));
  return { stream: new FileStream(fd, file, closefd), mode: shownMode(mode) };
}

/** FileIO.mode: how the file was opened, in fileio.c's spelling. */
function shownMode({ creating, appending, reading, updating }: Mode): string {
  if (creating || appending) return `${creating ? 'x' : 'a'}b${updating ? '+' : ''}`;
  return updating ? 'rb+' : reading ? 'rb' : 'wb';
}

/** FileIO(file, mode): the file and how it is opened. */
export function openFileIo(m: Machine, file: PyObject, modeText: string, closefd: boolean): RawFile {
  for (const char of modeText) if (!'xrwa+b'.includes(char)) throw valueError(m, `invalid mode: ${modeText}`);
  if ([...modeText].filter((char) => 'xrwa'.includes(char)).length !== 1) throw valueError(m, 'Must have exactly one of create/read/write/append mode and at most one plus');
  const path = isInt(file) ? null : pathArgument(m, file, 'expected str, bytes or os.PathLike object');
  try {
    return openRaw(m, file, path, parseMode(m, modeText), closefd);
  } finally {
    if (path !== null) decref(m, path.shown);
  }
}
