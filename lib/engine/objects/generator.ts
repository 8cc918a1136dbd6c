// Generators and coroutines (CPython 3.13 Objects/genobject.c). The frame lives in the object; resuming it is the loop's business (m.vm.resume).
// Asynchronous generators share this payload; their awaitables are in async-generator.ts.
import { classGetItemMethod } from './generic-alias.ts';
import type { Machine } from '../machine.ts';
import type { Frame } from './interpreter-frame.ts';
import type { PyObject } from './object.ts';
import type { NativeSpec, PyType, TypeSpec } from './type.ts';
import { since } from './type.ts';
import { RESUME, SEND, ResumePoint } from '../compiler/opcodes.ts';
import { PyRaise } from '../errors.ts';
import { call, callNoArgs, callOne } from './call.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { lookupAttr } from './abstract.ts';
import { newBool } from './bool.ts';
import { exceptionMatches, normaliseThrown, stopIterationValue } from './exceptions.ts';
import { callFinalizerFromDealloc } from './finalize.ts';
import { frameObjectOf, leaveFrame, visitFrame } from './frame-object.ts';
import { HandledException } from './interpreter-frame.ts';
import { decref, incref, xdecref } from './object.ts';
import { dropRaise, matches, raiseWith, runtimeError, stopIteration, typeError, valueError } from './raise.ts';
import { openRetry } from './retry.ts';
import { isStr, newStr, strValue } from './str.ts';
import { isTraceback } from './traceback-object.ts';
import { TypeFlag } from './type.ts';
import { heldBySlot } from './virtual-iterators.ts';
import { clearWeakrefs } from './weakref.ts';

/** gi_frame_state. */
export const GenState = { CREATED: -3, SUSPENDED: -2, SUSPENDED_YIELD_FROM: -1, EXECUTING: 0, COMPLETED: 1, CLEARED: 4 } as const;

/** What a generator, coroutine or asynchronous generator keeps. */
export class GeneratorData {
  readonly frame: Frame;
  state: number = GenState.CREATED;
  name: PyObject;
  qualname: PyObject;
  /** The frame's reference, kept until the generator goes; in 3.11 one of the generator's own. */
  readonly code: PyObject;
  readonly excState = new HandledException();
  /** cr_origin, or the asynchronous generator's finalizer (owned). */
  origin: PyObject | null = null;
  /** Asynchronous generators only. */
  hooksInited = false;
  closed = false;
  runningAsync = false;
  constructor(frame: Frame, name: PyObject, qualname: PyObject, code: PyObject) {
    this.frame = frame;
    this.name = name;
    this.qualname = qualname;
    this.code = code;
  }
}

export interface PyGenerator extends PyObject {
  data: GeneratorData;
}

/** The object for a frame that RETURN_GENERATOR hands over; `frame` belongs to it from now on. */
export function newGenerator(m: Machine, type: PyType, frame: Frame, name: PyObject, qualname: PyObject): PyGenerator {
  const data = new GeneratorData(frame, incref(name), incref(qualname), frame.codeObject);
  if (m.profile.generatorOwnsCode) incref(frame.codeObject);
  const gen = allocObject(m, type, data, 8 * (frame.code.nlocalsplus + frame.code.stacksize)) as PyGenerator;
  gcTrack(m, gen);
  return gen;
}

export function isGenerator(m: Machine, o: PyObject): o is PyGenerator {
  return o.ob_type === m.types.generator;
}

export function isCoroutine(m: Machine, o: PyObject): o is PyGenerator {
  return o.ob_type === m.types.coroutine;
}

/** 'generator', 'coroutine' or 'async generator' for error texts. */
function kindName(m: Machine, gen: PyObject): string {
  if (gen.ob_type === m.types.coroutine) return 'coroutine';
  return gen.ob_type === m.types.async_generator ? 'async generator' : 'generator';
}

/**
 * gen_send_ex2: runs the generator up to its next yield. `arg` (borrowed; null for next()) is what the yield expression answers.
 * Answers the yielded value, or null when the generator returned: its value then is `m.vm.returned` (owned by the caller, never null).
 */
