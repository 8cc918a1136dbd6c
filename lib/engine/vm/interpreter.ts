// The interpreter state that a thread has in CPython (Include/cpython/pystate.h) and the entries from native code into the loop
// (Python/ceval.c _PyEval_Vector, Objects/genobject.c gen_send_ex2).
import type { Machine } from '../machine.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { PyObject } from '../objects/object.ts';
import type { Vm } from './vm.ts';
import type { FunctionData } from '../objects/function.ts';
import type { GeneratorData } from '../objects/generator.ts';
import type { PyType } from '../objects/type.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../compiler/code-unit.ts';
import type { PyRaise } from '../errors.ts';
import { NATIVE_DEPTH_LIMIT, PYTHON_CALL_UNITS, RECURSION_LIMIT, RETRY_DEPTH } from '../limits.ts';
import { writeToStream } from '../modules/sys-streams.ts';
import { getAttr, hasAttr, iterate, reprText } from '../objects/abstract.ts';
import { dictGet, dictGetStr, dictSet, dictSetStr } from '../objects/dict.ts';
import { leaveFrame } from '../objects/frame-object.ts';
import { moduleDict } from '../objects/module.ts';
import { GenState, suspendsInSend } from '../objects/generator.ts';
import { HandledException, ReturnTo, frameLine, isIncomplete, takeFrame } from '../objects/interpreter-frame.ts';
import { decref, incref } from '../objects/object.ts';
import { dropRaise, raise, typeError } from '../objects/raise.ts';
import { CallFirst, openRetry, type Retry } from '../objects/retry.ts';
import { isStr, strValue } from '../objects/str.ts';
import { tupleItems } from '../objects/tuple.ts';
import { isHidden, leaveFramesAbove } from './unwind.ts';
import { sendTo } from './awaiting.ts';
import { Budget } from './budget.ts';
import type { RunHooks } from './budget.ts';
import { bindArguments } from './bind.ts';
import { installBuiltins } from './builtins/index.ts';
import { run } from './eval.ts';
import { importModuleByName } from './import.ts';
import { itemOrNull } from './names.ts';
import { SourceCache } from './sources.ts';
import { attributeTextOf, strOf } from './texts.ts';
import { writeUnraisable } from './unraisable.ts';
import { Threads } from './threads.ts';
import { Tracer } from './tracing.ts';
import { issueWarning } from './warnings.ts';

/** Innermost handled exception and the rest of a Python thread's state. */
export class Interpreter implements Vm {
  readonly m: Machine;
  frame: Frame | null = null;
  /** Exceptions being handled: the thread's own at the bottom, running generators' above it (tstate->exc_info). */
  handled = new HandledException();
  returned: PyObject | null = null;
  /** True when run() answers a yielded value rather than a returned one. */
  yielded = false;
  /** Python frames now, and at most. */
  depth = 0;
  recursionLimit = RECURSION_LIMIT;
  /** sys.setswitchinterval's seconds: kept, without effect. */
  switchInterval = 0.005;
  countdown: Budget;
  /** Second results of loadMethod, sendTo and catchIntoFrame. */
  isUnboundMethod = false;
  sendEnded = false;
  leftToNative = false;
  raisedForRetry = false;
  /** Source lines by file name. */
  readonly sources = new SourceCache();
  /** Warnings shown already. */
  readonly warned = new Set<string>();
  /** sys.__dict__ (borrowed from the module), null until it exists. */
  sysDict: PyObject | null = null;
  /** The builtin `__import__` and the default sys.unraisablehook / excepthook (borrowed), to see whether they were replaced. */
  defaultImport: PyObject | null = null;
  defaultUnraisableHook: PyObject | null = null;
  defaultExceptHook: PyObject | null = null;
  /** `__main__.__dict__` of a program that took itself out of sys.modules (borrowed). */
  lastMainDict: PyObject | null = null;
  readonly threads = new Threads(this);
  readonly tracer = new Tracer(this);
  /** The interpreter is being torn down (sys.is_finalizing). */
  finalizing = false;

  constructor(m: Machine) {
    this.m = m;
    this.countdown = new Budget(m, {}, this.tracer);
  }

  /** Installs the hooks of a run and starts the step count. */
  startCounting(hooks: RunHooks): void {
    this.countdown = new Budget(this.m, hooks, this.tracer);
    this.countdown.start();
  }

  callFunction(func: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
    const data = func.data as FunctionData;
    const code = data.codeData;
    const count = args.length;
    const known = this.m.retry === null ? null : this.knownAnswer();
    if (known !== null) return known;
    let frame: Frame;
    incref(func);
    if (kwnames === null && code.isSimple && code.argcount === count) {
      frame = takeFrame(code, data.code, func, data.globals, data.builtins);
      const slots = frame.slots;
      for (let i = 0; i < count; i++) slots[i] = incref(args[i] as PyObject);
    } else {
      const owned: PyObject[] = [];
      for (let i = 0; i < count; i++) owned.push(incref(args[i] as PyObject));
      frame = bindArguments(this.m, func, owned, kwnames);
    }
    return this.enter(frame) as PyObject;
  }

