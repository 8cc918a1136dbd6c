// Attributes of classes: names, module, bases, annotations … (CPython 3.13 Objects/typeobject.c, type_getsets).
import { classAnnotationSpecs } from './annotations.ts';
import type { Machine } from '../machine.ts';
import { isTrue, iterate, reprText } from './abstract.ts';
import { newMappingProxy } from './descriptors.ts';
import { keysBytes } from './dict-keys.ts';
import { dictDel, dictGet, dictSet } from './dict.ts';
import { setBases } from './class-assignment.ts';
import { heapData } from './heap-type.ts';
import { newInt } from './int.ts';
import { intern } from './names.ts';
import { decref, incref, type PyObject } from './object.ts';
import { raise, typeError, valueError } from './raise.ts';
import { isStr, newStr, strValue } from './str.ts';
import { typeBases, typeDict, typeModified, typeMro } from './type-ready.ts';
import { since, type GetSetSpec, hasFlag, type PyType, TypeFlag } from './type.ts';

/** The part of tp_name behind the last dot (static types), or the name (classes). */
export function typeShortName(type: PyType): string {
  return type.ht === null ? type.tp_name.slice(type.tp_name.lastIndexOf('.') + 1) : type.tp_name;
}

/** Module and qualified name as reprs show them; module null if the class has none that is a str. */
export function typeModuleAndName(m: Machine, type: PyType): { readonly module: string | null; readonly name: string } {
  const heap = heapData(type);
  if (heap === null) {
    const dot = type.tp_name.lastIndexOf('.');
    return { module: dot < 0 ? 'builtins' : type.tp_name.slice(0, dot), name: typeShortName(type) };
  }
  const module = dictGet(m, typeDict(m, type), intern(m, '__module__'));
  return { module: module !== null && isStr(module) ? strValue(module) : null, name: strValue(heap.qualname) };
}

/** PyType_GetFullyQualifiedName (%T in texts): with the module, unless that is builtins or `__main__`. */
export function qualifiedTypeName(m: Machine, type: PyType): string {
  if (heapData(type) === null) return type.tp_name;
  const { module, name } = typeModuleAndName(m, type);
  return module === null || module === 'builtins' || module === '__main__' ? name : `${module}.${name}`;
}

/** The `__abstractmethods__` text of object.__new__. */
export function abstractMethodsText(m: Machine, type: PyType): string {
  const names: string[] = [];
  const set = dictGet(m, typeDict(m, type), intern(m, '__abstractmethods__'));
  if (set !== null) {
    iterate(m, set, (item) => {
      names.push(isStr(item) ? strValue(item) : reprText(m, item));
    });
  }
  names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const plural = names.length > 1 ? 's' : '';
  if (!m.profile.abstractTextQuotes) return `Can't instantiate abstract class ${type.tp_name} with abstract method${plural} ${names.join(', ')}`;
  return `Can't instantiate abstract class ${type.tp_name} without an implementation for abstract method${plural} '${names.join("', '")}'`;
}

/** check_set_special_type_attr. */
function checkSpecial(m: Machine, type: PyType, value: PyObject | null, name: string): PyObject {
  if (hasFlag(type, TypeFlag.IMMUTABLE)) throw typeError(m, `cannot set '${name}' attribute of immutable type '${type.tp_name}'`);
  if (value === null) throw typeError(m, `cannot delete '${name}' attribute of immutable type '${type.tp_name}'`);
  return value;
}

function own(m: Machine, type: PyType, name: string): PyObject | null {
  return dictGet(m, typeDict(m, type), intern(m, name));
}

function setName(m: Machine, self: PyObject, given: PyObject | null): void {
  const type = self as PyType;
  const value = checkSpecial(m, type, given, '__name__');
  if (!isStr(value)) throw typeError(m, `can only assign string to ${type.tp_name}.__name__, not '${value.ob_type.tp_name}'`);
  if (strValue(value).includes('\0')) throw valueError(m, 'type name must not contain null characters');
  const heap = heapData(type);
  if (heap === null) return;
  type.tp_name = strValue(value);
  const old = heap.name;
  heap.name = incref(value);
  decref(m, old);
}

