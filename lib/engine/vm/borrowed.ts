// Reference counts as a program sees them. From 3.14 on some stack slots and locals are borrowed (LOAD_FAST_BORROW; in 3.15 constants too).
// Here every slot owns its reference, always; which of them CPython would not count follows from the code (borrow-states.ts) and from how each call
// passed its arguments. So the count is corrected when somebody looks, and running costs nothing.
import type { BorrowState } from './borrow-states.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { COMPILER_FEATURES } from '../compiler/features.ts';
import { BINARY_OP, BUILD_SET, CALL, CALL_KW, LOAD_ATTR, MAP_ADD, SET_ADD } from '../compiler/opcodes.ts';
import { FrameOwner, ReturnTo } from '../objects/interpreter-frame.ts';
import { tupleItems } from '../objects/tuple.ts';
import { STATIC_REFCOUNT } from '../objects/alloc.ts';
import { PyType } from '../objects/type.ts';
import { heldBySlot } from '../objects/virtual-iterators.ts';
import { OTHER_TYPE_REFERENCES, STARTUP_REFERENCES } from '../profiles/startup.ts';
import { BORROWED_CONSTANT, BORROWED_PARAMETER, PARAMETER, borrowStates } from './borrow-states.ts';

/** sys.getrefcount(o). */
export function visibleRefcount(m: Machine, o: PyObject): number {
  if (o.ob_refcnt < 0) return m.profile.immortalRefcount ?? 0;
  if (!COMPILER_FEATURES[m.profile.python].borrowLoads) return ownedReferences(m, o);
  return o.ob_refcnt - (borrowedCounts(m).get(o) ?? 0);
}

/** The count of a mortal object with what the interpreter's start-up has of it. */
export function ownedReferences(m: Machine, o: PyObject): number {
  return o.ob_refcnt < STATIC_REFCOUNT >> 1 ? o.ob_refcnt : o.ob_refcnt + startupReferences(m, o);
}

/**
 * What 3.11's start-up adds to the count of a static object. The machine counts all of them from STATIC_REFCOUNT, so that none can die; in CPython
 * singletons and types count from one.
 */
function startupReferences(m: Machine, o: PyObject): number {
  const { singletons, types, empty, ints } = STARTUP_REFERENCES;
  const ordinary = (count: number): number => count - STATIC_REFCOUNT;
  switch (o) {
    case m.None: return ordinary(singletons.None);
    case m.True: return ordinary(singletons.True);
    case m.False: return ordinary(singletons.False);
    case m.Ellipsis: return ordinary(singletons.Ellipsis);
    case m.NotImplemented: return ordinary(singletons.NotImplemented);
    case m.emptyTuple: return empty.tuple;
    case m.emptyStr: return empty.str;
    case m.emptyBytes: return empty.bytes;
    default: break;
  }
  if (o instanceof PyType) return ordinary((types as Readonly<Record<string, number>>)[o.tp_name] ?? OTHER_TYPE_REFERENCES);
  return o.ob_type === m.types.int ? (ints as Readonly<Record<number, number>>)[o.data as number] ?? 0 : 0;
}

/** A parameter that the caller passed borrowed: what it passed. */
type Passed = ReadonlyMap<number, PyObject>;
const NOTHING: Passed = new Map();

/** How many stack slots and locals hold an object without CPython counting them; objects with none are absent. */
export function borrowedCounts(m: Machine): ReadonlyMap<PyObject, number> {
  const counts = new Map<PyObject, number>();
  if (!COMPILER_FEATURES[m.profile.python].borrowLoads) return counts;
  const frames: Frame[] = [];
  for (let frame = (m.vm as Interpreter).frame; frame !== null; frame = frame.prev) frames.push(frame);
  let passed = NOTHING;
  // From the outermost frame inwards: what a frame borrows depends on how it was called.
  for (let i = frames.length - 1; i >= 0; i--) passed = countFrame(m, frames[i] as Frame, frames[i - 1] ?? null, passed, counts);
  return counts;
}

