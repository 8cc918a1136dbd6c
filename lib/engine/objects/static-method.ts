// classmethod and staticmethod (CPython 3.13 Objects/funcobject.c).
import type { Machine } from '../machine.ts';
import { genericGetDict, genericSetDict } from './instance.ts';
import { isTrue, lookupAttr, repr, setAttr } from './abstract.ts';
import { freeObject, gcUntrack } from './alloc.ts';
import { noKeywords } from './arguments.ts';
import { withHeldArguments } from './argument-tuple.ts';
import { call } from './call.ts';
import { clearInstanceDict, genericAlloc, visitInstanceDict } from './instance.ts';
import { newBool } from './bool.ts';
import { newMethod } from './method.ts';
import { intern } from './names.ts';
import { decref, incref, type PyObject } from './object.ts';
import { runtimeError, typeError } from './raise.ts';
import { newStr, strValue } from './str.ts';
import { classGetItemMethod } from './generic-alias.ts';
import { since, type DescrGetFn, type GetSetSpec, type NativeSpec, TypeFlag, type PyType, type TypeSlots, type TypeSpec } from './type.ts';

interface WrapperData {
  /** The wrapped function (owned); null before `__init__`. */
  callable: PyObject | null;
}

function wrapped(self: PyObject): PyObject | null {
  return (self.data as WrapperData).callable;
}

/** PyStaticMethod_New. */
export function newStaticMethod(m: Machine, callable: PyObject): PyObject {
  const o = genericAlloc(m, m.types.staticmethod, { callable: incref(callable) } satisfies WrapperData);
  if (m.profile.implicitMethodsCopyAttributes && !m.memory.isUncounted) copyAttributes(m, o, callable);
  return o;
}

/** PyClassMethod_New. */
export function newClassMethod(m: Machine, callable: PyObject): PyObject {
  const o = genericAlloc(m, m.types.classmethod, { callable: incref(callable) } satisfies WrapperData);
  if (m.profile.implicitMethodsCopyAttributes && !m.memory.isUncounted) copyAttributes(m, o, callable);
  return o;
}

/** functools_wraps: the names are copied into the wrapper's own dict. */
function copyAttributes(m: Machine, self: PyObject, callable: PyObject): void {
  for (const name of m.profile.staticMethodCopiesAnnotations ? WRAPPED_NAMES_WITH_ANNOTATIONS : WRAPPED_NAMES) {
    const key = intern(m, name);
    const value = lookupAttr(m, callable, key);
    if (value === null) continue;
    try {
      setAttr(m, self, key, value);
    } finally {
      decref(m, value);
    }
  }
}

const WRAPPED_NAMES = ['__module__', '__name__', '__qualname__', '__doc__'] as const;
const WRAPPED_NAMES_WITH_ANNOTATIONS = [...WRAPPED_NAMES, '__annotations__'] as const;

function isAbstract(m: Machine, callable: PyObject | null): boolean {
  if (callable === null) return false;
  const flag = lookupAttr(m, callable, intern(m, '__isabstractmethod__'));
  if (flag === null) return false;
  try {
    return isTrue(m, flag);
  } finally {
    decref(m, flag);
  }
}

const wrapperGetSets: readonly GetSetSpec[] = [
  { name: '__func__', kind: 'member', get: (m, self) => incref(wrapped(self) ?? m.None) },
  { name: '__wrapped__', kind: 'member', get: (m, self) => incref(wrapped(self) ?? m.None) },
  { name: '__isabstractmethod__', get: (m, self) => newBool(m, isAbstract(m, wrapped(self))) },
  { name: '__dict__', get: genericGetDict, set: genericSetDict },
];

function wrapperSlots(kind: string): Partial<TypeSlots> {
  return {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      const { callable } = self.data as WrapperData;
      if (callable !== null) decref(m, callable);
      clearInstanceDict(m, self);
      freeObject(m, self);
    },
    tp_traverse(m, self, visit) {
      visitInstanceDict(m, self, visit);
      const callable = wrapped(self);
      if (callable !== null) visit(callable, '__func__', -1);
    },
    tp_clear(m, self) {
      const data = self.data as WrapperData;
      const { callable } = data;
      data.callable = null;
      if (callable !== null) decref(m, callable);
      clearInstanceDict(m, self);
    },
    tp_repr(m, self) {
      const inner = repr(m, wrapped(self) ?? m.None);
      const text = `<${kind}(${strValue(inner)})>`;
      decref(m, inner);
      return newStr(m, text);
    },
    tp_new: (m, type: PyType) => genericAlloc(m, type, { callable: null } satisfies WrapperData),
    tp_init(m, self, args, kwnames) {
      noKeywords(m, kind, kwnames);
      if (args.length !== 1) throw typeError(m, `${kind} expected 1 argument, got ${args.length}`);
      const data = self.data as WrapperData;
      const old = data.callable;
      data.callable = incref(args[0] as PyObject);
      if (old !== null) decref(m, old);
      copyAttributes(m, self, data.callable);
    },
  };
}

const classGetItem: readonly NativeSpec[] = [{ ...classGetItemMethod(), inVersion: since(14) }];

export const classMethodType: TypeSpec = {
  name: 'classmethod',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  hasDict: true,
  slots: {
    ...wrapperSlots('classmethod'),
    tp_descr_get(m, descr, obj, type) {
      const callable = wrapped(descr);
      if (callable === null) throw runtimeError(m, 'uninitialized classmethod object');
      const owner = type ?? (obj as PyObject).ob_type;
      if (m.profile.classmethodChains) {
        const get: DescrGetFn | null = callable.ob_type.tp_descr_get;
        if (get !== null) return get(m, callable, owner, owner);
      }
      return newMethod(m, callable, owner);
    },
  },
  methods: classGetItem,
  getset: wrapperGetSets,
  doc: 'Convert a function to be a class method.',
};

export const staticMethodType: TypeSpec = {
  name: 'staticmethod',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  hasDict: true,
  slots: {
    ...wrapperSlots('staticmethod'),
    tp_descr_get(m, descr) {
      const callable = wrapped(descr);
      if (callable === null) throw runtimeError(m, 'uninitialized staticmethod object');
      return incref(callable);
    },
    tp_call(m, self, args, kwnames) {
      const callable = wrapped(self);
      if (callable === null) throw runtimeError(m, 'uninitialized staticmethod object');
      return withHeldArguments(m, args, kwnames, () => call(m, callable, args, kwnames));
    },
  },
  methods: classGetItem,
  getset: wrapperGetSets,
  doc: 'Convert a function to be a static method.',
};
