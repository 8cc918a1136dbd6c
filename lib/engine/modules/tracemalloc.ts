// The _tracemalloc module (CPython 3.13 Python/tracemalloc.c): which line asked for every live block. The classes are Python: py/tracemalloc.py.ts.
import type { Machine } from '../machine.ts';
import type { AllocationObserver } from '../memory/memory.ts';
import { asSize } from '../objects/abstract.ts';
import { newInt } from '../objects/int.ts';
import { newList } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { incref, type PyObject } from '../objects/object.ts';
import { runtimeError, valueError } from '../objects/raise.ts';
import { newStr } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import type { NativeSpec } from '../objects/type.ts';

/** Most frames that a trace keeps (tracemalloc.c MAX_NFRAME). */
const MAX_FRAMES = 65535;

type Location = { readonly file: string; readonly line: number };
interface Trace {
  bytes: number;
  frames: readonly Location[];
}

/** The traces of one machine while tracemalloc is on. */
class Tracer implements AllocationObserver {
  private readonly m: Machine;
  readonly frameLimit: number;
  readonly traces = new Map<number, Trace>();
  current = 0;
  peak = 0;

  constructor(m: Machine, frameLimit: number) {
    this.m = m;
    this.frameLimit = frameLimit;
  }

  onAlloc(block: number, bytes: number): void {
    this.traces.set(block, { bytes, frames: this.m.vm.callers(this.frameLimit) });
    this.grow(bytes);
  }

  onFree(block: number): void {
    const trace = this.traces.get(block);
    if (trace === undefined) return;
    this.current -= trace.bytes;
    this.traces.delete(block);
  }

  onReuse(block: number): void {
    const trace = this.traces.get(block);
    if (trace !== undefined) trace.frames = this.m.vm.callers(this.frameLimit);
  }

  onRealloc(oldBlock: number, _oldBytes: number, newBlock: number, newBytes: number): void {
    this.onFree(oldBlock);
    this.onAlloc(newBlock, newBytes);
  }

  clear(): void {
    this.traces.clear();
    this.current = 0;
    this.peak = 0;
  }

  private grow(bytes: number): void {
    this.current += bytes;
    if (this.current > this.peak) this.peak = this.current;
  }
}

function tracerOf(m: Machine): Tracer | null {
  return m.memory.observer instanceof Tracer ? m.memory.observer : null;
}

function start(m: Machine, args: readonly PyObject[]): PyObject {
  const frames = args[0] === undefined ? 1 : asSize(m, args[0], m.types.OverflowError);
  if (frames < 1 || frames > MAX_FRAMES) throw valueError(m, `the number of frames must be in range [1; ${MAX_FRAMES}]`);
  if (tracerOf(m) === null) {
    m.memory.observer = new Tracer(m, frames);
    m.tracemallocFrames = frames;
  }
  return incref(m.None);
}

function stop(m: Machine): PyObject {
  if (tracerOf(m) !== null) m.memory.observer = null;
  return incref(m.None);
}

/** A traceback as tracemalloc.py wants it: frames innermost first, each (filename, lineno), and how many frames there were. */
function framesTuple(m: Machine, frames: readonly Location[], strings: Map<string, PyObject>): PyObject {
  const shown = frames.length === 0 ? [{ file: '<unknown>', line: 0 }] : frames;
  return newTuple(
    m,
    shown.map(({ file, line }) => {
      let name = strings.get(file);
      if (name === undefined) strings.set(file, (name = newStr(m, file)));
      return newTuple(m, [incref(name), newInt(m, line)]);
    }),
  );
}

function getTraces(m: Machine): PyObject {
  const tracer = tracerOf(m);
  if (tracer === null) return newList(m, []);
  // The answer's own objects are not traced (tracemalloc.c takes a copy of the traces first).
  m.memory.observer = null;
  try {
    const strings = new Map<string, PyObject>();
    return newList(
      m,
      [...tracer.traces.values()].map((trace) =>
        newTuple(m, [newInt(m, 0), newInt(m, trace.bytes), framesTuple(m, trace.frames, strings), newInt(m, Math.max(1, trace.frames.length))]),
      ),
    );
  } finally {
    m.memory.observer = tracer;
  }
}

/** sizeof(PyGC_Head). */
const GC_HEAD_BYTES = 16;

function objectTraceback(m: Machine, o: PyObject): PyObject {
  // 3.11 looks for a block that begins with the GC head, which a managed dict's pointers come before.
  const isOverlooked = m.profile.tracedBehindGcHead && o.ob_type.tp_presize > GC_HEAD_BYTES;
  const trace = isOverlooked ? undefined : tracerOf(m)?.traces.get(o.block);
  return trace === undefined ? incref(m.None) : framesTuple(m, trace.frames, new Map());
}

function tracedMemory(m: Machine): PyObject {
  const tracer = tracerOf(m);
  const [current, peak] = tracer === null ? [0, 0] : [tracer.current, tracer.peak];
  return newTuple(m, [newInt(m, current), newInt(m, peak)]);
}

const functions: readonly NativeSpec[] = [
  { kind: 'fast', name: 'start', min: 0, max: 1, fn: (m, _self, args) => start(m, args) },
  { kind: 'noargs', name: 'stop', fn: (m) => stop(m) },
  { kind: 'noargs', name: 'is_tracing', fn: (m) => incref(tracerOf(m) === null ? m.False : m.True) },
  { kind: 'noargs', name: 'clear_traces', fn: (m) => (tracerOf(m)?.clear(), incref(m.None)) },
  { kind: 'noargs', name: 'get_traceback_limit', fn: (m) => newInt(m, m.tracemallocFrames) },
  { kind: 'noargs', name: 'get_traced_memory', fn: (m) => tracedMemory(m) },
  {
    kind: 'noargs',
    name: 'reset_peak',
    fn: (m) => {
      const tracer = tracerOf(m);
      if (tracer !== null) tracer.peak = tracer.current;
      return incref(m.None);
    },
  },
  // Bytes that the traces themselves take: 48 a trace in CPython's hash table, roughly; programs only look whether it is positive.
  { kind: 'noargs', name: 'get_tracemalloc_memory', fn: (m) => newInt(m, (tracerOf(m)?.traces.size ?? 0) * 48 + (tracerOf(m) === null ? 0 : 12_352)) },
  {
    kind: 'noargs',
    name: '_get_traces',
    fn: (m) => {
      if (tracerOf(m) === null) throw runtimeError(m, 'the tracemalloc module must be tracing memory allocations to take a snapshot');
      return getTraces(m);
    },
  },
  { kind: 'o', name: '_get_object_traceback', fn: (m, _self, o) => objectTraceback(m, o) },
];

/** Makes `_tracemalloc`. */
export function nativeTracemallocModule(m: Machine): PyObject {
  return newNativeModule(m, { name: '_tracemalloc', doc: 'Debug module to trace memory blocks allocated by Python.', functions });
}
