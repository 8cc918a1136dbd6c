// Delegation and awaiting (CPython 3.13 Objects/genobject.c _PyCoro_GetAwaitableIter, PyIter_Send; Python/ceval.c _PyEval_GetANext).
import type { Frame } from '../objects/interpreter-frame.ts';
import type { GeneratorData } from '../objects/generator.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import type { CodeData } from '../objects/code.ts';
import { CO_COROUTINE, CO_ITERABLE_COROUTINE } from '../compiler/code-unit.ts';
import { PyRaise } from '../errors.ts';
import { getIter } from '../objects/abstract.ts';
import { callMethod } from '../objects/call.ts';
import { stopIterationValue } from '../objects/exceptions.ts';
import { genSend, isCoroutine, isGenerator, yieldFromTarget } from '../objects/generator.ts';
import { decref, incref } from '../objects/object.ts';
import { dropRaise, matches, runtimeError, typeError } from '../objects/raise.ts';
import { nextRaising, slotIterNext } from '../objects/slot-functions.ts';
import { isSubtype } from '../objects/type.ts';
import { heldBySlot, virtualIterator } from '../objects/virtual-iterators.ts';
import { continueRaising } from './raising.ts';

/** Flags of a generator's code. */
function flagsOf(gen: PyObject): number {
  return ((gen.data as GeneratorData).code.data as CodeData).flags;
}

/** _PyCoro_GetAwaitableIter: new reference. `refuse` makes the error for what cannot be awaited. */
function awaitableIterator(vm: Interpreter, o: PyObject, refuse: () => PyRaise): PyObject {
  const m = vm.m;
  if (isCoroutine(m, o) || (isGenerator(m, o) && (flagsOf(o) & CO_ITERABLE_COROUTINE) !== 0)) return incref(o);
  const slot = o.ob_type.am_await;
  if (slot === null) throw refuse();
  const iter = slot(m, o);
  if (isCoroutine(m, iter) || (isGenerator(m, iter) && (flagsOf(iter) & CO_ITERABLE_COROUTINE) !== 0)) {
    decref(m, iter);
    throw typeError(m, '__await__() returned a coroutine');
  }
  if (iter.ob_type.tp_iternext === null) {
    const text = `__await__() returned non-iterator of type '${iter.ob_type.tp_name}'`;
    decref(m, iter);
    throw typeError(m, text);
  }
  return iter;
}

/** GET_AWAITABLE; `where` 1: result of `__aenter__`, 2: of `__aexit__`. */
export function awaitable(vm: Interpreter, o: PyObject, where: number): PyObject {
  const m = vm.m;
  const name = o.ob_type.tp_name;
  const iter = awaitableIterator(vm, o, () => {
    if (where === 1) return typeError(m, `'async with' received an object from __aenter__ that does not implement __await__: ${name}`);
    if (where === 2) return typeError(m, `'async with' received an object from __aexit__ that does not implement __await__: ${name}`);
    return typeError(m, m.profile.awaitText.replace('%s', name));
  });
  if (isCoroutine(m, iter)) {
    const inner = yieldFromTarget(iter);
    if (inner !== null) {
      decref(m, inner);
      decref(m, iter);
      throw runtimeError(m, 'coroutine is being awaited already');
    }
  }
  return iter;
}

/** GET_AITER. */
export function asyncIterator(vm: Interpreter, o: PyObject): PyObject {
  const m = vm.m;
  const slot = o.ob_type.am_aiter;
  if (slot === null) throw typeError(m, `'async for' requires an object with __aiter__ method, got ${o.ob_type.tp_name}`);
  const iter = slot(m, o);
  if (iter.ob_type.am_anext === null) {
    const text = `'async for' received an object from __aiter__ that does not implement __anext__: ${iter.ob_type.tp_name}`;
    decref(m, iter);
    throw typeError(m, text);
  }
  return iter;
}

/** GET_ANEXT. */
export function asyncNext(vm: Interpreter, iter: PyObject): PyObject {
  const m = vm.m;
  const slot = iter.ob_type.am_anext;
  if (slot === null) throw typeError(m, `'async for' requires an iterator with __anext__ method, got ${iter.ob_type.tp_name}`);
  if (iter.ob_type === m.types.async_generator) return slot(m, iter);
  const next = slot(m, iter);
  try {
    return awaitableIterator(vm, next, () => typeError(m, `'async for' received an invalid object from __anext__: ${next.ob_type.tp_name}`));
  } finally {
    decref(m, next);
  }
}

/** END_ASYNC_FOR: StopAsyncIteration ends the loop. */
export function endAsyncFor(vm: Interpreter, f: Frame): void {
  const m = vm.m;
  const exc = f.slots[f.sp - 1] as PyObject;
  if (!isSubtype(exc.ob_type, m.types.StopAsyncIteration)) return continueRaising(incref(exc));
  const iter = f.slots[f.sp - 2] as PyObject;
  f.sp -= 2;
  decref(m, exc);
  decref(m, iter);
}

/** GET_YIELD_FROM_ITER. */
export function yieldFromIterator(vm: Interpreter, f: Frame, o: PyObject): PyObject {
  const m = vm.m;
  if (isCoroutine(m, o)) {
    if ((f.code.flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) === 0) throw typeError(m, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    return incref(o);
  }
  if (isGenerator(m, o)) return incref(o);
  const virtual = virtualIterator(m, o);
  if (virtual === null) return getIter(m, o);
  incref(o);
  return virtual;
}

/** PyIter_Send: answers what the receiver yields, or its value when it ended (then `vm.sendEnded`). `value` stays the caller's. */
export function sendTo(vm: Interpreter, receiver: PyObject, value: PyObject): PyObject {
  const m = vm.m;
  vm.sendEnded = false;
  if (isGenerator(m, receiver) || isCoroutine(m, receiver)) {
    const yielded = genSend(m, receiver, value);
    vm.sendEnded = yielded === null;
    return yielded ?? vm.takeReturned();
  }
  const slot = receiver.ob_type.am_send;
  if (slot !== null) {
    const result = slot(m, receiver, value);
    vm.sendEnded = result.done;
    return result.value;
  }
  try {
    const next = receiver.ob_type.tp_iternext;
    if (value === m.None && next !== null) {
      if (next === slotIterNext) return nextRaising(m, receiver);
      const item = next(m, receiver);
      vm.sendEnded = item === null;
      return item ?? incref(m.None);
    }
    const item = callMethod(m, heldBySlot(receiver) ?? receiver, m.names.send as PyObject, [value]);
    vm.sendEnded = false;
    return item;
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.StopIteration)) throw error;
    const result = incref(stopIterationValue(m, error.exc));
    dropRaise(m, error);
    vm.sendEnded = true;
    return result;
  }
}
