// `_ctype`: classes of the bundled library that are Python source here and C types in CPython get the C type's name in messages and its sizes.
import type { Machine } from '../machine.ts';
import type { Profile } from '../profiles/profile.ts';
import type { PyObject } from '../objects/object.ts';
import { gcUntrack } from '../objects/alloc.ts';
import type { NativeName } from '../objects/code.ts';
import type { FunctionData } from '../objects/function.ts';
import { dictItemPairs } from '../objects/dict.ts';
import { newNativeModule } from '../objects/module.ts';
import { callMethod } from '../objects/call.ts';
import { newMethodDescriptor } from '../objects/descriptors.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import { tupleItems } from '../objects/tuple.ts';
import { mayBeTracked } from '../objects/tracking.ts';
import { typeError } from '../objects/raise.ts';
import { isStr, strValue } from '../objects/str.ts';
import { presizeOf } from '../objects/type-ready.ts';
import { type NativeSpec, PyType, TypeFlag } from '../objects/type.ts';

/** sizeof the struct by minor version: that of the newest version named that is not newer than the simulated one. null = a Python class in older versions. */
type SizeByVersion = Readonly<Record<number, number>>;

interface CType {
  readonly basicsize: SizeByVersion;
  /** Dict and weak references in front of the object (managed); else in the struct. */
  readonly managedSince?: number;
  /** First minor version whose type has a collector's header; default all. */
  readonly collectedSince?: number;
}

/** By tp_name (the facts' type_layout). */
const C_TYPES: Readonly<Record<string, CType>> = {
  'typing.TypeVar': { basicsize: { 12: 64, 13: 80 }, managedSince: 12 },
  'typing.ParamSpec': { basicsize: { 12: 40, 13: 56 }, managedSince: 12 },
  'typing.TypeVarTuple': { basicsize: { 12: 24, 13: 40, 15: 56 }, managedSince: 12 },
  'typing.TypeAliasType': { basicsize: { 12: 56 } },
  '_contextvars.ContextVar': { basicsize: { 11: 64 } },
  '_contextvars.Token': { basicsize: { 11: 48 } },
  '_contextvars.Context': { basicsize: { 11: 48 } },
  '_csv.reader': { basicsize: { 11: 88 } },
  '_csv.writer': { basicsize: { 11: 72 } },
  'decimal.Context': { basicsize: { 11: 96, 14: 104, 15: 16 }, managedSince: 15, collectedSince: 13 },
};

function sizeIn(profile: Profile, sizes: SizeByVersion): number | null {
  const { minor } = profile.release;
  const versions = Object.keys(sizes).map(Number).filter((version) => version <= minor);
  return versions.length === 0 ? null : (sizes[Math.max(...versions)] ?? null);
}

/** Gives a new class without instances the shape of the C type `name`. */
function shape(m: Machine, type: PyType, name: string, byTuple: boolean): void {
  const known = C_TYPES[name];
  const size = known === undefined ? null : sizeIn(m.profile, known.basicsize);
  if (known === undefined || size === null) return;
  type.tp_name = name;
  type.tp_basicsize = size;
  if (m.profile.release.minor < (known.managedSince ?? Infinity)) type.tp_flags &= ~(TypeFlag.MANAGED_WEAKREF | TypeFlag.MANAGED_DICT);
  if (!m.profile.inlineValuesAnyBase) type.tp_flags &= ~TypeFlag.INLINE_VALUES;
  if (m.profile.release.minor < (known.collectedSince ?? 0)) type.tp_flags &= ~TypeFlag.HAVE_GC;
  type.tp_presize = presizeOf(type.tp_flags);
  const shortName = name.slice(name.lastIndexOf('.') + 1);
  for (const [key, value] of type.tp_dict === null ? [] : dictItemPairs(type.tp_dict)) {
    const text = strValue(key);
    // Not what one piece of code makes under several names.
    if (value.ob_type === m.types.function && !text.startsWith('_') && strValue((value.data as FunctionData).codeData.name) === text) nameAsNative(value, { text: `${shortName}.${text}`, isMethod: true, byTuple });
  }
}

function nameAsNative(func: PyObject, name: NativeName): void {
  (func.data as FunctionData).codeData.nativeName = name;
}

/** A native method that calls its first argument with the others, between the methods `before` and `after`. */
function methodBetween(m: Machine, type: PyType, name: string, before: PyObject, after: PyObject): PyObject {
  const spec: NativeSpec = {
    name, kind: 'fastkw',
    fn(machine, self, args, kwnames) {
      const [callable, ...rest] = args;
      if (callable === undefined || args.length === (kwnames === null ? 0 : tupleItems(kwnames).length)) throw typeError(machine, `${name}() missing 1 required positional argument`);
      const callOwn = (method: PyObject) => (): void => decref(machine, callMethod(machine, self, method, []));
      return machine.vm.threads.callBetween(spec, self, callable, rest, kwnames, callOwn(before), callOwn(after));
    },
  };
  return newMethodDescriptor(m, type, spec);
}

/** Makes the module: `_ctype.method_between(cls, name, before, after)` makes a native method around a call; `_ctype.shape(cls, name[, by_tuple])` changes a class that has no instances yet; `function(f, name)` names a function of a module; `untrack_unless(o, part)` is _PyObject_GC_MAY_BE_TRACKED's use. */
export function ctypeModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_ctype',
    functions: [
      {
        name: 'function', kind: 'fast', min: 2, max: 2,
        fn(_machine, _self, args) {
          const [func, name] = args as [PyObject, PyObject];
          nameAsNative(func, { text: strValue(name), isMethod: false, byTuple: false });
          return incref(func);
        },
      },
      {
        name: 'shape', kind: 'fast', min: 2, max: 3,
        fn(machine, _self, args) {
          const [type, name, byTuple] = args;
          if (!(type instanceof PyType) || name === undefined || !isStr(name)) throw typeError(machine, 'shape() needs a class and a name');
          shape(machine, type, strValue(name), byTuple === machine.True);
          return incref(type);
        },
      },
      {
        name: 'method_between', kind: 'fast', min: 4, max: 4,
        fn(machine, _self, args) {
          const [type, name, before, after] = args as [PyObject, PyObject, PyObject, PyObject];
          if (!(type instanceof PyType)) throw typeError(machine, 'method_between() needs a class');
          return methodBetween(machine, type, strValue(name), intern(machine, strValue(before)), intern(machine, strValue(after)));
        },
      },
      {
        name: 'untrack_unless', kind: 'fast', min: 2, max: 2,
        fn(machine, _self, args) {
          const [o, part] = args;
          if (o !== undefined && part !== undefined && !mayBeTracked(machine, part)) gcUntrack(machine, o);
          return incref(machine.None);
        },
      },
    ],
  });
}