function setQualname(m: Machine, self: PyObject, given: PyObject | null): void {
  const type = self as PyType;
  const value = checkSpecial(m, type, given, '__qualname__');
  if (!isStr(value)) throw typeError(m, `can only assign string to ${type.tp_name}.__qualname__, not '${value.ob_type.tp_name}'`);
  const heap = heapData(type);
  if (heap === null) return;
  const old = heap.qualname;
  heap.qualname = incref(value);
  decref(m, old);
}

function getModule(m: Machine, self: PyObject): PyObject {
  const type = self as PyType;
  if (heapData(type) === null) return newStr(m, typeModuleAndName(m, type).module ?? 'builtins');
  const module = own(m, type, '__module__');
  if (module === null) throw raise(m, m.types.AttributeError, '__module__');
  return incref(module);
}

function setModule(m: Machine, self: PyObject, given: PyObject | null): void {
  const type = self as PyType;
  const value = checkSpecial(m, type, given, '__module__');
  dictSet(m, typeDict(m, type), intern(m, '__module__'), value);
  if (m.profile.classFirstLineNo) dictDel(m, typeDict(m, type), intern(m, '__firstlineno__'));
  typeModified(type);
}

function getAbstractMethods(m: Machine, self: PyObject): PyObject {
  const found = self === m.types.type ? null : own(m, self as PyType, '__abstractmethods__');
  if (found === null) throw raise(m, m.types.AttributeError, '__abstractmethods__');
  return incref(found);
}

function setAbstractMethods(m: Machine, self: PyObject, value: PyObject | null): void {
  const type = self as PyType;
  const key = intern(m, '__abstractmethods__');
  let abstract = false;
  if (value !== null) {
    abstract = isTrue(m, value);
    dictSet(m, typeDict(m, type), key, value);
  } else if (!dictDel(m, typeDict(m, type), key)) {
    throw raise(m, m.types.AttributeError, '__abstractmethods__');
  }
  typeModified(type);
  type.tp_flags = abstract ? type.tp_flags | TypeFlag.ABSTRACT : type.tp_flags & ~TypeFlag.ABSTRACT;
}

function getDoc(m: Machine, self: PyObject): PyObject {
  const type = self as PyType;
  if (type.ht === null && type.tp_spec?.doc !== undefined) return newStr(m, type.tp_spec.doc);
  const doc = own(m, type, '__doc__');
  if (doc === null) return incref(m.None);
  const get = doc.ob_type.tp_descr_get;
  return get === null ? incref(doc) : get(m, doc, null, type);
}

function setDoc(m: Machine, self: PyObject, given: PyObject | null): void {
  const type = self as PyType;
  const value = checkSpecial(m, type, given, '__doc__');
  dictSet(m, typeDict(m, type), intern(m, '__doc__'), value);
  typeModified(type);
}

function getTypeParams(m: Machine, self: PyObject): PyObject {
  const type = self as PyType;
  if (!m.profile.typeParams) throw raise(m, m.types.AttributeError, `type object '${type.tp_name}' has no attribute '__type_params__'`);
  return incref((type.ht === null ? null : own(m, type, '__type_params__')) ?? m.emptyTuple);
}

function number(name: string, value: (m: Machine, type: PyType) => number): GetSetSpec {
  return { name, kind: 'member', get: (m, self) => newInt(m, value(m, self as PyType)) };
}

/** tp_dictoffset as Python shows it: managed -1 (3.12+), else the offset in the struct. */
function dictOffset(m: Machine, type: PyType): number {
  if (!type.tp_hasDict) return 0;
  const isManaged = hasFlag(type, TypeFlag.MANAGED_DICT);
  if (m.profile.managedWeakref && isManaged) return -1;
  // The class that added the dict decides for those that inherit it; in 3.11 var-sized objects have it at their end (type_new_descriptors).
  let adder = type;
  while (adder.tp_base?.tp_hasDict === true) adder = adder.tp_base;
  if (adder.ht === null) return structOffsets(adder)[0];
  return isManaged ? -adder.tp_basicsize - MANAGED_DICT_GAP : -8;
}

/** From the end of a 3.11 object's fixed part back to its managed dict: header words in front of the object. */
const MANAGED_DICT_GAP = 24;

