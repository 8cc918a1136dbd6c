// What happens at the eval breaker (CPython 3.13 Python/ceval_gil.c, _Py_HandlePending): interrupts, scheduled collections, other threads.
import type { Interpreter } from './interpreter.ts';
import { raiseWith } from '../objects/raise.ts';

/** Runs what was put off to the next safe point. */
export function handleEvalBreaker(vm: Interpreter): void {
  const m = vm.m;
  m.evalBreaker = false;
  if (m.interrupted) {
    m.interrupted = false;
    throw raiseWith(m, m.types.KeyboardInterrupt, []);
  }
  m.gc.runScheduled();
  if (m.switchDue) {
    m.switchDue = false;
    vm.threads.yieldToOthers();
  }
}
