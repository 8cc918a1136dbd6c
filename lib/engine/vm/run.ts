// Running a whole program: `__main__`, what happens to an uncaught exception, and the end of the interpreter
// (CPython 3.13 Python/pythonrun.c pyrun_file, _PyErr_PrintEx; Python/pylifecycle.c Py_FinalizeEx, finalize_modules).
import type { ExceptionData } from '../objects/exceptions.ts';
import type { ExceptionView, RunStatus } from '../api.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { FrameState } from '../snapshot/capture.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyModule } from '../objects/module.ts';
import type { PyObject } from '../objects/object.ts';
import type { TracebackData } from '../objects/traceback-object.ts';
import type { RunHooks } from './budget.ts';
import { KIND_CELL, KIND_FREE } from '../compiler/code-unit.ts';
import { PyRaise } from '../errors.ts';
import { gcListMove } from '../gc/gc-list.ts';
import { callMethodNamed } from '../objects/abstract.ts';
import { call } from '../objects/call.ts';
import { dictGetStr, dictItemPairs, dictSet, dictSetStr, dictDel, newDict, dictClear } from '../objects/dict.ts';
import { clearModuleDict, isModule, moduleDict, newModule } from '../objects/module.ts';
import { frameLine } from '../objects/interpreter-frame.ts';
import { decref, incref } from '../objects/object.ts';
import { dropRaise } from '../objects/raise.ts';
import { newStr, strValue } from '../objects/str.ts';
import { tracebackLine } from '../objects/traceback-object.ts';
import { isSubtype } from '../objects/type.ts';
import { runExitFunctions } from '../modules/atexit.ts';
import { flushStandardStreams } from '../modules/sys-streams.ts';
import { displayException } from '../modules/sys-hooks.ts';
import { compileSource } from './compile.ts';
import { exitStatus } from './exit-status.ts';
import { runCode } from './run-code.ts';
import { heldBySlot } from '../objects/virtual-iterators.ts';
import { TreeArena } from './tree-arena.ts';
import { slotRepr, slotStr } from '../objects/slot-functions.ts';
import { exceptionTypeName, printedException, type PrintedException } from './traceback-text.ts';
import { newSpec } from './module-spec.ts';

/** How the main program ended. */
export interface MainOutcome {
  readonly status: RunStatus;
  readonly exitCode: number;
  readonly exception: ExceptionView | null;
  readonly message: string | null;
}

const OK: MainOutcome = { status: 'ok', exitCode: 0, exception: null, message: null };

/** The interpreter behind `m.vm`. */
function interpreter(m: Machine): Interpreter {
  return m.vm as Interpreter;
}

/** `__main__.__dict__` (borrowed). */
export function mainNamespace(m: Machine): PyObject {
  const main = dictGetStr(m, m.modules, '__main__');
  if (main === null || !isModule(m, main)) return interpreter(m).lastMainDict ?? m.builtins;
  return moduleDict(main);
}

/** Compiles and runs the program in `__main__`. Limits and internal errors are thrown on; the interpreter stays up. */
export function execMain(m: Machine, hooks: RunHooks = {}): MainOutcome {
  return new MainRun(m).start(hooks);
}

/** The main program in progress: it can be left in the middle (budget.ts, Parked) and go on later. */
export class MainRun {
  private readonly m: Machine;
  private readonly dict: PyObject;
  private readonly arena = new TreeArena();
  private code: PyObject | null = null;

  constructor(m: Machine) {
    this.m = m;
    const filename = m.options.filename ?? 'main.py';
    this.dict = makeMain(m, filename);
    interpreter(m).sources.set(filename, m.options.source);
  }

  /** Compiles and runs. Throws on what execMain throws on, and Parked. */
  start(hooks: RunHooks): MainOutcome {
    const { m, dict, arena } = this;
    m.holdStepLimit();
    return this.toOutcome(() => {
      const filename = m.options.filename ?? 'main.py';
      const code = compileSource(m, m.options.source, { filename, mode: 'exec', isFile: true, constants: arena.constants, leavesDead: true });
      this.code = code;
      arena.keep(m);
      interpreter(m).startCounting(hooks);
      return runCode(m, code, dict, dict);
    });
  }