export function genSend(m: Machine, gen: PyObject, arg: PyObject | null): PyObject | null {
  const known = m.retry === null ? null : (openRetry(m)?.take() ?? null);
  if (known !== null) {
    if (!known.isEnd) return known.value;
    m.vm.returned = known.value;
    return null;
  }
  const data = gen.data as GeneratorData;
  if (data.state === GenState.CREATED && arg !== null && arg !== m.None) {
    throw typeError(m, `can't send non-None value to a just-started ${kindName(m, gen)}`);
  }
  if (data.state === GenState.EXECUTING) throw valueError(m, `${kindName(m, gen)} already executing`);
  if (data.state >= GenState.COMPLETED) {
    if (gen.ob_type === m.types.coroutine) throw runtimeError(m, 'cannot reuse already awaited coroutine');
    m.vm.returned = incref(m.None);
    return null;
  }
  return m.vm.resume(gen, incref(arg ?? m.None), null);
}

/** gen_send_ex with an exception: raises `thrown` (consumed) at the generator's current position. */
export function genRaise(m: Machine, gen: PyObject, thrown: PyRaise, closing: boolean): PyObject | null {
  const data = gen.data as GeneratorData;
  if (data.state === GenState.EXECUTING) {
    dropRaise(m, thrown);
    throw valueError(m, `${kindName(m, gen)} already executing`);
  }
  if (data.state >= GenState.COMPLETED) {
    if (gen.ob_type === m.types.coroutine && !closing) {
      dropRaise(m, thrown);
      throw runtimeError(m, 'cannot reuse already awaited coroutine');
    }
    throw thrown;
  }
  return m.vm.resume(gen, incref(m.None), thrown);
}

/** What `yield from` or `await` waits for (_PyGen_yf): a new reference, or null. */
export function yieldFromTarget(gen: PyObject): PyObject | null {
  const { state, frame } = gen.data as GeneratorData;
  if (state !== GenState.SUSPENDED_YIELD_FROM) return null;
  const value = frame.slots[frame.sp - 1] ?? null;
  const held = value === null ? null : heldBySlot(value);
  return held === null ? null : incref(held);
}

/** True while the frame is suspended inside `yield from`/`await`: the instruction that follows is RESUME after a SEND loop. */
export function suspendsInSend(frame: Frame): boolean {
  const { ops, args } = frame.code;
  if (ops[frame.pc] !== RESUME) return ops[frame.pc - 2] === SEND;
  const point = (args[frame.pc] ?? 0) & 3;
  return point === ResumePoint.AFTER_YIELD_FROM || point === ResumePoint.AFTER_AWAIT;
}

/** gen_close_iter: closes the inner iterator. */
function closeIterator(m: Machine, inner: PyObject): void {
  if (isGenerator(m, inner) || isCoroutine(m, inner)) {
    decref(m, genClose(m, inner));
    return;
  }
  const close = lookupAttr(m, inner, m.names.close as PyObject);
  if (close === null) return;
  try {
    decref(m, callNoArgs(m, close));
  } finally {
    decref(m, close);
  }
}

/** gen_close: GeneratorExit at the current position; the generator must end. Answers close()'s value. */
export function genClose(m: Machine, gen: PyObject): PyObject {
  const data = gen.data as GeneratorData;
  if (data.state === GenState.CREATED) {
    if (m.profile.closeOfUnstartedKeepsLocals) data.state = GenState.COMPLETED;
    else clearGeneratorFrame(m, data);
    return incref(m.None);
  }
  if (data.state >= GenState.COMPLETED) return incref(m.None);
  let thrown: PyRaise | null = null;
  const inner = yieldFromTarget(gen);
  if (inner !== null) {
    const state = data.state;
    data.state = GenState.EXECUTING;
    try {
      closeIterator(m, inner);
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      thrown = error;
    } finally {
      data.state = state;
    }
    decref(m, inner);
  }
  if (thrown === null && canSkipGeneratorExit(m, data)) {
    clearGeneratorFrame(m, data);
    return incref(m.None);
  }
  return finishClose(m, gen, thrown ?? raiseWith(m, m.types.GeneratorExit, []));
}

/** 3.13+: a generator suspended outside of any handler of its own is just cleared; nothing in it could see the GeneratorExit. */
function canSkipGeneratorExit(m: Machine, data: GeneratorData): boolean {
  if (!m.profile.generatorCloseSkipsExit || data.state === GenState.EXECUTING) return false;
  const { code, pc } = data.frame;
  return code.ops[pc] === RESUME && ((code.args[pc] ?? 0) & ResumePoint.DEPTH1) !== 0;
}

