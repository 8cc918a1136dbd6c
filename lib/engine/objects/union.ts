// Unions of types: int | str (CPython 3.13 Objects/unionobject.c).
import { callMethod } from './call.ts';
import type { Machine } from '../machine.ts';
import { hash, lookupAttr, richCompareBool } from './abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { genericGetAttr } from './attributes.ts';
import { isGenericAlias, substitute, typeRepr } from './generic-alias.ts';
import { intern } from './names.ts';
import { newFrozenset } from './set.ts';
import { decref, incref, type PyObject, xdecref } from './object.ts';
import { typeError } from './raise.ts';
import { isStr, newStr, strValue } from './str.ts';
import { isTuple, packTuple, tupleItems } from './tuple.ts';
import { EQ, NE, PyType, TypeFlag, type TypeSpec, type InVersion } from './type.ts';

interface UnionData {
  /** Tuple (owned). */
  readonly args: PyObject;
  parameters: PyObject | null;
}

function dataOf(o: PyObject): UnionData {
  return o.data as UnionData;
}

/** The members of a union (borrowed); null for anything else. */
export function unionArgs(m: Machine, o: PyObject): readonly PyObject[] | null {
  return o.ob_type === m.types.Union ? tupleItems(dataOf(o).args) : null;
}

/** is_unionable: None, types, generic aliases, unions, type aliases. */
function canJoin(m: Machine, o: PyObject): boolean {
  return o === m.None || o instanceof PyType || isGenericAlias(m, o) || o.ob_type === m.types.Union || o.ob_type === m.types.sentinel || o.ob_type.tp_name === 'typing.TypeAliasType';
}

/** _Py_union_type_or: NotImplemented unless both sides can be in a union. New reference. */
export function makeUnion(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!canJoin(m, a) || !canJoin(m, b)) return incref(m.NotImplemented);
  return unionOf(m, [a, b]);
}

/** The union of things that may be in one, flattened and without repetition; the only member itself if there is but one. New reference. */
function unionOf(m: Machine, parts: readonly PyObject[]): PyObject {
  const members: PyObject[] = [];
  const put = (o: PyObject): void => {
    const type = o === m.None ? m.types.NoneType : o;
    m.chargeWork(members.length);
    if (!members.some((known) => sameMember(m, known, type))) members.push(type);
  };
  for (const part of parts) {
    const inner = unionArgs(m, part);
    if (inner === null) put(part);
    else for (const o of inner) put(o);
  }
  if (members.length === 1) return incref(members[0] as PyObject);
  return newUnion(m, members);
}

/** typing.Union[…] (3.14+, union_class_getitem): what is no type for sure is checked, and strings become forward references, in typing. */
function unionClassGetItem(m: Machine, _type: PyObject, parameters: PyObject): PyObject {
  const given = isTuple(parameters) ? tupleItems(parameters) : [parameters];
  if (given.length === 0) throw typeError(m, 'Cannot take a Union of no types.');
  const parts: PyObject[] = [];
  try {
    for (const part of given) parts.push(canJoin(m, part) ? incref(part) : checkedByTyping(m, part));
    return unionOf(m, parts);
  } finally {
    for (const part of parts) decref(m, part);
  }
}

function checkedByTyping(m: Machine, part: PyObject): PyObject {
  const typing = m.vm.importModule('typing');
  const message = newStr(m, 'Union[arg, ...]: each arg must be a type.');
  try {
    return callMethod(m, typing, intern(m, '_type_check'), [part, message]);
  } finally {
    decref(m, message);
    decref(m, typing);
  }
}

/** Aliases are compared by value, everything else too (types by identity). */
function sameMember(m: Machine, a: PyObject, b: PyObject): boolean {
  return a === b || (a.ob_type === b.ob_type && !(a instanceof PyType) && richCompareBool(m, a, b, EQ));
}

function newUnion(m: Machine, members: readonly PyObject[]): PyObject {
  const args = packTuple(m, members);
  const o = allocObject(m, m.types.Union, { args, parameters: null } satisfies UnionData);
  gcTrack(m, o);
  return o;
}

