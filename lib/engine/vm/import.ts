// The import machinery (CPython 3.13 Python/import.c, Lib/importlib/_bootstrap.py): native modules, bundled Python sources, the run's extra modules
// and its virtual files. Nothing touches a real file system.
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import { IMPORT_DEPTH_LIMIT } from '../limits.ts';
import type { PyObject } from '../objects/object.ts';
import { PyRaise } from '../errors.ts';
import { NATIVE_MODULES, PYTHON_MODULES } from '../modules/index.ts';
import { getAttr, isTrue, lookupAttr, setAttr } from '../objects/abstract.ts';
import { call } from '../objects/call.ts';
import { dictDel, dictGet, dictGetStr, dictItemPairs, dictSet, dictSetStr } from '../objects/dict.ts';
import { asSize } from '../objects/abstract.ts';
import { isModule, moduleDict, newModule } from '../objects/module.ts';
import type { PyModule } from '../objects/module.ts';
import { isLeftOut } from '../profiles/left-out-names.ts';
import { LIBRARY_NAMES } from '../profiles/library-names.ts';
import { intern, internText } from '../objects/names.ts';
import { isList, newList } from '../objects/list.ts';
import { decref, incref } from '../objects/object.ts';
import { raise } from '../objects/raise.ts';
import { isStr, newStr, strValue } from '../objects/str.ts';
import { isTuple, tupleItems } from '../objects/tuple.ts';
import { compileSource, sourceFromBytes } from './compile.ts';
import { runCode } from './run-code.ts';
import { virtualFile } from './sources.ts';
import { isStdlibModule } from './stdlib-names.ts';
import { newSpec } from './module-spec.ts';
import { HIDDEN_FILES } from './unwind.ts';
import { importQuietly } from './quiet-import.ts';
import { IMPORTS_ONLY, IMPORT_LEFTOVERS } from '../profiles/imports.ts';

/** IMPORT_NAME: `__import__(name, globals, locals, fromlist, level)`. */
export function importName(vm: Interpreter, f: Frame, name: PyObject, fromlist: PyObject, level: PyObject): PyObject {
  const m = vm.m;
  const hook = dictGetStr(m, f.builtins, '__import__');
  if (hook === null) throw raise(m, m.types.ImportError, '__import__ not found');
  if (hook !== vm.defaultImport) return call(m, hook, [name, f.globals, f.locals ?? m.None, fromlist, level], null);
  return importLevel(m, strValue(name), f.globals, fromlist, asSize(m, level, null));
}

/** PyImport_ImportModuleLevelObject. */
export function importLevel(m: Machine, name: string, globals: PyObject | null, fromlist: PyObject, level: number): PyObject {
  if (level === 0 && name === '') throw raise(m, m.types.ValueError, 'Empty module name');
  const absolute = level > 0 ? resolveName(m, name, globals, level) : name;
  const leaf = importModuleByName(m, absolute);
  const hasFrom = fromlist !== m.None && isTrue(m, fromlist);
  if (hasFrom) {
    importSubmodules(m, leaf, fromlist);
    return leaf;
  }
  if (level > 0 && name === '') return leaf;
  const dot = name.indexOf('.');
  if (dot < 0) return leaf;
  decref(m, leaf);
  const top = level === 0 ? name.slice(0, dot) : absolute.slice(0, absolute.length - (name.length - dot));
  return incref(dictGetStr(m, m.modules, top) ?? m.None);
}

/** `from package import submodule` imports the submodule if it is no attribute yet (_handle_fromlist). */
function importSubmodules(m: Machine, module: PyObject, fromlist: PyObject): void {
  if (!isModule(m, module) || dictGetStr(m, moduleDict(module), '__path__') === null) return;
  const base = strValue(dictGetStr(m, moduleDict(module), '__name__') ?? m.emptyStr);
  for (const item of isTuple(fromlist) ? tupleItems(fromlist) : []) {
    if (!isStr(item) || strValue(item) === '*' || dictGet(m, moduleDict(module), item) !== null) continue;
    const name = `${base}.${strValue(item)}`;
    if (isKnown(m, name)) decref(m, importModuleByName(m, name));
  }
}