  /** The instruction that was begun last, while it can still be executed again. */
  lastRetry: Retry | null = null;

  /** The first frame of the innermost running loop. */
  loopBottom: Frame | null = null;

  /** What the frame about to be made has answered when the instruction was executed before. New reference. */
  knownAnswer(): PyObject | null {
    return openRetry(this.m)?.take()?.value ?? null;
  }

  /** Runs a frame that was just made, to its end (_PyEval_EvalFrame from native code). Answers its value. */
  enter(frame: Frame): PyObject | null {
    const retry = this.m.retry === null ? null : openRetry(this.m);
    if (retry?.canLeave === true) {
      retry.leave(this.m);
      throw new CallFirst(frame);
    }
    frame.returnTo = ReturnTo.NATIVE;
    frame.prev = this.frame;
    this.frame = frame;
    return this.enterLoop(null);
  }

  /** Goes on after the loop was left by Parked: the frames stand, the running instruction has not begun. */
  continueParked(): PyObject {
    (this.frame as Frame).pc--;
    this.depth--;
    return this.enterLoop(null) as PyObject;
  }

  /** Goes on with the frames of a suspended thread, to the end of the first that was entered from native code; `thrown` is raised in it first. */
  continueFrames(thrown: PyRaise | null): PyObject {
    return this.enterLoop(thrown) as PyObject;
  }

  private enterLoop(thrown: PyRaise | null): PyObject | null {
    const { m, depth, loopBottom, lastRetry } = this;
    const { deallocDepth, loopDeallocDepth, retry, cStack } = m;
    m.loopDeallocDepth = deallocDepth;
    if (m.nativeDepth >= NATIVE_DEPTH_LIMIT) {
      if (thrown !== null) dropRaise(m, thrown);
      thrown = this.refuseDepth();
    }
    m.nativeDepth++;
    m.cStack += PYTHON_CALL_UNITS;
    m.retry = this.lastRetry = null;
    if (m.nativeDepth > RETRY_DEPTH) this.countdown.settle();
    let bottom = this.frame as Frame;
    while (bottom.returnTo !== ReturnTo.NATIVE && bottom.prev !== null) bottom = bottom.prev;
    this.loopBottom = bottom;
    const before = bottom.prev;
    try {
      return run(this, thrown);
    } catch (error) {
      if (error instanceof RangeError) {
        leaveFramesAbove(this, before);
        this.depth = depth;
      }
      throw error;
    } finally {
      m.nativeDepth--;
      m.cStack = cStack;
      m.retry = retry;
      this.lastRetry = lastRetry;
      m.deallocDepth = deallocDepth;
      m.loopDeallocDepth = loopDeallocDepth;
      this.loopBottom = loopBottom;
    }
  }

  /** The host's stack would be exhausted: what Python reports for its own limit. */
  private refuseDepth(): PyRaise {
    return raise(this.m, this.m.types.RecursionError, 'maximum recursion depth exceeded');
  }

  resume(gen: PyObject, value: PyObject, thrown: PyRaise | null): PyObject | null {
    const data = gen.data as GeneratorData;
    const retry = thrown === null && this.m.retry !== null ? openRetry(this.m) : null;
    if (retry?.canLeave === true) {
      retry.leave(this.m);
      throw new CallFirst(null, incref(gen), value);
    }
    const frame = data.frame;
    this.linkGenerator(data, value);
    frame.returnTo = ReturnTo.NATIVE;
    incref(gen);
    try {
      if (thrown !== null && this.tracer.isWatching()) this.tracer.throwing(frame);
      return this.enterLoop(thrown);
    } finally {
      decref(this.m, gen);
    }
  }

  /** Makes a suspended generator's frame the innermost one; `value` (stolen) is pushed for its yield to answer. */
  linkGenerator(data: GeneratorData, value: PyObject): void {
    const frame = data.frame;
    frame.slots[frame.sp++] = value;
    data.state = GenState.EXECUTING;
    data.excState.prev = this.handled;
    this.handled = data.excState;
    frame.prev = this.frame;
    this.frame = frame;
  }

  /** A generator's frame stops being the innermost one (yield): its handled exceptions go with it. */
  unlinkGenerator(data: GeneratorData): void {
    const frame = data.frame;
    data.state = suspendsInSend(frame) ? GenState.SUSPENDED_YIELD_FROM : GenState.SUSPENDED;
    this.handled = data.excState.prev as HandledException;
    data.excState.prev = null;
    this.frame = frame.prev;
    frame.prev = null;
  }

  takeReturned(): PyObject {
    const value = this.returned ?? incref(this.m.None);
    this.returned = null;
    return value;
  }

