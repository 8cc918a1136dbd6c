// The host exceptions that cross the engine's own functions: a Python exception in flight, a limit reached, our own bug.
import type { PyObject } from './objects/object.ts';

/** A Python exception on its way through native code (what a NULL return means in CPython). Owns one reference to `exc`. */
export class PyRaise {
  readonly exc: PyObject;
  /** Until the loop has seen it for the first time: `__context__` is set then (PyErr_SetObject does it when raising). */
  isFresh = true;
  /** A RERAISE: the frame that raises it adds no traceback entry. */
  isReraise = false;
  /** How many instructions back its first traceback entry stands: 3.11 raised in the second half of a superinstruction. */
  entryBack = 0;
  constructor(exc: PyObject) {
    this.exc = exc;
  }
}

/** The run is over: a limit was reached or something is not simulated. Never catchable by Python code. */
export class RunEnded {
  readonly status: 'step-limit' | 'memory-limit' | 'output-limit' | 'not-simulated' | 'stopped';
  readonly message: string;
  constructor(status: RunEnded['status'], message: string) {
    this.status = status;
    this.message = message;
  }
}

/** The host's own stack has ended: V8's RangeError for it has no class of its own. */
export function isHostStackEnd(error: unknown): error is RangeError {
  return error instanceof RangeError && error.message.includes('call stack');
}

/** Our own bug. Caught only at the machine's boundary, where it becomes status `internal-error`. */
export class InvariantError extends Error {}

/** Throws an InvariantError unless `condition` holds. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