function finishClose(m: Machine, gen: PyObject, thrown: PyRaise): PyObject {
  let value: PyObject | null;
  try {
    value = genRaise(m, gen, thrown, true);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    if (matches(error, m.types.GeneratorExit)) {
      dropRaise(m, error);
      return incref(m.None);
    }
    if (matches(error, m.types.StopIteration)) {
      const result = m.profile.closeReturnsValue ? incref(stopIterationValue(m, error.exc)) : incref(m.None);
      dropRaise(m, error);
      return result;
    }
    throw error;
  }
  if (value === null) {
    const returned = m.vm.takeReturned();
    if (m.profile.closeReturnsValue) return returned;
    decref(m, returned);
    return incref(m.None);
  }
  decref(m, value);
  throw runtimeError(m, `${kindName(m, gen)} ignored GeneratorExit`);
}

/** gen_clear_frame. */
export function clearGeneratorFrame(m: Machine, data: GeneratorData): void {
  if (data.state === GenState.CLEARED) return;
  data.state = GenState.CLEARED;
  data.frame.prev = null;
  leaveFrame(m, data.frame);
  const handled = data.excState.value;
  data.excState.value = null;
  xdecref(m, handled);
}

/**
 * _gen_throw: what throw() was given (borrowed) is raised where the generator stands, or in the iterator that it delegates to.
 * Only where it is raised does it become an exception: what delegates hands it on as it came, and holds nothing of it.
 */
export function genThrow(m: Machine, gen: PyObject, args: readonly PyObject[], closeOnExit: boolean): PyObject | null {
  const data = gen.data as GeneratorData;
  const inner = yieldFromTarget(gen);
  if (inner === null) return genRaise(m, gen, raisedBy(m, args), false);
  const state = data.state;
  let failure: PyRaise | null = null;
  try {
    if (closeOnExit && exceptionMatches(m, args[0] as PyObject, m.types.GeneratorExit)) {
      data.state = GenState.EXECUTING;
      closeIterator(m, inner);
      data.state = state;
      return genRaise(m, gen, raisedBy(m, args), false);
    }
    data.state = GenState.EXECUTING;
    const value = throwIntoInner(m, gen, inner, args, closeOnExit);
    data.state = state;
    if (value !== undefined) return value;
    failure = raisedBy(m, args);
  } catch (error) {
    data.state = state;
    if (!(error instanceof PyRaise)) throw error;
    failure = error;
  } finally {
    decref(m, inner);
  }
  return genRaise(m, gen, failure, false);
}

/** Answers the inner iterator's next value; undefined when it has no throw(). An end of the inner iterator is thrown as StopIteration. */
function throwIntoInner(m: Machine, outer: PyObject, inner: PyObject, args: readonly PyObject[], closeOnExit: boolean): PyObject | undefined {
  if (isGenerator(m, inner) || isCoroutine(m, inner)) {
    const value = m.vm.withOuterFrame(outer, () => genThrow(m, inner, args, closeOnExit));
    if (value !== null) return value;
    throw stopIterationOf(m, m.vm.takeReturned());
  }
  const method = lookupAttr(m, inner, m.names.throw as PyObject);
  if (method === null) return undefined;
  try {
    return call(m, method, args);
  } finally {
    decref(m, method);
  }
}

function raisedBy(m: Machine, args: readonly PyObject[]): PyRaise {
  return new PyRaise(normaliseThrown(m, args[0] as PyObject, args[1] ?? null, args[2] ?? null));
}

/** StopIteration carrying `value` (stolen), even None or a tuple or an exception (_PyGen_SetStopIterationValue). */
export function stopIterationOf(m: Machine, value: PyObject): PyRaise {
  const raised = stopIteration(m, value);
  decref(m, value);
  return raised;
}

/** _PyGen_Finalize: closes an unfinished generator that dies. */
function generatorFinalize(m: Machine, gen: PyObject): void {
  const data = gen.data as GeneratorData;
  if (data.state >= GenState.COMPLETED) return;
  if (gen.ob_type === m.types.async_generator && data.origin !== null && data.hooksInited) {
    finalizeThroughHook(m, data.origin, gen);
    return;
  }
  if (gen.ob_type === m.types.coroutine && data.state === GenState.CREATED) {
    warnUnawaited(m, gen);
    return;
  }
  try {
    decref(m, genClose(m, gen));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    m.vm.writeUnraisable(error.exc, gen, 'while closing generator');
  }
}

