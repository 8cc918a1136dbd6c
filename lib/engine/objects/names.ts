// Interned names (CPython Objects/unicodeobject.c: PyUnicode_InternInPlace; pycore_global_strings.h's static identifiers).
import type { Machine } from '../machine.ts';
import { IMMORTAL, incref, type PyObject } from './object.ts';
import { internNewStr, internedEntry } from './str.ts';

/** The interned string for a name that the engine itself uses; borrowed, it lives as long as the machine (CPython's static identifiers). */
export function intern(m: Machine, text: string): PyObject {
  const known = internedEntry(m, text);
  const name = known ?? m.memory.uncounted(() => internNewStr(m, text));
  if (name.ob_refcnt >= 0 && !m.engineNames.has(name)) {
    m.engineNames.add(name);
    if (m.profile.immortalRefcount !== null) name.ob_refcnt = IMMORTAL;
    // A new string's first reference is the engine's already.
    else if (known !== undefined) incref(name);
  }
  return name;
}

/** The interned string for a name of the program (code objects' names, attribute names); new reference. Mortal since 3.12.7. */
export function internText(m: Machine, text: string): PyObject {
  const known = internedEntry(m, text);
  return known === undefined ? internNewStr(m, text) : incref(known);
}

/** The interned string for an identifier in a source (_PyPegen_new_identifier): immortal where strings can be. New reference. */
export function internIdentifier(m: Machine, text: string): PyObject {
  const name = internText(m, text);
  if (m.profile.immortalRefcount !== null) name.ob_refcnt = IMMORTAL;
  return name;
}

/** Names by spelling: `m.names.__init__`. Made at first use. */
export type CommonNames = Readonly<Record<string, PyObject>>;

/** The look-up object behind `m.names`: known names are plain properties; a name asked for the first time is interned by the prototype's trap. */
export function createNames(m: Machine): CommonNames {
  const names = Object.create(
    new Proxy(Object.create(null) as object, {
      get: (_target, key, receiver: Record<string, PyObject>) => {
        if (typeof key !== 'string') return undefined;
        const name = intern(m, key);
        Object.defineProperty(receiver, key, { value: name });
        return name;
      },
    }),
  ) as Record<string, PyObject>;
  return names;
}
