// Module objects (CPython 3.13 Objects/moduleobject.c).
import { isLeftOut } from '../profiles/left-out-names.ts';
import { presentIn } from './type-ready.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import type { NativeSpec, TypeSpec } from './type.ts';
import { getAttr, isTrue, lookupAttr, repr } from './abstract.ts';
import { moduleAnnotationSpecs } from './annotations.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { asDefined } from './argument-tuple.ts';
import { badArgument, parseArgs } from './arguments.ts';
import { genericGetAttrOrNull } from './attributes.ts';
import { callNoArgs, callOne } from './call.ts';
import { dictGet, dictGetStr, dictItemPairs, dictKeys, dictSet, dictSetStr, isDict, newDict } from './dict.ts';
import { newList } from './list.ts';
import { internText } from './names.ts';
import { newNativeFunction } from './native-function.ts';
import { InstanceAttrs, decref, incref } from './object.ts';
import { attributeErrorText } from './exceptions.ts';
import { typeError } from './raise.ts';
import { isStr, newStr, strValue } from './str.ts';
import { TypeFlag, isSubtype } from './type.ts';
import { clearWeakrefs } from './weakref.ts';

/** Marks module objects and keeps what a native module remembers; `__dict__` is the instance dict (`attrs.dict`), always there. */
export class ModuleData {
  state: unknown = null;
}

export interface PyModule extends PyObject {
  data: ModuleData;
}

/** PyModule_Check. */
export function isModule(m: Machine, o: PyObject): o is PyModule {
  return o.ob_type === m.types.module || (o.data instanceof ModuleData && isSubtype(o.ob_type, m.types.module));
}

/** PyModule_GetDict, borrowed. */
export function moduleDict(o: PyObject): PyObject {
  return o.attrs?.dict as PyObject;
}

/** PyModule_New: `__name__`, `__doc__`, `__package__`, `__loader__`, `__spec__` are set as CPython does. */
export function newModule(m: Machine, name: string, doc: string | null = null): PyModule {
  const dict = newDict(m);
  const module = allocObject(m, m.types.module, new ModuleData()) as PyModule;
  module.attrs = new InstanceAttrs();
  module.attrs.dict = dict;
  gcTrack(m, module);
  initModuleDict(m, dict, internText(m, name), doc === null ? incref(m.None) : newStr(m, doc));
  return module;
}

/** module_init_dict; steals `name` and `doc`. */
function initModuleDict(m: Machine, dict: PyObject, name: PyObject, doc: PyObject): void {
  dictSet(m, dict, m.names.__name__ as PyObject, name);
  dictSet(m, dict, m.names.__doc__ as PyObject, doc);
  dictSet(m, dict, m.names.__package__ as PyObject, m.None);
  dictSet(m, dict, m.names.__loader__ as PyObject, m.None);
  dictSet(m, dict, m.names.__spec__ as PyObject, m.None);
  decref(m, name);
  decref(m, doc);
}

/** What a native module is made from: functions and other attributes (values are stolen). */
export interface ModuleSpec {
  readonly name: string;
  /** `__module__` of its functions, where a Python module takes them from one in C. */
  readonly definedIn?: string;
  readonly doc?: string;
  readonly functions?: readonly NativeSpec[];
  readonly attributes?: (m: Machine, module: PyModule) => readonly (readonly [string, PyObject])[];
}

/** Makes a native module from its specification. */
export function newNativeModule(m: Machine, spec: ModuleSpec): PyModule {
  const module = newModule(m, spec.name, spec.doc ?? null);
  const definedIn = spec.definedIn ?? spec.name;
  const moduleName = internText(m, definedIn);
  for (const fn of presentIn(m, spec.functions)) setModuleAttribute(m, module, fn.name, newNativeFunction(m, asDefined(m, definedIn, fn), module, moduleName));
  for (const [name, value] of spec.attributes?.(m, module) ?? []) setModuleAttribute(m, module, name, value);
  decref(m, moduleName);
  return module;
}

/** Sets an attribute; steals the value. */
export function setModuleAttribute(m: Machine, module: PyModule, name: string, value: PyObject): void {
  dictSetStr(m, moduleDict(module), name, value);
  decref(m, value);
}

function moduleDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  clearWeakrefs(m, self);
  decref(m, moduleDict(self));
  freeObject(m, self);
}

/** Modules of the library that the interpreter holds frozen (Python/frozen.c): their spec's origin says so. */
const FROZEN: ReadonlySet<string> = new Set(['_collections_abc', 'abc', 'codecs', 'importlib.util', 'io', 'os', 'posixpath', 'runpy', 'stat']);

/** Whether a module of that name and file is one of them. */
export function isFrozen(name: string, filename: string): boolean {
  return FROZEN.has(name) && filename.startsWith('/usr/local/lib/');
}

