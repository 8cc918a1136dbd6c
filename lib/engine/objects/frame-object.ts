// Frame objects: what Python code can hold of a frame (CPython 3.13 Objects/frameobject.c, Python/frame.c take_ownership). Made only when asked for.
// `f_locals` of a function is a write-through proxy from 3.13 on (PEP 667), a snapshot dict before.
import { instructionOffset } from '../compiler/code-bytes.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import type { TypeSpec } from './type.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { newBool } from './bool.ts';
import { isCell } from './cell.ts';
import { newFrameLocals } from './frame-locals.ts';
import { GenState, isSuspended } from './generator.ts';
import type { GeneratorData } from './generator.ts';
import { trashcanBegin, trashcanEnd } from './instance.ts';
import { newInt } from './int.ts';
import { FrameOwner, clearFrameLocals, frameLine, recycleFrame } from './interpreter-frame.ts';
import type { Frame } from './interpreter-frame.ts';
import { decref, incref, xdecref } from './object.ts';
import { runtimeError, typeError } from './raise.ts';
import { newStr, strValue } from './str.ts';
import { type GetSetSpec, TypeFlag } from './type.ts';
import { heldBySlot } from './virtual-iterators.ts';

/** A frame object's payload. */
export class FrameObjectData {
  readonly frame: Frame;
  /** Frame object of the caller, kept once the frame is no longer on the stack (owned). */
  back: PyObject | null = null;
  /** f_trace (owned), f_trace_lines, f_trace_opcodes. */
  trace: PyObject | null = null;
  traceLines = true;
  traceOpcodes = false;
  /** Snapshot dict of locals() before 3.13 (owned). */
  localsSnapshot: PyObject | null = null;
  constructor(frame: Frame) {
    this.frame = frame;
  }
}

/** f_trace_lines, f_trace_opcodes: which events a trace function gets. */
function traceSwitch(name: string, field: 'traceLines' | 'traceOpcodes'): GetSetSpec {
  return {
    name,
    get: (m, self) => newBool(m, (self.data as FrameObjectData)[field]),
    set(m, self, value) {
      if (value === null) throw typeError(m, `cannot delete ${name === 'f_trace_lines' ? 'numeric/char attribute' : 'attribute'}`);
      if (value !== m.True && value !== m.False) throw typeError(m, 'attribute value type must be bool');
      (self.data as FrameObjectData)[field] = value === m.True;
    },
  };
}

export interface PyFrameObject extends PyObject {
  data: FrameObjectData;
}

/** _PyFrame_GetFrameObject: the frame object, made if there is none. Borrowed (the frame owns it). */
export function frameObjectOf(m: Machine, frame: Frame): PyObject {
  const known = frame.frameObject;
  if (known !== null) return known;
  const bytes = 8 * (frame.code.nlocalsplus + frame.code.stacksize);
  const o = allocObject(m, m.types.frame, new FrameObjectData(frame), bytes);
  frame.frameObject = o;
  return o;
}

/** take_ownership: the call is over but the frame object lives on and keeps the frame's contents. */
function takeOwnership(m: Machine, o: PyObject, frame: Frame): void {
  // A generator keeps its own reference to the code.
  const wasGenerator = frame.owner === FrameOwner.GENERATOR;
  if (wasGenerator && !m.profile.generatorOwnsCode) incref(frame.codeObject);
  frame.owner = FrameOwner.FRAME_OBJECT;
  const data = o.data as FrameObjectData;
  const prev = wasGenerator && !m.profile.endedGeneratorHasCaller ? null : frame.prev;
  if (prev !== null) data.back = incref(frameObjectOf(m, prev));
  frame.prev = null;
  gcTrack(m, o);
}

/** _PyFrame_ClearExceptCode followed by releasing the code: the frame has returned (or its generator is done). */
export function leaveFrame(m: Machine, frame: Frame): void {
  const o = frame.frameObject;
  if (o !== null) {
    frame.frameObject = null;
    if (o.ob_refcnt > 1) {
      frame.frameObject = null;
      takeOwnership(m, o, frame);
      decref(m, o);
      return;
    }
    (o.data as FrameObjectData).back = null;
    decref(m, o);
  }
  clearFrameLocals(m, frame);
  releaseFrame(m, frame);
}

/** Gives back function and code and puts the frame into its pool; a generator's code goes with the generator (3.12+). Locals are gone already. */
function releaseFrame(m: Machine, frame: Frame): void {
  const func = frame.func;
  frame.func = null;
  if (func !== null) decref(m, func);
  const codeObject = frame.codeObject;
  if (frame.owner === FrameOwner.THREAD) recycleFrame(frame);
  else if (frame.owner !== FrameOwner.GENERATOR || !m.profile.generatorOwnsCode) return;
  decref(m, codeObject);
}

function frameDealloc(m: Machine, self: PyObject): void {
  const data = self.data as FrameObjectData;
  gcUntrack(m, self);
  if (!trashcanBegin(m, self, frameDealloc)) return;
  const frame = data.frame;
  if (frame.owner === FrameOwner.FRAME_OBJECT) {
    clearFrameLocals(m, frame);
    const func = frame.func;
    frame.func = null;
    const codeObject = frame.codeObject;
    if (func !== null) decref(m, func);
    decref(m, codeObject);
  }
  const { back, trace, localsSnapshot } = data;
  data.back = data.trace = data.localsSnapshot = null;
  xdecref(m, back);
  xdecref(m, trace);
  xdecref(m, localsSnapshot);
  freeObject(m, self);
  trashcanEnd(m);
}