  /** Goes on after Parked. */
  resume(): MainOutcome {
    return this.toOutcome(() => interpreter(this.m).continueParked());
  }

  private toOutcome(body: () => PyObject): MainOutcome {
    const { m } = this;
    try {
      decref(m, body());
      this.release();
      forgetFile(m, this.dict);
      return OK;
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      const duringCompilation = this.code === null;
      this.release();
      const outcome = reportUncaught(m, error, duringCompilation);
      forgetFile(m, this.dict);
      return outcome;
    } finally {
      settle(m);
    }
  }

  private release(): void {
    if (this.code !== null) decref(this.m, this.code);
    this.arena.release(this.m);
  }
}

/** Brings m.steps up to date. */
function settle(m: Machine): void {
  m.steps = m.stepsNow;
  m.slice = m.budget = 0;
}

/** add_main_module and set_main_loader. */
function makeMain(m: Machine, filename: string): PyObject {
  const main = m.memory.uncounted(() => newModule(m, '__main__') as PyModule);
  const dict = moduleDict(main);
  const put = (key: string, value: PyObject): void => {
    dictSetStr(m, dict, key, value);
    decref(m, value);
  };
  m.memory.uncounted(() => {
    if (m.profile.mainHasAnnotations) put('__annotations__', newDict(m));
    put('__builtins__', incref(dictGetStr(m, m.modules, 'builtins') ?? m.None));
    const spec = newSpec(m, '__main__', filename, false);
    put('__loader__', spec);
    put('__file__', newStr(m, filename));
    put('__cached__', incref(m.None));
    dictSetStr(m, m.modules, '__main__', main);
  });
  // A collection during CPython's start-up has moved them on: what the program makes is younger. The order of finalizers at exit follows from it.
  const middle = m.gc.generations[1];
  for (const o of [main, dict]) if (middle !== undefined && o.gc_next !== null) gcListMove(o, middle.head);
  decref(m, main);
  return dict;
}

/** The program has ended: `__file__` and `__cached__` go (pyrun_simple_file). */
function forgetFile(m: Machine, dict: PyObject): void {
  for (const name of ['__file__', '__cached__']) dictDel(m, dict, m.names[name] as PyObject);
}

/** An uncaught exception: SystemExit sets the status, others are shown by sys.excepthook. Consumes `raised`. */
function reportUncaught(m: Machine, raised: PyRaise, duringCompilation: boolean): MainOutcome {
  const exc = raised.exc;
  if (isSubtype(exc.ob_type, m.types.SystemExit)) return systemExit(m, raised);
  const place = placeInProgram(m, exc);
  // exit_sigint: the process ends as the signal would have ended it.
  const exitCode = exc.ob_type === m.types.KeyboardInterrupt ? 130 : 1;
  const view = viewOf(m, exc, place, showUncaught(m, exc) ?? unseen(m, exc));
  dropRaise(m, raised);
  return { status: duringCompilation ? 'compile-error' : 'exception', exitCode, exception: view, message: null };
}

/** What would have been printed, had the program not hooked it; its own `__str__`, which nobody has asked for, is left alone. */
function unseen(m: Machine, exc: PyObject): PrintedException {
  const { tp_str: ownText } = exc.ob_type;
  if (ownText !== slotStr && ownText !== slotRepr) return printedException(interpreter(m), exc);
  const text = `${exceptionTypeName(interpreter(m), exc)}\n`;
  return { text, last: text };
}

