// Activation records (CPython 3.13 Include/internal/pycore_frame.h, _PyInterpreterFrame; Python/frame.c). A frame is plain host data, not a
// Python object: the frame object that a program can hold (frame-object.ts) is made only when somebody asks for it.
import { RESUME } from '../compiler/opcodes.ts';
import type { Machine } from '../machine.ts';
import type { CodeData } from './code.ts';
import type { PyObject } from './object.ts';
import { decref, incref } from './object.ts';
import type { PendingCall } from './type.ts';
import type { Retry } from './retry.ts';

/** Who frees the frame: the call that pushed it, its generator, or its frame object (after a return that left the frame object alive). */
export const FrameOwner = { THREAD: 0, GENERATOR: 1, FRAME_OBJECT: 2 } as const;

/** What the loop does with the value that leaves the frame. */
export const ReturnTo = {
  /** Push it on the caller's stack. */
  PUSH: 0,
  /** Leave the loop: the frame was entered from native code. */
  NATIVE: 1,
  /** `__init__` of an inlined instance creation: must be None, the instance is on the caller's stack already. */
  INIT: 2,
  /** A generator driven by FOR_ITER of the caller. */
  FOR_ITER: 3,
  /** A generator or coroutine driven by SEND of the caller. */
  SEND: 4,
  /** Give it to the native call that the caller has begun (Frame.pending, Frame.retry). */
  PENDING: 5,
} as const;

/** One activation record. `slots` = fast locals (with cells and free variables), then the evaluation stack up to `sp`. */
export class Frame {
  code: CodeData;
  /** The code object and the function, both owned. */
  codeObject: PyObject;
  func: PyObject | null = null;
  globals: PyObject;
  builtins: PyObject;
  /** Namespace of a module or class body, or of exec() (owned). */
  locals: PyObject | null = null;
  readonly slots: (PyObject | null)[];
  sp: number;
  /** Index of the next instruction; the running one is `pc - 1`. */
  pc = 0;
  prev: Frame | null = null;
  frameObject: PyObject | null = null;
  owner: number = FrameOwner.THREAD;
  returnTo: number = ReturnTo.PUSH;
  /** Of a generator's frame: the generator (borrowed). */
  generator: PyObject | null = null;
  /** Names bound through `frame.f_locals` that are no fast locals (PEP 667; owned dict). */
  extraLocals: PyObject | null = null;
  /** The native call that waits for the frame above (PendingCall); its operands are on the stack from `base` to `sp`. */
  pending: { readonly call: PendingCall; readonly base: number; readonly first: number } | null = null;
  /** The instruction that runs, once Python code runs for its native code (retry.ts). */
  retry: Retry | null = null;
  /** The CALL that last took a bound method apart: its self is no longer as the caller's stack had it. */
  unpackedAt = -1;

  constructor(code: CodeData, codeObject: PyObject, globals: PyObject, builtins: PyObject) {
    if (code.places.length === 0) code.prepare();
    this.code = code;
    this.codeObject = codeObject;
    this.globals = globals;
    this.builtins = builtins;
    this.sp = code.nlocalsplus;
    const slots: (PyObject | null)[] = [];
    for (let i = code.nlocalsplus + code.stacksize; i > 0; i--) slots.push(null);
    this.slots = slots;
  }
}

/** A frame for `func`'s code, from the code's pool if there is one. Takes over the reference to `func`; locals are empty. */
export function takeFrame(code: CodeData, codeObject: PyObject, func: PyObject | null, globals: PyObject, builtins: PyObject): Frame {
  const pooled = code.framePool;
  incref(codeObject);
  if (pooled === null) {
    const frame = new Frame(code, codeObject, globals, builtins);
    frame.func = func;
    return frame;
  }
  code.framePool = pooled.prev;
  pooled.func = func;
  pooled.globals = globals;
  pooled.builtins = builtins;
  pooled.pc = 0;
  return pooled;
}

/** _PyFrame_IsIncomplete: cells are being made or the generator is, before RESUME. Such a frame is not yet seen; what it allocates is its caller's. */
export function isIncomplete(frame: Frame): boolean {
  return frame.owner !== FrameOwner.GENERATOR && frame.pc - 1 < frame.code.ops.indexOf(RESUME);
}

/** The stack's items [from, to) as an array. Short ones are literals, which V8 makes in place; a slice is a call. */
export function stackItems(slots: readonly (PyObject | null)[], from: number, to: number): PyObject[] {
  const S = slots as readonly PyObject[];
  switch (to - from) {
    case 1: return [S[from] as PyObject];
    case 2: return [S[from] as PyObject, S[from + 1] as PyObject];
    case 3: return [S[from] as PyObject, S[from + 1] as PyObject, S[from + 2] as PyObject];
    case 4: return [S[from] as PyObject, S[from + 1] as PyObject, S[from + 2] as PyObject, S[from + 3] as PyObject];
    default: return S.slice(from, to);
  }
}

/** Puts a frame whose references are all given back into its code's pool. */
export function recycleFrame(frame: Frame): void {
  const code = frame.code;
  frame.sp = code.nlocalsplus;
  frame.frameObject = null;
  frame.owner = FrameOwner.THREAD;
  frame.returnTo = ReturnTo.PUSH;
  frame.unpackedAt = -1;
  frame.prev = code.framePool;
  code.framePool = frame;
}

/** _PyFrame_ClearLocals: gives back fast locals, what is left on the stack, and the namespace. */
export function clearFrameLocals(m: Machine, frame: Frame): void {
  const slots = frame.slots;
  const top = frame.sp;
  frame.sp = 0;
  if (m.profile.localsReleasedInReverse) {
    for (let i = top - 1; i >= 0; i--) releaseSlot(m, slots, i);
  } else {
    for (let i = 0; i < top; i++) releaseSlot(m, slots, i);
  }
  const locals = frame.locals;
  if (locals !== null) {
    frame.locals = null;
    decref(m, locals);
  }
  const extra = frame.extraLocals;
  if (extra !== null) {
    frame.extraLocals = null;
    decref(m, extra);
  }
}

function releaseSlot(m: Machine, slots: (PyObject | null)[], index: number): void {
  const value = slots[index] as PyObject | null;
  if (value === null) return;
  slots[index] = null;
  decref(m, value);
}

/** Line of the instruction that runs in the frame (PyUnstable_InterpreterFrame_GetLine); null when it has none. */
export function frameLine(frame: Frame): number | null {
  return codeLine(frame.code, Math.max(frame.pc - 1, 0));
}

/** Line of an instruction (PyCode_Addr2Line); null when it has none. */
export function codeLine(code: CodeData, index: number): number | null {
  const line = code.unit.linenos[index] ?? -1;
  return line < 0 ? null : line;
}

/** One level of exceptions being handled (_PyErr_StackItem): the thread's own, and one per running generator. */
export class HandledException {
  /** The exception (owned); null = none. */
  value: PyObject | null = null;
  prev: HandledException | null = null;
}