  withOuterFrame<T>(outer: PyObject, body: () => T): T {
    const frame = (outer.data as GeneratorData).frame;
    const before = this.frame;
    frame.prev = before;
    this.frame = frame;
    this.depth++;
    try {
      return body();
    } finally {
      this.depth--;
      this.frame = before;
      frame.prev = null;
    }
  }

  /** A generator's frame is done (return or exception): clear_gen_frame. */
  finishGenerator(frame: Frame): void {
    const gen = frame.generator as PyObject;
    const data = gen.data as GeneratorData;
    data.state = GenState.CLEARED;
    this.handled = data.excState.prev as HandledException;
    data.excState.prev = null;
    this.frame = frame.prev;
    frame.generator = null;
    leaveFrame(this.m, frame);
    frame.prev = null;
  }

  /** The type of object that RETURN_GENERATOR makes. */
  generatorType(flags: number): PyType {
    if ((flags & CO_COROUTINE) !== 0) return this.m.types.coroutine;
    return (flags & CO_ASYNC_GENERATOR) !== 0 ? this.m.types.async_generator : this.m.types.generator;
  }

  /** SEND to anything but a ready generator; `sendEnded` says whether the receiver is exhausted. */
  send(receiver: PyObject, value: PyObject): PyObject {
    return sendTo(this, receiver, value);
  }

  notAnIterator(o: PyObject): PyRaise {
    return typeError(this.m, `'${o.ob_type.tp_name}' object is not an iterator`);
  }

  currentException(): PyObject | null {
    for (let level: HandledException | null = this.handled; level !== null; level = level.prev) {
      if (level.value !== null && level.value !== this.m.None) return level.value;
    }
    return null;
  }

  callerModule(): string | null {
    const name = this.frame === null ? null : dictGetStr(this.m, this.frame.globals, '__name__');
    return name !== null && isStr(name) ? strValue(name) : null;
  }

  currentLine(): number | null {
    return this.frame === null ? null : frameLine(this.frame);
  }

  callers(limit: number): readonly { readonly file: string; readonly line: number }[] {
    const places: { readonly file: string; readonly line: number }[] = [];
    for (let frame = this.frame; frame !== null && places.length < limit; frame = frame.prev) {
      if (isIncomplete(frame) || isHidden(frame)) continue;
      places.push({ file: strValue(frame.code.filename), line: frameLine(frame) ?? frame.code.unit.firstlineno });
    }
    return places;
  }

  // --- texts and small look-ups for messages ------------------------------------------------------------------------------------------------

  /** repr(o). */
  reprOf(o: PyObject): string {
    return reprText(this.m, o);
  }

  /** str(o). */
  textOf(o: PyObject): string {
    return strOf(this.m, o);
  }

  /** A str attribute's text, or null. */
  attributeText(o: PyObject, name: string): string | null {
    return attributeTextOf(this.m, o, name);
  }

  hasAttribute(o: PyObject, name: string): boolean {
    return hasAttr(this.m, o, this.m.names[name] as PyObject);
  }

  /** A name of the frame's builtins: new reference. */
  builtinOf(f: Frame, name: string): PyObject {
    const value = itemOrNull(this.m, f.builtins, this.m.names[name] as PyObject);
    if (value === null) throw raise(this.m, this.m.types.NameError, `${name} not found`);
    return value;
  }

  /** Members of an exception group (borrowed). */
  groupMembers(group: PyObject): readonly PyObject[] {
    const members = getAttr(this.m, group, this.m.names.exceptions as PyObject);
    decref(this.m, members);
    return tupleItems(members);
  }

  forEach(iterable: PyObject, visit: (item: PyObject) => void): void {
    iterate(this.m, iterable, visit);
  }

  dictHas(dict: PyObject, key: PyObject): boolean {
    return dictGet(this.m, dict, key) !== null;
  }

  dictPut(dict: PyObject, key: PyObject, value: PyObject): void {
    dictSet(this.m, dict, key, value);
  }

  /** An attribute of a module being set up (borrowed). */
  lookupIn(module: PyObject, name: string): PyObject {
    return dictGetStr(this.m, moduleDict(module), name) ?? this.m.None;
  }

  putIn(module: PyObject, name: string, value: PyObject): void {
    dictSetStr(this.m, moduleDict(module), name, value);
  }

  printError(text: string): void {
    writeToStream(this, 'stderr', text);
  }

  writeUnraisable(exc: PyObject, source: PyObject | null, message: string | null): void {
    writeUnraisable(this, exc, source, message);
  }

  importModule(name: string): PyObject {
    return importModuleByName(this.m, name);
  }

  warn(category: PyObject, text: string, source: PyObject | null = null): void {
    issueWarning(this, category, text, source);
  }
}

/** Makes the interpreter of a machine with its builtins and sys modules. */
export function createVm(m: Machine): Vm {
  const vm = new Interpreter(m);
  m.vm = vm;
  installBuiltins(m);
  return vm;
}
