// Threads under the global interpreter lock (CPython 3.13 Python/ceval_gil.c, Python/thread_pthread.h), deterministic: exactly one runs at a time and
// the next one is chosen by rule, never by a clock of the host.
//
//   - A new thread runs at once, as CPython's start() makes likely, until it blocks, ends, or has used its switch interval.
//   - A blocked thread leaves the loop by a ThreadSwitch: its frames stay as they are, and the instruction that blocked is executed again later.
//     So threads need no host stack of their own. The main thread, and a thread that blocks inside native code (a key function, a finalizer), keeps its
//     host stack instead and runs the others on top of it.
//   - When everybody sleeps the simulated clock moves to the first deadline.
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Machine } from '../machine.ts';
import type { NativeSpec } from '../objects/type.ts';
import type { Interpreter } from './interpreter.ts';
import type { NativeFunctionData } from '../objects/native-function.ts';
import type { MethodData } from '../objects/method.ts';
import type { MethodDescrData } from '../objects/descriptors.ts';
import { BEFORE_WITH, CALL, CALL_FUNCTION_EX, CALL_KW, JUMP_BACKWARD } from '../compiler/opcodes.ts';
import { PyRaise, RunEnded } from '../errors.ts';
import { partialTarget } from '../modules/functools-partial.ts';
import { lookupType } from '../objects/attributes.ts';
import { call } from '../objects/call.ts';
import { FrameOwner, HandledException, ReturnTo } from '../objects/interpreter-frame.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { dropRaise, matches } from '../objects/raise.ts';
import { elapsedNs } from '../modules/clock.ts';
import type { Watchers } from './tracing.ts';

/** Leaves the loop of a thread that waits; its frames stay. Never seen by Python code. */
export class ThreadSwitch {
  /** The running instruction has not done its work and is executed again. */
  readonly again: boolean;
  constructor(again: boolean) {
    this.again = again;
  }
}

/** A native method that calls `callable` at once and has something to do after it (Context.run). */
interface Enclosing {
  readonly spec: NativeSpec;
  readonly self: PyObject;
  readonly callable: PyObject;
  readonly after: () => void;
  /** The frame whose instruction calls it. */
  readonly frame: Frame;
  /** The thread has left it to wait, and will go on inside it. */
  isLeft: boolean;
}

/** What one thread needs to go on. */
export class PyThread {
  readonly ident: number;
  /** Innermost frame while the thread does not run. */
  frame: Frame | null = null;
  handled = new HandledException();
  /** The functions of sys.settrace and sys.setprofile. */
  readonly watchers: Watchers = { trace: null, profile: null, isInside: false };
  depth = 0;
  /** m.nativeDepth directly inside the thread's own loop. */
  loopDepth = 0;
  /** 'below': it runs others on top of its host stack. */
  state: 'new' | 'running' | 'below' | 'suspended' | 'done' = 'new';
  /** What it waits for. */
  ready: () => boolean = () => true;
  deadlineNs: number | null = null;
  /** Answer of the wait that is executed again; null = none. */
  woken: boolean | null = null;
  /** Order in which it became able to run; 0 = it is not. */
  turn = 0;
  /** Locks that it holds. */
  locks = 0;
  /** Native methods around the calls that run, outermost first. */
  readonly enclosing: Enclosing[] = [];
  /** Function, arguments and handle (owned until it ends). */
  start: readonly PyObject[] = [];

  constructor(ident: number) {
    this.ident = ident;
  }
}

/** Steps of sys.getswitchinterval() (5 ms at 50 ns a step). */
const SLICE_STEPS = 100_000;
const MAIN_IDENT = 140737352767296;
const STACK_BYTES = 8392704;
/** Live threads at most: CPython's error is the system's. */
const MAX_THREADS = 1000;

/** The threads of one interpreter. */
export class Threads {
  private readonly vm: Interpreter;
  readonly main = new PyThread(MAIN_IDENT);
  current = this.main;
  /** Every live thread, oldest first. */
  readonly all: PyThread[] = [this.main];
  private turns = 0;

  constructor(vm: Interpreter) {
    this.vm = vm;
    this.main.state = 'running';
  }

