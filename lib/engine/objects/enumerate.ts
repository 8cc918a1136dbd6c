// enumerate and reversed (CPython Objects/enumobject.c).
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { getIter, index as toIndex, iterNext, length, lookupSpecial } from './abstract.ts';
import { freeObject, gcUntrack } from './alloc.ts';
import { checkPositional, noKeywords, parseArgs } from './arguments.ts';
import { callNoArgs } from './call.ts';
import { reusePair } from './dict-iterators.ts';
import { newGenericAlias } from './generic-alias.ts';
import { genericAlloc } from './instance.ts';
import { intValue, newInt, newSizeInt } from './int.ts';
import { selfIter, sequenceItem } from './iterators.ts';
import { intern } from './names.ts';
import { decref, incref, xdecref } from './object.ts';
import type { PyObject } from './object.ts';
import { dropRaise, matches, typeError } from './raise.ts';
import { exactSizeArgument } from './size-argument.ts';
import { strValue } from './str.ts';
import { newTuple, tupleItems, packTuple } from './tuple.ts';
import { TypeFlag } from './type.ts';
import type { PyType, TypeSpec, Visit } from './type.ts';

/** enumobject. */
export interface EnumerateData {
  next: number | bigint;
  iterator: PyObject | null;
  /** The tuple handed out again while nobody else holds it. */
  result: PyObject | null;
}

function enumerateNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const parsed = enumerateArguments(m, type, args, kwnames);
  const data: EnumerateData = { next: 0, iterator: null, result: null };
  const self = genericAlloc(m, type, data);
  try {
    const start = parsed[1];
    if (start !== null && start !== undefined) {
      const first = toIndex(m, start);
      data.next = intValue(first);
      decref(m, first);
    }
    data.iterator = getIter(m, parsed[0] as PyObject);
    data.result = packTuple(m, [m.None, m.None]);
  } catch (error) {
    decref(m, self);
    throw error;
  }
  return self;
}

/** enumerate_vectorcall has texts of its own; a subclass is called as usual. */
function enumerateArguments(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): readonly (PyObject | null)[] {
  if (type !== m.types.enumerate) return parseArgs(m, { name: 'enumerate', params: ['iterable', 'start'], required: 1 }, args, kwnames);
  const names = kwnames === null ? [] : tupleItems(kwnames).map((name) => strValue(name));
  if (args.length === 1 || args.length === 2) {
    const turned = names.length === 2 && names[0] === 'start';
    const expected = turned ? ['start', 'iterable'] : ['iterable', 'start'].slice(args.length - names.length, args.length);
    const unknown = names.find((name, i) => name !== expected[i]);
    if (unknown !== undefined) throw typeError(m, `'${unknown}' is an invalid keyword argument for enumerate()`);
    return turned ? [args[1] ?? null, args[0] ?? null] : [args[0] ?? null, args[1] ?? null];
  }
  if (args.length === names.length) throw typeError(m, "enumerate() missing required argument 'iterable'");
  throw typeError(m, `enumerate() takes at most 2 arguments (${args.length} given)`);
}

function enumerateNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as EnumerateData;
  if (data.iterator === null || data.result === null) return null;
  const item = iterNext(m, data.iterator);
  if (item === null) return null;
  const at = data.next;
  data.next = typeof at === 'number' && at < Number.MAX_SAFE_INTEGER ? at + 1 : BigInt(at) + 1n;
  return reusePair(m, data.result, newSizeInt(m, at), item);
}

function enumerateDealloc(m: Machine, self: PyObject): void {
  const data = self.data as EnumerateData;
  gcUntrack(m, self);
  xdecref(m, data.iterator);
  xdecref(m, data.result);
  freeObject(m, self);
}

function enumerateTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const data = self.data as EnumerateData;
  if (data.iterator !== null) visit(data.iterator, 'iterator', -1);
  if (data.result !== null) visit(data.result, 'result', -1);
}

/** The type enumerate. */
export const enumerateType: TypeSpec = {
  name: 'enumerate',
  basicsize: 56,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  doc: 'Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...',
  slots: { tp_dealloc: enumerateDealloc, tp_traverse: enumerateTraverse, tp_iter: selfIter, tp_iternext: enumerateNext, tp_new: enumerateNew },
  methods: [
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling.',
      fn: (m, self) => {
        const data = self.data as EnumerateData;
        return newTuple(m, [incref(self.ob_type), newTuple(m, [incref(data.iterator ?? m.None), newInt(m, data.next)])]);
      },
    },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
  ],
};

/** reversedobject. */
export interface ReversedData {
  index: number;
  seq: PyObject | null;
}

function reversedNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  if (type === m.types.reversed || type.tp_init === m.types.reversed.tp_init) noKeywords(m, 'reversed', kwnames);
  checkPositional(m, 'reversed', args.length - (kwnames === null ? 0 : tupleItems(kwnames).length), 1, 1);
  const seq = args[0] as PyObject;
  const method = lookupSpecial(m, seq, intern(m, '__reversed__'));
  if (method !== null) {
    try {
      if (method === m.None) throw typeError(m, `'${seq.ob_type.tp_name}' object is not reversible`);
      return callNoArgs(m, method);
    } finally {
      decref(m, method);
    }
  }
  if ((seq.ob_type.tp_flags & TypeFlag.DICT_SUBCLASS) !== 0 || seq.ob_type.sq_item === null) throw typeError(m, `'${seq.ob_type.tp_name}' object is not reversible`);
  const count = length(m, seq);
  const data: ReversedData = { index: count - 1, seq: incref(seq) };
  return genericAlloc(m, type, data);
}

function reversedNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as ReversedData;
  const seq = data.seq;
  if (seq === null) return null;
  if (data.index >= 0) {
    try {
      const item = sequenceItem(m, seq, data.index);
      data.index--;
      return item;
    } catch (error) {
      if (!(error instanceof PyRaise) || (!matches(error, m.types.IndexError) && !matches(error, m.types.StopIteration))) throw error;
      dropRaise(m, error);
    }
  }
  data.index = -1;
  data.seq = null;
  decref(m, seq);
  return null;
}

/** The type reversed. */
export const reversedType: TypeSpec = {
  name: 'reversed',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  doc: 'Return a reverse iterator over the values of the given sequence.',
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      xdecref(m, (self.data as ReversedData).seq);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const { seq } = self.data as ReversedData;
      if (seq !== null) visit(seq, 'sequence', -1);
    },
    tp_iter: selfIter,
    tp_iternext: reversedNext,
    tp_new: reversedNew,
  },
  methods: [
    {
      name: '__length_hint__', kind: 'noargs', doc: 'Private method returning an estimate of len(list(it)).',
      fn: (m, self) => {
        const data = self.data as ReversedData;
        if (data.seq === null) return newInt(m, 0);
        return newInt(m, length(m, data.seq) < data.index + 1 ? 0 : data.index + 1);
      },
    },
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling.',
      fn: (m, self) => {
        const data = self.data as ReversedData;
        if (data.seq !== null) return newTuple(m, [incref(self.ob_type), newTuple(m, [incref(data.seq)]), newInt(m, data.index)]);
        return newTuple(m, [incref(self.ob_type), newTuple(m, [incref(m.emptyTuple)])]);
      },
    },
    {
      name: '__setstate__', kind: 'o', doc: 'Set state information for unpickling.',
      fn: (m, self, state) => {
        const data = self.data as ReversedData;
        if (data.seq !== null) data.index = Math.max(-1, Math.min(exactSizeArgument(m, state), length(m, data.seq) - 1));
        return incref(m.None);
      },
    },
  ],
};
