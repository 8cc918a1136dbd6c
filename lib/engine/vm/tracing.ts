// sys.settrace and sys.setprofile (CPython 3.13 Python/legacy_tracing.c over Python/instrumentation.c; 3.11 Python/ceval.c maybe_call_line_trace).
// While a function is set, the countdown comes here before every instruction (budget.ts); without one nothing is paid.
import type { Interpreter } from './interpreter.ts';
import type { PyThread } from './threads.ts';
import type { CodeData } from '../objects/code.ts';
import type { ExceptionData } from '../objects/exceptions.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { PyObject } from '../objects/object.ts';
import {
  CALL, CALL_FUNCTION_EX, CALL_KW, END_ASYNC_FOR, END_FOR, END_SEND, FOR_ITER, JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT, JUMP_FORWARD,
  POP_JUMP_IF_FALSE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_TRUE, RERAISE, RESUME, RETURN_CONST, RETURN_VALUE, SEND, YIELD_VALUE,
} from '../compiler/opcodes.ts';
import { PyRaise } from '../errors.ts';
import { call } from '../objects/call.ts';
import { frameObjectOf, type FrameObjectData } from '../objects/frame-object.ts';
import { intValue, isInt } from '../objects/int.ts';
import { FrameOwner } from '../objects/interpreter-frame.ts';
import { intern } from '../objects/names.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import { dropRaise, matches, raiseWith } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { isHidden } from './unwind.ts';

type TraceEvent = 'call' | 'line' | 'return' | 'exception' | 'opcode' | 'c_call' | 'c_return' | 'c_exception';

/** What a thread is watched by. */
export interface Watchers {
  /** The functions of sys.settrace and sys.setprofile (owned). */
  trace: PyObject | null;
  profile: PyObject | null;
  /** One of them runs: what it does is not watched. */
  isInside: boolean;
}

/** What is remembered of a frame between two of its instructions. */
interface FrameState {
  /** Index of the instruction before; -1 = none that was watched. */
  previous: number;
  /** The C function that the instruction before called, for c_return (owned). */
  native: PyObject | null;
  /** The StopIteration that ended what the instruction before asked for its next item (owned). */
  stop: PyObject | null;
  /** Where the exception that is raised again came from; -1 = from where the frame is. */
  reraisedAt: number;
}

/** One machine's tracing. */
export class Tracer {
  private readonly vm: Interpreter;
  private frames = new WeakMap<Frame, FrameState>();
  private readonly lineStarts = new WeakMap<CodeData, Uint8Array>();

  constructor(vm: Interpreter) {
    this.vm = vm;
  }

  private get watchers(): Watchers {
    return this.vm.threads.current.watchers;
  }

  /** Whether instructions of the running thread are watched now. */
  isWatching(): boolean {
    const { trace, profile, isInside } = this.watchers;
    return !isInside && (trace !== null || profile !== null);
  }

  /** sys.settrace, sys.setprofile: `func` is borrowed, null takes the function away. */
  set(kind: 'trace' | 'profile', func: PyObject | null, { watchers }: PyThread = this.vm.threads.current): void {
    const { vm } = this;
    const old = watchers[kind];
    watchers[kind] = func === null ? null : incref(func);
    this.frames = new WeakMap();
    vm.countdown.settle();
    xdecref(vm.m, old);
  }

  /** sys.call_tracing: a call that is watched although a trace function runs. */
  callTraced(func: PyObject, args: readonly PyObject[]): PyObject {
    const { watchers, vm } = this;
    const was = watchers.isInside;
    watchers.isInside = false;
    vm.countdown.settle();
    try {
      return call(vm.m, func, args, null);
    } finally {
      watchers.isInside = was;
      vm.countdown.settle();
    }
  }

  /** Runs what CPython does in C (importing a bundled module) unwatched. */
  unwatched<T>(work: () => T): T {
    const { watchers } = this;
    const was = watchers.isInside;
    watchers.isInside = true;
    try {
      return work();
    } finally {
      watchers.isInside = was;
      this.vm.countdown.settle();
    }
  }

