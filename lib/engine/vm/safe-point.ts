// What happens at the eval breaker (CPython 3.13 Python/ceval_gil.c, _Py_HandlePending): scheduled collections.
import type { Interpreter } from './interpreter.ts';

/** Runs what was put off to the next safe point. */
export function handleEvalBreaker(vm: Interpreter): void {
  const m = vm.m;
  m.evalBreaker = false;
  m.gc.runScheduled();
}
