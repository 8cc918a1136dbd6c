// Traceback objects: one per frame that an exception left (CPython Python/traceback.c, PyTracebackObject).
import { instructionIndex, instructionOffset } from '../compiler/code-bytes.ts';
import type { Machine } from '../machine.ts';
import type { FrameObjectData } from './frame-object.ts';
import type { PyObject } from './object.ts';
import type { TypeSpec } from './type.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { asSize } from './abstract.ts';
import { parseArgs } from './arguments.ts';
import { trashcanBegin, trashcanEnd } from './instance.ts';
import { newInt } from './int.ts';
import { codeLine } from './interpreter-frame.ts';
import { decref, incref, xdecref } from './object.ts';
import { typeError, valueError } from './raise.ts';
import { newStr } from './str.ts';
import { newList } from './list.ts';
import { TypeFlag } from './type.ts';

/** Fields of PyTracebackObject; `next` and `frame` are owned. */
export class TracebackData {
  next: PyObject | null;
  frame: PyObject;
  /** Index of the raising instruction (ours; `tb_lasti` shows its byte in co_code). */
  lasti: number;
  lineno: number | null;
  constructor(next: PyObject | null, frame: PyObject, lasti: number, lineno: number | null) {
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.lineno = lineno;
  }
}

export interface PyTraceback extends PyObject {
  data: TracebackData;
}

export function isTraceback(m: Machine, o: PyObject): o is PyTraceback {
  return o.ob_type === m.types.traceback;
}

/** tb_create_raw: takes new references to `next` and `frame`. */
export function newTraceback(m: Machine, next: PyObject | null, frame: PyObject, lasti: number, lineno: number | null): PyTraceback {
  if (next !== null) incref(next);
  const data = new TracebackData(next, incref(frame), lasti, lineno);
  const tb = allocObject(m, m.types.traceback, data) as PyTraceback;
  gcTrack(m, tb);
  return tb;
}

/** Line of the entry: computed from the instruction when it was not stored (tb_get_lineno). */
export function tracebackLine(tb: PyObject): number | null {
  const data = tb.data as TracebackData;
  return data.lineno ?? codeLine((data.frame.data as FrameObjectData).frame.code, data.lasti);
}

function tracebackDealloc(m: Machine, self: PyObject): void {
  const data = self.data as TracebackData;
  gcUntrack(m, self);
  if (!trashcanBegin(m, self, tracebackDealloc)) return;
  xdecref(m, data.next);
  decref(m, data.frame);
  freeObject(m, self);
  trashcanEnd(m);
}

export const tracebackType: TypeSpec = {
  name: 'traceback',
  basicsize: 40,
  flags: TypeFlag.HAVE_GC,
  doc: 'Create a new traceback object.',
  slots: {
    tp_dealloc: tracebackDealloc,
    tp_traverse(_m, self, visit) {
      const data = self.data as TracebackData;
      if (data.next !== null) visit(data.next, 'tb_next', -1);
      visit(data.frame, 'tb_frame', -1);
    },
    tp_clear(m, self) {
      const data = self.data as TracebackData;
      const next = data.next;
      data.next = null;
      xdecref(m, next);
    },
    tp_new(m, _type, args, kwnames) {
      const [next, frame, lasti, lineno] = parseArgs(m, { name: 'traceback', params: ['tb_next', 'tb_frame', 'tb_lasti', 'tb_lineno'], required: 4 }, args, kwnames);
      if (!next || !frame || !lasti || !lineno) throw typeError(m, 'traceback() takes 4 arguments');
      if (frame.ob_type !== m.types.frame) throw typeError(m, `traceback() argument 'tb_frame' must be frame, not ${frame.ob_type.tp_name}`);
      if (next !== m.None && !isTraceback(m, next)) throw typeError(m, `expected traceback object or None, got '${next.ob_type.tp_name}'`);
      return newTraceback(m, next === m.None ? null : next, frame, instructionIndex((frame.data as FrameObjectData).frame.code.unit, asSize(m, lasti, null)), asSize(m, lineno, null));
    },
  },
  methods: [
    {
      name: '__dir__',
      kind: 'noargs',
      fn: (m) => newList(m, ['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'].map((name) => newStr(m, name))),
    },
  ],
  getset: [
    {
      name: 'tb_next',
      get: (m, self) => incref((self.data as TracebackData).next ?? m.None),
      set(m, self, value) {
        if (value === null) throw typeError(m, "can't delete tb_next attribute");
        if (value !== m.None && !isTraceback(m, value)) throw typeError(m, `expected traceback object or None, got '${value.ob_type.tp_name}'`);
        for (let tb: PyObject | null = value === m.None ? null : value; tb !== null; tb = (tb.data as TracebackData).next) {
          if (tb === self) throw valueError(m, 'traceback loop detected');
        }
        const data = self.data as TracebackData;
        const old = data.next;
        data.next = value === m.None ? null : incref(value);
        xdecref(m, old);
      },
    },
    { name: 'tb_frame', kind: 'member', get: (_m, self) => incref((self.data as TracebackData).frame) },
    { name: 'tb_lasti', kind: 'member', get: (m, self) => newInt(m, instructionOffset(((self.data as TracebackData).frame.data as FrameObjectData).frame.code.unit, (self.data as TracebackData).lasti)) },
    {
      name: 'tb_lineno',
      get(m, self) {
        const line = tracebackLine(self);
        return line === null ? incref(m.None) : newInt(m, line);
      },
    },
  ],
};
