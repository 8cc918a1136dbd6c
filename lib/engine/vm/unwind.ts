// What happens when an instruction raises (CPython 3.13 Python/ceval.c: error, exception_unwind, exit_unwind; Python/traceback.c PyTraceBack_Here;
// Python/errors.c _PyErr_SetObject's chaining).
import type { CodeData } from '../objects/code.ts';
import type { ExceptionData } from '../objects/exceptions.ts';
import type { ExceptionEntry } from '../compiler/code-unit.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { KIND_FREE } from '../compiler/code-unit.ts';
import { isJump } from '../compiler/flow-graph.ts';
import { FOR_ITER, LOAD_CONST, LOAD_FAST, LOAD_FAST_CHECK, LOAD_FAST_LOAD_FAST, PUSH_NULL, STORE_FAST, STORE_FAST_LOAD_FAST, STORE_FAST_STORE_FAST } from '../compiler/opcodes.ts';
import { isHostStackEnd, PyRaise } from '../errors.ts';
import { ImpossibleRequest } from '../memory/memory.ts';
import { frameObjectOf, leaveFrame } from '../objects/frame-object.ts';
import { newInt } from '../objects/int.ts';
import { FrameOwner, ReturnTo } from '../objects/interpreter-frame.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import { dropRaise, raise, raiseWith, runtimeError, matches } from '../objects/raise.ts';
import { strValue } from '../objects/str.ts';
import { newTraceback } from '../objects/traceback-object.ts';
import { CONTEXT_LINK_WORK, DEEP_RECURSION } from '../limits.ts';
import { CallFirst } from '../objects/retry.ts';
import { answerRetry, callFirst, endRetry } from './retry.ts';
import { dropPending, recursionError } from './calls.ts';
import { nameError } from './names.ts';

/**
 * Finds the handler of what an instruction of `vm.frame` threw, in this frame or a caller of the same loop, and prepares that frame to go on there.
 * Throws on when the loop's first frame has no handler: then that frame is gone.
 */
export function catchIntoFrame(vm: Interpreter, error: unknown): void {
  if (error instanceof CallFirst) {
    if (!callFirst(vm, error)) catchIntoFrame(vm, recursionError(vm));
    return;
  }
  endRetry(vm);
  if (error instanceof RangeError) dropUnbegun(vm);
  const raised = asPythonException(vm, error);
  if (endsForLoop(vm, raised)) return;
  if (raised.isFresh) {
    raised.isFresh = false;
    chainContext(vm, raised.exc);
  }
  let current = raised;
  for (;;) {
    const f = vm.frame as Frame;
    const { isReraise } = current;
    if (isReraise) current.isReraise = false;
    else addTraceback(vm.m, f, current.exc, 1 + current.entryBack);
    current.entryBack = 0;
    if (vm.tracer.isWatching()) current = vm.tracer.raised(f, current, isReraise);
    if (enterHandler(vm, f, current)) return;
    if (vm.tracer.isWatching()) current = vm.tracer.unwinding(f, current);
    current = leaveByException(vm, f, current);
    if (vm.leftToNative) throw current;
    if (vm.raisedForRetry) {
      answerRetry(vm.m, vm.frame as Frame, 'raised', current.exc);
      return;
    }
  }
}

/** FOR_ITER over an iterator whose `__next__` raised StopIteration: the loop is over. */
function endsForLoop(vm: Interpreter, raised: PyRaise): boolean {
  const f = vm.frame as Frame;
  const { code } = f;
  const at = f.pc - 1;
  if (at < 0 || code.ops[at] !== FOR_ITER || raised.isReraise || !matches(raised, vm.m.types.StopIteration)) return false;
  if (vm.tracer.isWatching() && vm.tracer.raised(f, raised, false) !== raised) return false;
  dropRaise(vm.m, raised);
  const iter = f.slots[--f.sp] as PyObject;
  decref(vm.m, iter);
  f.pc = (code.args[at] as number) + 2;
  return true;
}

/** Host exceptions that have a Python meaning become it; everything else ends the run. */
function asPythonException(vm: Interpreter, error: unknown): PyRaise {
  if (error instanceof PyRaise) return error;
  if (error instanceof ImpossibleRequest) return raiseWith(vm.m, vm.m.types.MemoryError, []);
  if (isHostStackEnd(error)) return asRecursionError(vm, error);
  throw error;
}

/**
 * The host's own stack limit. Where CPython counts the recursion (comparisons, repr …), or Python code recurses through native code, CPython's limit would
 * follow; a chain of iterators is not counted, and this deep it is not simulated.
 */
function asRecursionError(vm: Interpreter, error: RangeError): PyRaise {
  const { m } = vm;
  const isCounted = m.lastRecursionDepth >= DEEP_RECURSION;
  if (!isCounted && m.nativeDepth <= 1) throw error;
  return raise(m, m.types.RecursionError, m.profile.nativeRecursionText + (isCounted ? m.lastRecursion : ''));
}