  /** Starts a thread that calls `func(*args, **kwargs)` (`start`: func, args tuple items, borrowed) and lets it run. */
  spawn(func: PyObject, args: readonly PyObject[], kwnames: PyObject | null, onStart: (thread: PyThread) => void, onEnd: () => void): PyThread | null {
    if (this.all.length >= MAX_THREADS) return null;
    const used = new Set(this.all.map((thread) => thread.ident));
    let ident = MAIN_IDENT - STACK_BYTES;
    while (used.has(ident)) ident -= STACK_BYTES;
    const thread = new PyThread(ident);
    thread.start = [func, ...args, ...(kwnames === null ? [] : [kwnames])].map((o) => incref(o));
    this.all.push(thread);
    onStart(thread);
    this.run(thread, () => {
      decref(this.vm.m, call(this.vm.m, func, args, kwnames));
    }, func, onEnd);
    return thread;
  }

  private readonly bodies = new Map<PyThread, { readonly func: PyObject; readonly onEnd: () => void }>();

  /** Runs a thread until it suspends or ends; the current one waits below. */
  private run(thread: PyThread, body: () => void, func: PyObject, onEnd: () => void): void {
    const { vm } = this;
    const { m } = vm;
    const below = this.current;
    below.frame = vm.frame;
    below.handled = vm.handled;
    below.depth = vm.depth;
    below.state = 'below';
    this.bodies.set(thread, { func, onEnd });
    vm.frame = thread.frame;
    vm.handled = thread.handled;
    vm.depth = thread.depth;
    thread.loopDepth = m.nativeDepth + 1;
    thread.state = 'running';
    thread.turn = 0;
    this.current = thread;
    m.switchAt = m.stepsNow + SLICE_STEPS;
    let ended = false;
    let wasSuspended = false;
    try {
      body();
      ended = true;
    } catch (error) {
      if (error instanceof ThreadSwitch) {
        wasSuspended = true;
        this.suspended(thread, error);
      }      else if (error instanceof PyRaise) {
        ended = true;
        this.uncaught(error, func);
      } else throw error;
    } finally {
      if (ended) this.end(thread, onEnd);
      // When the run is over (a limit) everything stays as it is: a snapshot shows the frames of the thread that ran.
      if (ended || wasSuspended) {
        vm.frame = below.frame;
        vm.handled = below.handled;
        vm.depth = below.depth;
        below.state = 'running';
        this.current = below;
        m.switchAt = this.all.length > 1 ? m.stepsNow + SLICE_STEPS : Infinity;
      }
    }
  }

  private suspended(thread: PyThread, { again }: ThreadSwitch): void {
    const { vm } = this;
    thread.frame = vm.frame;
    thread.handled = vm.handled;
    thread.depth = vm.depth - 1;
    thread.state = 'suspended';
    if (again && thread.frame !== null) thread.frame.pc--;
  }

  private uncaught(raised: PyRaise, func: PyObject): void {
    const { m } = this.vm;
    if (matches(raised, m.types.SystemExit)) dropRaise(m, raised);
    else this.vm.writeUnraisable(raised.exc, func, 'in thread started by');
  }

  private end(thread: PyThread, onEnd: () => void): void {
    thread.state = 'done';
    this.all.splice(this.all.indexOf(thread), 1);
    this.bodies.delete(thread);
    onEnd();
    for (const o of thread.start) decref(this.vm.m, o);
    thread.start = [];
  }

  private resume(thread: PyThread): void {
    const body = this.bodies.get(thread);
    if (body !== undefined) this.run(thread, () => this.continueThread(), body.func, body.onEnd);
  }

  /** Waits until `ready` or the deadline (nanoseconds since the start, null = for ever): false after the deadline. */
  wait(ready: () => boolean, deadlineNs: number | null): boolean {
    const me = this.current;
    if (me.woken !== null) {
      const answer = me.woken;
      me.woken = null;
      return answer;
    }
    if (ready()) return true;
    if (me !== this.main && this.canLeave(me)) {
      me.ready = ready;
      me.deadlineNs = deadlineNs;
      throw new ThreadSwitch(true);
    }
    return this.waitBelow(ready, deadlineNs);
  }