/** frame.clear(). */
function frameClear(m: Machine, self: PyObject): PyObject {
  const { frame } = self.data as FrameObjectData;
  if (frame.owner === FrameOwner.GENERATOR && frame.generator !== null) {
    const gen = frame.generator.data as GeneratorData;
    if (gen.state === GenState.EXECUTING) throw runtimeError(m, 'cannot clear an executing frame');
    if (m.profile.clearSuspendedFrameFails && isSuspended(frame.generator)) throw runtimeError(m, 'cannot clear a suspended frame');
    frame.generator.ob_type.tp_finalize?.(m, frame.generator);
  } else if (frame.owner === FrameOwner.THREAD) throw runtimeError(m, 'cannot clear an executing frame');
  else clearLocalsOnly(m, frame);
  return incref(m.None);
}

function clearLocalsOnly(m: Machine, frame: Frame): void {
  for (let i = 0; i < frame.sp; i++) {
    const value = frame.slots[i] as PyObject | null;
    frame.slots[i] = null;
    xdecref(m, value);
  }
  frame.sp = frame.code.nlocalsplus;
}

/** f_back: the caller's frame object. */
function frameBack(m: Machine, self: PyObject): PyObject {
  const data = self.data as FrameObjectData;
  if (data.back !== null) return incref(data.back);
  const prev = data.frame.prev;
  return prev === null ? incref(m.None) : incref(frameObjectOf(m, prev));
}

/** _PyFrame_Traverse: what a frame owns, by the names that people know, in CPython's order (the collector's lists follow it). `codeObject`: a generator's is its own. */
export function visitFrame(frame: Frame, codeObject: PyObject, visit: (child: PyObject, field: string, index: number) => void): void {
  const { code, slots } = frame;
  if (frame.locals !== null) visit(frame.locals, 'f_locals', -1);
  if (frame.func !== null) visit(frame.func, 'f_funcobj', -1);
  visit(codeObject, 'f_code', -1);
  for (let i = 0; i < frame.sp; i++) {
    const value = slots[i];
    if (value === null || value === undefined) continue;
    if (i < code.nlocalsplus) visit(value, `local ${strValue(code.localsplusnames[i] as PyObject)}`, -1);
    else {
      const held = heldBySlot(value);
      if (held !== null) visit(held, 'stack', i - code.nlocalsplus);
    }
  }
  if (frame.extraLocals !== null) visit(frame.extraLocals, 'f_extra_locals', -1);
}

export const frameType: TypeSpec = {
  name: 'frame',
  basicsize: (m) => m.profile.basicsize.frame,
  itemsize: 8,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc: frameDealloc,
    tp_repr(m, self) {
      const { frame } = self.data as FrameObjectData;
      const file = strValue(frame.code.filename);
      const line = frameLine(frame) ?? -1;
      return newStr(m, `<frame at 0x${m.addressOfObject(self).toString(16)}, file '${file}', line ${line}, code ${strValue(frame.code.name)}>`);
    },
    tp_traverse(_m, self, visit) {
      const data = self.data as FrameObjectData;
      if (data.back !== null) visit(data.back, 'f_back', -1);
      if (data.trace !== null) visit(data.trace, 'f_trace', -1);
      if (data.localsSnapshot !== null) visit(data.localsSnapshot, 'f_locals', -1);
      if (data.frame.owner === FrameOwner.FRAME_OBJECT) visitFrame(data.frame, data.frame.codeObject, visit);
    },
    tp_clear(m, self) {
      const data = self.data as FrameObjectData;
      const trace = data.trace;
      data.trace = null;
      xdecref(m, trace);
      if (data.frame.owner === FrameOwner.FRAME_OBJECT) clearLocalsOnly(m, data.frame);
    },
    tp_sizeof(m, self) {
      const { code } = (self.data as FrameObjectData).frame;
      return m.profile.basicsize.frame + 8 * (code.nlocalsplus + code.stacksize);
    },
  },
  methods: [{ name: 'clear', kind: 'noargs', fn: frameClear }],
  getset: [
    { name: 'f_back', get: frameBack },
    { name: 'f_code', get: (_m, self) => incref((self.data as FrameObjectData).frame.codeObject) },
    { name: 'f_globals', get: (_m, self) => incref((self.data as FrameObjectData).frame.globals) },
    { name: 'f_builtins', get: (_m, self) => incref((self.data as FrameObjectData).frame.builtins) },
    { name: 'f_locals', get: (m, self) => newFrameLocals(m, self) },
    { name: 'f_lasti', get: (m, self) => newInt(m, instructionOffset((self.data as FrameObjectData).frame.code.unit, (self.data as FrameObjectData).frame.pc - 1)) },
    {
      name: 'f_lineno',
      get(m, self) {
        const line = frameLine((self.data as FrameObjectData).frame);
        return line === null ? incref(m.None) : newInt(m, line);
      },
    },
    {
      name: 'f_trace',
      get: (m, self) => incref((self.data as FrameObjectData).trace ?? m.None),
      set(m, self, value) {
        const data = self.data as FrameObjectData;
        const old = data.trace;
        data.trace = value === null || value === m.None ? null : incref(value);
        xdecref(m, old);
      },
    },
    traceSwitch('f_trace_lines', 'traceLines'),
    traceSwitch('f_trace_opcodes', 'traceOpcodes'),
  ],
};

/** The value a program sees in a fast local: a cell's content for captured variables (borrowed). */
export function visibleLocal(m: Machine, frame: Frame, index: number): PyObject | null {
  const value = frame.slots[index] ?? null;
  const kind = frame.code.unit.localspluskinds[index] ?? 0;
  if (value !== null && (kind & 0xc0) !== 0 && isCell(m, value)) return value.data;
  return value;
}
