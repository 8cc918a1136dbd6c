// _abc: the native half of abc.ABCMeta (CPython Modules/_abc.c). Every abstract base class owns an _abc_data with up to three sets of weak references:
// registered classes, known subclasses, known non-subclasses; each set is made when first needed, and dead classes leave it by a callback.
import type { Machine } from '../machine.ts';
import { callMethodNamed, getAttr, getAttrString, hasAttr, isTrue, iterate, lookupAttr, setAttr } from '../objects/abstract.ts';
import { isSubclass } from '../objects/abstract-class.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { dictItemPairs } from '../objects/dict.ts';
import { intValue, isInt, newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { intern } from '../objects/names.ts';
import { newNativeFunction } from '../objects/native-function.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { raise, runtimeError, typeError } from '../objects/raise.ts';
import { newFrozenset, newSetFrom, setAdd, setContains, setDiscard, setLen, setMembers } from '../objects/set.ts';
import { newTuple } from '../objects/tuple.ts';
import { PyType, TypeFlag, isSubtype } from '../objects/type.ts';
import type { NativeSpec, TypeSpec } from '../objects/type.ts';
import { typeBases, typeDict } from '../objects/type-ready.ts';
import { newWeakref, weakrefReferent } from '../objects/weakref.ts';

const REGISTRY = 0, CACHE = 1, NEGATIVE = 2;

interface AbcData {
  /** The three sets, made when needed. */
  readonly sets: [PyObject | null, PyObject | null, PyObject | null];
  negativeVersion: number;
}

/** _abc._abc_data. */
const abcDataType: TypeSpec = {
  name: '_abc._abc_data',
  basicsize: 48,
  flags: TypeFlag.HAVE_GC | TypeFlag.DISALLOW_INSTANTIATION,
  doc: 'Internal state held by ABC machinery.',
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      for (const set of (self.data as AbcData).sets) if (set !== null) decref(m, set);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => (self.data as AbcData).sets.forEach((set, i) => {
      if (set !== null) visit(set, ['registry', 'cache', 'negative_cache'][i] as string, -1);
    }),
    tp_clear: (m, self) => {
      const { sets } = self.data as AbcData;
      for (let i = 0; i < 3; i++) {
        const set = sets[i] ?? null;
        sets[i] = null;
        if (set !== null) decref(m, set);
      }
    },
  },
};

function dataOf(m: Machine, cls: PyObject): AbcData {
  const impl = getAttrString(m, cls, '_abc_impl');
  decref(m, impl);
  if (impl.ob_type !== lazyType(m, abcDataType)) throw typeError(m, '_abc_impl is set to a wrong type');
  return impl.data as AbcData;
}

/** _add_to_weak_set: a weak reference whose callback removes it from the set again. */
function addWeak(m: Machine, data: AbcData, which: 0 | 1 | 2, cls: PyObject): void {
  const set = data.sets[which] ?? (data.sets[which] = newSetFrom(m, null));
  const setRef = newWeakref(m, set, null);
  const forget = newNativeFunction(m, forgetSpec, setRef, null);
  const ref = newWeakref(m, cls, forget);
  decref(m, forget);
  decref(m, setRef);
  setAdd(m, set, ref);
  decref(m, ref);
}

const forgetSpec: NativeSpec = {
  name: '_destroy', kind: 'o',
  fn: (m, self, ref) => {
    const set = weakrefReferent(self);
    if (set !== null) {
      incref(set);
      setDiscard(m, set, ref);
      decref(m, set);
    }
    return incref(m.None);
  },
};

/** _in_weak_set. */
function inWeak(m: Machine, set: PyObject | null, cls: PyObject): boolean {
  if (set === null || setLen(set) === 0) return false;
  const ref = newWeakref(m, cls, null);
  try {
    return setContains(m, set, ref);
  } finally {
    decref(m, ref);
  }
}

/** True for a function or property marked with `__isabstractmethod__`. */
function isAbstract(m: Machine, o: PyObject): boolean {
  const flag = lookupAttr(m, o, intern(m, '__isabstractmethod__'));
  if (flag === null) return false;
  const result = isTrue(m, flag);
  decref(m, flag);
  return result;
}