/** _PyErr_PrintEx: remembers the exception in sys.last_exc and its kin, and hands it to sys.excepthook. Answers what was printed; null: by a hook of the program's own. */
export function showUncaught(m: Machine, exc: PyObject): PrintedException | null {
  const vm = interpreter(m);
  const sys = vm.sysDict as PyObject;
  const data = exc.data as ExceptionData;
  dictSetStr(m, sys, 'last_exc', exc);
  dictSetStr(m, sys, 'last_type', exc.ob_type);
  dictSetStr(m, sys, 'last_value', exc);
  dictSetStr(m, sys, 'last_traceback', data.traceback ?? m.None);
  const hook = dictGetStr(m, sys, 'excepthook');
  if (hook === null || hook === vm.defaultExceptHook) return displayException(vm, exc);
  callHook(vm, hook, exc);
  return null;
}

function callHook(vm: Interpreter, hook: PyObject, exc: PyObject): void {
  const m = vm.m;
  const { traceback } = exc.data as ExceptionData;
  try {
    decref(m, call(m, hook, [exc.ob_type, exc, traceback ?? m.None], null));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    vm.printError('Error in sys.excepthook:\n');
    displayException(vm, error.exc);
    vm.printError('\nOriginal exception was:\n');
    displayException(vm, exc);
    dropRaise(m, error);
  }
}

/** SystemExit ends the program with its status. Consumes `raised`. */
function systemExit(m: Machine, raised: PyRaise): MainOutcome {
  const exitCode = exitStatus(m, raised);
  return { ...OK, status: exitCode === 0 ? 'ok' : 'exception', exitCode };
}

/** An exception in plain data. */
export function describeUncaught(m: Machine, exc: PyObject): ExceptionView {
  return viewOf(m, exc, placeInProgram(m, exc), printedException(interpreter(m), exc));
}

function viewOf(m: Machine, exc: PyObject, place: Pick<ExceptionView, 'line' | 'column'>, printed: PrintedException): ExceptionView {
  const only = printed.last.trimEnd();
  const named = only.indexOf(': ');
  return { type: exceptionTypeName(interpreter(m), exc), message: named < 0 ? '' : only.slice(named + 2), ...place, traceback: printed.text };
}

/** Where in the program's own file an exception was raised. */
function placeInProgram(m: Machine, exc: PyObject): Pick<ExceptionView, 'line' | 'column'> {
  const filename = m.options.filename ?? 'main.py';
  let line: number | null = null;
  let column: number | null = null;
  for (let tb = (exc.data as ExceptionData).traceback; tb !== null; tb = (tb.data as TracebackData).next) {
    const { frame, lasti } = tb.data as TracebackData;
    const { code } = (frame.data as { readonly frame: Frame }).frame;
    if (strValue(code.filename) !== filename) continue;
    line = tracebackLine(tb);
    const at = code.unit.colOffsets[lasti] ?? -1;
    column = at < 0 ? null : at;
  }
  return { line, column };
}

/** Evaluates an expression in `__main__`: new reference. */
export function evaluateInMain(m: Machine, expression: string): PyObject {
  const dict = mainNamespace(m);
  const code = compileSource(m, expression, { filename: '<expression>', mode: 'eval' });
  try {
    return runCode(m, code, dict, dict);
  } finally {
    decref(m, code);
  }
}

// --- the end ------------------------------------------------------------------------------------------------------------------------------

/** Attributes of sys that are set to None before anything else goes (sys_deletes). */
const SYS_DELETES = ['path', 'argv', 'ps1', 'ps2', 'last_exc', 'last_type', 'last_value', 'last_traceback', 'path_hooks', 'path_importer_cache', 'meta_path', '__interactivehook__'];
/** … and restored to what they were at start (sys_files). */
const SYS_FILES = [['stdin', '__stdin__'], ['stdout', '__stdout__'], ['stderr', '__stderr__']] as const;

/** Py_FinalizeEx: exit handlers, a collection, the modules, a last collection. Finalizers print as long as there is something to print with. */
export function finishMain(m: Machine): MainOutcome {
  const vm = interpreter(m);
  waitForThreads(m);
  runExitFunctions(m);
  vm.finalizing = true;
  const written = flushStandardStreams(m);
  m.gc.collectIfEnabled();
  finalizeModules(m);
  return written ? OK : { ...OK, exitCode: 120 };
}

