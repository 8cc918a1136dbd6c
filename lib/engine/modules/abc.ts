// _abc: registries and caches of abstract base classes (CPython 3.13 Modules/_abc.c). ABCMeta itself is Python: modules/py/abc.py.ts.
import type { Machine } from '../machine.ts';
import { getAttr, isSubclass, isTrue, iterate, lookupAttr, setAttr } from '../objects/abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { callMethod } from '../objects/call.ts';
import { dictDel, dictItemPairs } from '../objects/dict.ts';
import { intern } from '../objects/names.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newBool } from '../objects/bool.ts';
import { newInt } from '../objects/int.ts';
import { newNativeModule } from '../objects/module.ts';
import { newNativeFunction } from '../objects/native-function.ts';
import { decref, incref, type PyObject, xdecref } from '../objects/object.ts';
import { runtimeError, typeError } from '../objects/raise.ts';
import { newFrozenset, newSet, setAdd, setContains, setDiscard, setMembers } from '../objects/set.ts';
import { newTuple } from '../objects/tuple.ts';
import { isSubtype, type NativeSpec, PyType, TypeFlag, type TypeSpec } from '../objects/type.ts';
import { typeDict } from '../objects/type-ready.ts';
import { newWeakref, weakrefReferent } from '../objects/weakref.ts';

/** _abc_data: sets of weak references to classes (owned; null = none yet). */
interface AbcData {
  registry: PyObject | null;
  cache: PyObject | null;
  negative: PyObject | null;
  negativeVersion: number;
}
type SetName = 'registry' | 'cache' | 'negative';

const dataType: TypeSpec = {
  name: '_abc._abc_data',
  basicsize: 48,
  flags: TypeFlag.HAVE_GC,
  doc: 'Internal state held by ABC machinery.',
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      clearData(m, self);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const data = self.data as AbcData;
      if (data.registry !== null) visit(data.registry, 'registry', -1);
      if (data.cache !== null) visit(data.cache, 'cache', -1);
      if (data.negative !== null) visit(data.negative, 'negative cache', -1);
    },
    tp_clear: clearData,
  },
};

function clearData(m: Machine, self: PyObject): void {
  const data = self.data as AbcData;
  const { registry, cache, negative } = data;
  data.registry = null;
  data.cache = null;
  data.negative = null;
  xdecref(m, registry);
  xdecref(m, cache);
  xdecref(m, negative);
}

function newData(m: Machine): PyObject {
  const data: AbcData = { registry: null, cache: null, negative: null, negativeVersion: m.abcCounter };
  const o = allocObject(m, lazyType(m, dataType), data);
  gcTrack(m, o);
  return o;
}

/** _get_impl. */
function implOf(m: Machine, cls: PyObject): AbcData {
  const impl = getAttr(m, cls, intern(m, '_abc_impl'));
  decref(m, impl); // The class keeps it.
  if (impl.ob_type !== lazyType(m, dataType)) throw typeError(m, '_abc_impl is set to a wrong type');
  return impl.data as AbcData;
}

/** _in_weak_set. */
function inSet(m: Machine, set: PyObject | null, o: PyObject): boolean {
  if (set === null || setMembers(set).length === 0) return false;
  if (!o.ob_type.tp_hasWeakrefs) return false;
  const ref = newWeakref(m, o, null);
  try {
    return setContains(m, set, ref);
  } finally {
    decref(m, ref);
  }
}

/** _add_to_weak_set: the reference takes itself out of the set when its class dies. */
function addToSet(m: Machine, data: AbcData, name: SetName, o: PyObject): void {
  const set = (data[name] ??= newSet(m, []));
  const setRef = newWeakref(m, set, null);
  const destroy = newNativeFunction(m, DESTROY, setRef, null);
  decref(m, setRef);
  const ref = newWeakref(m, o, destroy);
  decref(m, destroy);
  setAdd(m, set, ref);
  decref(m, ref);
}

const DESTROY: NativeSpec = {
  name: '_destroy',
  kind: 'o',
  fn(m, setRef, ref) {
    const set = weakrefReferent(setRef);
    if (set !== null) {
      incref(set);
      setDiscard(m, set, ref);
      decref(m, set);
    }
    return incref(m.None);
  },
};

