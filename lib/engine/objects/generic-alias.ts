// Generic aliases: list[int] (CPython 3.13 Objects/genericaliasobject.c).
import type { Machine } from '../machine.ts';
import { getAttr, getAttrString, hash, lookupAttr, reprText, richCompareBool } from './abstract.ts';
import { freeObject, gcUntrack } from './alloc.ts';
import { genericGetAttr } from './attributes.ts';
import { call, callMethod } from './call.ts';
import { genericAlloc } from './instance.ts';
import { newList } from './list.ts';
import { intern } from './names.ts';
import { decref, incref, type PyObject, xdecref } from './object.ts';
import { dropRaise, matches, typeError } from './raise.ts';
import { PyRaise } from '../errors.ts';
import { isStr, newStr, strValue } from './str.ts';
import { isTuple, newTuple, packTuple, tupleItems } from './tuple.ts';
import { EQ, NE, type NativeSpec, PyType, TypeFlag, type TypeSpec, isSubtype } from './type.ts';
import { makeUnion } from './union.ts';
import { clearWeakrefs } from './weakref.ts';

interface AliasData {
  /** All owned; args is a tuple, parameters is made at first need. */
  readonly origin: PyObject;
  readonly args: PyObject;
  parameters: PyObject | null;
  /** `*tuple[int]`. */
  readonly starred: boolean;
}

function dataOf(o: PyObject): AliasData {
  return o.data as AliasData;
}

/** _PyGenericAlias_Check. */
export function isGenericAlias(m: Machine, o: PyObject): boolean {
  return isSubtype(o.ob_type, m.types.GenericAlias);
}

/** Py_GenericAlias: `args` may be one item or a tuple; borrowed. */
export function newGenericAlias(m: Machine, origin: PyObject, args: PyObject, type: PyType = m.types.GenericAlias, starred = false): PyObject {
  const tuple = isTuple(args) ? incref(args) : packTuple(m, [args]);
  return genericAlloc(m, type, { origin: incref(origin), args: tuple, parameters: null, starred } satisfies AliasData);
}

/** `__class_getitem__` of generic built-in types. */
export function classGetItemMethod(): NativeSpec {
  return { name: '__class_getitem__', kind: 'o', bind: 'class', doc: 'See PEP 585', fn(m, cls, key) { return newGenericAlias(m, cls, key); } };
}

/** Attributes that are the alias's own and not the origin's. */
const OWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  '__class__', '__bases__', '__origin__', '__args__', '__unpacked__', '__parameters__', '__typing_unpacked_tuple_args__', '__mro_entries__', '__reduce_ex__',
  '__reduce__', '__copy__', '__deepcopy__',
]);

/** ga_repr_item. */
export function typeRepr(m: Machine, o: PyObject): string {
  if (o === m.Ellipsis) return '...';
  if (isGenericAlias(m, o) || (!(o instanceof PyType) && hasAttr(m, o, '__origin__') && hasAttr(m, o, '__args__'))) return reprText(m, o);
  const qualname = lookupAttr(m, o, intern(m, '__qualname__'));
  const module = qualname === null ? null : lookupAttr(m, o, intern(m, '__module__'));
  try {
    if (qualname === null || module === null || module === m.None || !isStr(qualname) || !isStr(module)) return reprText(m, o);
    return strValue(module) === 'builtins' ? strValue(qualname) : `${strValue(module)}.${strValue(qualname)}`;
  } finally {
    xdecref(m, qualname);
    xdecref(m, module);
  }
}

function hasAttr(m: Machine, o: PyObject, name: string): boolean {
  const value = lookupAttr(m, o, intern(m, name));
  xdecref(m, value);
  return value !== null;
}

function aliasRepr(m: Machine, self: PyObject): PyObject {
  const { origin, args, starred } = dataOf(self);
  const items = tupleItems(args).map((arg) => (arg.ob_type === m.types.list ? listRepr(m, arg) : typeRepr(m, arg)));
  return newStr(m, `${starred ? '*' : ''}${typeRepr(m, origin)}[${items.length === 0 ? '()' : items.join(', ')}]`);
}

/** ga_repr_items_list: `Callable[[int, str], bool]`'s first argument. */
function listRepr(m: Machine, list: PyObject): string {
  const { items } = list.data as { readonly items: readonly PyObject[] };
  return `[${items.map((o) => typeRepr(m, o)).join(', ')}]`;
}

