// CALL_INTRINSIC_1 and CALL_INTRINSIC_2 (CPython 3.13 Python/intrinsics.c).
import type { ExceptionData } from '../objects/exceptions.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { FunctionData } from '../objects/function.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../compiler/code-unit.ts';
import { Intrinsic1, Intrinsic2 } from '../compiler/opcodes.ts';
import { InvariantError } from '../errors.ts';
import { positive } from '../objects/abstract.ts';
import { callOne } from '../objects/call.ts';
import { newWrappedValue } from '../objects/async-generator.ts';
import { dictGetStr } from '../objects/dict.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import { raise, runtimeError } from '../objects/raise.ts';
import { packTuple } from '../objects/tuple.ts';
import { listItems } from '../objects/list.ts';
import { isSubtype } from '../objects/type.ts';
import { importStar } from './import.ts';
import { prepareReraiseStar } from './except-star.ts';
import { typingHelper } from './typing-helpers.ts';

/** New reference; `value` stays on the stack. */
export function intrinsic1(vm: Interpreter, f: Frame, which: number, value: PyObject): PyObject {
  const m = vm.m;
  switch (which) {
    case Intrinsic1.PRINT: return displayHook(vm, value);
    case Intrinsic1.IMPORT_STAR:
      importStar(vm, f, value);
      return incref(m.None);
    case Intrinsic1.STOPITERATION_ERROR: return stopIterationError(vm, f, value);
    case Intrinsic1.ASYNC_GEN_WRAP: return newWrappedValue(m, value);
    case Intrinsic1.UNARY_POSITIVE: return positive(m, value);
    case Intrinsic1.LIST_TO_TUPLE: return packTuple(m, listItems(value));
    case Intrinsic1.TYPEVAR: return typingHelper(m, '_make_typevar', [value]);
    case Intrinsic1.PARAMSPEC: return typingHelper(m, '_make_paramspec', [value]);
    case Intrinsic1.TYPEVARTUPLE: return typingHelper(m, '_make_typevartuple', [value]);
    case Intrinsic1.SUBSCRIPT_GENERIC: return typingHelper(m, '_make_generic', [value]);
    case Intrinsic1.TYPEALIAS: return typingHelper(m, '_make_typealias', [value]);
    default: throw new InvariantError(`no intrinsic ${which}`);
  }
}

export function intrinsic2(vm: Interpreter, which: number, left: PyObject, right: PyObject): PyObject {
  const m = vm.m;
  switch (which) {
    case Intrinsic2.PREP_RERAISE_STAR: return prepareReraiseStar(vm, left, right);
    case Intrinsic2.TYPEVAR_WITH_BOUND: return typingHelper(m, '_make_typevar_bound', [left, right]);
    case Intrinsic2.TYPEVAR_WITH_CONSTRAINTS: return typingHelper(m, '_make_typevar_constraints', [left, right]);
    case Intrinsic2.SET_FUNCTION_TYPE_PARAMS: {
      const data = left.data as FunctionData;
      const old = data.typeParams;
      data.typeParams = incref(right);
      xdecref(m, old);
      return incref(left);
    }
    case Intrinsic2.SET_TYPEPARAM_DEFAULT: return typingHelper(m, '_set_typeparam_default', [left, right]);
    default: throw new InvariantError(`no intrinsic ${which}`);
  }
}

/** `sys.displayhook(value)` of interactive statements. */
function displayHook(vm: Interpreter, value: PyObject): PyObject {
  const hook = vm.sysDict === null ? null : dictGetStr(vm.m, vm.sysDict, 'displayhook');
  if (hook === null) throw raise(vm.m, vm.m.types.RuntimeError, 'lost sys.displayhook');
  return callOne(vm.m, hook, value);
}

/** PEP 479: a StopIteration that leaves a generator becomes RuntimeError. */
function stopIterationError(vm: Interpreter, f: Frame, exc: PyObject): PyObject {
  const m = vm.m;
  const isAsync = (f.code.flags & CO_ASYNC_GENERATOR) !== 0;
  let text: string | null = null;
  if (isSubtype(exc.ob_type, m.types.StopIteration)) {
    text = isAsync ? 'async generator raised StopIteration' : (f.code.flags & CO_COROUTINE) !== 0 ? 'coroutine raised StopIteration' : 'generator raised StopIteration';
  } else if (isAsync && isSubtype(exc.ob_type, m.types.StopAsyncIteration)) text = 'async generator raised StopAsyncIteration';
  if (text === null) return incref(exc);
  const raised = runtimeError(m, text);
  const data = raised.exc.data as ExceptionData;
  data.cause = incref(exc);
  data.suppressContext = true;
  const old = data.context;
  data.context = incref(exc);
  if (old !== null) decref(m, old);
  return raised.exc;
}
