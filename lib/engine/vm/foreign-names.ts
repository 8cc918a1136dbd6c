// What methods of built-in types are called in other languages, for AttributeError (CPython 3.15 Lib/traceback.py, _CROSS_LANGUAGE_HINTS).
import type { Machine } from '../machine.ts';
import { type PyType, isSubtype } from '../objects/type.ts';

const mean = (name: string): string => `Did you mean '.${name}'?`;
const useType = (name: string): string => `Did you mean to use a '${name}' object?`;

/** Type, then name there: the sentence that follows the message. */
const HINTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  list: { push: mean('append'), concat: mean('extend'), addAll: mean('extend'), contains: "Use 'x in list'.", add: useType('set') },
  str: { toUpperCase: mean('upper'), toLowerCase: mean('lower'), trimStart: mean('lstrip'), trimEnd: mean('rstrip') },
  dict: { keySet: mean('keys'), entrySet: mean('items'), entries: mean('items'), putAll: mean('update'), put: 'Use d[k] = v.' },
  tuple: { append: useType('list'), extend: useType('list'), insert: useType('list'), remove: useType('list'), pop: useType('list'), sort: useType('list') },
  frozenset: { add: useType('set'), discard: useType('set'), remove: useType('set'), update: useType('set') },
};

/** '. Did you mean …' for a name that a built-in type (or the one it is a subclass of) has in another language; '' for none. */
export function foreignNameHint(m: Machine, type: PyType, name: string): string {
  for (const [builtin, hints] of Object.entries(HINTS)) {
    const hint = Object.hasOwn(hints, name) ? hints[name] : undefined;
    if (hint !== undefined && isSubtype(type, m.types[builtin as 'list' | 'str' | 'dict' | 'tuple' | 'frozenset'])) return `. ${hint}`;
  }
  return '';
}
