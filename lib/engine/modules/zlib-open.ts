// zlib.error, and the opening of streams that decompress (CPython 3.13 Modules/zlibmodule.c zlib_error, set_inflate_zdict).
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { bytesOf } from '../objects/buffer.ts';
import { newException, simpleException } from '../objects/exceptions.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { type PyObject, decref } from '../objects/object.ts';
import { valueError } from '../objects/raise.ts';
import { newStr } from '../objects/str.ts';
import type { PyType } from '../objects/type.ts';
import { Inflater, Z } from './zlib-stream.ts';

/** The size of a decompressor's first output. */
export const DEF_BUF_SIZE = 16 * 1024;

const errorSpec = simpleException('zlib.error', 'Exception', '');

/** zlib.error. Borrowed. */
export const errorType = (m: Machine): PyType => lazyType(m, errorSpec, m.types.Exception);

/** A zlib.error. */
export function fail(m: Machine, text: string): PyRaise {
  const message = newStr(m, text);
  try {
    return new PyRaise(newException(m, errorType(m), [message]));
  } finally {
    decref(m, message);
  }
}

const OWN_TEXTS: Readonly<Record<number, string | undefined>> = { [Z.BUF_ERROR]: 'incomplete or truncated stream', [Z.STREAM_ERROR]: 'inconsistent stream state', [Z.DATA_ERROR]: 'invalid input data' };

/** zlib_error: the C library's message, or CPython's own for the status. */
export function zlibError(m: Machine, message: string, status: number, doing: string): PyRaise {
  const why = message || OWN_TEXTS[status];
  return fail(m, `Error ${status} ${doing}${why === undefined ? '' : `: ${why}`}`);
}

/** Gives a stream its dictionary. */
export function setDictionary(m: Machine, stream: Inflater, zdict: PyObject): void {
  const status = stream.setDictionary(m, bytesOf(m, zdict));
  if (status !== Z.OK) throw zlibError(m, stream.z.msg, status, 'while setting zdict');
}

/** inflateInit2 for an object; a raw stream gets its dictionary at once. */
export function openInflater(m: Machine, wbits: number, zdict: PyObject | null): Inflater {
  const stream = Inflater.open(m, wbits);
  if (typeof stream === 'number') throw valueError(m, 'Invalid initialization option');
  if (zdict === null || wbits >= 0) return stream;
  try {
    setDictionary(m, stream, zdict);
  } catch (error) {
    stream.end(m);
    throw error;
  }
  return stream;
}
