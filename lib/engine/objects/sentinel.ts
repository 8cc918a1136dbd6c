// sentinel('NAME'): a value that is only itself (CPython 3.15 Objects/sentinelobject.c; PEP 661).
import type { Machine } from '../machine.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { badArgument, parseArgs } from './arguments.ts';
import { type PyObject, decref, incref, xdecref } from './object.ts';
import { raise } from './raise.ts';
import { isStr, newStr } from './str.ts';
import { type PyType, TypeFlag, type TypeSpec } from './type.ts';
import { makeUnion } from './union.ts';

interface SentinelData {
  readonly name: PyObject;
  module: PyObject | null;
  readonly repr: PyObject | null;
}

function dataOf(o: PyObject): SentinelData {
  return o.data as SentinelData;
}

function sentinelNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [name, repr] = parseArgs(m, { name: 'sentinel', params: ['', 'repr'], required: 1, positional: 1 }, args, kwnames);
  if (!name || !isStr(name)) throw badArgument(m, 'sentinel', 'argument 1', 'str', name ?? m.None);
  const shown = repr === null || repr === undefined || repr === m.None ? null : repr;
  if (shown !== null && !isStr(shown)) throw badArgument(m, 'sentinel', "argument 'repr'", 'str or None', shown);
  const module = m.vm.callerModule();
  const data: SentinelData = { name: incref(name), module: module === null ? incref(m.None) : newStr(m, module), repr: shown === null ? null : incref(shown) };
  const made = allocObject(m, type, data);
  gcTrack(m, made);
  return made;
}

const itself = (_m: Machine, self: PyObject): PyObject => incref(self);

/** PySentinel_Type. */
export const sentinelType: TypeSpec = {
  name: 'sentinel',
  basicsize: 40,
  flags: TypeFlag.HAVE_GC,
  doc: 'Create a unique sentinel object with the given name.',
  slots: {
    tp_new: sentinelNew,
    tp_dealloc(m, self) {
      const { name, module, repr } = dataOf(self);
      gcUntrack(m, self);
      decref(m, name);
      xdecref(m, module);
      xdecref(m, repr);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const { name, module, repr } = dataOf(self);
      visit(name, '__name__', -1);
      if (module !== null) visit(module, '__module__', -1);
      if (repr !== null) visit(repr, 'repr', -1);
    },
    tp_repr: (_m, self) => incref(dataOf(self).repr ?? dataOf(self).name),
    nb_or: (m, a, b) => makeUnion(m, a, b),
  },
  methods: [
    { name: '__copy__', kind: 'noargs', fn: itself },
    { name: '__deepcopy__', kind: 'o', fn: itself },
    { name: '__reduce__', kind: 'noargs', fn: (_m, self) => incref(dataOf(self).name) },
  ],
  getset: [
    { name: '__name__', kind: 'member', get: (_m, self) => incref(dataOf(self).name) },
    {
      name: '__module__', kind: 'member',
      get(m, self) {
        const { module } = dataOf(self);
        if (module === null) throw raise(m, m.types.AttributeError, '__module__');
        return incref(module);
      },
      set(m, self, value) {
        const data = dataOf(self);
        const old = data.module;
        data.module = value === null ? null : incref(value);
        xdecref(m, old);
      },
    },
  ],
};
