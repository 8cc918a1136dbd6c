// Loading and storing names (CPython 3.13 Python/bytecodes.c LOAD_GLOBAL, LOAD_NAME, STORE_NAME …). The instructions remember where they found the
// name: the entry's place in the globals or builtins dict, valid while the dict's set of keys has not changed (keysVersion).
import type { DictData } from '../objects/dict.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { PyRaise } from '../errors.ts';
import { getItem, setItem, delItem } from '../objects/abstract.ts';
import { setAttr } from '../objects/abstract.ts';
import { InlineCache } from '../objects/code.ts';
import { dictDel, dictGet, dictIndexOf, dictSet, dictSetValueAt, dictValueAt } from '../objects/dict.ts';
import { incref } from '../objects/object.ts';
import { dropRaise, matches, raise, systemError } from '../objects/raise.ts';
import { strValue } from '../objects/str.ts';

const IN_GLOBALS = 1;
const IN_BUILTINS = 2;

/** LOAD_GLOBAL: new reference. */
export function loadGlobal(vm: Interpreter, f: Frame, index: number, nameIndex: number): PyObject {
  const cache = f.code.caches[index] as InlineCache | null;
  if (cache !== null && cache.version === (f.globals.data as DictData).keysVersion && cache.value === f.globals) {
    const value = cache.kind === IN_GLOBALS
      ? dictValueAt(f.globals, cache.index)
      : cache.version2 === (f.builtins.data as DictData).keysVersion ? dictValueAt(f.builtins, cache.index) : null;
    if (value !== null) {
      if (value.ob_refcnt >= 0) value.ob_refcnt++;
      return value;
    }
  }
  return loadGlobalSlowly(vm, f, index, f.code.names[nameIndex] as PyObject);
}

function loadGlobalSlowly(vm: Interpreter, f: Frame, index: number, name: PyObject): PyObject {
  const m = vm.m;
  const { globals, builtins } = f;
  if (globals.ob_type !== m.types.dict || builtins.ob_type !== m.types.dict) return loadGlobalGeneric(m, f, name);
  const cache = (f.code.caches[index] ??= new InlineCache());
  const at = dictIndexOf(m, globals, name);
  cache.version = (globals.data as DictData).keysVersion;
  cache.value = globals;
  if (at >= 0) {
    cache.kind = IN_GLOBALS;
    cache.index = at;
    return incref(dictValueAt(globals, at) as PyObject);
  }
  const inBuiltins = dictIndexOf(m, builtins, name);
  if (inBuiltins < 0) {
    cache.value = null;
    throw nameError(m, name, `name '${strValue(name)}' is not defined`);
  }
  cache.kind = IN_BUILTINS;
  cache.version2 = (builtins.data as DictData).keysVersion;
  cache.index = inBuiltins;
  return incref(dictValueAt(builtins, inBuiltins) as PyObject);
}

function loadGlobalGeneric(m: Machine, f: Frame, name: PyObject): PyObject {
  const found = dictGet(m, f.globals, name) ?? null;
  if (found !== null) return incref(found);
  return itemOrNull(m, f.builtins, name) ?? fail(m, name);
}

function fail(m: Machine, name: PyObject): never {
  throw nameError(m, name, `name '${strValue(name)}' is not defined`);
}

/** NameError with its `name` (format_exc_check_arg). */
export function nameError(m: Machine, name: PyObject, text: string): PyRaise {
  const raised = raise(m, m.types.NameError, text);
  setAttr(m, raised.exc, m.names.name as PyObject, name);
  return raised;
}

/** PyMapping_GetOptionalItem: new reference, null for KeyError. */
export function itemOrNull(m: Machine, mapping: PyObject, key: PyObject): PyObject | null {
  if (mapping.ob_type === m.types.dict) {
    const value = dictGet(m, mapping, key);
    return value === null ? null : incref(value);
  }
  try {
    return getItem(m, mapping, key);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.KeyError)) throw error;
    dropRaise(m, error);
    return null;
  }
}

/** LOAD_NAME: locals, globals, builtins. A module's body, where locals and globals are one dict, uses LOAD_GLOBAL's cache. */
export function loadName(vm: Interpreter, f: Frame, index: number, nameIndex: number): PyObject {
  const locals = f.locals;
  if (locals !== null && locals === f.globals) return loadGlobal(vm, f, index, nameIndex);
  const m = vm.m;
  if (locals === null) throw systemError(m, 'no locals');
  const name = f.code.names[nameIndex] as PyObject;
  const local = itemOrNull(m, locals, name);
  if (local !== null) return local;
  return loadFromGlobals(m, f, name);
}

/** Globals, then builtins: new reference. */
export function loadFromGlobals(m: Machine, f: Frame, name: PyObject): PyObject {
  const value = dictGet(m, f.globals, name);
  if (value !== null) return incref(value);
  return itemOrNull(m, f.builtins, name) ?? fail(m, name);
}

/** STORE_NAME; `value` stays the caller's. */
export function storeName(vm: Interpreter, f: Frame, index: number, nameIndex: number, value: PyObject): void {
  const m = vm.m;
  const locals = f.locals;
  if (locals === null) throw systemError(m, `no locals found when storing '${strValue(f.code.names[nameIndex] as PyObject)}'`);
  if (locals.ob_type === m.types.dict) storeIntoDict(m, f, index, locals, f.code.names[nameIndex] as PyObject, value);
  else setItem(m, locals, f.code.names[nameIndex] as PyObject, value);
}

/** STORE_GLOBAL; `value` stays the caller's. */
export function storeGlobal(vm: Interpreter, f: Frame, index: number, nameIndex: number, value: PyObject): void {
  storeIntoDict(vm.m, f, index, f.globals, f.code.names[nameIndex] as PyObject, value);
}

/** Stores under a name that the instruction may have stored before: then its place in the dict is known as long as the keys are the same. */
function storeIntoDict(m: Machine, f: Frame, index: number, dict: PyObject, name: PyObject, value: PyObject): void {
  const cache = f.code.caches[index] as InlineCache | null;
  if (cache !== null && cache.value === dict && cache.version === (dict.data as DictData).keysVersion) {
    dictSetValueAt(m, dict, cache.index, value);
    return;
  }
  dictSet(m, dict, name, value);
  const fresh = (f.code.caches[index] ??= new InlineCache());
  // The second store finds the keys settled; the first one of a body that runs once is not worth a look-up.
  if (fresh.counter > 0) {
    fresh.counter--;
    return;
  }
  fresh.index = dictIndexOf(m, dict, name);
  fresh.version = (dict.data as DictData).keysVersion;
  fresh.value = fresh.index < 0 ? null : dict;
}

/** DELETE_NAME. */
export function deleteName(m: Machine, f: Frame, name: PyObject): void {
  const locals = f.locals;
  if (locals === null) throw systemError(m, `no locals when deleting '${strValue(name)}'`);
  try {
    delItem(m, locals, name);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.KeyError)) throw error;
    dropRaise(m, error);
    fail(m, name);
  }
}

/** DELETE_GLOBAL. */
export function deleteGlobal(m: Machine, f: Frame, name: PyObject): void {
  if (!dictDel(m, f.globals, name)) fail(m, name);
}
