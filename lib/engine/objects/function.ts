// Python functions (CPython 3.13 Objects/funcobject.c); classmethod and staticmethod are in descriptors.ts.
import { callAnnotate, checkAnnotate } from './annotations.ts';
import type { Machine } from '../machine.ts';
import type { CodeData } from './code.ts';
import type { PyObject } from './object.ts';
import type { GetSetSpec, TypeSpec } from './type.ts';
import { since } from './type.ts';
import { CO_HAS_DOCSTRING } from '../compiler/code-unit.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { isCode } from './code.ts';
import { isDict, dictGet, dictSet, newDict } from './dict.ts';
import { genericGetDict, genericSetDict } from './instance.ts';
import { isModule, moduleDict } from './module.ts';
import { newMethod } from './method.ts';
import { decref, incref, xdecref } from './object.ts';
import { raise, typeError } from './raise.ts';
import { isStr, newStr, strValue } from './str.ts';
import { isTuple, tupleItems } from './tuple.ts';
import { parseArgs } from './arguments.ts';
import { TypeFlag } from './type.ts';
import { clearWeakrefs } from './weakref.ts';

/** The fields of PyFunctionObject; all references owned. */
export class FunctionData {
  globals: PyObject;
  builtins: PyObject;
  name: PyObject;
  qualname: PyObject;
  code: PyObject;
  /** The code's payload, for the loop. */
  codeData: CodeData;
  defaults: PyObject | null = null;
  kwdefaults: PyObject | null = null;
  closure: PyObject | null = null;
  doc: PyObject;
  module: PyObject | null = null;
  /** `__annotations__` once it exists: a dict, or (before the first look) the compiler's tuple of names and values. */
  annotations: PyObject | null = null;
  /** 3.14: the `__annotate__` function. */
  annotate: PyObject | null = null;
  typeParams: PyObject | null = null;
  constructor(globals: PyObject, builtins: PyObject, code: PyObject, name: PyObject, qualname: PyObject, doc: PyObject) {
    this.globals = globals;
    this.builtins = builtins;
    this.code = code;
    this.codeData = code.data as CodeData;
    this.name = name;
    this.qualname = qualname;
    this.doc = doc;
  }
}

export interface PyFunction extends PyObject {
  data: FunctionData;
}

export function isFunction(m: Machine, o: PyObject): o is PyFunction {
  return o.ob_type === m.types.function;
}

/** PyFunction_New: takes new references to everything. */
export function newFunction(m: Machine, code: PyObject, globals: PyObject): PyFunction {
  const codeData = code.data as CodeData;
  const doc = docstringOf(m, codeData);
  const data = new FunctionData(incref(globals), incref(builtinsOf(m, globals)), incref(code), incref(codeData.name), incref(codeData.qualname), incref(doc));
  const module = dictGet(m, globals, m.names.__name__ as PyObject);
  data.module = module === null ? null : incref(module);
  const func = allocObject(m, m.types.function, data) as PyFunction;
  gcTrack(m, func);
  return func;
}

function docstringOf(m: Machine, code: CodeData): PyObject {
  const first = code.consts[0];
  if (first === undefined || !isStr(first)) return m.None;
  if (m.profile.docstringFlag && (code.flags & CO_HAS_DOCSTRING) === 0) return m.None;
  return first;
}

/** _PyEval_BuiltinsFromGlobals: the dict behind `__builtins__` (borrowed). */
export function builtinsOf(m: Machine, globals: PyObject): PyObject {
  const found = dictGet(m, globals, m.names.__builtins__ as PyObject);
  if (found === null) return m.builtins;
  if (isModule(m, found)) return moduleDict(found);
  return isDict(found) ? found : m.builtins;
}

/** func_clear. */
function functionClear(m: Machine, self: PyObject): void {
  const data = self.data as FunctionData;
  const { globals, builtins, module, defaults, kwdefaults, doc, closure, annotations, annotate, typeParams } = data;
  data.globals = m.None;
  data.builtins = m.None;
  data.doc = m.None;
  data.module = data.defaults = data.kwdefaults = data.closure = data.annotations = data.annotate = data.typeParams = null;
  decref(m, globals);
  decref(m, builtins);
  xdecref(m, module);
  xdecref(m, defaults);
  xdecref(m, kwdefaults);
  decref(m, doc);
  const attrs = self.attrs;
  if (attrs !== null && attrs.dict !== null) {
    const dict = attrs.dict;
    attrs.dict = null;
    decref(m, dict);
  }
  xdecref(m, closure);
  xdecref(m, annotations);
  xdecref(m, annotate);
  xdecref(m, typeParams);
  const { name, qualname } = data;
  data.name = data.qualname = m.emptyStr;
  decref(m, name);
  decref(m, qualname);
}

function functionDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  clearWeakrefs(m, self);
  functionClear(m, self);
  decref(m, (self.data as FunctionData).code);
  freeObject(m, self);
}

/** func_get_annotations: the compiler leaves a tuple; the dict is made at the first look (3.11–3.13), or `__annotate__(1)` is called (3.14). */
export function functionAnnotations(m: Machine, self: PyObject): PyObject {
  const data = self.data as FunctionData;
  if (data.annotations === null && data.annotate !== null && data.annotate !== m.None) data.annotations = callAnnotate(m, data.annotate);
  if (data.annotations === null) data.annotations = newDict(m);
  if (isTuple(data.annotations)) {
    const pairs = data.annotations;
    const items = tupleItems(pairs);
    const dict = newDict(m);
    for (let i = 0; i + 1 < items.length; i += 2) dictSet(m, dict, items[i] as PyObject, items[i + 1] as PyObject);
    data.annotations = dict;
    decref(m, pairs);
  }
  return data.annotations;
}

function replaceField(m: Machine, data: FunctionData, field: 'name' | 'qualname' | 'code' | 'doc', value: PyObject): void {
  const old = data[field];
  data[field] = incref(value);
  decref(m, old);
}

function replaceOptional(m: Machine, data: FunctionData, field: 'defaults' | 'kwdefaults' | 'module' | 'annotations' | 'annotate' | 'typeParams', value: PyObject | null): void {
  const old = data[field];
  data[field] = value === null ? null : incref(value);
  xdecref(m, old);
}

const functionGetSet: readonly GetSetSpec[] = [
  { name: '__dict__', get: genericGetDict, set: genericSetDict },
  {
    name: '__code__',
    get: (_m, self) => incref((self.data as FunctionData).code),
    set(m, self, value) {
      if (value === null || !isCode(m, value)) throw typeError(m, '__code__ must be set to a code object');
      const data = self.data as FunctionData;
      const have = data.closure === null ? 0 : tupleItems(data.closure).length;
      const free = freeCount(value.data);
      if (have !== free) throw raise(m, m.types.ValueError, `${strValue(data.name)}() requires a code object with ${have} free vars, not ${free}`);
      replaceField(m, data, 'code', value);
      data.codeData = value.data;
    },
  },
  {
    name: '__defaults__',
    get: (m, self) => incref((self.data as FunctionData).defaults ?? m.None),
    set(m, self, value) {
      if (value === m.None) value = null;
      if (value !== null && !isTuple(value)) throw typeError(m, '__defaults__ must be set to a tuple object');
      replaceOptional(m, self.data as FunctionData, 'defaults', value);
    },
  },
  {
    name: '__kwdefaults__',
    get: (m, self) => incref((self.data as FunctionData).kwdefaults ?? m.None),
    set(m, self, value) {
      if (value === m.None) value = null;
      if (value !== null && !isDict(value)) throw typeError(m, '__kwdefaults__ must be set to a dict object');
      replaceOptional(m, self.data as FunctionData, 'kwdefaults', value);
    },
  },
  {
    name: '__annotations__',
    get: (m, self) => incref(functionAnnotations(m, self)),
    set(m, self, value) {
      if (value === m.None) value = null;
      if (value !== null && !isDict(value)) throw typeError(m, '__annotations__ must be set to a dict object');
      replaceOptional(m, self.data as FunctionData, 'annotations', value);
      if ((self.data as FunctionData).annotate !== null) replaceOptional(m, self.data as FunctionData, 'annotate', null);
    },
  },
  {
    name: '__name__',
    get: (_m, self) => incref((self.data as FunctionData).name),
    set(m, self, value) {
      if (value === null || !isStr(value)) throw typeError(m, '__name__ must be set to a string object');
      replaceField(m, self.data as FunctionData, 'name', value);
    },
  },
  {
    name: '__qualname__',
    get: (_m, self) => incref((self.data as FunctionData).qualname),
    set(m, self, value) {
      if (value === null || !isStr(value)) throw typeError(m, '__qualname__ must be set to a string object');
      replaceField(m, self.data as FunctionData, 'qualname', value);
    },
  },
  {
    name: '__type_params__',
    inVersion: since(12),
    get: (m, self) => incref((self.data as FunctionData).typeParams ?? m.emptyTuple),
    set(m, self, value) {
      if (value === null || !isTuple(value)) throw typeError(m, '__type_params__ must be set to a tuple');
      replaceOptional(m, self.data as FunctionData, 'typeParams', value);
    },
  },
  { name: '__closure__', kind: 'member', get: (m, self) => incref((self.data as FunctionData).closure ?? m.None) },
  { name: '__globals__', kind: 'member', get: (_m, self) => incref((self.data as FunctionData).globals) },
  { name: '__builtins__', kind: 'member', get: (_m, self) => incref((self.data as FunctionData).builtins) },
  {
    name: '__doc__',
    kind: 'member',
    get: (_m, self) => incref((self.data as FunctionData).doc),
    set(m, self, value) {
      replaceField(m, self.data as FunctionData, 'doc', value ?? m.None);
    },
  },
  {
    name: '__module__',
    kind: 'member',
    get: (m, self) => incref((self.data as FunctionData).module ?? m.None),
    set(m, self, value) {
      replaceOptional(m, self.data as FunctionData, 'module', value);
    },
  },
  {
    name: '__annotate__',
    inVersion: since(14),
    get: (m, self) => incref((self.data as FunctionData).annotate ?? m.None),
    set(m, self, value) {
      const annotate = checkAnnotate(m, value, '__annotate__ cannot be deleted');
      replaceOptional(m, self.data as FunctionData, 'annotate', annotate);
      if (annotate !== m.None) replaceOptional(m, self.data as FunctionData, 'annotations', null);
    },
  },
];

