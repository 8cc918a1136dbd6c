// Built-in functions and bound built-in methods: `len`, `[].append` (CPython 3.13 Objects/methodobject.c, PyCFunction; the argument checks of
// cfunction_vectorcall_* and of Argument Clinic's generated wrappers).
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import type { NativeSpec, TypeSpec } from './type.ts';
import { getAttr, hash } from './abstract.ts';
import { adoptBlock, allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import type { PyRaise } from '../errors.ts';
import { wrongPositionals } from './arguments.ts';
import { dictGetStr } from './dict.ts';
import { decref, incref, xdecref } from './object.ts';
import { isModule } from './module.ts';
import { typeError } from './raise.ts';
import { newStr, strValue } from './str.ts';
import { newTuple, tupleItems } from './tuple.ts';
import { EQ, NE, PyType, TypeFlag } from './type.ts';
import { clearWeakrefs } from './weakref.ts';

/**
 * What a call needs of a native: the one of four functions that it has, and its counts. A class, for specs are literals of many shapes, and V8 searches
 * for every field of an object whose shape it can't foresee.
 */
export class NativeEntry {
  readonly noArgs: Extract<NativeSpec, { kind: 'noargs' }>['fn'] | null;
  readonly one: Extract<NativeSpec, { kind: 'o' }>['fn'] | null;
  readonly some: Extract<NativeSpec, { kind: 'fast' }>['fn'] | null;
  readonly withKeywords: Extract<NativeSpec, { kind: 'fastkw' }>['fn'] | null;
  /** Of `some`: how many arguments; `most` -1 = any number. */
  readonly least: number;
  readonly most: number;

  constructor(spec: NativeSpec) {
    this.noArgs = spec.kind === 'noargs' ? spec.fn : null;
    this.one = spec.kind === 'o' ? spec.fn : null;
    this.some = spec.kind === 'fast' ? spec.fn : null;
    this.withKeywords = spec.kind === 'fastkw' ? spec.fn : null;
    this.least = spec.kind === 'fast' ? spec.min : 0;
    this.most = spec.kind === 'fast' ? spec.max : 0;
  }
}

/** A native function with what it is bound to. */
export class NativeFunctionData {
  readonly spec: NativeSpec;
  readonly entry: NativeEntry;
  /** m_self: instance, type (class methods) or module (owned); null for none. */
  self: PyObject | null;
  /** `__module__` (owned str), null for methods. */
  module: PyObject | null;
  constructor(spec: NativeSpec, self: PyObject | null, module: PyObject | null) {
    this.spec = spec;
    this.entry = new NativeEntry(spec);
    this.self = self;
    this.module = module;
  }
}

export interface PyNativeFunction extends PyObject {
  data: NativeFunctionData;
}

/** PyCFunction_Check. */
export function isNativeFunction(m: Machine, o: PyObject): o is PyNativeFunction {
  return o.ob_type === m.types.builtin_function_or_method;
}

/** PyCFunction_NewEx: takes new references to `self` and `module`. */
export function newNativeFunction(m: Machine, spec: NativeSpec, self: PyObject | null, module: PyObject | null): PyNativeFunction {
  if (self !== null) incref(self);
  if (module !== null) incref(module);
  const data = new NativeFunctionData(spec, self, module);
  const type = m.types.builtin_function_or_method;
  const block = m.freeLists.nativeFunction.pop();
  const o = (block !== 0 ? adoptBlock(m, type, data, block) : allocObject(m, type, data)) as PyNativeFunction;
  gcTrack(m, o);
  return o;
}

/** Calls a native after checking the arguments as CPython does. `who` makes the name for error texts ('list.append'). */
export function callSpec(
  m: Machine, spec: NativeSpec, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null, who: () => string,
): PyObject {
  if (spec.kind === 'fastkw') return spec.fn(m, self, args, kwnames);
  if (kwnames !== null && tupleItems(kwnames).length > 0) throw typeError(m, `${spec.bareName === true ? spec.name : who()}() takes no keyword arguments`);
  switch (spec.kind) {
    case 'noargs':
      if (args.length !== 0) throw typeError(m, `${who()}() takes no arguments (${args.length} given)`);
      return spec.fn(m, self);
    case 'o':
      if (args.length !== 1) throw typeError(m, `${who()}() takes exactly one argument (${args.length} given)`);
      return spec.fn(m, self, args[0] as PyObject);
    case 'fast':
      if (args.length < spec.min || (spec.max >= 0 && args.length > spec.max)) throw wrongCount(m, spec, args.length);
      return spec.fn(m, self, args);
    default:
      return spec satisfies never;
  }
}

function wrongCount(m: Machine, spec: Extract<NativeSpec, { kind: 'fast' }>, given: number): PyRaise {
  const { name, min, max } = spec;
  if (spec.countedByTuple !== true || m.profile.searchNamesArgument) return wrongPositionals(m, name, given, min, max);
  const [bound, word] = given < min ? [min, 'at least'] : [max, 'at most'];
  return typeError(m, `${name}() takes ${min === max ? 'exactly' : word} ${bound} argument${bound === 1 ? '' : 's'} (${given} given)`);
}

/** _PyObject_FunctionStr without the parentheses: 'list.append', 'math.sqrt', 'len'. */
export function nativeFunctionName(m: Machine, o: PyObject): string {
  const data = o.data as NativeFunctionData;
  const name = nativeQualname(m, data);
  if (data.module === null) return name;
  const module = strValue(data.module);
  return module === 'builtins' ? name : `${module}.${name}`;
}

function nativeQualname(m: Machine, data: NativeFunctionData): string {
  const { self, spec } = data;
  if (self === null || isModule(m, self)) return spec.name;
  const type = self instanceof PyType ? self : self.ob_type;
  const qualname = getAttr(m, type, (m.names.__qualname__ as PyObject));
  const text = `${strValue(qualname)}.${spec.name}`;
  decref(m, qualname);
  return text;
}

function nativeDealloc(m: Machine, self: PyObject): void {
  const data = self.data as NativeFunctionData;
  gcUntrack(m, self);
  clearWeakrefs(m, self);
  xdecref(m, data.self);
  xdecref(m, data.module);
  if (!m.freeLists.nativeFunction.push(self.block)) freeObject(m, self);
}

function nativeRepr(m: Machine, self: PyObject): PyObject {
  const data = self.data as NativeFunctionData;
  const bound = data.self;
  if (bound === null || isModule(m, bound)) return newStr(m, `<built-in function ${data.spec.name}>`);
  return newStr(m, `<built-in method ${data.spec.name} of ${bound.ob_type.tp_name} object at 0x${m.addressOfObject(bound).toString(16)}>`);
}

/** CPython keeps `sig` in front of the docstring; here they stand apart. */
function docText(spec: NativeSpec): string | null {
  return spec.doc ?? null;
}

export const nativeFunctionType: TypeSpec = {
  name: 'builtin_function_or_method',
  basicsize: 56,
  flags: TypeFlag.HAVE_GC | TypeFlag.VECTORCALL,
  hasWeakrefs: true,
  slots: {
    tp_dealloc: nativeDealloc,
    tp_repr: nativeRepr,
    tp_call(m, callable, args, kwnames) {
      const data = callable.data as NativeFunctionData;
      return callSpec(m, data.spec, data.self ?? m.None, args, kwnames, () => nativeFunctionName(m, callable));
    },
    tp_traverse(_m, self, visit) {
      const data = self.data as NativeFunctionData;
      if (data.self !== null) visit(data.self, '__self__', -1);
      if (data.module !== null) visit(data.module, '__module__', -1);
    },
    tp_hash(m, self) {
      const data = self.data as NativeFunctionData;
      if (data.self === null) {
        m.hashHi = 0;
        return data.spec.name.length;
      }
      m.hashHi = 0;
      return (data.self.block ^ hash(m, newNameForHash(m, data.spec.name))) | 0;
    },
    tp_richcompare(m, a, b, op) {
      if ((op !== EQ && op !== NE) || !isNativeFunction(m, a) || !isNativeFunction(m, b)) return incref(m.NotImplemented);
      const equal = a.data.self === b.data.self && a.data.spec === b.data.spec;
      return incref(equal === (op === EQ) ? m.True : m.False);
    },
  },
  methods: [
    {
      name: '__reduce__',
      kind: 'noargs',
      fn(m, self) {
        const data = self.data as NativeFunctionData;
        if (data.self === null || isModule(m, data.self)) return newStr(m, data.spec.name);
        const getattr = incref(dictGetStr(m, m.builtins, 'getattr') ?? m.None);
        return newTuple(m, [getattr, newTuple(m, [incref(data.self), newStr(m, data.spec.name)])]);
      },
    },
  ],
  getset: [
    { name: '__module__', kind: 'member', get: (m, self) => incref((self.data as NativeFunctionData).module ?? m.None) },
    {
      name: '__doc__',
      get(m, self) {
        const text = docText((self.data as NativeFunctionData).spec);
        return text === null ? incref(m.None) : newStr(m, text);
      },
    },
    { name: '__name__', get: (m, self) => newStr(m, (self.data as NativeFunctionData).spec.name) },
    { name: '__qualname__', get: (m, self) => newStr(m, nativeQualname(m, self.data as NativeFunctionData)) },
    { name: '__self__', get: (m, self) => incref((self.data as NativeFunctionData).self ?? m.None) },
    {
      name: '__text_signature__',
      get(m, self) {
        const { sig } = (self.data as NativeFunctionData).spec;
        return sig === undefined ? incref(m.None) : newStr(m, sig);
      },
    },
  ],
};

function newNameForHash(m: Machine, name: string): PyObject {
  return m.names[name] as PyObject;
}