/** module_repr: importlib._bootstrap._module_repr. */
function moduleRepr(m: Machine, self: PyObject): PyObject {
  const dict = moduleDict(self);
  const nameObject = dictGetStr(m, dict, '__name__');
  const name = nameObject === null ? "'?'" : reprOf(m, nameObject);
  const file = dictGetStr(m, dict, '__file__');
  if (file !== null && isStr(file) && nameObject !== null && isStr(nameObject) && isFrozen(strValue(nameObject), strValue(file))) return newStr(m, `<module ${name} (frozen)>`);
  if (file !== null && isStr(file)) return newStr(m, `<module ${name} from ${reprOf(m, file)}>`);
  return newStr(m, dictGetStr(m, dict, '__path__') === null && isBuiltinModule(m, dict) ? `<module ${name} (built-in)>` : `<module ${name}>`);
}

function isBuiltinModule(m: Machine, dict: PyObject): boolean {
  const loader = dictGetStr(m, dict, '__loader__');
  return loader !== null && loader !== m.None;
}

function reprOf(m: Machine, o: PyObject): string {
  const text = repr(m, o);
  const result = strValue(text);
  decref(m, text);
  return result;
}

/** module_getattro: the dict, then `__getattr__` of the module. */
function moduleGetAttr(m: Machine, self: PyObject, name: PyObject): PyObject {
  const found = genericGetAttrOrNull(m, self, name);
  if (found !== null) return found;
  const hook = dictGetStr(m, moduleDict(self), '__getattr__');
  if (hook !== null) return callOne(m, hook, name);
  const moduleName = dictGet(m, moduleDict(self), m.names.__name__ as PyObject);
  const text = strValue(name);
  if (moduleName === null || !isStr(moduleName)) throw attributeErrorText(m, self, name, `module has no attribute '${text}'`);
  const own = strValue(moduleName);
  if (isInitializing(m, self)) {
    throw attributeErrorText(m, self, name, `partially initialized module '${own}' has no attribute '${text}' (most likely due to a circular import)`);
  }
  throw attributeErrorText(m, self, name, `module '${own}' has no attribute '${text}'${isLeftOut(own, text) ? ' (it is not simulated)' : ''}`);
}

/** `__spec__._initializing` while an import of the module is under way. */
function isInitializing(m: Machine, self: PyObject): boolean {
  const spec = dictGetStr(m, moduleDict(self), '__spec__');
  if (spec === null || spec === m.None) return false;
  const flag = lookupAttr(m, spec, m.names._initializing as PyObject);
  if (flag === null) return false;
  const result = isTrue(m, flag);
  decref(m, flag);
  return result;
}

export const moduleType: TypeSpec = {
  name: 'module',
  basicsize: (m) => m.profile.basicsize.module - 16,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  hasDict: true,
  hasWeakrefs: true,
  doc: 'Create a module object.\n\nThe name must be a string; the optional docstring can have any type.',
  slots: {
    tp_dealloc: moduleDealloc,
    tp_repr: moduleRepr,
    tp_getattro: moduleGetAttr,
    tp_new(m, type, args, kwnames) {
      void args;
      void kwnames;
      const dict = newDict(m);
      const module = allocObject(m, type, new ModuleData());
      module.attrs = new InstanceAttrs();
      module.attrs.dict = dict;
      gcTrack(m, module);
      return module;
    },
    tp_init(m, self, args, kwnames) {
      const [name, doc] = parseArgs(m, { name: 'module', params: ['name', 'doc'], required: 1 }, args, kwnames);
      if (!name || !isStr(name)) throw badArgument(m, 'module', "argument 'name'", 'str', name ?? m.None);
      initModuleDict(m, moduleDict(self), incref(name), incref(doc ?? m.None));
    },
    tp_traverse(_m, self, visit) {
      visit(moduleDict(self), '__dict__', -1);
    },
  },
  methods: [
    {
      name: '__dir__',
      kind: 'noargs',
      fn(m, self) {
        const dict = getAttr(m, self, m.names.__dict__ as PyObject);
        try {
          if (!isDict(dict)) throw typeError(m, '<module>.__dict__ is not a dictionary');
          const hook = dictGetStr(m, dict, '__dir__');
          if (hook !== null) return callNoArgs(m, hook);
          return newList(m, dictKeys(dict).map((key) => incref(key)));
        } finally {
          decref(m, dict);
        }
      },
    },
  ],
  getset: [{ name: '__dict__', kind: 'member', get: (_m, self) => incref(moduleDict(self)) }, ...moduleAnnotationSpecs()],
};

/** _PyModule_Clear: names of one underscore first, then all but `__builtins__` become None. */
export function clearModuleDict(m: Machine, dict: PyObject): void {
  for (const [key] of dictItemPairs(dict)) {
    if (!isStr(key)) continue;
    const text = strValue(key);
    if (text.startsWith('_') && text.charAt(1) !== '_') dictSet(m, dict, key, m.None);
  }
  for (const [key] of dictItemPairs(dict)) {
    if (!isStr(key)) continue;
    const text = strValue(key);
    if (!text.startsWith('_') || text !== '__builtins__') dictSet(m, dict, key, m.None);
  }
}