  /**
   * Whether all native code of the thread can be left and taken up again: the waiting function is called directly by an instruction, and where a loop
   * runs inside another, the outer one's instruction only calls a Python function (f(*args) of a method, a partial, `__enter__`).
   */
  private canLeave(me: PyThread): boolean {
    const { vm } = this;
    let f = vm.frame;
    if (f === null || !this.callsWaiting(f)) return false;
    let left = vm.m.nativeDepth - me.loopDepth;
    for (; f !== null && left > 0; f = f.prev) {
      if (f.returnTo !== ReturnTo.NATIVE) continue;
      if (f.prev === null || f.owner === FrameOwner.GENERATOR || !this.callsPython(f.prev)) return false;
      left--;
    }
    return left === 0;
  }

  /** Calls `callable` between `before` and `after`: a thread that waits in it does each of them once. */
  callBetween(spec: NativeSpec, self: PyObject, callable: PyObject, args: readonly PyObject[], kwnames: PyObject | null, before: () => void, after: () => void): PyObject {
    const { m, frame } = this.vm;
    const { enclosing } = this.current;
    let entry = enclosing.find((one) => one.isLeft && one.self === self && one.frame === frame);
    if (entry === undefined) {
      before();
      entry = { spec, self, callable, after, frame: frame as Frame, isLeft: false };
      enclosing.push(entry);
    }
    entry.isLeft = false;
    let isOver = true;
    try {
      return call(m, callable, args, kwnames);
    } catch (error) {
      entry.isLeft = error instanceof ThreadSwitch;
      isOver = error instanceof PyRaise;
      throw error;
    } finally {
      if (!entry.isLeft) enclosing.splice(enclosing.indexOf(entry), 1);
      if (isOver) after();
    }
  }

  /** What an instruction calls in the end: through partial objects and native methods like Context.run. */
  private target(f: Frame): PyObject | null {
    const { m } = this.vm;
    const around = this.current.enclosing.filter((one) => one.frame === f);
    let callable = calledBy(f);
    for (;;) {
      const inner = partialTarget(m, callable) ?? (nativeSpec(m, callable) === around[0]?.spec ? around.shift()?.callable ?? null : null);
      if (inner === null) return callable;
      callable = inner;
    }
  }

  /** The call of a frame that a thread has gone on with is over: what native methods do after it. */
  private leaveEnclosing(f: Frame): void {
    const { enclosing } = this.current;
    for (let last = enclosing.at(-1); last?.frame === f; last = enclosing.at(-1)) {
      enclosing.pop();
      last.after();
    }
  }

  private callsWaiting(f: Frame): boolean {
    if (f.code.ops[f.pc - 1] === BEFORE_WITH) return true;
    const spec = nativeSpec(this.vm.m, this.target(f));
    return spec !== null && BLOCKING.has(spec.name);
  }

  private callsPython(f: Frame): boolean {
    if (f.code.ops[f.pc - 1] === BEFORE_WITH) return true;
    const { m } = this.vm;
    let callable = this.target(f);
    if (callable !== null && callable.ob_type.ht !== null) callable = lookupType(m, callable.ob_type, m.names.__call__ as PyObject);
    const func = callable?.ob_type === m.types.method ? (callable.data as MethodData).func : callable;
    return func?.ob_type === m.types.function;
  }

  /** Goes on with the frames of a suspended thread to the end of its first one; loops that ran inside one another are one by now. */
  private continueThread(): void {
    const { vm } = this;
    const { m } = vm;
    for (let thrown: PyRaise | null = null; ;) {
      let result: PyObject;
      try {
        result = vm.continueFrames(thrown);
        thrown = null;
      } catch (error) {
        if (!(error instanceof PyRaise) || vm.frame === null) throw error;
        thrown = error;
        vm.depth--;
        this.leaveEnclosing(vm.frame);
        continue;
      }
      const f = vm.frame;
      if (f === null) return decref(m, result);
      this.leaveEnclosing(f);
      if (f.code.ops[f.pc - 1] !== BEFORE_WITH) {
        const base = operandBase(f);
        for (let at = f.sp - 1; at >= base; at--) {
          const operand = f.slots[at] ?? null;
          f.sp = at;
          if (operand !== null) decref(m, operand);
        }
      }
      f.slots[f.sp++] = result;
      vm.depth--;
    }
  }

