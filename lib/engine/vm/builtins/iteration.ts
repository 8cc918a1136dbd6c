// Built-in functions on iterators: iter, next, aiter, anext, sorted.
import { countingCall } from '../../objects/call.ts';
import type { NativeSpec } from '../../objects/type.ts';
import type { PyObject } from '../../objects/object.ts';
import { PyRaise } from '../../errors.ts';
import { getAttr, getIter } from '../../objects/abstract.ts';
import { newAnextAwaitable } from '../../objects/async-generator.ts';
import { newCallableIterator } from '../../objects/iterators.ts';
import { sequenceList } from '../../objects/list.ts';
import { listSort } from '../../objects/sort.ts';
import { intern } from '../../objects/names.ts';
import { decref, incref } from '../../objects/object.ts';
import { dropRaise, matches, stopIteration, typeError } from '../../objects/raise.ts';
import { checkPositional } from '../../objects/arguments.ts';
import { nextNotImplemented } from '../../objects/slot-functions.ts';
import { tupleItems } from '../../objects/tuple.ts';

export const iterationFunctions: readonly NativeSpec[] = [
  {
    name: 'iter', kind: 'fast', min: 1, max: 2,
    doc: 'iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.\nIn the first form, the argument must supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.',
    fn(m, _self, args) {
      const [o, sentinel] = args as [PyObject, PyObject | undefined];
      if (sentinel === undefined) return getIter(m, o);
      if (o.ob_type.tp_call === null) throw typeError(m, 'iter(v, w): v must be callable');
      return newCallableIterator(m, o, sentinel);
    },
  },
  {
    name: 'next', kind: 'fast', min: 1, max: 2,
    doc: 'next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration.',
    fn(m, _self, args) {
      const [it, fallback] = args as [PyObject, PyObject | undefined];
      const next = it.ob_type.tp_iternext;
      if (next === null || next === nextNotImplemented) throw typeError(m, `'${it.ob_type.tp_name}' object is not an iterator`);
      if (fallback === undefined) {
        const item = next(m, it);
        if (item === null) throw stopIteration(m, null);
        return item;
      }
      try {
        return next(m, it) ?? incref(fallback);
      } catch (error) {
        if (!(error instanceof PyRaise) || !matches(error, m.types.StopIteration)) throw error;
        dropRaise(m, error);
        return incref(fallback);
      }
    },
  },
  {
    name: 'aiter', kind: 'o', sig: '($module, async_iterable, /)', doc: 'Return an AsyncIterator for an AsyncIterable object.',
    fn(m, _self, o) {
      const slot = o.ob_type.am_aiter;
      if (slot === null) throw typeError(m, `'${o.ob_type.tp_name}' object is not an async iterable`);
      const iter = slot(m, o);
      if (iter.ob_type.am_anext === null) {
        const text = `aiter() returned not an async iterator of type '${iter.ob_type.tp_name}'`;
        decref(m, iter);
        throw typeError(m, text);
      }
      return iter;
    },
  },
  {
    name: 'anext', kind: 'fast', min: 1, max: 2, sig: '($module, aiterator, default=<unrepresentable>, /)',
    doc: 'Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration.',
    fn(m, _self, args) {
      const [iter, fallback] = args as [PyObject, PyObject | undefined];
      const slot = iter.ob_type.am_anext;
      if (slot === null) throw typeError(m, `'${iter.ob_type.tp_name}' object is not an async iterator`);
      const awaitable = slot(m, iter);
      if (fallback === undefined) return awaitable;
      const wrapped = newAnextAwaitable(m, awaitable, fallback);
      decref(m, awaitable);
      return wrapped;
    },
  },
  {
    name: 'sorted', kind: 'fastkw', sig: '($module, iterable, /, *, key=None, reverse=False)',
    doc: 'Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order.',
    fn(m, _self, args, kwnames) {
      const given = args.length - (kwnames === null ? 0 : tupleItems(kwnames).length);
      if (given !== 1) checkPositional(m, 'sorted', given, 1, 1);
      const list = sequenceList(m, args[0] as PyObject);
      const method = getAttr(m, list, intern(m, 'sort'));
      try {
        const sort = (): PyObject => listSort(m, list, args.slice(1), kwnames);
        // It calls the bound list.sort, which 3.11 counts.
        decref(m, m.profile.nativeCallDepth > 0 ? countingCall(m, sort) : sort());
        return incref(list);
      } finally {
        decref(m, method);
        decref(m, list);
      }
    },
  },
];
