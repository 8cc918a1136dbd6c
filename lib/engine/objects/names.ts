// Interned names (CPython Objects/unicodeobject.c: _PyUnicode_InternMortal; pycore_global_strings.h's static identifiers).
import type { Machine } from '../machine.ts';
import { IMMORTAL, type PyObject } from './object.ts';
import { internNewStr } from './str.ts';

/** The interned string for `text`, borrowed from the table. Names made through this function belong to the engine: they are immortal. */
export function intern(m: Machine, text: string): PyObject {
  const known = m.interned.get(text);
  if (known !== undefined) return known;
  const name = m.memory.uncounted(() => internNewStr(m, text));
  if (m.profile.immortalRefcount !== null) name.ob_refcnt = IMMORTAL;
  return name;
}

/** Names by spelling: `m.names.__init__`. Made at first use. */
export type CommonNames = Readonly<Record<string, PyObject>>;

/** The look-up object behind `m.names`. */
export function createNames(m: Machine): CommonNames {
  const names = Object.create(null) as Record<string, PyObject>;
  return new Proxy(names, {
    get: (target, key) => (typeof key === 'string' ? (target[key] ??= intern(m, key)) : undefined),
  });
}