/** compute_abstract_methods. */
function setAbstractMethods(m: Machine, cls: PyType): void {
  const abstract: PyObject[] = [];
  for (const [name, value] of dictItemPairs(typeDict(m, cls))) if (isAbstract(m, value)) abstract.push(incref(name));
  const name = intern(m, '__abstractmethods__');
  for (const base of typeBases(m, cls).data as PyObject[]) {
    const inherited = lookupAttr(m, base, name);
    if (inherited === null) continue;
    iterate(m, inherited, (key) => {
      const value = lookupAttr(m, cls, key);
      if (value === null) return;
      if (isAbstract(m, value)) abstract.push(incref(key));
      decref(m, value);
    });
    decref(m, inherited);
  }
  const frozen = newFrozenset(m, abstract);
  for (const key of abstract) decref(m, key);
  setAttr(m, cls, name, frozen);
  decref(m, frozen);
}

const COLLECTION_FLAGS = TypeFlag.SEQUENCE | TypeFlag.MAPPING;

/** _abc__abc_init. */
function abcInit(m: Machine, cls: PyObject): void {
  if (!(cls instanceof PyType)) throw typeError(m, 'not a class');
  setAbstractMethods(m, cls);
  const data: AbcData = { sets: [null, null, null], negativeVersion: 0 };
  const impl = allocObject(m, lazyType(m, abcDataType), data);
  gcTrack(m, impl);
  setAttr(m, cls, intern(m, '_abc_impl'), impl);
  decref(m, impl);
  const flags = dictItemPairs(typeDict(m, cls)).find(([name]) => name === intern(m, '__abc_tpflags__'))?.[1];
  if (flags === undefined || !isInt(flags)) return;
  const bits = Number(intValue(flags)) & COLLECTION_FLAGS;
  if (bits !== 0) cls.tp_flags = (cls.tp_flags & ~COLLECTION_FLAGS) | bits;
  setAttr(m, cls, intern(m, '__abc_tpflags__'), null);
}

/** set_collection_flag_recursive. */
function setCollectionFlag(cls: PyType, flag: number): void {
  if ((cls.tp_flags & TypeFlag.HEAP) === 0 || (cls.tp_flags & COLLECTION_FLAGS) === flag) return;
  cls.tp_flags = (cls.tp_flags & ~COLLECTION_FLAGS) | flag;
  for (const sub of cls.tp_subclasses) setCollectionFlag(sub, flag);
}

/** Makes the module. */
export function abcModule(m: Machine): PyObject {
  const state = { version: 0 };
  const register = (cls: PyObject, subclass: PyObject): PyObject => {
    if (!(subclass instanceof PyType)) throw typeError(m, 'Can only register classes');
    if (isSubclass(m, subclass, cls)) return incref(subclass);
    if (isSubclass(m, cls, subclass)) throw runtimeError(m, 'Refusing to create an inheritance cycle');
    addWeak(m, dataOf(m, cls), REGISTRY, subclass);
    state.version++;
    if (cls instanceof PyType && (cls.tp_flags & COLLECTION_FLAGS) !== 0) setCollectionFlag(subclass, cls.tp_flags & COLLECTION_FLAGS);
    return incref(subclass);
  };
  const functions: readonly NativeSpec[] = [
    { name: 'get_cache_token', kind: 'noargs', fn: () => newInt(m, state.version), doc: 'Returns the current ABC cache token.' },
    { name: '_abc_init', kind: 'o', fn: (_m, _self, cls) => { abcInit(m, cls); return incref(m.None); } },
    { name: '_reset_registry', kind: 'o', fn: (_m, _self, cls) => { clearSet(m, dataOf(m, cls), REGISTRY); return incref(m.None); } },
    { name: '_reset_caches', kind: 'o', fn: (_m, _self, cls) => { clearSet(m, dataOf(m, cls), CACHE); clearSet(m, dataOf(m, cls), NEGATIVE); return incref(m.None); } },
    {
      name: '_get_dump', kind: 'o',
      fn: (_m, _self, cls) => {
        const data = dataOf(m, cls);
        return newTuple(m, [...data.sets.map((set) => newSetFrom(m, set)), newInt(m, data.negativeVersion)]);
      },
    },
    { name: '_abc_register', kind: 'fast', min: 2, max: 2, fn: (_m, _self, args) => register(args[0] as PyObject, args[1] as PyObject) },
    { name: '_abc_instancecheck', kind: 'fast', min: 2, max: 2, fn: (_m, _self, args) => instanceCheck(m, state.version, args[0] as PyObject, args[1] as PyObject) },
    { name: '_abc_subclasscheck', kind: 'fast', min: 2, max: 2, fn: (_m, _self, args) => incref(subclassCheck(m, state.version, args[0] as PyObject, args[1] as PyObject) ? m.True : m.False) },
  ];
  return newNativeModule(m, { name: '_abc', doc: 'Module contains faster C implementation of abc.ABCMeta', functions });
}