  /** `frame` is about to execute an instruction. */
  before(frame: Frame): void {
    const { code } = frame;
    if (isHidden(frame)) return;
    const at = frame.pc - 1;
    const op = code.ops[at] as number;
    const isEntry = op === RESUME && ((code.args[at] as number) & 3) === 0;
    if (isEntry) this.frames.delete(frame);
    const state = this.stateOf(frame);
    const { previous } = state;
    if (state.native !== null || state.stop !== null) asIfAt(frame, previous, () => this.finish(frame, state, at));
    state.previous = at;
    state.reraisedAt = op === RERAISE && (code.args[at] as number) > 0 ? lastInstruction(frame, code.args[at] as number) : -1;
    if (op === RESUME) {
      if (this.isFirstResume(frame, at)) this.tell(frame, 'call', null);
      return;
    }
    this.atInstruction(frame, at, previous);
    if (op === RETURN_VALUE || op === YIELD_VALUE || op === RETURN_CONST) {
      const value = op === RETURN_CONST ? code.consts[code.args[at] as number] as PyObject : frame.slots[frame.sp - 1] as PyObject;
      this.tell(frame, 'return', value);
      if (op !== YIELD_VALUE && value !== this.vm.m.None) this.noteStop(frame, () => raiseWith(this.vm.m, this.vm.m.types.StopIteration, [value]).exc);
    }
    else if (this.watchers.profile !== null) this.startNative(frame, state, op, at);
  }

  /** A generator is resumed by throw(). */
  throwing(frame: Frame): void {
    if (!isHidden(frame)) this.tell(frame, 'call', null);
  }

  /** A RESUME behind `yield from` and `await` follows each round of SEND; the frame was entered by the one behind its YIELD_VALUE. */
  private isFirstResume(frame: Frame, at: number): boolean {
    return at === 0 || frame.code.ops[at - 1] === YIELD_VALUE || ((frame.code.args[at] as number) & 3) === 0;
  }

  private stateOf(frame: Frame): FrameState {
    const known = this.frames.get(frame);
    if (known !== undefined) return known;
    // A frame that ran before it was watched: the instruction in front is the one that switched this on.
    const op = frame.code.ops[frame.pc - 1];
    const state = { previous: op === RESUME ? -1 : frame.pc - 2, native: null, stop: null, reraisedAt: -1 };
    this.frames.set(frame, state);
    return state;
  }

  /** Line and opcode events of a frame that has a trace function. */
  private atInstruction(frame: Frame, at: number, previous: number): void {
    const data = frame.frameObject === null ? null : frame.frameObject.data as FrameObjectData;
    if (data === null || data.trace === null || this.watchers.trace === null) return;
    if (data.traceLines && this.startsLine(frame.code, at, previous)) this.tell(frame, 'line', null);
    if (data.traceOpcodes) this.tell(frame, 'opcode', null);
  }

  private startsLine(code: CodeData, at: number, previous: number): boolean {
    const { linenos } = code.unit;
    const line = linenos[at] ?? -1;
    if (line < 0) return false;
    const op = code.ops[at] as number;
    const before = previous < 0 ? -1 : linenos[previous] ?? -1;
    if (this.vm.m.profile.lineEventsByStep) {
      const last = previous <= code.ops.indexOf(RESUME) ? -1 : before;
      return line !== last || (at < previous && op !== SEND);
    }
    const previousOp = previous < 0 ? -1 : code.ops[previous] as number;
    // sys_trace_jump_func: a jump back within one line.
    if (previousOp === JUMP_BACKWARD && at < previous && before === line) return true;
    return this.startsOf(code)[at] === 1 && (before !== line || previousOp === RESUME);
  }

