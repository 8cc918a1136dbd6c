// An argument that is ASCII text or bytes (CPython Modules/binascii.c, ascii_buffer_converter).
import type { Machine } from '../machine.ts';
import { bytesLikeOrNull } from '../objects/buffer.ts';
import { latin1Text } from '../objects/codecs.ts';
import type { PyObject } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { isStr } from '../objects/str.ts';

/** The characters; a str must be ASCII. */
export function latin1FromAscii(m: Machine, o: PyObject): string {
  if (isStr(o)) {
    if (!o.data.ascii) throw valueError(m, 'string argument should contain only ASCII characters');
    return o.data.value;
  }
  const bytes = bytesLikeOrNull(m, o, true);
  if (bytes === null) throw typeError(m, `argument should be bytes, buffer or ASCII string, not '${o.ob_type.tp_name}'`);
  return latin1Text(bytes);
}