function clearSet(m: Machine, data: AbcData, which: 0 | 1 | 2): void {
  const set = data.sets[which];
  if (set !== null) decref(m, callMethodNamed(m, set, 'clear'));
}

function instanceCheck(m: Machine, version: number, cls: PyObject, instance: PyObject): PyObject {
  const data = dataOf(m, cls);
  const subclass = getAttr(m, instance, intern(m, '__class__'));
  try {
    if (inWeak(m, data.sets[CACHE], subclass)) return incref(m.True);
    const actual = instance.ob_type;
    if (actual === subclass) {
      if (data.negativeVersion === version && inWeak(m, data.sets[NEGATIVE], subclass)) return incref(m.False);
      return callMethodNamed(m, cls, '__subclasscheck__', [subclass]);
    }
    const first = callMethodNamed(m, cls, '__subclasscheck__', [subclass]);
    if (isTrue(m, first)) return first;
    decref(m, first);
    return callMethodNamed(m, cls, '__subclasscheck__', [actual]);
  } finally {
    decref(m, subclass);
  }
}

function subclassCheck(m: Machine, version: number, cls: PyObject, subclass: PyObject): boolean {
  if (!(subclass instanceof PyType)) throw typeError(m, 'issubclass() arg 1 must be a class');
  const data = dataOf(m, cls);
  if (inWeak(m, data.sets[CACHE], subclass)) return true;
  if (data.negativeVersion < version) {
    clearSet(m, data, NEGATIVE);
    data.negativeVersion = version;
  } else if (inWeak(m, data.sets[NEGATIVE], subclass)) return false;
  const verdict = hookVerdict(m, cls, subclass);
  const found = verdict ?? (directOrRegistered(m, data, cls, subclass) || throughSubclasses(m, cls, subclass));
  addWeak(m, data, found ? CACHE : NEGATIVE, subclass);
  return found;
}

/** `__subclasshook__`'s answer; null = NotImplemented. */
function hookVerdict(m: Machine, cls: PyObject, subclass: PyObject): boolean | null {
  const answer = callMethodNamed(m, cls, '__subclasshook__', [subclass]);
  try {
    if (answer === m.True) return true;
    if (answer === m.False) return false;
    if (answer === m.NotImplemented) return null;
    throw raise(m, m.types.AssertionError, '__subclasshook__ must return either False, True, or NotImplemented');
  } finally {
    decref(m, answer);
  }
}

function directOrRegistered(m: Machine, data: AbcData, cls: PyObject, subclass: PyType): boolean {
  if (cls instanceof PyType && isSubtype(subclass, cls)) return true;
  const registry = data.sets[REGISTRY];
  if (registry === null) return false;
  if (inWeak(m, registry, subclass)) return true;
  const members = setMembers(registry).map((ref) => weakrefReferent(ref)).filter((o) => o !== null).map((o) => incref(o));
  try {
    return members.some((o) => isSubclass(m, subclass, o));
  } finally {
    for (const o of members) decref(m, o);
  }
}

function throughSubclasses(m: Machine, cls: PyObject, subclass: PyType): boolean {
  if (!hasAttr(m, cls, intern(m, '__subclasses__'))) return false;
  const list = callMethodNamed(m, cls, '__subclasses__');
  let found = false;
  try {
    iterate(m, list, (sub) => {
      if (!found && isSubclass(m, subclass, sub)) found = true;
    });
  } finally {
    decref(m, list);
  }
  return found;
}