  /** initialize_lines: which instructions can start a line. */
  private startsOf(code: CodeData): Uint8Array {
    const known = this.lineStarts.get(code);
    if (known !== undefined) return known;
    const { linenos, exceptionTable } = code.unit;
    const starts = new Uint8Array(code.ops.length);
    let current = -1;
    code.ops.forEach((op, i) => {
      const line = linenos[i] ?? -1;
      const canStart = op !== END_ASYNC_FOR && op !== END_FOR && op !== END_SEND && op !== RESUME;
      if (canStart && line >= 0 && line !== current) starts[i] = 1;
      current = op === RESUME && ((code.args[i] as number) & 3) === 0 ? -1 : line;
    });
    const mark = (target: number): void => {
      if ((linenos[target] ?? -1) >= 0) starts[target] = 1;
    };
    code.ops.forEach((op, i) => {
      const target = code.args[i] as number;
      if (JUMPS.has(op)) mark(target);
      else if (op === FOR_ITER || op === SEND) mark(target + 1);
    });
    for (const entry of exceptionTable) mark(entry.target);
    this.lineStarts.set(code, starts);
    return starts;
  }

  /** c_call of a call instruction whose callable is a C function. */
  private startNative(frame: Frame, state: FrameState, op: number, at: number): void {
    const callable = nativeCallable(this.vm, frame, op, frame.code.args[at] as number);
    if (callable === null) return;
    this.tell(frame, 'c_call', callable);
    if (this.watchers.profile === null) decref(this.vm.m, callable);
    else state.native = callable;
  }

  private finishNative(frame: Frame, state: FrameState, event: 'c_return' | 'c_exception'): void {
    const { native } = state;
    if (native === null) return;
    state.native = null;
    try {
      this.tell(frame, event, native);
    } finally {
      decref(this.vm.m, native);
    }
  }

  /** What the instruction before left to be told. */
  private finish(frame: Frame, state: FrameState, at: number): void {
    this.finishNative(frame, state, 'c_return');
    const { stop } = state;
    if (stop === null) return;
    state.stop = null;
    // A loop that goes on: somebody in between has caught it.
    const wasLast = frame.code.ops[state.previous] === SEND || at !== state.previous + 1;
    try {
      if (wasLast) this.tellException(frame, stop);
    } finally {
      decref(this.vm.m, stop);
    }
  }

  /** A frame ends with a StopIteration, or an answer that becomes one: FOR_ITER and SEND of its caller will see it. */
  private noteStop(frame: Frame, make: () => PyObject): void {
    const { prev } = frame;
    if (prev === null || prev.pc < 1) return;
    const op = prev.code.ops[prev.pc - 1];
    const isGenerator = frame.owner === FrameOwner.GENERATOR;
    if (op !== FOR_ITER && !(op === SEND && isGenerator)) return;
    const state = this.stateOf(prev);
    if (state.previous !== prev.pc - 1 || state.stop !== null) return;
    state.stop = make();
  }

  private tellException(frame: Frame, exc: PyObject): void {
    const { m } = this.vm;
    const arg = newTuple(m, [incref(exc.ob_type), incref(exc), incref((exc.data as ExceptionData).traceback ?? m.None)]);
    try {
      this.tell(frame, 'exception', arg);
    } finally {
      decref(m, arg);
    }
  }

  /** An instruction of the frame raised. Answers what is raised from here on: a trace function's own exception takes its place. */
  raised(frame: Frame, raised: PyRaise, isReraise: boolean): PyRaise {
    if (isHidden(frame)) return raised;
    return this.instead(raised, () => {
      this.finishNative(frame, this.stateOf(frame), 'c_exception');
      if (!isReraise) this.tellException(frame, raised.exc);
    });
  }

  /** The frame is left by an exception. */
  unwinding(frame: Frame, raised: PyRaise): PyRaise {
    if (isHidden(frame)) return raised;
    const { reraisedAt } = this.stateOf(frame);
    return this.instead(raised, () => {
      asIfAt(frame, reraisedAt, () => this.tell(frame, 'return', null));
      if (frame.owner !== FrameOwner.GENERATOR && matches(raised, this.vm.m.types.StopIteration)) this.noteStop(frame, () => incref(raised.exc));
    });
  }

  private instead(raised: PyRaise, work: () => void): PyRaise {
    try {
      work();
      return raised;
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      dropRaise(this.vm.m, raised);
      error.isFresh = false;
      return error;
    }
  }