/** resolve_name: '.x' relative to the package of the importing module. */
function resolveName(m: Machine, name: string, globals: PyObject | null, level: number): string {
  const read = (key: string): PyObject | null => (globals === null ? null : dictGetStr(m, globals, key));
  const packageName = read('__package__');
  let base: string;
  if (packageName !== null && packageName !== m.None) {
    if (!isStr(packageName)) throw raise(m, m.types.TypeError, 'package must be a string');
    base = strValue(packageName);
  } else {
    const own = read('__name__');
    base = own !== null && isStr(own) ? strValue(own) : '';
    if (read('__path__') === null) base = base.includes('.') ? base.slice(0, base.lastIndexOf('.')) : '';
  }
  if (base === '') throw raise(m, m.types.ImportError, 'attempted relative import with no known parent package');
  for (let i = 1; i < level; i++) {
    const dot = base.lastIndexOf('.');
    if (dot < 0) throw raise(m, m.types.ImportError, 'attempted relative import beyond top-level package');
    base = base.slice(0, dot);
  }
  return name === '' ? base : `${base}.${name}`;
}

/** Imports a module by its absolute dotted name, parents first: new reference to the leaf. */
export function importModuleByName(m: Machine, name: string, depth = 1): PyObject {
  const known = dictGetStr(m, m.modules, name);
  if (known !== null && known !== m.None) return incref(known);
  if (known === m.None) throw moduleNotFound(m, name, `import of ${name} halted; None in sys.modules`);
  if (depth > IMPORT_DEPTH_LIMIT) throw raise(m, m.types.RecursionError, 'maximum recursion depth exceeded');
  const dot = name.lastIndexOf('.');
  let parent: PyObject | null = null;
  if (dot >= 0) {
    const parentName = name.slice(0, dot);
    parent = importModuleByName(m, parentName, depth + 1);
    const now = dictGetStr(m, m.modules, name);
    if (now !== null) {
      decref(m, parent);
      return incref(now);
    }
    if (!isModule(m, parent) || dictGetStr(m, moduleDict(parent), '__path__') === null) {
      decref(m, parent);
      throw isStdlibModule(m, name) ? missingModule(m, name) : moduleNotFound(m, name, `No module named '${name}'; '${parentName}' is not a package`);
    }
  }
  try {
    const module = loadModule(m, name);
    if (parent !== null) {
      const leaf = newStr(m, name.slice(dot + 1));
      setAttr(m, parent, leaf, module);
      decref(m, leaf);
    }
    return module;
  } finally {
    if (parent !== null) decref(m, parent);
  }
}

interface Found {
  readonly source: string | Uint8Array;
  /** co_filename of its code. */
  readonly filename: string;
  /** `__file__`; null: built-in. */
  readonly origin: string | null;
  readonly isPackage: boolean;
  readonly isBundled: boolean;
}

/** Where a module's Python source is; null if there is none. */
function findSource(m: Machine, name: string): Found | null {
  const extra = m.options.extraModules?.[name];
  const path = name.replaceAll('.', '/');
  const own = (source: string | Uint8Array, filename: string, isPackage = false): Found => ({ source, filename, origin: filename, isPackage, isBundled: false });
  if (extra !== undefined) return own(extra, `${path}.py`);
  const file = virtualFile(m, `${path}.py`);
  if (file !== null) return own(file, `${path}.py`);
  const init = virtualFile(m, `${path}/__init__.py`);
  if (init !== null) return own(init, `${path}/__init__.py`, true);
  const bundled = PYTHON_MODULES[name];
  if (bundled === undefined || bundled.inVersion?.(m.profile) === false) return null;
  const { major, minor } = m.profile.release;
  const { isPackage, standsForC } = bundled;
  const libraryFile = `/usr/local/lib/python${major}.${minor}/${path}${isPackage ? '/__init__' : ''}.py`;
  if (!standsForC) return { source: placeLines(bundled.sourceIn(minor), `${major}.${minor}`), filename: libraryFile, origin: libraryFile, isPackage, isBundled: true };
  return { source: bundled.source, filename: `${HIDDEN_FILES}${path}>`, origin: name.startsWith('_') ? extensionFile(m, name) : libraryFile, isPackage, isBundled: true };
}

/** Lines of a bundled source that tracebacks show end in '#@ 3.12=1075 …': the line they stand on in that version; blank lines in front bring them there. */
function placeLines(source: string, version: string): string {
  const known = placedSources.get(source)?.get(version);
  if (known !== undefined) return known;
  const placed = withPlacedLines(source, version);
  const versions = placedSources.get(source) ?? new Map<string, string>();
  placedSources.set(source, versions.set(version, placed));
  return placed;
}

/** The bundled sources as each version has their lines: as many as there are modules. */
const placedSources = new Map<string, Map<string, string>>();

