// Native code that calls Python code without nesting the loop. Where native calls nest deeply, a Python function that native code calls does not run inside
// that native code: the native code is left by a host exception, the loop runs the function, and then executes the instruction again with the answer at
// hand. So a recursion through `__repr__`, `__getattr__`, `sorted(key=…)` … goes as deep as CPython's, whatever the host's stack.
// NOT CPYTHON: its C stack is deep enough. Which instructions can be executed again is said in vm/retry.ts.
import type { Frame } from './interpreter-frame.ts';
import type { Machine } from '../machine.ts';
import { InvariantError, PyRaise } from '../errors.ts';
import { decref, incref, type PyObject } from './object.ts';
import { MAX_ANSWERS, PYTHON_CALL_UNITS } from '../limits.ts';

/** What a Python call of the instruction gave (all owned): a value, the end of a generator with its value, an exception; or something made once. */
type Answer =
  | { readonly kind: 'value' | 'end'; readonly value: PyObject }
  | { readonly kind: 'raised'; readonly value: PyObject }
  | { readonly kind: 'made'; readonly depth: number; readonly value: PyObject | null };

/** Thrown through native code to leave it: this frame, or this generator with what its `yield` answers, has to run first (both owned). */
export class CallFirst {
  readonly frame: Frame | null;
  readonly generator: PyObject | null;
  readonly sent: PyObject | null;
  constructor(frame: Frame | null, generator: PyObject | null = null, sent: PyObject | null = null) {
    this.frame = frame;
    this.generator = generator;
    this.sent = sent;
  }
}

/** One instruction that can be executed again, and what its Python calls have answered so far. */
export class Retry {
  readonly frame: Frame;
  /** Python code runs for it now: a function, or a generator (owned). */
  waitsFor: 'function' | 'generator' | null = null;
  generator: PyObject | null = null;
  /** Containers whose repr had begun when the native code was left. */
  readonly printing = new Set<PyObject>();
  isLeaving = false;
  /** What native code had added to the recursion depth when it was left (3.11). */
  extraDepth = 0;
  private startDepth = 0;
  /** What CPython's stack holds of the native code that was left and of the call. */
  stackUnits = 0;
  private startUnits = 0;
  private readonly answers: Answer[] = [];
  private at = 0;
  private depth = 0;
  private sp: number;
  private deallocDepth: number;

  constructor(m: Machine, frame: Frame) {
    this.frame = frame;
    this.sp = frame.sp;
    this.deallocDepth = m.deallocDepth;
  }

  get isUnused(): boolean {
    return this.answers.length === 0;
  }

  /** The instruction begins, again or for the first time. */
  begin(m: Machine): void {
    this.at = 0;
    this.depth = 0;
    this.isLeaving = false;
    this.sp = this.frame.sp;
    this.deallocDepth = m.deallocDepth;
    this.startDepth = m.vm.depth;
    this.startUnits = m.cStack;
  }

  /** Native code is about to be left. */
  leave(m: Machine): void {
    this.isLeaving = true;
    this.extraDepth = m.vm.depth - this.startDepth;
    this.stackUnits = m.cStack - this.startUnits + PYTHON_CALL_UNITS;
  }

  /** False in finalizers, and once the instruction has given its operands away: what is called then is called by nesting. */
  isOpen(m: Machine): boolean {
    return m.deallocDepth === this.deallocDepth && this.frame.sp === this.sp && this.frame === m.vm.frame;
  }

  /** The native code may be left: there is no answer for its next call, and not too many before. */
  get canLeave(): boolean {
    return this.at === this.answers.length && this.answers.length < MAX_ANSWERS;
  }

  /** The answer of the next Python call: a new reference, or null when it has not been made. */
  take(): { readonly value: PyObject; readonly isEnd: boolean } | null {
    const known = this.answers[this.at];
    if (known === undefined) return null;
    this.at++;
    if (known.kind === 'made') throw new InvariantError('An instruction did something else when it was executed again.');
    const value = incref(known.value);
    if (known.kind !== 'raised') return { value, isEnd: known.kind === 'end' };
    const raised = new PyRaise(value);
    raised.isFresh = false;
    throw raised;
  }

  /** Does something that must not be done twice, or answers what it gave the first time: a new reference. */
  once(m: Machine, make: () => PyObject | null): PyObject | null {
    const known = this.answers[this.at];
    if (known?.kind === 'made' && known.depth === this.depth) {
      this.at++;
      return known.value === null ? null : incref(known.value);
    }
    const start = this.at;
    this.depth++;
    let value: PyObject | null;
    try {
      value = make();
    } finally {
      this.depth--;
    }
    // The answers that led to it are part of it now.
    const used = this.answers.splice(start, this.at - start, { kind: 'made', depth: this.depth, value: value === null ? null : incref(value) });
    this.at = start + 1;
    for (const answer of used) if (answer.value !== null) decref(m, answer.value);
    return value;
  }

  /** What was done so far stands among the operands and is not done again. */
  commit(m: Machine): void {
    for (const answer of this.answers.splice(0, this.at)) if (answer.value !== null) decref(m, answer.value);
    this.at = 0;
  }

  /** What the function or generator that the instruction waits for has given (stolen). */
  answer(m: Machine, kind: 'value' | 'end' | 'raised', value: PyObject): void {
    this.answers.push({ kind, value });
    this.waitsFor = null;
    m.vm.depth -= this.extraDepth;
    m.cStack -= this.stackUnits;
    const { generator } = this;
    this.generator = null;
    if (generator !== null) decref(m, generator);
  }

  /** The instruction is over. */
  drop(m: Machine): void {
    if (this.frame.retry === this) this.frame.retry = null;
    const { generator } = this;
    this.generator = null;
    if (generator !== null) decref(m, generator);
    for (const answer of this.answers.splice(0)) if (answer.value !== null) decref(m, answer.value);
    this.printing.clear();
  }

  /** References that it owns. */
  get owned(): readonly PyObject[] {
    const values = this.answers.flatMap(({ value }) => (value === null ? [] : [value]));
    return this.generator === null ? values : [...values, this.generator];
  }
}

/** The running instruction's Retry where native code may still be left, else null. */
export function openRetry(m: Machine): Retry | null {
  const { retry } = m;
  return retry !== null && retry.isOpen(m) ? retry : null;
}

/** `make`, but done once only when the instruction is executed again. */
export function madeOnce(m: Machine, make: () => PyObject): PyObject {
  return (openRetry(m)?.once(m, make) ?? make()) as PyObject;
}
