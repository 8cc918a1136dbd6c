// Running a code object in namespaces (CPython 3.13 Python/ceval.c PyEval_EvalCode).
import type { CodeData } from '../objects/code.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import type { FunctionData } from '../objects/function.ts';
import { builtinsOf, newFunction } from '../objects/function.ts';
import { takeFrame } from '../objects/interpreter-frame.ts';
import { decref, incref } from '../objects/object.ts';

/** Runs `code` with the namespaces (borrowed; `locals` null = none). Answers its value. CPython makes a function object for the run. */
export function runCode(m: Machine, code: PyObject, globals: PyObject, locals: PyObject | null, closure: PyObject | null = null): PyObject {
  const vm = m.vm as Interpreter;
  const known = vm.knownAnswer();
  if (known !== null) return known;
  const func = newFunction(m, code, globals);
  const data = func.data as FunctionData;
  // _PyFunction_FromConstructor: the function around a program has no docstring.
  decref(m, data.doc);
  data.doc = incref(m.None);
  if (closure !== null) data.closure = incref(closure);
  const frame = takeFrame(code.data as CodeData, code, func, globals, builtinsOf(m, globals));
  frame.locals = locals === null ? null : incref(locals);
  return vm.enter(frame) as PyObject;
}