/** _PyErr_SetObject: the exception being handled becomes the context, without making a cycle. */
export function chainContext(vm: Interpreter, exc: PyObject): void {
  const m = vm.m;
  const handled = vm.currentException();
  if (handled === null || handled === exc) return;
  const data = exc.data as ExceptionData;
  let o: PyObject | null = handled;
  let slow: PyObject = handled;
  let toggle = false;
  while (o !== null) {
    const below = o.data as ExceptionData;
    const context: PyObject | null = below.context;
    if (context === null) break;
    m.chargeWork(CONTEXT_LINK_WORK);
    if (context === exc) {
      below.context = null;
      decref(m, context);
      break;
    }
    o = context;
    if (o === slow) break;
    if (toggle) slow = (slow.data as ExceptionData).context as PyObject;
    toggle = !toggle;
  }
  const old = data.context;
  data.context = incref(handled);
  xdecref(m, old);
}

/** File names of bundled modules that stand for C code start so. */
export const HIDDEN_FILES = '<C module ';

/** Runs code that stands for C: CPython has no such frame. */
export function isHidden(f: Frame): boolean {
  return f.code.unit.filename.startsWith(HIDDEN_FILES);
}

/** PyTraceBack_Here. */
export function addTraceback(m: Machine, f: Frame, exc: PyObject, back = 1): void {
  if (isHidden(f)) return;
  const data = exc.data as ExceptionData;
  const next = data.traceback;
  data.traceback = newTraceback(m, next, frameObjectOf(m, f), Math.max(f.pc - back, 0), null);
  xdecref(m, next);
}

/** Looks the raising instruction up in the exception table; on success cuts the stack and pushes the exception. */
function enterHandler(vm: Interpreter, f: Frame, raised: PyRaise): boolean {
  const m = vm.m;
  const at = f.pc - 1;
  const entry = findHandler(f.code.unit.exceptionTable, at);
  if (entry === null) return false;
  const slots = f.slots;
  const bottom = f.code.nlocalsplus + entry.depth;
  while (f.sp > bottom) {
    const value = slots[--f.sp] as PyObject | null;
    if (value !== null) decref(m, value);
  }
  if (entry.lasti) slots[f.sp++] = newInt(m, at);
  slots[f.sp++] = raised.exc;
  f.pc = entry.target;
  return true;
}

/** get_exception_handler. Entries are sorted and disjoint. */
export function findHandler(table: readonly ExceptionEntry[], at: number): ExceptionEntry | null {
  for (let i = 0; i < table.length; i++) {
    const entry = table[i] as ExceptionEntry;
    if (at < entry.start) return null;
    if (at < entry.end) return entry;
  }
  return null;
}

/** The frame has no handler: it goes, as at a return. Sets `vm.leftToNative` if it had been entered from native code. */
function leaveByException(vm: Interpreter, f: Frame, raised: PyRaise): PyRaise {
  const m = vm.m;
  const target = f.returnTo;
  const bottom = f.code.nlocalsplus;
  while (f.sp > bottom) {
    const value = f.slots[--f.sp] as PyObject | null;
    if (value !== null) decref(m, value);
  }
  vm.depth -= target === ReturnTo.INIT ? 2 : 1;
  if (f.owner === FrameOwner.GENERATOR) {
    const isGenerator = f.generator?.ob_type;
    vm.finishGenerator(f);
    if (!m.profile.stopIterationInBytecode) raised = convertStopIteration(vm, raised, isGenerator === m.types.coroutine ? 'coroutine' : isGenerator === m.types.async_generator ? 'async generator' : 'generator');
  } else {
    vm.frame = f.prev;
    leaveFrame(m, f);
  }
  vm.raisedForRetry = target === ReturnTo.PENDING && vm.frame?.retry !== null;
  if (target === ReturnTo.PENDING && !vm.raisedForRetry) dropPending(vm, vm.frame as Frame);
  vm.leftToNative = target === ReturnTo.NATIVE;
  return raised;
}

/** The host's stack ended when a loop for the topmost frame should have begun: that frame belongs to nobody. */
function dropUnbegun(vm: Interpreter): void {
  let unbegun: Frame | null = null;
  for (let f = vm.frame; f !== null && f !== vm.loopBottom; f = f.prev) if (f.returnTo === ReturnTo.NATIVE) unbegun = f;
  if (unbegun !== null) leaveFramesAbove(vm, unbegun.prev);
}

