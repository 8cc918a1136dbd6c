// What happens at the eval breaker (CPython 3.13 Python/ceval_gil.c, _Py_HandlePending): interrupts, scheduled collections, other threads.
import type { Machine } from '../machine.ts';
import type { MethodDescrData } from '../objects/descriptors.ts';
import type { PyObject } from '../objects/object.ts';
import type { Interpreter } from './interpreter.ts';
import { POP_TOP } from '../compiler/opcodes.ts';
import { isNativeFunction } from '../objects/native-function.ts';
import { raiseWith } from '../objects/raise.ts';
import { isStr, strValue } from '../objects/str.ts';

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

/**
 * A CALL of native code has answered. The specialised instructions for `l.append(x)` as a statement, len(x), isinstance(x, t) and type(x) do not look at the eval
 * breaker (CALL_LIST_APPEND, CALL_LEN, CALL_ISINSTANCE, CALL_TYPE_1): what was put off waits for the next safe point. `next` is the next instruction.
 */
export function safePointAfterCall(vm: Interpreter, callable: PyObject, count: number, next: number): void {
  if (!isSpecialised(vm.m, callable, count, next)) handleEvalBreaker(vm);
}

function isSpecialised(m: Machine, callable: PyObject, count: number, next: number): boolean {
  if (callable === m.types.type) return count === 1;
  if (callable.ob_type === m.types.method_descriptor) {
    const { spec, type } = callable.data as MethodDescrData;
    return spec.name === 'append' && type === m.types.list && count === 1 && next === POP_TOP;
  }
  if (!isNativeFunction(m, callable)) return false;
  const { spec, module } = callable.data;
  return (spec.name === 'len' || spec.name === 'isinstance') && module !== null && isStr(module) && strValue(module) === 'builtins';
}
