// The interface through which objects/, gc/ and modules/ call Python code and look at frames. vm/ implements it; nothing below vm/ imports vm/.
import type { PyObject } from '../objects/object.ts';

/** The running interpreter as the lower layers see it. All results are new references unless said otherwise. */
export interface Vm {
  /** Calls a Python function object (function_vectorcall): pushes a frame and runs it to its end. */
  callFunction(func: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject;
  /** The exception being handled (`sys.exception()`), borrowed; null if none. */
  currentException(): PyObject | null;
  /** Prints "Exception ignored in: …" for an exception that cannot propagate (`__del__`, weakref callbacks). Consumes `exc`. */
  writeUnraisable(exc: PyObject, source: PyObject | null, message: string | null): void;
  /** Line that runs now in the innermost Python frame; null during start-up. */
  currentLine(): number | null;
  /** Adds `exc`'s traceback entry, context etc. is the loop's own business. Resumes a generator/coroutine frame: see vm/generator-frames.ts. */
  resumeGenerator(gen: PyObject, value: PyObject | null, thrown: PyObject | null): { readonly done: boolean; readonly value: PyObject };
  /** Imports a module by dotted name and returns the top or the leaf module as `__import__` does. */
  importModule(name: string): PyObject;
  /** Where the innermost `limit` Python frames are, innermost first (tracemalloc). */
  callers(limit: number): readonly { readonly file: string; readonly line: number }[];
}