function withPlacedLines(source: string, version: string): string {
  if (!source.includes(' #@ ')) return source;
  const placed: string[] = [];
  for (const line of source.split('\n')) {
    const [text = '', marks] = line.split(' #@ ');
    const target = marks?.split(' ').find((mark) => mark.startsWith(`${version}=`));
    if (target !== undefined) while (placed.length + 1 < Number(target.slice(version.length + 1))) placed.push('');
    placed.push(text);
  }
  return placed.join('\n');
}

function isKnown(m: Machine, name: string): boolean {
  return NATIVE_MODULES[name] !== undefined || findSource(m, name) !== null;
}

/** Makes the module, enters it in sys.modules and runs its source. New reference. */
function loadModule(m: Machine, name: string): PyObject {
  const found = NATIVE_MODULES[name] !== undefined && virtualFile(m, `${name}.py`) === null ? null : findSource(m, name);
  if (found !== null && !found.isBundled) return loadPython(m, name, found);
  const module = found === null ? loadNative(m, name) : (m.vm as Interpreter).tracer.unwatched(() => importQuietly(m, () => loadPython(m, name, found)));
  if (!m.memory.isUncounted) leaveImport(m, name);
  return module;
}

/** What a real interpreter's loading of the module does to the free lists. */
function leaveImport(m: Machine, name: string): void {
  const other = IMPORTS_ONLY[name];
  if (other !== undefined && dictGetStr(m, m.modules, other) !== null) return;
  const row = IMPORT_LEFTOVERS[m.profile.python][other ?? name];
  if (row !== undefined) m.freeLists.afterImport(row);
}

function loadNative(m: Machine, name: string): PyObject {
  const make = NATIVE_MODULES[name];
  if (make === undefined || (name === '_host' && m.options.hostCall === undefined)) throw missingModule(m, name);
  const module = m.memory.uncounted(() => {
    const made = make(m);
    setModuleSpec(m, made as PyModule, name, extensionFile(m, name), false);
    return made;
  });
  dictSetStr(m, m.modules, name, module);
  return module;
}

/** Native modules that are part of the interpreter itself; the others are shared objects with a `__file__`. */
const COMPILED_IN: ReadonlySet<string> = new Set(
  `_abc _ast _codecs _collections _functools _host _imp _io _locale _operator _signal _sre _stat _string _symtable _thread _tracemalloc _typing _warnings
  _weakref atexit builtins errno faulthandler gc itertools marshal posix pwd sys time`.split(/\s+/),
);

function extensionFile(m: Machine, name: string): string | null {
  if (COMPILED_IN.has(name)) return null;
  const { major, minor } = m.profile.release;
  return `/usr/local/lib/python${major}.${minor}/lib-dynload/${name}.cpython-${major}${minor}-x86_64-linux-gnu.so`;
}

function missingModule(m: Machine, name: string): PyRaise {
  if (isStdlibModule(m, name)) return moduleNotFound(m, name, `No module named '${name}' (a module of the standard library that is not simulated)`);
  return moduleNotFound(m, name, `No module named '${name}'`);
}

function moduleNotFound(m: Machine, name: string, text: string): PyRaise {
  const raised = raise(m, m.types.ModuleNotFoundError, text);
  const value = newStr(m, name);
  setAttr(m, raised.exc, m.names.name as PyObject, value);
  decref(m, value);
  return raised;
}

/** `__spec__`, `__loader__`, `__package__`, `__file__`, `__path__`. */
function setModuleSpec(m: Machine, module: PyModule, name: string, filename: string | null, isPackage: boolean): PyObject {
  const dict = moduleDict(module);
  const put = (key: string, value: PyObject): void => {
    dictSetStr(m, dict, key, value);
    decref(m, value);
  };
  const spec = newSpec(m, name, filename, isPackage);
  put('__package__', internText(m, isPackage ? name : name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : ''));
  put('__loader__', getAttr(m, spec, m.names.loader as PyObject));
  put('__spec__', incref(spec));
  if (filename !== null) put('__file__', newStr(m, filename));
  if (isPackage && filename !== null) put('__path__', newList(m, [newStr(m, filename.replace(/\/__init__\.py$/, ''))]));
  decref(m, spec);
  return spec;
}

