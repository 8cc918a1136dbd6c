// The bytes() constructor and the parts it shares with bytearray() (CPython Objects/bytesobject.c: bytes_new_impl, PyBytes_FromObject).
import { wrongResult } from './method-results.ts';
import type { Machine } from '../machine.ts';
import { index, iterate, lengthHint } from './abstract.ts';
import { allocObject } from './alloc.ts';
import { parseArgs, badArgument } from './arguments.ts';
import { lookupSpecial } from './abstract.ts';
import { bytesLikeOrNull } from './buffer.ts';
import { byteValue, BytesData, isBytes, newBytes } from './bytes.ts';
import { callNoArgs } from './call.ts';
import { encodeToBytes } from './codecs.ts';
import { PyRaise } from '../errors.ts';
import { genericAlloc } from './instance.ts';
import { intValue } from './int.ts';
import { MAX_SSIZE } from '../limits.ts';
import { type PyObject, decref } from './object.ts';
import { dropRaise, matches, overflowError, typeError, valueError } from './raise.ts';
import { isStr, strValue } from './str.ts';
import type { PyType } from './type.ts';

const SPEC = { name: 'bytes', params: ['source', 'encoding', 'errors'] } as const;

/** bytes.__new__. */
export function bytesNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [source, encoding, errors] = parseArgs(m, SPEC, args, kwnames);
  const exact = makeExact(m, source ?? null, codecText(m, 'bytes', 'encoding', encoding ?? null), codecText(m, 'bytes', 'errors', errors ?? null));
  if (type === m.types.bytes) return exact;
  try {
    const value = (exact.data as BytesData).value;
    return genericAlloc(m, type, new BytesData(value), value.length);
  } finally {
    decref(m, exact);
  }
}

/** An `encoding` or `errors` argument. */
export function codecText(m: Machine, name: string, parameter: string, o: PyObject | null): string | null {
  if (o === null) return null;
  if (!isStr(o)) throw badArgument(m, name, `argument '${parameter}'`, 'str', o);
  return strValue(o);
}

function makeExact(m: Machine, source: PyObject | null, encoding: string | null, errors: string | null): PyObject {
  if (source === null) {
    refuseCodec(m, encoding, errors);
    return newBytes(m, new Uint8Array(0));
  }
  if (encoding !== null || errors !== null || isStr(source)) return newBytes(m, encodedSource(m, source, encoding, errors));
  const method = lookupSpecial(m, source, m.names.__bytes__ as PyObject);
  if (method !== null) return fromMethod(m, source, method);
  const count = countArgument(m, source);
  if (count !== null) return count === 0 ? newBytes(m, new Uint8Array(0)) : allocObject(m, m.types.bytes, new BytesData(zeros(m, count)), count, true);
  return newBytes(m, collectBytes(m, source, 'bytes'));
}

function refuseCodec(m: Machine, encoding: string | null, errors: string | null): void {
  if (encoding !== null) throw typeError(m, 'encoding without a string argument');
  if (errors !== null) throw typeError(m, 'errors without a string argument');
}

/** The bytes of a str source; the texts for its misuse. */
export function encodedSource(m: Machine, source: PyObject, encoding: string | null, errors: string | null): Uint8Array {
  if (!isStr(source)) {
    refuseCodec(m, encoding, errors);
    return new Uint8Array(0);
  }
  if (encoding === null) throw typeError(m, errors === null ? 'string argument without an encoding' : 'string argument without an encoding');
  return encodeToBytes(m, source, encoding, errors ?? 'strict');
}

function fromMethod(m: Machine, owner: PyObject, method: PyObject): PyObject {
  let result: PyObject;
  try {
    result = callNoArgs(m, method);
  } finally {
    decref(m, method);
  }
  if (isBytes(result)) return result;
  try {
    throw wrongResult(m, { owner, method: '__bytes__', what: 'a bytes', before: `__bytes__ returned non-bytes (type ${result.ob_type.tp_name})` }, result);
  } finally {
    decref(m, result);
  }
}

/** bytes(n): the count, or null if `source` is no integer. */
export function countArgument(m: Machine, source: PyObject): number | null {
  if (source.ob_type.nb_index === null) return null;
  let exact: PyObject;
  try {
    exact = index(m, source);
  } catch (error) {
    // A failing __index__ with TypeError means "not a count" (PyErr_ExceptionMatches in bytes_new_impl).
    if (error instanceof PyRaise && matches(error, m.types.TypeError)) {
      dropRaise(m, error);
      return null;
    }
    throw error;
  }
  const value = intValue(exact);
  const count = Number(value);
  decref(m, exact);
  if (count >= MAX_SSIZE || count < -MAX_SSIZE) throw overflowError(m, `cannot fit '${source.ob_type.tp_name}' into an index-sized integer`);
  if (count < 0) throw valueError(m, 'negative count');
  return count;
}

/** That many zero bytes. */
export function zeros(m: Machine, count: number): Uint8Array {
  m.memory.expect(count);
  m.chargeWork(count >> 3);
  return new Uint8Array(count);
}

/** PyObject_Bytes: of an object with `__bytes__`, a buffer or an iterable of ints. */
export function bytesOfObject(m: Machine, source: PyObject): Uint8Array {
  if (source.ob_type === m.types.bytes) return (source.data as BytesData).value;
  const method = lookupSpecial(m, source, m.names.__bytes__ as PyObject);
  if (method === null) return collectBytes(m, source, 'bytes');
  const made = fromMethod(m, source, method);
  const { value } = made.data as BytesData;
  decref(m, made);
  return value;
}

/** The bytes of a buffer or an iterable of ints. */
export function collectBytes(m: Machine, source: PyObject, target: 'bytes' | 'bytearray'): Uint8Array {
  const view = bytesLikeOrNull(m, source, true);
  if (view !== null) return view.slice();
  if (isStr(source) || (source.ob_type.tp_iter === null && source.ob_type.sq_item === null)) {
    throw typeError(m, `cannot convert '${source.ob_type.tp_name}' object to ${target}`);
  }
  lengthHint(m, source, 0);
  const out: number[] = [];
  iterate(m, source, (item) => {
    m.memory.expect(out.length);
    out.push(byteValue(m, item, target === 'bytes' ? 'bytes' : 'byte'));
  });
  return Uint8Array.from(out);
}
