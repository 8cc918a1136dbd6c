// Attribute access with inline caches (CPython 3.13 Python/specialize.c and the LOAD_ATTR_* instructions). A cache is valid for one version of one
// type; what an instance may hide (values, dict) is looked at every time.
import type { CodeData } from '../objects/code.ts';
import type { DictData } from '../objects/dict.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import type { PyType } from '../objects/type.ts';
import { getAttr, setAttr } from '../objects/abstract.ts';
import { describeAttribute, genericSetAttr, getMethod } from '../objects/attributes.ts';
import { InlineCache } from '../objects/code.ts';
import { dictGet, dictIndexOf, dictValueAt } from '../objects/dict.ts';
import { addValue, cachedKeys, sharedKeyIndex } from '../objects/instance.ts';
import { moduleDict } from '../objects/module.ts';
import { decref, incref } from '../objects/object.ts';
import { enterGetter } from './entering.ts';

const GENERIC = 0;
/** InstanceAttrs.values[index]: the loop looks there itself. */
export const VALUES = 1;
/** InstanceAttrs.slots[index]. */
const SLOT = 2;
/** On the type, unless the instance has the name: `index` is its place in the shared keys or -1, `version2` how many keys there were. */
const METHOD = 3;
const CLASS = 4;
/** In a module's dict at position `index` while keysVersion is `version2`. */
const MODULE = 5;

/** LOAD_ATTR: new reference. `owner` stays the caller's. Answers null when a Python frame was pushed that will answer: it has the owner then. */
export function loadAttribute(vm: Interpreter, f: Frame, index: number, owner: PyObject, name: PyObject): PyObject | null {
  const { code } = f;
  const cache = code.caches[index] as InlineCache | null;
  const type = owner.ob_type;
  if (cache !== null && cache.version === type.tp_version && cache.version !== 0) {
    switch (cache.kind) {
      case VALUES:
        break;
      case SLOT: {
        const attrs = owner.attrs;
        if (attrs !== null && attrs.slots !== null) {
          const value = attrs.slots[cache.index] as PyObject | null;
          if (value !== null) return incref(value);
        }
        break;
      }
      case CLASS:
        if (!isHidden(vm, owner, cache, name)) return incref(cache.value as PyObject);
        break;
      case MODULE: {
        const dict = moduleDict(owner);
        if (cache.value === dict && (dict.data as DictData).keysVersion === cache.version2) {
          const value = dictValueAt(dict, cache.index);
          if (value !== null) return incref(value);
        }
        break;
      }
      default:
        return cache.kind === GENERIC && enterGetter(vm, f, index, name) ? null : getAttr(vm.m, owner, name);
    }
    return getAttr(vm.m, owner, name);
  }
  return owner.ob_type.ht !== null && enterGetter(vm, f, index, name) ? null : loadUncached(vm, code, index, owner, name);
}

function loadUncached(vm: Interpreter, code: CodeData, index: number, owner: PyObject, name: PyObject): PyObject {
  const m = vm.m;
  const value = getAttr(m, owner, name);
  const cache = (code.caches[index] ??= new InlineCache());
  if (owner.ob_type === m.types.module) cacheModule(vm, cache, owner, name);
  else remember(vm, cache, owner.ob_type, name);
  return value;
}

function cacheModule(vm: Interpreter, cache: InlineCache, owner: PyObject, name: PyObject): void {
  const dict = moduleDict(owner);
  describeAttribute(vm.m, owner.ob_type, name);
  const at = dict.ob_type === vm.m.types.dict ? dictIndexOf(vm.m, dict, name) : -1;
  cache.version = owner.ob_type.tp_version;
  cache.kind = at >= 0 ? MODULE : GENERIC;
  cache.index = at;
  cache.value = dict;
  cache.version2 = (dict.data as DictData).keysVersion;
}

