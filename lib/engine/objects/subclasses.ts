// The subclasses that a type remembers, weakly (CPython 3.13 Objects/typeobject.c: add_subclass, remove_subclass).
import type { Machine } from '../machine.ts';
import { dictDel, dictSet, newDict } from './dict.ts';
import { newInt } from './int.ts';
import { decref } from './object.ts';
import type { PyObject } from './object.ts';
import { tupleItems } from './tuple.ts';
import { hasFlag, PyType, TypeFlag } from './type.ts';
import { newWeakref } from './weakref.ts';

/** add_subclass: every base's dict of weak references, by address. */
export function addSubclasses(m: Machine, type: PyType): void {
  for (const b of tupleItems(type.tp_bases as PyObject)) if (b instanceof PyType) addSubclass(m, b, type);
}

export function addSubclass(m: Machine, base: PyType, type: PyType): void {
  base.tp_subclasses.push(type);
  const key = newInt(m, m.addressOfObject(type));
  const ref = newWeakref(m, type, null);
  base.tp_subclassDict ??= hasFlag(base, TypeFlag.HEAP) ? newDict(m) : m.memory.uncounted(() => newDict(m));
  dictSet(m, base.tp_subclassDict, key, ref);
  decref(m, ref);
  decref(m, key);
}

export function removeSubclass(m: Machine, base: PyType, type: PyType): void {
  const at = base.tp_subclasses.indexOf(type);
  if (at < 0) return;
  base.tp_subclasses.splice(at, 1);
  if (base.tp_subclassDict === null) return;
  const key = newInt(m, m.addressOfObject(type));
  dictDel(m, base.tp_subclassDict, key);
  decref(m, key);
  // remove_subclass drops a dict that became empty.
  if (base.tp_subclasses.length === 0) {
    const dict = base.tp_subclassDict;
    base.tp_subclassDict = null;
    decref(m, dict);
  }
}
