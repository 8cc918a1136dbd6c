// The interface through which objects/, gc/ and modules/ call Python code and look at frames. vm/ implements it; nothing below vm/ imports vm/.
import type { PyRaise } from '../errors.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { PyObject } from '../objects/object.ts';
import type { Threads } from './threads.ts';

/** The running interpreter as the lower layers see it. All results are new references unless said otherwise. */
export interface Vm {
  /** Calls a Python function object (function_vectorcall): pushes a frame and runs it to its end. */
  callFunction(func: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject;
  /** The exception being handled (`sys.exception()`), borrowed; null if none. */
  currentException(): PyObject | null;
  /** Prints "Exception ignored in: …" for an exception that cannot propagate (`__del__`, weakref callbacks). Consumes `exc`. */
  /** PySys_WriteStderr: to sys.stderr, whatever the program put there. */
  printError(text: string): void;
  writeUnraisable(exc: PyObject, source: PyObject | null, message: string | null): void;
  /** Line that runs now in the innermost Python frame; null during start-up. */
  currentLine(): number | null;
  /** `__name__` of the module whose code runs; null if there is none. */
  callerModule(): string | null;
  /** Python frames now (3.11: native calls that it counts too), and at most. */
  depth: number;
  readonly recursionLimit: number;
  /** Innermost Python frame, null during start-up and at the end. */
  readonly frame: Frame | null;
  /**
   * Resumes a suspended generator or coroutine frame (gen_send_ex2's core): `value` (stolen) is what its yield answers, `thrown` (consumed)
   * is raised there instead. Answers the next yielded value; null when it returned, with the result in `takeReturned()`.
   */
  resume(gen: PyObject, value: PyObject, thrown: PyRaise | null): PyObject | null;
  /** The value of the generator that returned last (owned; null = none). */
  returned: PyObject | null;
  takeReturned(): PyObject;
  /** Runs `body` with the frame of the suspended generator `outer` linked in, as gen_throw does while it throws into an inner one. */
  withOuterFrame<T>(outer: PyObject, body: () => T): T;
  /** Imports a module by dotted name and answers the leaf module. */
  importModule(name: string): PyObject;
  /** PyErr_WarnEx with stacklevel 1: prints "FILE:LINE: Category: text" once per place, or raises under an 'error' filter. `source` (borrowed): the object it is about. */
  warn(category: PyObject, text: string, source?: PyObject | null): void;
  /** The threads; only the main one until a program starts others. */
  readonly threads: Threads;
  /** Where the innermost `limit` Python frames are, innermost first (tracemalloc). */
  callers(limit: number): readonly { readonly file: string; readonly line: number }[];
}
