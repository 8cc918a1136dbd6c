// The operator module (CPython Modules/_operator.c): operators as functions, itemgetter, attrgetter, methodcaller.
import type { Machine } from '../machine.ts';
import * as number from '../objects/abstract-number.ts';
import { contains, delItem, getAttr, getItem, iterToSearch, isTrue, iterNext, exactLengthHint, repr, richCompare, richCompareBool, setItem } from '../objects/abstract.ts';
import { freeObject, gcUntrack } from '../objects/alloc.ts';
import { noKeywords } from '../objects/arguments.ts';
import { withHeldArguments } from '../objects/argument-tuple.ts';
import { call, callMethod } from '../objects/call.ts';
import { genericAlloc } from '../objects/instance.ts';
import { newSizeInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { internText } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { reprEnter, reprLeave } from '../objects/repr-guard.ts';
import { exactSize } from '../objects/size-argument.ts';
import { isStr, newStr, strValue } from '../objects/str.ts';
import { newTuple, packTuple, tupleItems } from '../objects/tuple.ts';
import { EQ, GE, GT, LE, LT, NE, TypeFlag, since } from '../objects/type.ts';
import type { CompareOp, NativeSpec, NewFn, TypeSpec } from '../objects/type.ts';

type Unary = (m: Machine, o: PyObject) => PyObject;
type Binary = (m: Machine, a: PyObject, b: PyObject) => PyObject;

/** What exactLengthHint answers for what gives no hint: a hint is never negative. */
const NO_HINT = -1;

const unary = (name: string, fn: Unary, doc: string): NativeSpec => ({ name, kind: 'o', fn: (m, _self, o) => fn(m, o), doc });
const binary = (name: string, fn: Binary, doc: string): NativeSpec => ({ name, kind: 'fast', min: 2, max: 2, fn: (m, _self, args) => fn(m, args[0] as PyObject, args[1] as PyObject), doc });
const compare = (name: string, op: CompareOp, sign: string): NativeSpec => binary(name, (m, a, b) => richCompare(m, a, b, op), `Same as a ${sign} b.`);
const bool = (m: Machine, value: boolean): PyObject => incref(value ? m.True : m.False);

/** operator.concat asks for sequences. */
function concat(m: Machine, a: PyObject, b: PyObject): PyObject {
  const slot = a.ob_type.sq_concat;
  if (slot !== null) return slot(m, a, b);
  if (isSequenceLike(a) && isSequenceLike(b)) return number.add(m, a, b);
  throw typeError(m, `'${a.ob_type.tp_name}' object can't be concatenated`);
}

function inplaceConcat(m: Machine, a: PyObject, b: PyObject): PyObject {
  const slot = a.ob_type.sq_inplace_concat;
  return slot !== null ? slot(m, a, b) : concat(m, a, b);
}

function isSequenceLike(o: PyObject): boolean {
  return o.ob_type.sq_item !== null && (o.ob_type.tp_flags & TypeFlag.DICT_SUBCLASS) === 0;
}

/** Calls `visit` with the position of each item equal to `value` until it answers true. */
function search(m: Machine, iterable: PyObject, value: PyObject, visit: (position: number) => boolean): void {
  const iterator = iterToSearch(m, iterable);
  try {
    for (let position = 0; ; position++) {
      const item = iterNext(m, iterator);
      if (item === null) return;
      m.chargeWork(1);
      let same: boolean;
      try {
        same = richCompareBool(m, item, value, EQ);
      } finally {
        decref(m, item);
      }
      if (same && visit(position)) return;
    }
  } finally {
    decref(m, iterator);
  }
}

function indexOf(m: Machine, iterable: PyObject, value: PyObject): PyObject {
  let found = -1;
  search(m, iterable, value, (position) => {
    found = position;
    return true;
  });
  if (found < 0) throw valueError(m, 'sequence.index(x): x not in sequence');
  return newSizeInt(m, found);
}

function countOf(m: Machine, iterable: PyObject, value: PyObject): PyObject {
  let count = 0;
  search(m, iterable, value, () => {
    count++;
    return false;
  });
  return newSizeInt(m, count);
}

const functions: readonly NativeSpec[] = [
  unary('truth', (m, o) => bool(m, isTrue(m, o)), 'Return True if a is true, False otherwise.'),
  unary('not_', (m, o) => bool(m, !isTrue(m, o)), 'Same as not a.'),
  unary('neg', number.negative, 'Same as -a.'),
  unary('pos', number.positive, 'Same as +a.'),
  unary('abs', number.absolute, 'Same as abs(a).'),
  unary('inv', number.invert, 'Same as ~a.'),
  unary('invert', number.invert, 'Same as ~a.'),
  unary('index', number.exactIndex, 'Same as a.__index__()'),
  compare('lt', LT, '<'), compare('le', LE, '<='), compare('eq', EQ, '=='), compare('ne', NE, '!='), compare('gt', GT, '>'), compare('ge', GE, '>='),
  { ...unary('is_none', (m, a) => bool(m, a === m.None), 'Same as a is None.'), inVersion: since(14) },
  { ...unary('is_not_none', (m, a) => bool(m, a !== m.None), 'Same as a is not None.'), inVersion: since(14) },
  binary('is_', (m, a, b) => bool(m, a === b), 'Same as a is b.'),
  binary('is_not', (m, a, b) => bool(m, a !== b), 'Same as a is not b.'),
  binary('contains', (m, a, b) => bool(m, contains(m, a, b)), 'Same as b in a (note reversed operands).'),
  binary('indexOf', indexOf, 'Return the first index of b in a.'),
  binary('countOf', countOf, 'Return the number of items in a which are, or which equal, b.'),
  binary('add', number.add, 'Same as a + b.'),
  binary('sub', number.subtract, 'Same as a - b.'),
  binary('mul', number.multiply, 'Same as a * b.'),
  binary('matmul', number.matrixMultiply, 'Same as a @ b.'),
  binary('floordiv', number.floorDivide, 'Same as a // b.'),
  binary('truediv', number.trueDivide, 'Same as a / b.'),
  binary('mod', number.remainder, 'Same as a % b.'),
  binary('pow', (m, a, b) => number.power(m, a, b, m.None), 'Same as a ** b.'),
  binary('lshift', number.lshift, 'Same as a << b.'),
  binary('rshift', number.rshift, 'Same as a >> b.'),
  binary('and_', number.bitAnd, 'Same as a & b.'),
  binary('xor', number.bitXor, 'Same as a ^ b.'),
  binary('or_', number.bitOr, 'Same as a | b.'),
  binary('iadd', number.inplaceAdd, 'Same as a += b.'),
  binary('isub', number.inplaceSubtract, 'Same as a -= b.'),
  binary('imul', number.inplaceMultiply, 'Same as a *= b.'),
  binary('imatmul', number.inplaceMatrixMultiply, 'Same as a @= b.'),
  binary('ifloordiv', number.inplaceFloorDivide, 'Same as a //= b.'),
  binary('itruediv', number.inplaceTrueDivide, 'Same as a /= b.'),
  binary('imod', number.inplaceRemainder, 'Same as a %= b.'),
  binary('ipow', (m, a, b) => number.inplacePower(m, a, b, m.None), 'Same as a **= b.'),
  binary('ilshift', number.inplaceLshift, 'Same as a <<= b.'),
  binary('irshift', number.inplaceRshift, 'Same as a >>= b.'),
  binary('iand', number.inplaceAnd, 'Same as a &= b.'),
  binary('ixor', number.inplaceXor, 'Same as a ^= b.'),
  binary('ior', number.inplaceOr, 'Same as a |= b.'),
  binary('concat', concat, 'Same as a + b, for a and b sequences.'),
  binary('iconcat', inplaceConcat, 'Same as a += b, for a and b sequences.'),
  binary('getitem', getItem, 'Same as a[b].'),
  binary('delitem', (m, a, b) => {
    delItem(m, a, b);
    return incref(m.None);
  }, 'Same as del a[b].'),
  {
    name: 'setitem', kind: 'fast', min: 3, max: 3, doc: 'Same as a[b] = c.',
    fn: (m, _self, args) => {
      setItem(m, args[0] as PyObject, args[1] as PyObject, args[2] as PyObject);
      return incref(m.None);
    },
  },
  {
    name: 'length_hint', kind: 'fast', min: 1, max: 2, doc: 'Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building from an iterable.\n\nIf the object supports len(), the result will be exact.\nOtherwise, it may over- or under-estimate by an arbitrary amount.',
    fn(m, _self, args) {
      const instead = args.length > 1 ? exactSize(m, args[1] as PyObject) : 0;
      const hint = exactLengthHint(m, args[0] as PyObject, NO_HINT);
      return newSizeInt(m, hint === NO_HINT ? instead : hint);
    },
  },
  {
    name: 'call', kind: 'fastkw', doc: 'Same as obj(*args, **kwargs).',
    fn: (m, _self, args, kwnames) => {
      if (args.length === (kwnames === null ? 0 : tupleItems(kwnames).length)) throw typeError(m, 'call expected at least 1 argument, got 0');
      return call(m, args[0] as PyObject, args.slice(1), kwnames);
    },
  },
];

// --- itemgetter, attrgetter, methodcaller --------------------------------------------------------------------------------------------------

/** refs: owned and visited. */
interface GetterData {
  readonly refs: readonly PyObject[];
  /** attrgetter: the names of each path. */
  readonly paths: readonly (readonly PyObject[])[];
}

function reprText(m: Machine, o: PyObject): string {
  const shown = repr(m, o);
  const text = strValue(shown);
  decref(m, shown);
  return text;
}

function guardedRepr(m: Machine, self: PyObject, make: () => string): PyObject {
  if (!reprEnter(m, self)) return newStr(m, `${self.ob_type.tp_name}(...)`);
  try {
    return newStr(m, make());
  } finally {
    reprLeave(m, self);
  }
}

function oneArgument(m: Machine, name: string, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  noKeywords(m, name, kwnames);
  if (args.length !== 1) throw typeError(m, `${name} expected 1 argument, got ${args.length}`);
  return args[0] as PyObject;
}

function collect(m: Machine, count: number, get: (i: number) => PyObject): PyObject {
  if (count === 1) return get(0);
  const results: PyObject[] = [];
  try {
    for (let i = 0; i < count; i++) results.push(get(i));
  } catch (error) {
    for (const o of results) decref(m, o);
    throw error;
  }
  return newTuple(m, results);
}

const itemgetterNew: NewFn = (m, type, args, kwnames) => {
  noKeywords(m, 'itemgetter', kwnames);
  if (args.length < 1) throw typeError(m, `itemgetter expected 1 argument, got ${args.length}`);
  const item = args.length === 1 ? incref(args[0] as PyObject) : packTuple(m, args);
  return genericAlloc(m, type, { refs: [item], paths: [args.length === 1 ? [item] : tupleItems(item)] } satisfies GetterData);
};

function getterType(name: string, basicsize: TypeSpec['basicsize'], make: NewFn, tpCall: TypeSpec['slots'], show: (m: Machine, data: GetterData) => string, doc: string, methods: readonly NativeSpec[] = []): TypeSpec {
  return {
    name: `operator.${name}`,
    basicsize,
    flags: TypeFlag.HAVE_GC,
    doc,
    slots: {
      tp_dealloc: (m, self) => {
        gcUntrack(m, self);
        for (const o of (self.data as GetterData).refs) decref(m, o);
        freeObject(m, self);
      },
      tp_traverse: (_m, self, visit) => (self.data as GetterData).refs.forEach((o, i) => visit(o, 'part', i)),
      tp_repr: (m, self) => guardedRepr(m, self, () => `operator.${name}(${show(m, self.data as GetterData)})`),
      tp_new: make,
      ...tpCall,
    },
    methods,
  };
}

const itemgetterType = getterType('itemgetter', 48, itemgetterNew, {
  tp_call: (m, self, args, kwnames) => {
    const obj = oneArgument(m, 'itemgetter', args, kwnames);
    const items = (self.data as GetterData).paths[0] as readonly PyObject[];
    return collect(m, items.length, (i) => getItem(m, obj, items[i] as PyObject));
  },
}, (m, data) => (data.paths[0] as readonly PyObject[]).map((o) => reprText(m, o)).join(', '),
'Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])', [
  { name: '__reduce__', kind: 'noargs', fn: (m, self) => newTuple(m, [incref(self.ob_type), packTuple(m, (self.data as GetterData).paths[0] as readonly PyObject[])]) },
]);

const attrgetterNew: NewFn = (m, type, args, kwnames) => {
  noKeywords(m, 'attrgetter', kwnames);
  if (args.length < 1) throw typeError(m, `attrgetter expected 1 argument, got ${args.length}`);
  const refs: PyObject[] = [];
  const paths: PyObject[][] = [];
  for (const arg of args) {
    if (!isStr(arg)) throw typeError(m, 'attribute name must be a string');
    const path = strValue(arg).split('.').map((part) => internText(m, part));
    refs.push(...path);
    paths.push(path);
  }
  refs.push(newTuple(m, refs.splice(0)));
  return genericAlloc(m, type, { refs, paths } satisfies GetterData);
};

function followPath(m: Machine, obj: PyObject, path: readonly PyObject[]): PyObject {
  const [first, ...rest] = path;
  if (first === undefined) return incref(obj);
  if (rest.length === 0) return getAttr(m, obj, first);
  let current = incref(obj);
  for (const name of path) {
    try {
      const next = getAttr(m, current, name);
      decref(m, current);
      current = next;
    } catch (error) {
      decref(m, current);
      throw error;
    }
  }
  return current;
}

const pathText = (path: readonly PyObject[]): string => path.map((name) => strValue(name)).join('.');

const attrgetterType = getterType('attrgetter', 40, attrgetterNew, {
  tp_call: (m, self, args, kwnames) => {
    const obj = oneArgument(m, 'attrgetter', args, kwnames);
    const { paths } = self.data as GetterData;
    return collect(m, paths.length, (i) => followPath(m, obj, paths[i] as readonly PyObject[]));
  },
}, (_m, data) => data.paths.map((path) => `'${pathText(path)}'`).join(', '),
"Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).", [
  { name: '__reduce__', kind: 'noargs', fn: (m, self) => newTuple(m, [incref(self.ob_type), newTuple(m, (self.data as GetterData).paths.map((path) => newStr(m, pathText(path))))]) },
]);

interface MethodCallerData extends GetterData {
  readonly name: PyObject;
  readonly args: readonly PyObject[];
  readonly kwnames: PyObject | null;
}

const methodcallerNew: NewFn = (m, type, args, kwnames) => {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  if (args.length - names.length < 1) throw typeError(m, 'methodcaller needs at least one argument, the method name');
  const given = args[0] as PyObject;
  if (!isStr(given)) throw typeError(m, 'method name must be a string');
  const name = internText(m, strValue(given));
  const rest = packTuple(m, args.slice(1));
  const refs = [name, rest];
  if (kwnames !== null) refs.push(incref(kwnames));
  return genericAlloc(m, type, { refs, paths: [], name, args: tupleItems(rest), kwnames } satisfies MethodCallerData);
};

const methodcallerType = getterType('methodcaller', (m) => m.profile.basicsize.methodcaller, methodcallerNew, {
  tp_call: (m, self, args, kwnames) => {
    const obj = oneArgument(m, 'methodcaller', args, kwnames);
    const { name, args: own, kwnames: ownNames } = self.data as MethodCallerData;
    if (!m.profile.argumentTuples.has('operator.methodcaller')) return callMethod(m, obj, name, own, ownNames);
    return withHeldArguments(m, args, kwnames, () => {
      const method = getAttr(m, obj, name);
      try {
        return call(m, method, own, ownNames);
      } finally {
        decref(m, method);
      }
    });
  },
}, (m, data) => {
  const { name, args, kwnames } = data as MethodCallerData;
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  const parts = [reprText(m, name), ...args.slice(0, given).map((o) => reprText(m, o))];
  names.forEach((key, i) => parts.push(`${strValue(key)}=${reprText(m, args[given + i] as PyObject)}`));
  return parts.join(', ');
}, "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).");

/** Makes the module; the Python half adds `__add__` and the like. */
export function operatorModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_operator',
    doc: 'Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.',
    functions,
    attributes: () => [
      ['itemgetter', incref(lazyType(m, itemgetterType))],
      ['attrgetter', incref(lazyType(m, attrgetterType))],
      ['methodcaller', incref(lazyType(m, methodcallerType))],
    ],
  });
}
