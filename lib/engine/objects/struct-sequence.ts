// Struct sequences: tuples whose items have names, as sys.version_info (CPython Objects/structseq.c).
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import type { PyType, TypeSpec } from './type.ts';
import { reprText } from './abstract.ts';
import { genericAlloc } from './instance.ts';
import { incref } from './object.ts';
import { newStr } from './str.ts';
import { newInt } from './int.ts';
import { tupleItems } from './tuple.ts';
import { TypeFlag } from './type.ts';

/** A field that is no item of the tuple (struct_time's tm_zone): its name and its constant value. */
export type HiddenField = readonly [string, (m: Machine) => PyObject];

/** The type of a struct sequence with these fields. */
export function structSequence(name: string, fields: readonly string[], doc = '', hidden: readonly HiddenField[] = []): TypeSpec {
  return {
    name,
    base: 'tuple',
    basicsize: (m) => m.profile.tupleHeader,
    itemsize: 8,
    flags: TypeFlag.HAVE_GC | TypeFlag.TUPLE_SUBCLASS | TypeFlag.SEQUENCE | TypeFlag.DISALLOW_INSTANTIATION,
    doc,
    slots: {
      ...(hidden.length === 0 ? {} : { tp_sizeof: (m: Machine, self: PyObject) => m.profile.tupleHeader + 8 * (tupleItems(self).length + hidden.length) }),
      tp_repr(m, self) {
        const items = tupleItems(self).map((item, i) => `${fields[i] ?? ''}=${reprText(m, item)}`);
        return newStr(m, `${name}(${items.join(', ')})`);
      },
    },
    getset: [
      ...fields.map((field, i) => ({ name: field, kind: 'member' as const, get: (m: Machine, self: PyObject) => incref(tupleItems(self)[i] ?? m.None) })),
      ...hidden.map(([field, get]) => ({ name: field, kind: 'member' as const, get: (m: Machine) => get(m) })),
    ],
    attributes: (m) => [
      ['n_fields', newInt(m, fields.length + hidden.length)],
      ['n_sequence_fields', newInt(m, fields.length)],
      ['n_unnamed_fields', newInt(m, 0)],
    ],
  };
}

/** A struct sequence; steals the items. */
export function newStructSequence(m: Machine, type: PyType, items: PyObject[]): PyObject {
  return genericAlloc(m, type, items, items.length);
}