  private waitBelow(ready: () => boolean, deadlineNs: number | null): boolean {
    for (;;) {
      if (ready()) return true;
      const now = elapsedNs(this.vm.m);
      if (deadlineNs !== null && now >= deadlineNs) return false;
      const next = this.nextRunnable(now);
      if (next !== null) {
        this.resume(next);
        continue;
      }
      let until = deadlineNs;
      for (const { state, deadlineNs: other } of this.all) if (state === 'suspended' && other !== null && (until === null || other < until)) until = other;
      if (until === null) throw this.stuck();
      this.vm.m.clockNs += until - now;
      this.vm.m.chargeWork(64);
    }
  }

  private stuck(): RunEnded {
    const blocked = this.all.find((thread) => thread !== this.current && thread.state === 'below');
    if (blocked !== undefined) return new RunEnded('not-simulated', 'A thread that waits inside native code while the thread below it has to go on is not simulated.');
    return new RunEnded('step-limit', 'Deadlock: every thread waits for another one, for ever.');
  }

  /** The suspended thread that became able to run first. */
  private nextRunnable(now: number): PyThread | null {
    let first: PyThread | null = null;
    const due = this.all.filter((thread) => thread.state === 'suspended' && thread.turn === 0 && thread.deadlineNs !== null && now >= thread.deadlineNs);
    due.sort((a, b) => (a.deadlineNs ?? 0) - (b.deadlineNs ?? 0));
    for (const thread of due) this.wake(thread, false);
    for (const thread of this.all) {
      if (thread.state !== 'suspended') continue;
      if (thread.turn === 0 && thread.ready()) this.wake(thread, true);
      // What it was woken for may be gone again: then it goes on waiting.
      if (thread.turn > 0 && thread.woken === true && !thread.ready()) {
        thread.turn = 0;
        thread.woken = null;
      }
      if (thread.turn > 0 && (first === null || thread.turn < first.turn)) first = thread;
    }
    if (first !== null && first.ready === ALWAYS) first.woken = null;
    return first;
  }

  private wake(thread: PyThread, answer: boolean): void {
    thread.turn = ++this.turns;
    thread.woken = answer;
  }

  /** The switch interval is over: the thread lets the others go on. */
  yieldToOthers(): void {
    const me = this.current;
    const { m } = this.vm;
    if (this.all.length > 1) m.switchAt = m.stepsNow + SLICE_STEPS;
    if (me !== this.main) {
      const f = this.vm.frame;
      if (f === null || m.nativeDepth !== me.loopDepth) return;
      me.ready = ALWAYS;
      me.deadlineNs = null;
      throw new ThreadSwitch(f.code.ops[f.pc - 1] === JUMP_BACKWARD);
    }
    // The main thread cannot be left; what it holds, the others cannot get.
    if (me.locks > 0) return;
    for (let left = this.all.length; left > 0; left--) {
      const next = this.nextRunnable(elapsedNs(m));
      if (next === null) return;
      this.resume(next);
    }
  }

  /** Innermost frames of the threads that do not run now. */
  otherFrames(): Frame[] {
    return this.all.flatMap((thread) => (thread !== this.current && thread.frame !== null ? [thread.frame] : []));
  }
}

/** Where the operands of a call start on the frame's stack; -1 for other instructions. */
function operandBase(f: Frame): number {
  const arg = f.code.args[f.pc - 1] ?? 0;
  switch (f.code.ops[f.pc - 1]) {
    case CALL:
      return f.sp - arg - 2;
    case CALL_KW:
      return f.sp - arg - 3;
    case CALL_FUNCTION_EX:
      return f.sp - (arg & 1) - 3;
    default:
      return -1;
  }
}

function calledBy(f: Frame): PyObject | null {
  const base = operandBase(f);
  return base < 0 ? null : f.slots[base] ?? null;
}

/** The native function or method that an object is; null for anything else. */
function nativeSpec(m: Machine, o: PyObject | null): NativeSpec | null {
  if (o?.ob_type === m.types.builtin_function_or_method) return (o.data as NativeFunctionData).spec;
  return o?.ob_type === m.types.method_descriptor ? (o.data as MethodDescrData).spec : null;
}

const ALWAYS = (): boolean => true;

/** Native functions that wait. */
const BLOCKING: ReadonlySet<string> = new Set(['acquire', 'acquire_lock', '__enter__', '_acquire_restore', 'join', 'sleep', 'get']);