/** wait_for_thread_shutdown: threading._shutdown(), if the program used it. */
function waitForThreads(m: Machine): void {
  const threading = dictGetStr(m, m.modules, 'threading');
  if (threading === null || !isModule(m, threading)) return;
  try {
    decref(m, callMethodNamed(m, threading, '_shutdown', []));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    m.vm.writeUnraisable(error.exc, threading, null);
  }
}

function finalizeModules(m: Machine): void {
  const vm = interpreter(m);
  const sys = vm.sysDict as PyObject;
  dictSetStr(m, m.builtins, '_', m.None);
  for (const name of SYS_DELETES) if (dictGetStr(m, sys, name) !== null) dictSetStr(m, sys, name, m.None);
  for (const [name, original] of SYS_FILES) dictSetStr(m, sys, name, dictGetStr(m, sys, original) ?? m.None);
  // _Py_DisplaySourceLine imports io, which is gone.
  vm.sources.forget();
  const survivors = removeModules(m);
  dictClear(m, m.modules);
  m.gc.collectAtShutdown();
  for (let i = survivors.length - 1; i >= 0; i--) {
    const { module, serial } = survivors[i] as Survivor;
    if (module.serial !== serial || module.ob_refcnt === 0) continue;
    const dict = moduleDict(module);
    if (dict === m.builtins || dict === sys) continue;
    incref(module);
    clearModuleDict(m, dict);
    decref(m, module);
  }
}

interface Survivor {
  readonly module: PyModule;
  readonly serial: number;
}

/** finalize_remove_modules: every value of sys.modules becomes None; modules that others hold live on (CPython remembers them weakly). */
function removeModules(m: Machine): Survivor[] {
  const survivors: Survivor[] = [];
  for (const [key, value] of dictItemPairs(m.modules)) {
    if (isModule(m, value)) survivors.push({ module: value, serial: value.serial });
    incref(key);
    dictSet(m, m.modules, key, m.None);
    decref(m, key);
  }
  return survivors;
}

// --- frames for snapshots --------------------------------------------------------------------------------------------------------------------

/** The frames on the stack, outermost first, as snapshots want them. */
export function frameStates(m: Machine): FrameState[] {
  return statesFrom(interpreter(m).frame);
}

/** The frames of the threads that do not run now. */
export function otherThreadsFrameStates(m: Machine): FrameState[] {
  return m.vm.threads.otherFrames().flatMap(statesFrom);
}

function statesFrom(innermost: Frame | null): FrameState[] {
  const states: FrameState[] = [];
  for (let frame = innermost; frame !== null; frame = frame.prev) states.unshift(stateOf(frame));
  return states;
}

function stateOf(frame: Frame): FrameState {
  const { code, slots } = frame;
  const bindings: FrameState['bindings'][number][] = [];
  for (let i = 0; i < code.nlocalsplus; i++) {
    const value = slots[i];
    if (value === null || value === undefined) continue;
    const bits = code.unit.localspluskinds[i] ?? 0;
    const kind = (bits & KIND_FREE) !== 0 ? 'free' : (bits & KIND_CELL) !== 0 ? 'cell' : 'local';
    bindings.push({ name: strValue(code.localsplusnames[i] as PyObject), kind, value });
  }
  const evalStack: PyObject[] = [];
  for (let i = code.nlocalsplus; i < frame.sp; i++) {
    const value = slots[i];
    const held = value === null || value === undefined ? null : heldBySlot(value);
    if (held !== null) evalStack.push(held);
  }
  const owned = [frame.codeObject];
  for (const o of [frame.func, frame.locals, frame.extraLocals, frame.frameObject]) if (o !== null) owned.push(o);
  if (frame.pending !== null) owned.push(...frame.pending.call.held);
  if (frame.retry !== null) owned.push(...frame.retry.owned);
  return { name: strValue(code.name), file: strValue(code.filename), line: frameLine(frame) ?? code.unit.firstlineno, bindings, evalStack, owned, ofGenerator: frame.generator !== null };
}