function parameters(m: Machine, self: PyObject): PyObject {
  const data = dataOf(self);
  if (data.parameters !== null) return data.parameters;
  const found: PyObject[] = [];
  for (const item of tupleItems(data.args)) {
    if (item instanceof PyType) continue;
    const subst = lookupAttr(m, item, intern(m, '__typing_subst__'));
    if (subst !== null) {
      decref(m, subst);
      if (!found.includes(item)) found.push(item);
      continue;
    }
    const inner = lookupAttr(m, item, intern(m, '__parameters__'));
    if (inner !== null && isTuple(inner)) for (const p of tupleItems(inner)) if (!found.includes(p)) found.push(p);
    xdecref(m, inner);
  }
  data.parameters = packTuple(m, found);
  return data.parameters;
}

function memberSet(m: Machine, o: PyObject): PyObject {
  return newFrozenset(m, tupleItems(dataOf(o).args));
}

const isTyping: InVersion = (profile) => profile.unionIsTyping;

export const unionType: TypeSpec = {
  name: 'types.UnionType',
  nameIn: (profile) => profile.unionTypeName,
  basicsize: (m) => m.profile.basicsize.union - 16,
  flags: TypeFlag.HAVE_GC,
  doc: 'Represent a PEP 604 union type\n\nE.g. for int | str',
  slots: {
    tp_dealloc(m, self) {
      const { args, parameters: params } = dataOf(self);
      gcUntrack(m, self);
      decref(m, args);
      xdecref(m, params);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const data = dataOf(self);
      visit(data.args, '__args__', -1);
      if (data.parameters !== null) visit(data.parameters, '__parameters__', -1);
    },
    tp_repr: (m, self) =>
      newStr(m, tupleItems(dataOf(self).args).map((o) => (o === m.types.NoneType ? 'None' : typeRepr(m, o))).join(' | ')),
    tp_hash(m, self) {
      const set = memberSet(m, self);
      const lo = hash(m, set);
      const hi = m.hashHi;
      decref(m, set);
      m.hashHi = hi;
      return lo;
    },
    tp_richcompare(m, a, b, op) {
      if ((op !== EQ && op !== NE) || b.ob_type !== m.types.Union) return incref(m.NotImplemented);
      const x = memberSet(m, a);
      const y = memberSet(m, b);
      const equal = richCompareBool(m, x, y, EQ);
      decref(m, x);
      decref(m, y);
      return incref(equal === (op === EQ) ? m.True : m.False);
    },
    tp_getattro(m, self, name) {
      if (isStr(name) && strValue(name) === '__module__') return newStr(m, m.profile.unionTypeName.split('.')[0] ?? '');
      return genericGetAttr(m, self, name);
    },
    mp_subscript(m, self, item) {
      const params = parameters(m, self);
      if (tupleItems(params).length === 0) throw typeError(m, `${unionText(m, self)} is not a generic class`);
      const made = substitute(m, self, dataOf(self).args, params, item);
      try {
        let result: PyObject | null = null;
        for (const part of tupleItems(made)) {
          const next: PyObject = result === null ? incref(part) : makeUnion(m, result, part);
          xdecref(m, result);
          result = next;
        }
        return result ?? incref(m.None);
      } finally {
        decref(m, made);
      }
    },
    nb_or: (m, a, b) => makeUnion(m, a, b),
  },
  methods: [
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: unionClassGetItem, inVersion: isTyping },
    { name: '__mro_entries__', kind: 'o', fn: (m, self) => { throw typeError(m, `Cannot subclass ${unionText(m, self)}`); }, inVersion: isTyping },
  ],
  getset: [
    { name: '__args__', kind: 'member', get: (_m, self) => incref(dataOf(self).args) },
    { name: '__parameters__', get: (m, self) => incref(parameters(m, self)) },
    { name: '__name__', get: (m) => newStr(m, 'Union'), inVersion: isTyping },
    { name: '__qualname__', get: (m) => newStr(m, 'Union'), inVersion: isTyping },
    { name: '__origin__', get: (m) => incref(m.types.Union), inVersion: isTyping },
  ],
};

function unionText(m: Machine, self: PyObject): string {
  return tupleItems(dataOf(self).args).map((o) => typeRepr(m, o)).join(' | ');
}
