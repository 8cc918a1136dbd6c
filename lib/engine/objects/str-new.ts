// The str() constructor (CPython Objects/unicodeobject.c: unicode_new_impl, unicode_subtype_new, PyUnicode_FromEncodedObject).
import { since } from './type.ts';
import type { Machine } from '../machine.ts';
import { str as toStr } from './abstract.ts';
import { badArgument, parseArgs } from './arguments.ts';
import { bytesLikeOrNull } from './buffer.ts';
import { decodeBytes } from './codecs.ts';
import { genericAlloc } from './instance.ts';
import { type PyObject, decref, incref } from './object.ts';
import { typeError } from './raise.ts';
import { type StrData, StrData as StrPayload, isStr, strValue } from './str.ts';
import type { PyType } from './type.ts';

const SPEC = { name: 'str', params: ['object', 'encoding', 'errors'] } as const;

/** str.__new__. */
export function strNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  if (args.length === 1 && kwnames === null && type === m.types.str) return toStr(m, args[0] as PyObject);
  const [object, encoding, errors] = parseArgs(m, SPEC, args, kwnames);
  const exact = makeExact(m, object ?? null, codecName(m, 'encoding', encoding ?? null), codecName(m, 'errors', errors ?? null));
  if (type === m.types.str) return exact;
  try {
    return subtypeOf(m, type, exact);
  } finally {
    decref(m, exact);
  }
}

function codecName(m: Machine, parameter: string, o: PyObject | null): string | null {
  if (o === null) return null;
  if (!isStr(o) && since(13)(m.profile)) throw typeError(m, `str() argument '${parameter}' must be str, not ${o.ob_type.tp_name}`);
  if (!isStr(o)) throw badArgument(m, 'str', `argument '${parameter}'`, 'str', o);
  return strValue(o);
}

function makeExact(m: Machine, object: PyObject | null, encoding: string | null, errors: string | null): PyObject {
  if (object === null) return incref(m.emptyStr);
  if (encoding === null && errors === null) return toStr(m, object);
  if (isStr(object)) throw typeError(m, 'decoding str is not supported');
  const bytes = bytesLikeOrNull(m, object, true);
  if (bytes === null) throw typeError(m, `decoding to str: need a bytes-like object, ${object.ob_type.tp_name} found`);
  return decodeBytes(m, object, bytes, encoding ?? 'utf-8', errors ?? 'strict');
}

/** An instance of a subclass: the object, then its characters in a block of their own. */
function subtypeOf(m: Machine, type: PyType, exact: PyObject): PyObject {
  const source = exact.data as StrData;
  const data = new StrPayload(source.value, source.length, source.kind, source.ascii);
  const o = genericAlloc(m, type, data);
  data.rare.buffer = m.memory.alloc(data.kind * (data.length + 1));
  return o;
}