/** _Py_make_parameters: the type variables in the arguments, each once. */
function parametersOf(m: Machine, args: PyObject): PyObject {
  const found: PyObject[] = [];
  const collect = (items: readonly PyObject[]): void => {
    for (const item of items) {
      if (item instanceof PyType) continue;
      if (isTuple(item)) {
        collect(tupleItems(item));
        continue;
      }
      const subst = lookupAttr(m, item, intern(m, '__typing_subst__'));
      if (subst !== null) {
        decref(m, subst);
        if (!found.includes(item)) found.push(item);
        continue;
      }
      const inner = lookupAttr(m, item, intern(m, '__parameters__'));
      if (inner === null) continue;
      if (isTuple(inner)) for (const p of tupleItems(inner)) if (!found.includes(p)) found.push(p);
      decref(m, inner);
    }
  };
  collect(tupleItems(args));
  return packTuple(m, found);
}

function parameters(m: Machine, self: PyObject): PyObject {
  const data = dataOf(self);
  data.parameters ??= parametersOf(m, data.args);
  return data.parameters;
}

/** ga_getitem / _Py_subs_parameters: replaces type variables. New tuple. */
export function substitute(m: Machine, self: PyObject, args: PyObject, params: PyObject, item: PyObject): PyObject {
  const variables = tupleItems(params);
  if (variables.length === 0) throw typeError(m, `${reprText(m, self)} is not a generic class`);
  let values: readonly PyObject[] = isTuple(item) ? tupleItems(item) : [item];
  const boxed = packTuple(m, values);
  let prepared: PyObject = boxed;
  for (const variable of variables) {
    const prepare = lookupAttr(m, variable, intern(m, '__typing_prepare_subst__'));
    if (prepare === null) continue;
    try {
      const next = call(m, prepare, [self, prepared]);
      decref(m, prepared);
      prepared = next;
    } finally {
      decref(m, prepare);
    }
  }
  try {
    values = tupleItems(prepared);
    if (values.length !== variables.length) {
      const many = values.length > variables.length;
      throw typeError(m, `Too ${many ? 'many' : 'few'} arguments for ${reprText(m, self)}; actual ${values.length}, expected ${variables.length}`);
    }
    const result: PyObject[] = [];
    for (const arg of tupleItems(args)) substituteOne(m, arg, variables, values, result);
    return newTuple(m, result);
  } finally {
    decref(m, prepared);
  }
}

function substituteOne(m: Machine, arg: PyObject, variables: readonly PyObject[], values: readonly PyObject[], out: PyObject[]): void {
  if (arg instanceof PyType) {
    out.push(incref(arg));
    return;
  }
  const subst = lookupAttr(m, arg, intern(m, '__typing_subst__'));
  if (subst !== null) {
    const made = call(m, subst, [values[variables.indexOf(arg)] ?? m.None]);
    decref(m, subst);
    if (isTuple(made)) {
      for (const part of tupleItems(made)) out.push(incref(part));
      decref(m, made);
    } else {
      out.push(made);
    }
    return;
  }
  const inner = lookupAttr(m, arg, intern(m, '__parameters__'));
  if (inner === null || !isTuple(inner) || tupleItems(inner).length === 0) {
    xdecref(m, inner);
    out.push(incref(arg));
    return;
  }
  const chosen = packTuple(m, tupleItems(inner).map((p) => values[variables.indexOf(p)] ?? m.None));
  decref(m, inner);
  try {
    out.push(callMethod(m, arg, intern(m, '__getitem__'), [tupleItems(chosen).length === 1 ? (tupleItems(chosen)[0] as PyObject) : chosen]));
  } finally {
    decref(m, chosen);
  }
}

function setOrigClass(m: Machine, o: PyObject, alias: PyObject): void {
  const set = o.ob_type.tp_setattro;
  if (set === null) return;
  try {
    set(m, o, intern(m, '__orig_class__'), alias);
  } catch (error) {
    if (!(error instanceof PyRaise) || !(matches(error, m.types.AttributeError) || matches(error, m.types.TypeError))) throw error;
    dropRaise(m, error);
  }
}