/** _is_abstract. */
function isAbstract(m: Machine, value: PyObject): boolean {
  const flag = lookupAttr(m, value, intern(m, '__isabstractmethod__'));
  if (flag === null) return false;
  try {
    return isTrue(m, flag);
  } finally {
    decref(m, flag);
  }
}

/** compute_abstract_methods: sets `__abstractmethods__`. */
function computeAbstractMethods(m: Machine, cls: PyObject): void {
  const names: PyObject[] = [];
  if (cls instanceof PyType) for (const [key, value] of dictItemPairs(typeDict(m, cls))) if (isAbstract(m, value)) names.push(incref(key));
  const bases = getAttr(m, cls, intern(m, '__bases__'));
  try {
    iterate(m, bases, (base) => {
      const inherited = lookupAttr(m, base, intern(m, '__abstractmethods__'));
      if (inherited === null) return;
      iterate(m, inherited, (name) => {
        const value = lookupAttr(m, cls, name);
        if (value === null) return;
        if (isAbstract(m, value) && !names.includes(name)) names.push(incref(name));
        decref(m, value);
      });
      decref(m, inherited);
    });
  } finally {
    decref(m, bases);
  }
  const set = newFrozenset(m, names);
  for (const name of names) decref(m, name);
  setAttr(m, cls, intern(m, '__abstractmethods__'), set);
  decref(m, set);
}

/** _abc__abc_init. */
function initAbc(m: Machine, cls: PyObject): PyObject {
  computeAbstractMethods(m, cls);
  const data = newData(m);
  setAttr(m, cls, intern(m, '_abc_impl'), data);
  decref(m, data);
  takePatternFlags(m, cls);
  return incref(m.None);
}

/** `__abc_tpflags__` of collections.abc.Sequence and Mapping: they match in match statements. */
function takePatternFlags(m: Machine, cls: PyObject): void {
  if (!(cls instanceof PyType)) return;
  const found = dictItemPairs(typeDict(m, cls)).find(([key]) => key === intern(m, '__abc_tpflags__'));
  if (found === undefined) return;
  const flags = Number((found[1] as PyObject).data);
  cls.tp_flags |= flags & (TypeFlag.SEQUENCE | TypeFlag.MAPPING);
  dictDel(m, typeDict(m, cls), intern(m, '__abc_tpflags__'));
}

/** _abc__abc_register_impl. */
function register(m: Machine, cls: PyObject, subclass: PyObject): PyObject {
  if (!(subclass instanceof PyType)) throw typeError(m, 'Can only register classes');
  if (isSubclass(m, subclass, cls)) return incref(subclass);
  if (isSubclass(m, cls, subclass)) throw runtimeError(m, 'Refusing to create an inheritance cycle');
  addToSet(m, implOf(m, cls), 'registry', subclass);
  m.abcCounter++;
  if (cls instanceof PyType) spreadPatternFlags(subclass, cls.tp_flags & (TypeFlag.SEQUENCE | TypeFlag.MAPPING));
  return incref(subclass);
}

function spreadPatternFlags(type: PyType, flags: number): void {
  if (flags === 0 || (type.tp_flags & TypeFlag.IMMUTABLE) !== 0 || (type.tp_flags & (TypeFlag.SEQUENCE | TypeFlag.MAPPING)) === flags) return;
  type.tp_flags = (type.tp_flags & ~(TypeFlag.SEQUENCE | TypeFlag.MAPPING)) | flags;
  for (const subclass of type.tp_subclasses) spreadPatternFlags(subclass, flags);
}

/** _abc__abc_instancecheck_impl. */
function instanceCheck(m: Machine, cls: PyObject, o: PyObject): PyObject {
  const data = implOf(m, cls);
  const subclass = getAttr(m, o, intern(m, '__class__'));
  try {
    if (inSet(m, data.cache, subclass)) return incref(m.True);
    if (o.ob_type === subclass) {
      if (data.negativeVersion === m.abcCounter && inSet(m, data.negative, subclass)) return incref(m.False);
      return callMethod(m, cls, intern(m, '__subclasscheck__'), [subclass]);
    }
    const first = callMethod(m, cls, intern(m, '__subclasscheck__'), [subclass]);
    if (isTrue(m, first)) return first;
    decref(m, first);
    return callMethod(m, cls, intern(m, '__subclasscheck__'), [o.ob_type]);
  } finally {
    decref(m, subclass);
  }
}