/** Number of free variables of a code object. */
export function freeCount(code: CodeData): number {
  let count = 0;
  for (const kind of code.unit.localspluskinds) if ((kind & 0x80) !== 0) count++;
  return count;
}

export const functionType: TypeSpec = {
  name: 'function',
  basicsize: (m) => m.profile.basicsize.function,
  flags: TypeFlag.HAVE_GC | TypeFlag.VECTORCALL | TypeFlag.METHOD_DESCRIPTOR,
  hasDict: true,
  hasWeakrefs: true,
  doc: 'Create a function object.',
  slots: {
    tp_dealloc: functionDealloc,
    tp_repr: (m, self) => newStr(m, `<function ${strValue((self.data as FunctionData).qualname)} at 0x${m.addressOfObject(self).toString(16)}>`),
    tp_call: (m, callable, args, kwnames) => m.vm.callFunction(callable, args, kwnames),
    tp_descr_get(m, descr, obj) {
      if (obj === null || obj === m.None) return incref(descr);
      return newMethod(m, descr, obj);
    },
    tp_clear: functionClear,
    tp_traverse(_m, self, visit) {
      const data = self.data as FunctionData;
      visit(data.code, '__code__', -1);
      visit(data.globals, '__globals__', -1);
      visit(data.builtins, '__builtins__', -1);
      if (data.module !== null) visit(data.module, '__module__', -1);
      if (data.defaults !== null) visit(data.defaults, '__defaults__', -1);
      if (data.kwdefaults !== null) visit(data.kwdefaults, '__kwdefaults__', -1);
      visit(data.doc, '__doc__', -1);
      visit(data.name, '__name__', -1);
      if (self.attrs !== null && self.attrs.dict !== null) visit(self.attrs.dict, '__dict__', -1);
      if (data.closure !== null) visit(data.closure, '__closure__', -1);
      if (data.annotations !== null) visit(data.annotations, '__annotations__', -1);
      if (data.annotate !== null) visit(data.annotate, '__annotate__', -1);
      if (data.typeParams !== null) visit(data.typeParams, '__type_params__', -1);
      visit(data.qualname, '__qualname__', -1);
    },
    tp_new(m, _type, args, kwnames) {
      const [code, globals, name, defaults, closure] = parseArgs(
        m, { name: 'function', params: ['code', 'globals', 'name', 'argdefs', 'closure', 'kwdefaults'], required: 2 }, args, kwnames,
      );
      if (!code || !isCode(m, code)) throw typeError(m, `function() argument 'code' must be code, not ${code === undefined || code === null || code === m.None ? 'None' : code.ob_type.tp_name}`);
      if (!globals || !isDict(globals)) throw typeError(m, `function() argument 'globals' must be dict, not ${globals?.ob_type.tp_name ?? 'None'}`);
      const free = freeCount(code.data);
      const cells = closure && closure !== m.None ? tupleItems(closure).length : 0;
      if (cells !== free) {
        if (!closure || closure === m.None) throw typeError(m, 'arg 5 (closure) must be tuple');
        throw raise(m, m.types.ValueError, `${strValue(code.data.name)} requires closure of length ${free}, not ${cells}`);
      }
      const func = newFunction(m, code, globals);
      if (name && name !== m.None) replaceField(m, func.data, 'name', name);
      if (defaults && defaults !== m.None) func.data.defaults = incref(defaults);
      if (closure && closure !== m.None) func.data.closure = incref(closure);
      return func;
    },
  },
  getset: functionGetSet,
};