export const genericAliasType: TypeSpec = {
  name: 'types.GenericAlias',
  basicsize: 64,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.VECTORCALL,
  hasWeakrefs: true,
  doc: 'Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).',
  slots: {
    tp_dealloc(m, self) {
      const { origin, args, parameters: params } = dataOf(self);
      gcUntrack(m, self);
      clearWeakrefs(m, self);
      decref(m, origin);
      decref(m, args);
      xdecref(m, params);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const data = dataOf(self);
      visit(data.origin, '__origin__', -1);
      visit(data.args, '__args__', -1);
      if (data.parameters !== null) visit(data.parameters, '__parameters__', -1);
    },
    tp_repr: aliasRepr,
    tp_hash(m, self) {
      const { origin, args } = dataOf(self);
      const a = hash(m, origin);
      const aHi = m.hashHi;
      const b = hash(m, args);
      m.hashHi ^= aHi;
      return a ^ b;
    },
    tp_call(m, self, args, kwnames) {
      const made = call(m, dataOf(self).origin, args, kwnames);
      setOrigClass(m, made, self);
      return made;
    },
    tp_getattro(m, self, name) {
      if (isStr(name) && !OWN_ATTRIBUTES.has(strValue(name))) return getAttr(m, dataOf(self).origin, name);
      return genericGetAttr(m, self, name);
    },
    tp_richcompare(m, a, b, op) {
      if (!isGenericAlias(m, a) || !isGenericAlias(m, b) || (op !== EQ && op !== NE)) return incref(m.NotImplemented);
      const x = dataOf(a);
      const y = dataOf(b);
      const equal = x.starred === y.starred && richCompareBool(m, x.origin, y.origin, EQ) && richCompareBool(m, x.args, y.args, EQ);
      return incref(equal === (op === EQ) ? m.True : m.False);
    },
    tp_iter(m, self) {
      const { origin, args } = dataOf(self);
      const starred = newGenericAlias(m, origin, args, m.types.GenericAlias, true);
      const items = packTuple(m, [starred]);
      decref(m, starred);
      try {
        return callMethod(m, items, intern(m, '__iter__'), []);
      } finally {
        decref(m, items);
      }
    },
    tp_new(m, type, args, kwnames) {
      if (kwnames !== null) throw typeError(m, 'GenericAlias() takes no keyword arguments');
      if (args.length !== 2) throw typeError(m, `GenericAlias expected 2 arguments, got ${args.length}`);
      return newGenericAlias(m, args[0] as PyObject, args[1] as PyObject, type);
    },
    mp_subscript(m, self, item) {
      const { origin, args, starred } = dataOf(self);
      const made = substitute(m, self, args, parameters(m, self), item);
      const result = newGenericAlias(m, origin, made, m.types.GenericAlias, starred);
      decref(m, made);
      return result;
    },
    nb_or: (m, a, b) => makeUnion(m, a, b),
  },
  methods: [
    { name: '__mro_entries__', kind: 'o', fn: (m, self) => packTuple(m, [dataOf(self).origin]) },
    { name: '__instancecheck__', kind: 'o', fn: (m) => { throw typeError(m, 'isinstance() argument 2 cannot be a parameterized generic'); } },
    { name: '__subclasscheck__', kind: 'o', fn: (m) => { throw typeError(m, 'issubclass() argument 2 cannot be a parameterized generic'); } },
    {
      name: '__reduce__',
      kind: 'noargs',
      fn(m, self) {
        const { origin, args } = dataOf(self);
        const inner = packTuple(m, [origin, args]);
        const result = packTuple(m, [m.types.GenericAlias, inner]);
        decref(m, inner);
        return result;
      },
    },
    {
      name: '__dir__',
      kind: 'noargs',
      fn(m, self) {
        const method = getAttrString(m, dataOf(self).origin, '__dir__');
        decref(m, method);
        return newList(m, [...OWN_ATTRIBUTES].sort().map((name) => newStr(m, name)));
      },
    },
  ],
  getset: [
    { name: '__origin__', kind: 'member', get: (_m, self) => incref(dataOf(self).origin) },
    { name: '__args__', kind: 'member', get: (_m, self) => incref(dataOf(self).args) },
    { name: '__unpacked__', kind: 'member', get: (m, self) => incref(dataOf(self).starred ? m.True : m.False) },
    { name: '__parameters__', get: (m, self) => incref(parameters(m, self)) },
    { name: '__typing_unpacked_tuple_args__', get: (m, self) => incref(dataOf(self).starred && dataOf(self).origin === m.types.tuple ? dataOf(self).args : m.None) },
  ],
};