/** The finalizer that sys.set_asyncgen_hooks installed. */
function finalizeThroughHook(m: Machine, hook: PyObject, gen: PyObject): void {
  try {
    decref(m, callOne(m, hook, gen));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    m.vm.writeUnraisable(error.exc, gen, 'while finalizing generator');
  }
}

/** _PyErr_WarnUnawaitedCoroutine. */
function warnUnawaited(m: Machine, coroutine: PyObject): void {
  try {
    m.vm.warn(m.types.RuntimeWarning, `coroutine '${strValue((coroutine.data as GeneratorData).qualname)}' was never awaited`, coroutine);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    m.vm.writeUnraisable(error.exc, coroutine, 'while finalizing coroutine');
  }
}

function generatorDealloc(m: Machine, gen: PyObject): void {
  const data = gen.data as GeneratorData;
  clearWeakrefs(m, gen);
  if (callFinalizerFromDealloc(m, gen)) return;
  gcUntrack(m, gen);
  const origin = data.origin;
  data.origin = null;
  xdecref(m, origin);
  clearGeneratorFrame(m, data);
  decref(m, data.code);
  decref(m, data.name);
  decref(m, data.qualname);
  freeObject(m, gen);
}

function generatorTraverse(m: Machine, gen: PyObject, visit: (child: PyObject, field: string, index: number) => void): void {
  const data = gen.data as GeneratorData;
  if (m.profile.generatorOwnsCode) visit(data.code, 'gi_code', -1);
  visit(data.name, 'gi_name', -1);
  visit(data.qualname, 'gi_qualname', -1);
  if (data.state < GenState.CLEARED) visitFrame(data.frame, data.code, visit);
  else if (!m.profile.generatorOwnsCode) visit(data.code, '~gi_code', -1);
  if (data.origin !== null) visit(data.origin, '~cr_origin', -1);
  if (data.excState.value !== null) visit(data.excState.value, 'exc_info', -1);
}

/** gen_iternext. */
function generatorNext(m: Machine, gen: PyObject): PyObject | null {
  const value = genSend(m, gen, null);
  if (value !== null) return value;
  const returned = m.vm.takeReturned();
  if (returned === m.None) {
    decref(m, returned);
    return null;
  }
  throw stopIterationOf(m, returned);
}

/** send() and throw() as methods: the end becomes StopIteration. */
export function valueOrStop(m: Machine, value: PyObject | null): PyObject {
  if (value !== null) return value;
  throw stopIterationOf(m, m.vm.takeReturned());
}

/** throw(value), or the deprecated throw(type, value, traceback). */
export function throwMethod(m: Machine, gen: PyObject, args: readonly PyObject[]): PyObject {
  if (args.length === 3 && args[2] !== m.None && !isTraceback(m, args[2] as PyObject)) throw typeError(m, 'throw() third argument must be a traceback object');
  if (args.length > 1 && m.profile.throwOfThreeWarns) m.vm.warn(m.types.DeprecationWarning, `the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.`);
  return valueOrStop(m, genThrow(m, gen, args, true));
}

const sendMethods: readonly NativeSpec[] = [
  { name: 'send', kind: 'o', fn: (m, gen, value) => valueOrStop(m, genSend(m, gen, value)), doc: "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration." },
  { name: 'throw', kind: 'fast', min: 1, max: 3, fn: throwMethod, doc: 'throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.' },
  { name: 'close', kind: 'noargs', fn: genClose, doc: 'close() -> raise GeneratorExit inside generator.' },
];

const sizeofMethod: NonNullable<TypeSpec['slots']>['tp_sizeof'] = (m, gen) => {
  const { code } = (gen.data as GeneratorData).frame;
  return m.profile.basicsize.generator + 8 * (code.nlocalsplus + code.stacksize);
};

