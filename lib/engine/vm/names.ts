// Loading and storing names (CPython 3.13 Python/bytecodes.c LOAD_GLOBAL, LOAD_NAME, STORE_NAME …). The instructions remember where they found the
// name: a place in the table of the globals or builtins dict, and look first whether that very str is still the key there.
import type { DictData } from '../objects/dict.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { PyRaise } from '../errors.ts';
import { getItem, setItem, delItem } from '../objects/abstract.ts';
import { setAttr } from '../objects/abstract.ts';
import { InlineCache } from '../objects/code.ts';
import { dictDel, dictGet, dictPlaceOf, dictSet, valueAtIndex } from '../objects/dict.ts';
import { decref, incref } from '../objects/object.ts';
import { dropRaise, matches, raise, systemError } from '../objects/raise.ts';
import { strValue } from '../objects/str.ts';

/** LOAD_GLOBAL: new reference. */
export function loadGlobal(vm: Interpreter, f: Frame, index: number, nameIndex: number): PyObject {
  const m = vm.m;
  const { code, globals, builtins } = f;
  const name = code.names[nameIndex] as PyObject;
  if (globals.ob_type !== m.types.dict || builtins.ob_type !== m.types.dict) return loadGlobalGeneric(m, f, name);
  const cache = code.caches[index] as InlineCache | null;
  const isBuiltin = cache !== null && cache.value === globals && cache.version === (globals.data as DictData).keysVersion;
  const at = code.places[index] as number;
  const value = isBuiltin ? valueAtPlace(builtins, cache.key, at) : valueAtPlace(globals, name, at);
  return value !== null ? incref(value) : loadGlobalSlowly(m, f, index, name);
}

/** The value of the key at a place where it stood once; null = it does not stand there (any more). */
function valueAtPlace(dict: PyObject, key: PyObject | null, at: number): PyObject | null {
  const entries = (dict.data as DictData).keys.entries;
  return at < entries.length && entries[at] === key ? (entries[at + 1] as PyObject | null) : null;
}

function loadGlobalSlowly(m: Machine, f: Frame, index: number, name: PyObject): PyObject {
  const { code, globals, builtins } = f;
  const at = dictPlaceOf(m, globals, name);
  if (at >= 0) {
    code.caches[index] = null;
    code.places[index] = at;
    return incref(valueAtIndex(globals.data as DictData, at >> 2) as PyObject);
  }
  const inBuiltins = dictPlaceOf(m, builtins, name);
  if (inBuiltins < 0) throw nameError(m, name, `name '${strValue(name)}' is not defined`);
  // That the globals do not have the name holds as long as their keys are the same.
  const cache = (code.caches[index] ??= new InlineCache());
  cache.version = (globals.data as DictData).keysVersion;
  cache.value = globals;
  cache.key = (builtins.data as DictData).keys.entries[inBuiltins] as PyObject;
  code.places[index] = inBuiltins;
  return incref(valueAtIndex(builtins.data as DictData, inBuiltins >> 2) as PyObject);
}

/** Globals or builtins of a subclass of dict: its own `__getitem__` and `__missing__` count. */
function loadGlobalGeneric(m: Machine, f: Frame, name: PyObject): PyObject {
  return itemOrNull(m, f.globals, name) ?? itemOrNull(m, f.builtins, name) ?? fail(m, name);
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

/** LOAD_NAME: locals, globals, builtins. In a module's body, where locals and globals are one dict, the loop does what LOAD_GLOBAL does. */
export function loadName(vm: Interpreter, f: Frame, nameIndex: number): PyObject {
  const locals = f.locals;
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

/** Stores under a name that the instruction may have stored before: then it looks where it found it. */
function storeIntoDict(m: Machine, f: Frame, index: number, dict: PyObject, name: PyObject, value: PyObject): void {
  const data = dict.data as DictData;
  const { entries } = data.keys;
  const at = f.code.places[index] as number;
  if (data.values === null && dict.gc_next !== null && at < entries.length && entries[at] === name) {
    const old = entries[at + 1] as PyObject | null;
    if (old !== null) {
      entries[at + 1] = incref(value);
      decref(m, old);
      return;
    }
  }
  dictSet(m, dict, name, value);
  // The first store of a body that runs once is not worth a look-up.
  f.code.places[index] = at === STORED_ONCE ? dictPlaceOf(m, dict, name) : STORED_ONCE;
}

/** In `places`: the instruction has stored once. Beyond the end of any table. */
const STORED_ONCE = 0x7fffffff;

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