  /** Calls whom the event concerns. `arg` is borrowed; null = None. */
  private tell(frame: Frame, event: TraceEvent, arg: PyObject | null): void {
    if (event !== 'c_call' && event !== 'c_return' && event !== 'c_exception') this.tellTrace(frame, event, arg);
    if (event !== 'line' && event !== 'exception' && event !== 'opcode') this.tellProfile(frame, event, arg);
  }

  /** trace_trampoline: the global function at a call, the frame's own later; what it answers is the frame's from then on. */
  private tellTrace(frame: Frame, event: TraceEvent, arg: PyObject | null): void {
    const { m } = this.vm;
    if (this.watchers.trace === null) return;
    const callback = event === 'call' ? this.watchers.trace : (frame.frameObject?.data as FrameObjectData | undefined)?.trace ?? null;
    if (callback === null) return;
    const result = this.callHook('trace', callback, frame, event, arg);
    const data = frameObjectOf(m, frame).data as FrameObjectData;
    if (result === m.None) {
      decref(m, result);
      return;
    }
    const old = data.trace;
    data.trace = result;
    xdecref(m, old);
  }

  private tellProfile(frame: Frame, event: TraceEvent, arg: PyObject | null): void {
    const { profile } = this.watchers;
    if (profile !== null) decref(this.vm.m, this.callHook('profile', profile, frame, event, arg));
  }

  /** call_trampoline. A function that raises is taken away. */
  private callHook(kind: 'trace' | 'profile', callback: PyObject, frame: Frame, event: TraceEvent, arg: PyObject | null): PyObject {
    const { watchers, vm } = this;
    const { m } = vm;
    const thread: PyThread = vm.threads.current;
    const frameObject = incref(frameObjectOf(m, frame));
    incref(callback);
    watchers.isInside = true;
    try {
      return call(m, callback, [frameObject, intern(m, event), arg ?? m.None], null);
    } catch (error) {
      if (error instanceof PyRaise) {
        const data = frameObject.data as FrameObjectData;
        const own = kind === 'trace' ? data.trace : null;
        if (kind === 'trace') data.trace = null;
        this.set(kind, null);
        xdecref(m, own);
      }
      throw error;
    } finally {
      thread.watchers.isInside = false;
      decref(m, callback);
      decref(m, frameObject);
      vm.countdown.settle();
    }
  }
}

/** Does something while the frame seems to be at an earlier instruction. */
function asIfAt(frame: Frame, index: number, work: () => void): void {
  const { pc } = frame;
  if (index >= 0) frame.pc = index + 1;
  try {
    work();
  } finally {
    frame.pc = pc;
  }
}

/** RERAISE: the instruction that raised first lies on the stack below the exception. */
function lastInstruction(frame: Frame, arg: number): number {
  const value = frame.slots[frame.sp - 1 - arg] ?? null;
  return value !== null && isInt(value) ? Number(intValue(value)) : -1;
}

const JUMPS: ReadonlySet<number> = new Set([
  POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, JUMP_FORWARD, JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT,
]);

/** The C function that a call instruction is about to call, a method of a built-in type bound to its object; null for other callables. New reference. */
function nativeCallable(vm: Interpreter, frame: Frame, op: number, arg: number): PyObject | null {
  const { m } = vm;
  const { slots, sp } = frame;
  const base = op === CALL ? sp - arg - 2 : op === CALL_KW ? sp - arg - 3 : op === CALL_FUNCTION_EX ? sp - 3 - (arg & 1) : -1;
  const callable = base < 0 ? null : slots[base] ?? null;
  if (callable === null) return null;
  if (callable.ob_type === m.types.builtin_function_or_method) return incref(callable);
  const self = slots[base + 1] ?? (op === CALL_FUNCTION_EX ? null : slots[base + 2] ?? null);
  if (callable.ob_type !== m.types.method_descriptor || self === null) return null;
  return callable.ob_type.tp_descr_get?.(m, callable, self, self.ob_type) ?? null;
}