/** Fills the cache with what the name is for instances of the type now. */
function remember(vm: Interpreter, cache: InlineCache, type: PyType, name: PyObject): void {
  const what = describeAttribute(vm.m, type, name);
  cache.version = type.tp_version;
  cache.value = null;
  switch (what.kind) {
    case 'values':
      cache.kind = VALUES;
      cache.index = what.index;
      return;
    case 'slot':
      cache.kind = SLOT;
      cache.index = what.index;
      return;
    case 'method':
    case 'class':
      cache.kind = what.kind === 'method' ? METHOD : CLASS;
      cache.value = what.value;
      cache.index = sharedKeyIndex(type, name);
      cache.version2 = cachedKeys(type)?.count ?? 0;
      return;
    case 'other':
      cache.kind = GENERIC;
      return;
    default:
      return what satisfies never;
  }
}

/** True if the instance has an attribute of its own by that name (or may have: then the long way decides). */
function isHidden(vm: Interpreter, owner: PyObject, cache: InlineCache, name: PyObject): boolean {
  const attrs = owner.attrs;
  if (attrs === null) return false;
  const values = attrs.values;
  if (values !== null) {
    if (cache.index >= 0) return cache.index < values.length && values[cache.index] !== null;
    const keys = cachedKeys(owner.ob_type);
    if (keys === null || keys.count === cache.version2) return false;
    return sharedKeyIndex(owner.ob_type, name) >= 0;
  }
  return attrs.dict !== null && dictGet(vm.m, attrs.dict, name) !== null;
}

/** LOAD_ATTR for a call: the method (new reference); `vm.isUnboundMethod` says whether `owner` is to be passed as first argument. */
export function loadMethod(vm: Interpreter, code: CodeData, index: number, owner: PyObject, name: PyObject): PyObject {
  const cache = code.caches[index] as InlineCache | null;
  const type = owner.ob_type;
  if (cache !== null && cache.version === type.tp_version && cache.version !== 0) {
    if (cache.kind === METHOD && !isHidden(vm, owner, cache, name)) {
      vm.isUnboundMethod = true;
      const method = cache.value as PyObject;
      if (method.ob_refcnt >= 0) method.ob_refcnt++;
      return method;
    }
    if (cache.kind === MODULE) {
      const dict = moduleDict(owner);
      if (cache.value === dict && (dict.data as DictData).keysVersion === cache.version2) {
        const value = dictValueAt(dict, cache.index);
        if (value !== null) {
          vm.isUnboundMethod = false;
          return incref(value);
        }
      }
    }
  } else {
    const fresh = (code.caches[index] ??= new InlineCache());
    if (type === vm.m.types.module) cacheModule(vm, fresh, owner, name);
    else remember(vm, fresh, type, name);
  }
  const method = getMethod(vm.m, owner, name);
  vm.isUnboundMethod = method.unbound;
  return method.callable;
}

/** STORE_ATTR; references stay the caller's. */
export function storeAttribute(vm: Interpreter, code: CodeData, index: number, owner: PyObject, name: PyObject, value: PyObject): void {
  const m = vm.m;
  const cache = code.caches[index] as InlineCache | null;
  const type = owner.ob_type;
  if (cache !== null && cache.version === type.tp_version && cache.version !== 0 && type.tp_setattro === genericSetAttr) {
    const attrs = owner.attrs;
    if (cache.kind === VALUES && attrs !== null && attrs.values !== null && attrs.dict === null) {
      const values = attrs.values;
      const old = cache.index < values.length ? (values[cache.index] as PyObject | null) : null;
      if (old !== null) {
        if (value.ob_refcnt >= 0) value.ob_refcnt++;
        values[cache.index] = value;
        if (old.ob_refcnt > 1) old.ob_refcnt--;
        else decref(m, old);
        return;
      }
      addValue(attrs, values, cache.index, incref(value));
      return;
    }
    if (cache.kind === SLOT && attrs !== null && attrs.slots !== null) {
      const old = attrs.slots[cache.index] as PyObject | null;
      attrs.slots[cache.index] = incref(value);
      if (old !== null) decref(m, old);
      return;
    }
    setAttr(m, owner, name, value);
    return;
  }
  setAttr(m, owner, name, value);
  remember(vm, (code.caches[index] ??= new InlineCache()), type, name);
}