function weakrefOffset(m: Machine, type: PyType): number {
  if (!type.tp_hasWeakrefs) return 0;
  if (hasFlag(type, TypeFlag.MANAGED_WEAKREF)) return -32;
  let adder = type;
  while (adder.tp_base?.tp_hasWeakrefs === true) adder = adder.tp_base;
  if (adder.ht !== null || adder.tp_name === 'ExceptionGroup') return adder.tp_basicsize - 8;
  // 3.11 has gi_code in front of it.
  const isGenerator = adder.tp_name.endsWith('generator') || adder.tp_name === 'coroutine';
  return structOffsets(adder)[1] + (isGenerator && m.profile.generatorOwnsCode ? 8 : 0);
}

/** Where a built-in type's struct has its dict and its list of weak references. */
function structOffsets(type: PyType): readonly [number, number] {
  return STRUCT_OFFSETS[typeShortName(type)] ?? [16, 16];
}

const STRUCT_OFFSETS: Readonly<Record<string, readonly [number, number]>> = {
  type: [264, 368], set: [0, 192], frozenset: [0, 192], function: [88, 96], method: [0, 32], builtin_function_or_method: [0, 40], code: [0, 144],
  module: [16, 40], classmethod: [24, 0], staticmethod: [24, 0], deque: [0, 208], OrderedDict: [96, 104], partial: [40, 48], _lru_cache_wrapper: [136, 144],
  array: [0, 48], Pattern: [0, 64], _tee: [0, 32], lock: [0, 24], Struct: [0, 48],
  memoryview: [0, 136], GenericAlias: [0, 40], RLock: [0, 40],
};

/** Py_TPFLAGS_READY: every type that a program can see is. */
const FLAG_READY = 1 << 12;

export const typeGetSets: readonly GetSetSpec[] = [
  number('__basicsize__', (_m, type) => type.tp_basicsize),
  number('__itemsize__', (_m, type) => type.tp_itemsize),
  number('__flags__', (_m, type) => (type.tp_flags | FLAG_READY) >>> 0),
  number('__weakrefoffset__', weakrefOffset),
  number('__dictoffset__', dictOffset),
  { name: '__base__', kind: 'member', get: (m, self) => incref((self as PyType).tp_base ?? m.None) },
  // None while a metaclass's mro() makes the first one.
  { name: '__mro__', kind: 'member', get: (m, self) => incref((self as PyType).tp_mro.length === 0 ? m.None : typeMro(m, self as PyType)) },
  {
    name: '__name__',
    get(m, self) {
      const heap = heapData(self as PyType);
      return heap === null ? newStr(m, typeShortName(self as PyType)) : incref(heap.name);
    },
    set: setName,
  },
  {
    name: '__qualname__',
    get(m, self) {
      const heap = heapData(self as PyType);
      return heap === null ? newStr(m, typeShortName(self as PyType)) : incref(heap.qualname);
    },
    set: setQualname,
  },
  { name: '__bases__', get: (m, self) => incref(typeBases(m, self as PyType)), set: (m, self, value) => setBases(m, self as PyType, checkSpecial(m, self as PyType, value, '__bases__')) },
  { name: '__module__', get: getModule, set: setModule },
  { name: '__abstractmethods__', get: getAbstractMethods, set: setAbstractMethods },
  { name: '__dict__', get: (m, self) => newMappingProxy(m, typeDict(m, self as PyType)) },
  { name: '__doc__', get: getDoc, set: setDoc },
  { name: '__text_signature__', get: (m) => incref(m.None) },
  ...classAnnotationSpecs(),
  { name: '__type_params__', inVersion: since(12), get: getTypeParams, set: (m, self, value) => dictSet(m, typeDict(m, self as PyType), intern(m, '__type_params__'), value ?? m.emptyTuple) },
];

/** type.__sizeof__: the struct, and the shared keys of a class with managed dict. */
export function typeSize(m: Machine, type: PyType): number {
  const heap = heapData(type);
  if (heap === null) return m.profile.basicsize.staticType;
  const keys = heap.cachedKeys;
  return m.profile.basicsize.type + (keys === null ? 0 : keysBytes(keys.log2, keys.kind));
}
