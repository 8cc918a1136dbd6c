// re.error from native code.
import { PyRaise } from '../../errors.ts';
import type { Machine } from '../../machine.ts';
import { newBytes } from '../../objects/bytes.ts';
import { call } from '../../objects/call.ts';
import { latin1Bytes } from '../../objects/codecs.ts';
import { newInt } from '../../objects/int.ts';
import { decref, incref } from '../../objects/object.ts';
import { valueError } from '../../objects/raise.ts';
import { newStr } from '../../objects/str.ts';
import type { RegexTypes } from './pattern.ts';

/** error(msg, pattern, pos). */
export function regexRaise(m: Machine, types: RegexTypes, message: string, pattern: string, position: number | null, isBytes: boolean): PyRaise {
  if (types.errorClass === null) return valueError(m, message);
  const args = [newStr(m, message), isBytes ? newBytes(m, latin1Bytes(pattern)) : newStr(m, pattern), position === null ? incref(m.None) : newInt(m, position)];
  try {
    return new PyRaise(call(m, types.errorClass, position === null ? args.slice(0, 1) : args));
  } finally {
    for (const arg of args) decref(m, arg);
  }
}