/** Counts one frame's borrowed slots; answers what its callee's parameters borrow. */
function countFrame(m: Machine, frame: Frame, callee: Frame | null, passed: Passed, counts: Map<PyObject, number>): Passed {
  const { code, slots } = frame;
  const { locals, stack } = borrowStates(code, frame.pc - 1, m.profile.constantsAreBorrowed);
  const isBorrowed = (state: BorrowState, o: PyObject): boolean => {
    if (state >= PARAMETER) return passed.get(state - PARAMETER) === o;
    if (state === BORROWED_PARAMETER) return [...passed.values()].includes(o);
    return state === BORROWED_CONSTANT ? tupleItems(code.constsTuple).includes(o) : state !== 0;
  };
  const count = (state: BorrowState, o: PyObject | null | undefined): void => {
    if (state !== 0 && o !== null && o !== undefined && isBorrowed(state, o)) counts.set(o, (counts.get(o) ?? 0) + 1);
  };
  locals.forEach((state, i) => count(state, slots[i]));
  const op = code.ops[frame.pc - 1] as number;
  const isCall = op === CALL || op === CALL_KW;
  const isDirect = callee !== null && (op === LOAD_ATTR || op === BINARY_OP) && callee.returnTo === ReturnTo.PUSH;
  const entered = callee !== null && (isDirect || (isCall && (callee.returnTo === ReturnTo.PUSH || callee.returnTo === ReturnTo.INIT)));
  const operands = !entered ? 0 : isCall ? (code.args[frame.pc - 1] as number) + (op === CALL_KW ? 3 : 2) : op === LOAD_ATTR ? 1 : 2;
  const left = stack.length - (entered ? operands : takenOver(op, code.args[frame.pc - 1] as number));
  const base = code.nlocalsplus;
  for (let i = 0; i < left && base + i < frame.sp; i++) {
    const slot = slots[base + i] ?? null;
    count(stack[i] as BorrowState, slot === null ? null : heldBySlot(slot));
  }
  if (!entered || callee.owner === FrameOwner.GENERATOR) return NOTHING;
  const states = stack.slice(left).map((state, i) => {
    const o = slots[base + left + i];
    return o !== null && o !== undefined && isBorrowed(state, o);
  });
  if (isDirect) return new Map(states.flatMap((isPassed, i) => (isPassed ? [[i, slots[base + left + i] as PyObject] as const] : [])));
  return passedTo(frame, callee, base + left, states);
}

/** How many operands an instruction has made its own before it asks for a hash (PyStackRef_AsPyObjectSteal: a borrowed one gets a reference). */
function takenOver(op: number, arg: number): number {
  return op === BUILD_SET ? arg : op === SET_ADD ? 1 : op === MAP_ADD ? 2 : 0;
}

/** The parameters of `callee` that got a borrowed operand of the call; `operands`: callable, self, arguments (and names). */
function passedTo(caller: Frame, callee: Frame, base: number, operands: readonly boolean[]): Passed {
  const { code } = callee;
  const isInit = callee.returnTo === ReturnTo.INIT;
  // The call's operands have moved away, but nothing has overwritten where they were.
  const hasSelf = isInit || caller.slots[base + 1] !== null;
  const isKeywordCall = caller.code.ops[caller.pc - 1] === CALL_KW;
  const names = isKeywordCall ? tupleItems(caller.slots[base + operands.length - 1] as PyObject) : [];
  const positional = operands.length - 2 - (isKeywordCall ? names.length + 1 : 0);
  const passed = new Map<number, PyObject>();
  const pass = (operand: number, parameter: number): void => {
    if (operands[operand] === true) passed.set(parameter, caller.slots[base + operand] as PyObject);
  };
  // A bound method's self is a reference of its own.
  if (hasSelf && !isInit && code.argcount > 0 && caller.unpackedAt !== caller.pc - 1) pass(1, 0);
  for (let i = 0; i < positional; i++) {
    const at = i + (hasSelf ? 1 : 0);
    if (at < code.argcount) pass(2 + i, at);
  }
  names.forEach((name, i) => {
    const at = code.localsplusnames.findIndex((local) => local === name);
    if (at >= 0 && at < code.argcount + code.unit.kwonlyargcount) pass(2 + positional + i, at);
  });
  return passed;
}