/** The host's stack ended while frames were being left: those above `before` go now, so that the loop below goes on with its own. */
export function leaveFramesAbove(vm: Interpreter, before: Frame | null): void {
  for (let f = vm.frame; f !== null && f !== before; f = vm.frame) {
    const target = f.returnTo;
    if (f.owner === FrameOwner.GENERATOR) vm.finishGenerator(f);
    else {
      vm.frame = f.prev;
      leaveFrame(vm.m, f);
    }
    if (target !== ReturnTo.PENDING || vm.frame === null) continue;
    if (vm.frame.retry === null) dropPending(vm, vm.frame);
    else vm.frame.retry.drop(vm.m);
  }
}

/** PEP 479 where the compiler's code does not see to it (3.11). */
function convertStopIteration(vm: Interpreter, raised: PyRaise, kind: string): PyRaise {
  const m = vm.m;
  const isAsync = kind === 'async generator';
  const name = matches(raised, m.types.StopIteration) ? 'StopIteration' : isAsync && matches(raised, m.types.StopAsyncIteration) ? 'StopAsyncIteration' : null;
  if (name === null) return raised;
  const wrapped = runtimeError(m, `${kind} raised ${name}`);
  const data = wrapped.exc.data as ExceptionData;
  data.cause = raised.exc;
  data.context = incref(raised.exc);
  data.suppressContext = true;
  wrapped.isFresh = false;
  return wrapped;
}

/** LOAD_FAST of an empty local. */
export function unboundLocal(m: Machine, code: CodeData, index: number): PyRaise {
  const name = code.localsplusnames[index] as PyObject;
  return raise(m, m.types.UnboundLocalError, `cannot access local variable '${strValue(name)}' where it is not associated with a value`);
}

/** LOAD_FAST_CHECK of an empty local. Quickened, 3.11 may have run it as the second half of a superinstruction, which then is where it raises. */
export function unboundLoad(m: Machine, f: Frame, index: number): PyRaise {
  const raised = unboundLocal(m, f.code, index);
  if (m.profile.specialises === 'code' && f.code.isQuickened && isSecondOfPair(f.code, f.pc - 1)) raised.entryBack = f.pc - 1 - beforeInPairs(f.code.ops, f.pc - 1);
  return raised;
}

/**
 * _PyCode_Quicken joins every two neighbours that it can; run from the first of them, every second one belongs to the one before it.
 * Where a jump may have led into the row, which halves ran together is not known: then each stands for itself.
 */
function isSecondOfPair({ ops, args }: CodeData, at: number): boolean {
  let before = 0;
  let first = at;
  // A callable has 3.11's PUSH_NULL before it, not after it.
  while (first > 0 && (args[first] ?? 0) < 256 && ops[first + 1] !== PUSH_NULL) {
    const i = beforeInPairs(ops, first);
    const [second] = halves(ops[first] ?? 0);
    const parts = halves(ops[i] ?? 0);
    if (!isQuickenedPair(parts.at(-1) ?? 0, second ?? 0)) break;
    before += parts.length;
    first = i;
  }
  return before % 2 === 1 && !ops.some((op, i) => isJump(op) && (args[i] ?? 0) > first && (args[i] ?? 0) <= at);
}

/** The instruction before, which a callable's PUSH_NULL does not part in 3.11. */
function beforeInPairs(ops: Uint8Array, at: number): number {
  return ops[at - 1] === PUSH_NULL ? at - 2 : at - 1;
}

/** The instructions in one that the compiler joined. */
function halves(op: number): readonly number[] {
  if (op === LOAD_FAST_LOAD_FAST) return [LOAD_FAST, LOAD_FAST];
  if (op === STORE_FAST_LOAD_FAST) return [STORE_FAST, LOAD_FAST];
  if (op === STORE_FAST_STORE_FAST) return [STORE_FAST, STORE_FAST];
  return [op === LOAD_FAST_CHECK ? LOAD_FAST : op];
}

/** LOAD_FAST__LOAD_FAST, LOAD_FAST__LOAD_CONST, LOAD_CONST__LOAD_FAST, STORE_FAST__LOAD_FAST, STORE_FAST__STORE_FAST. */
function isQuickenedPair(first: number, second: number): boolean {
  if (second === LOAD_FAST) return first === LOAD_FAST || first === STORE_FAST || first === LOAD_CONST;
  return second === LOAD_CONST ? first === LOAD_FAST : second === STORE_FAST && first === STORE_FAST;
}

/** LOAD_DEREF of an empty cell: a local of this function, or a free variable (format_exc_unbound). */
export function unboundDeref(m: Machine, code: CodeData, index: number): PyRaise {
  const name = code.localsplusnames[index] as PyObject;
  if (((code.unit.localspluskinds[index] ?? 0) & KIND_FREE) === 0) return unboundLocal(m, code, index);
  return nameError(m, name, `cannot access free variable '${strValue(name)}' where it is not associated with a value in enclosing scope`);
}