function loadPython(m: Machine, name: string, found: Found): PyObject {
  const module = newModule(m, name);
  const dict = moduleDict(module);
  const vm = m.vm as Interpreter;
  const spec = setModuleSpec(m, module, name, found.origin, found.isPackage);
  dictSetStr(m, dict, '__builtins__', m.builtins);
  dictSetStr(m, m.modules, name, module);
  setAttr(m, spec, m.names._initializing as PyObject, m.True);
  try {
    const source = typeof found.source === 'string' ? found.source : sourceFromBytes(m, found.source, found.filename);
    vm.sources.set(found.filename, source);
    const code = compileSource(m, source, { filename: found.filename, mode: 'exec' });
    try {
      decref(m, runCode(m, code, dict, dict));
    } finally {
      decref(m, code);
    }
  } catch (error) {
    if (error instanceof PyRaise) {
      const key = newStr(m, name);
      dictDel(m, m.modules, key);
      decref(m, key);
    }
    decref(m, module);
    throw error;
  }
  setAttr(m, spec, m.names._initializing as PyObject, m.False);
  if (found.isBundled) dropLaterNames(m, name, dict);
  const final = dictGetStr(m, m.modules, name) ?? module;
  incref(final);
  decref(m, module);
  return final;
}

/** Takes away what the simulated version's module does not have yet. */
function dropLaterNames(m: Machine, module: string, dict: PyObject): void {
  for (const [path, since] of Object.entries(LIBRARY_NAMES[module] ?? {})) {
    if (m.profile.release.minor >= since) continue;
    const [owner, attribute] = path.split('.') as [string, string?];
    const scope = attribute === undefined ? dict : dictGetStr(m, dict, owner);
    const key = intern(m, attribute ?? owner);
    if (scope === dict) {
      if (dictGet(m, dict, key) !== null) dictDel(m, dict, key);
      dropFromAll(m, dict, owner);
    } else if (scope !== null && lookupAttr(m, scope, key) !== null) setAttr(m, scope, key, null);
  }
}

function dropFromAll(m: Machine, dict: PyObject, name: string): void {
  const all = dictGetStr(m, dict, '__all__');
  if (all === null || !isList(all)) return;
  const at = all.data.items.findIndex((item) => isStr(item) && strValue(item) === name);
  if (at >= 0) all.data.items.splice(at, 1).forEach((item) => decref(m, item));
}

/** IMPORT_FROM: an attribute, or a submodule that is being imported. */
export function importFrom(vm: Interpreter, module: PyObject, name: PyObject): PyObject {
  const m = vm.m;
  const value = lookupAttr(m, module, name);
  if (value !== null) return value;
  const text = strValue(name);
  const ownName = vm.attributeText(module, '__name__');
  if (ownName !== null) {
    const submodule = dictGetStr(m, m.modules, `${ownName}.${text}`);
    if (submodule !== null) return incref(submodule);
  }
  throw cannotImport(vm, module, name, ownName);
}

function cannotImport(vm: Interpreter, module: PyObject, name: PyObject, ownName: string | null): PyRaise {
  const m = vm.m;
  const file = vm.attributeText(module, '__file__');
  const own = ownName ?? '<unknown module name>';
  const text = strValue(name);
  const initializing = isModule(m, module) && isInitializing(vm, module);
  const where = file ?? 'unknown location';
  const message = initializing && file !== null
    ? `cannot import name '${text}' from partially initialized module '${own}' (most likely due to a circular import) (${where})`
    : `cannot import name '${text}' from '${own}' (${isLeftOut(own, text) ? 'it is not simulated' : where})`;
  const raised = raise(m, m.types.ImportError, message);
  const put = (key: string, value: PyObject): void => {
    setAttr(m, raised.exc, m.names[key] as PyObject, value);
    decref(m, value);
  };
  put('name', ownName === null ? incref(m.None) : newStr(m, ownName));
  put('path', file === null ? incref(m.None) : newStr(m, file));
  put('name_from', incref(name));
  return raised;
}

function isInitializing(vm: Interpreter, module: PyObject): boolean {
  const m = vm.m;
  const spec = dictGetStr(m, moduleDict(module), '__spec__');
  if (spec === null || spec === m.None) return false;
  const flag = lookupAttr(m, spec, m.names._initializing as PyObject);
  if (flag === null) return false;
  const result = isTrue(m, flag);
  decref(m, flag);
  return result;
}

/** `from module import *` into the frame's namespace (import_all_from). */
export function importStar(vm: Interpreter, f: Frame, module: PyObject): void {
  const m = vm.m;
  const target = f.locals ?? f.globals;
  const all = lookupAttr(m, module, m.names.__all__ as PyObject);
  if (all !== null) {
    vm.forEach(all, (name) => {
      const value = getAttr(m, module, name);
      dictSet(m, target, name, value);
      decref(m, value);
    });
    decref(m, all);
    return;
  }
  if (!isModule(m, module)) throw raise(m, m.types.ImportError, "from-import-* object has no __dict__ and no __all__");
  for (const [key, value] of dictItemPairs(moduleDict(module))) {
    if (isStr(key) && !strValue(key).startsWith('_')) dictSet(m, target, key, value);
  }
}
