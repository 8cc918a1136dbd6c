// _weakref: what the weakref module needs from the interpreter (CPython 3.13 Modules/_weakref.c). Classes over it: modules/py/weakref.py.ts.
import type { Machine } from '../machine.ts';
import { dictDel, dictGet, isDictExact } from '../objects/dict.ts';
import { newSizeInt } from '../objects/int.ts';
import { listFromBorrowed } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { incref, type PyObject } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { type NativeSpec } from '../objects/type.ts';
import { isReference, newProxy, referToBuiltin, weakrefCount, weakrefReferent, weakrefsTo } from '../objects/weakref.ts';

/** The native half of weakref. */
export function weakrefModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_weakref',
    doc: 'Weak-reference support module.',
    functions,
    attributes: () => [
      ['ref', incref(m.types.ReferenceType)],
      ['ReferenceType', incref(m.types.ReferenceType)],
      ['ProxyType', incref(m.types.ProxyType)],
      ['CallableProxyType', incref(m.types.CallableProxyType)],
    ],
  });
}

/** Takes a dead reference's key out of a dict, unless a living one has taken its place (_remove_dead_weakref). */
function removeDead(m: Machine, dict: PyObject, key: PyObject): PyObject {
  if (!isDictExact(m, dict)) throw typeError(m, `_remove_dead_weakref() argument 1 must be dict, not ${dict.ob_type.tp_name}`);
  const found = dictGet(m, dict, key);
  if (found !== null && isReference(m, found) && weakrefReferent(found) === null) dictDel(m, dict, key);
  return incref(m.None);
}

const functions: readonly NativeSpec[] = [
  { name: 'getweakrefcount', kind: 'o', sig: '($module, object, /)', doc: "Return the number of weak references to 'object'.", fn: (m, _self, o) => (referToBuiltin(m, o), newSizeInt(m, weakrefCount(o))) },
  {
    name: 'getweakrefs',
    kind: 'o',
    doc: "Return a list of all weak reference objects pointing to 'object'.",
    fn: (m, _self, o) => (referToBuiltin(m, o), listFromBorrowed(m, weakrefsTo(o).filter((ref) => ref.ob_refcnt !== 0))),
  },
  {
    name: 'proxy',
    kind: 'fast',
    min: 1,
    max: 2,
    doc: "Create a proxy object that weakly references 'object'.",
    fn: (m, _self, args) => newProxy(m, args[0] as PyObject, args[1] === undefined || args[1] === m.None ? null : args[1]),
  },
  {
    name: '_remove_dead_weakref',
    kind: 'fast',
    min: 2,
    max: 2,
    fn: (m, _self, args) => removeDead(m, args[0] as PyObject, args[1] as PyObject),
  },
];