/** Attributes under the prefix `gi_`, `cr_` or `ag_`. */
export function generatorGetSet(prefix: string, awaited: string): NonNullable<TypeSpec['getset']> {
  return [
    {
      name: '__name__',
      get: (_m, gen) => incref((gen.data as GeneratorData).name),
      set(m, gen, value) {
        if (value === null || !isStr(value)) throw typeError(m, '__name__ must be set to a string object');
        const data = gen.data as GeneratorData;
        const old = data.name;
        data.name = incref(value);
        decref(m, old);
      },
    },
    {
      name: '__qualname__',
      get: (_m, gen) => incref((gen.data as GeneratorData).qualname),
      set(m, gen, value) {
        if (value === null || !isStr(value)) throw typeError(m, '__qualname__ must be set to a string object');
        const data = gen.data as GeneratorData;
        const old = data.qualname;
        data.qualname = incref(value);
        decref(m, old);
      },
    },
    { name: awaited, get: (m, gen) => yieldFromTarget(gen) ?? incref(m.None) },
    { name: `${prefix}running`, get: (m, gen) => newBool(m, prefix === 'ag_' ? (gen.data as GeneratorData).runningAsync : (gen.data as GeneratorData).state === GenState.EXECUTING) },
    {
      name: `${prefix}frame`,
      get(m, gen) {
        const data = gen.data as GeneratorData;
        return data.state >= GenState.COMPLETED ? incref(m.None) : incref(frameObjectOf(m, data.frame));
      },
    },
    { name: `${prefix}suspended`, inVersion: since(prefix === 'ag_' ? 12 : 11), get: (m, gen) => newBool(m, isSuspended(gen)) },
    { name: `${prefix}code`, get: (_m, gen) => incref((gen.data as GeneratorData).code) },
  ];
}

/** gi_suspended. */
export function isSuspended(gen: PyObject): boolean {
  const { state } = gen.data as GeneratorData;
  return state === GenState.SUSPENDED || state === GenState.SUSPENDED_YIELD_FROM;
}

/** Slots that generators, coroutines and asynchronous generators share. */
export const sharedGeneratorSlots: NonNullable<TypeSpec['slots']> = {
  tp_dealloc: generatorDealloc,
  tp_traverse: generatorTraverse,
  tp_finalize: generatorFinalize,
  tp_sizeof: sizeofMethod,
};

function reprAs(word: string) {
  return (m: Machine, gen: PyObject): PyObject =>
    newStr(m, `<${word} object ${strValue((gen.data as GeneratorData).qualname)} at 0x${m.addressOfObject(gen).toString(16)}>`);
}

export const generatorType: TypeSpec = {
  name: 'generator',
  basicsize: (m) => m.profile.basicsize.generator,
  itemsize: 8,
  flags: TypeFlag.HAVE_GC,
  hasWeakrefs: true,
  slots: {
    ...sharedGeneratorSlots,
    tp_repr: reprAs('generator'),
    tp_iter: (_m, gen) => incref(gen),
    tp_iternext: generatorNext,
  },
  methods: [...sendMethods, { ...classGetItemMethod(), inVersion: since(13) }],
  getset: generatorGetSet('gi_', 'gi_yieldfrom'),
};

export const coroutineType: TypeSpec = {
  name: 'coroutine',
  basicsize: (m) => m.profile.basicsize.generator,
  itemsize: 8,
  flags: TypeFlag.HAVE_GC,
  hasWeakrefs: true,
  slots: {
    ...sharedGeneratorSlots,
    tp_repr: reprAs('coroutine'),
    am_await: (m, coroutine) => newCoroutineWrapper(m, coroutine),
  },
  methods: [...sendMethods, { ...classGetItemMethod(), inVersion: since(13) }],
  getset: [
    ...generatorGetSet('cr_', 'cr_await'),
    { name: 'cr_origin', kind: 'member', get: (m, gen) => incref((gen.data as GeneratorData).origin ?? m.None) },
  ],
};

/** `coroutine.__await__()`: an iterator over the coroutine; `data` is the coroutine (owned). */
function newCoroutineWrapper(m: Machine, coroutine: PyObject): PyObject {
  const wrapper = allocObject(m, m.types.coroutine_wrapper, incref(coroutine));
  gcTrack(m, wrapper);
  return wrapper;
}

export const coroutineWrapperType: TypeSpec = {
  name: 'coroutine_wrapper',
  basicsize: 24,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      decref(m, self.data as PyObject);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      visit(self.data as PyObject, 'cw_coroutine', -1);
    },
    tp_iter: (_m, self) => incref(self),
    tp_iternext(m, self) {
      const value = genSend(m, self.data as PyObject, null);
      if (value !== null) return value;
      throw stopIterationOf(m, m.vm.takeReturned());
    },
  },
  methods: [
    { name: 'send', kind: 'o', fn: (m, self, value) => valueOrStop(m, genSend(m, self.data as PyObject, value)) },
    { name: 'throw', kind: 'fast', min: 1, max: 3, fn: (m, self, args) => throwMethod(m, self.data as PyObject, args) },
    { name: 'close', kind: 'noargs', fn: (m, self) => genClose(m, self.data as PyObject) },
  ],
};