/** _abc__abc_subclasscheck_impl. */
function subclassCheck(m: Machine, cls: PyObject, subclass: PyObject): PyObject {
  if (!(subclass instanceof PyType)) throw typeError(m, 'issubclass() arg 1 must be a class');
  const data = implOf(m, cls);
  if (inSet(m, data.cache, subclass)) return incref(m.True);
  if (data.negativeVersion < m.abcCounter) {
    const old = data.negative;
    data.negative = null;
    xdecref(m, old);
    data.negativeVersion = m.abcCounter;
  } else if (inSet(m, data.negative, subclass)) {
    return incref(m.False);
  }
  const found = decide(m, cls, subclass, data);
  addToSet(m, data, found ? 'cache' : 'negative', subclass);
  return newBool(m, found);
}

/** The hook, the MRO, the registry, the subclasses. */
function decide(m: Machine, cls: PyObject, subclass: PyType, data: AbcData): boolean {
  const hook = callMethod(m, cls, intern(m, '__subclasshook__'), [subclass]);
  decref(m, hook);
  if (hook === m.True) return true;
  if (hook === m.False) return false;
  if (cls instanceof PyType && isSubtype(subclass, cls)) return true;
  if (data.registry !== null) {
    for (const ref of setMembers(data.registry)) {
      const registered = weakrefReferent(ref);
      if (registered !== null && isSubclass(m, subclass, incref(registered))) {
        decref(m, registered);
        return true;
      }
      xdecref(m, registered);
    }
  }
  const subclasses = callMethod(m, cls, intern(m, '__subclasses__'), []);
  let found = false;
  try {
    iterate(m, subclasses, (s) => {
      if (!found && isSubclass(m, subclass, s)) found = true;
    });
  } finally {
    decref(m, subclasses);
  }
  return found;
}

function resetSet(name: SetName, fnName: string): NativeSpec {
  return {
    name: fnName,
    kind: 'o',
    fn(m, _self, cls) {
      const data = implOf(m, cls);
      const old = data[name];
      data[name] = null;
      xdecref(m, old);
      return incref(m.None);
    },
  };
}

function copyOf(m: Machine, set: PyObject | null): PyObject {
  return newSet(m, set === null ? [] : setMembers(set));
}

/** The native half of abc. */
export function abcModule(m: Machine): PyObject {
  return newNativeModule(m, { name: '_abc', doc: 'Module contains faster C implementation of abc.ABCMeta', functions });
}

const functions: readonly NativeSpec[] = [
  { name: 'get_cache_token', kind: 'noargs', fn: (m) => newInt(m, m.abcCounter) },
  { name: '_abc_init', kind: 'o', fn: (m, _self, cls) => initAbc(m, cls) },
  { name: '_abc_register', kind: 'fast', min: 2, max: 2, fn: (m, _self, args) => register(m, args[0] as PyObject, args[1] as PyObject) },
  { name: '_abc_instancecheck', kind: 'fast', min: 2, max: 2, fn: (m, _self, args) => instanceCheck(m, args[0] as PyObject, args[1] as PyObject) },
  { name: '_abc_subclasscheck', kind: 'fast', min: 2, max: 2, fn: (m, _self, args) => subclassCheck(m, args[0] as PyObject, args[1] as PyObject) },
  {
    name: '_get_dump',
    kind: 'o',
    fn(m, _self, cls) {
      const data = implOf(m, cls);
      return newTuple(m, [copyOf(m, data.registry), copyOf(m, data.cache), copyOf(m, data.negative), newInt(m, data.negativeVersion)]);
    },
  },
  resetSet('registry', '_reset_registry'),
  {
    name: '_reset_caches',
    kind: 'o',
    fn(m, _self, cls) {
      const data = implOf(m, cls);
      for (const name of ['cache', 'negative'] as const) {
        const old = data[name];
        data[name] = null;
        xdecref(m, old);
      }
      return incref(m.None);
    },
  },
];
