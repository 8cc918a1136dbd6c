// Reference counts as a program sees them. From 3.14 on some values on the evaluation stack are borrowed (LOAD_FAST_BORROW; in 3.15 constants too).
// Here every stack slot owns its reference, always; which of them CPython would not count is known from the code alone: a borrowed value never
// outlives its basic block. So the count is corrected when somebody looks, and running costs nothing.
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { COMPILER_FEATURES } from '../compiler/features.ts';
import { CALL, CALL_KW, LOAD_ATTR, LOAD_CONST, LOAD_FAST_BORROW, LOAD_FAST_BORROW_LOAD_FAST_BORROW, opcodeInfo, stackPops, stackPushes } from '../compiler/opcodes.ts';
import { FrameOwner, ReturnTo } from '../objects/interpreter-frame.ts';
import { tupleItems } from '../objects/tuple.ts';
import { STATIC_REFCOUNT } from '../objects/alloc.ts';
import { PyType } from '../objects/type.ts';
import { OTHER_TYPE_REFERENCES, STARTUP_REFERENCES } from '../profiles/startup.ts';

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

/** How many stack slots and parameters hold an object without CPython counting them; objects with none are absent. */
export function borrowedCounts(m: Machine): ReadonlyMap<PyObject, number> {
  const counts = new Map<PyObject, number>();
  if (!COMPILER_FEATURES[m.profile.python].borrowLoads) return counts;
  const count = (o: PyObject | null | undefined): void => {
    if (o !== null && o !== undefined) counts.set(o, (counts.get(o) ?? 0) + 1);
  };
  let callee: Frame | null = null;
  for (let frame = (m.vm as Interpreter).frame; frame !== null; frame = frame.prev) {
    const stack = borrowedStack(m, frame);
    const entered = callee !== null && callee.owner !== FrameOwner.GENERATOR && (callee.returnTo === ReturnTo.PUSH || callee.returnTo === ReturnTo.INIT);
    const op = frame.code.ops[frame.pc - 1];
    if (callee !== null && entered && (op === CALL || op === CALL_KW)) {
      const operands = (frame.code.args[frame.pc - 1] as number) + (op === CALL_KW ? 3 : 2);
      const base = callee.returnTo === ReturnTo.INIT ? frame.sp - 1 : frame.sp;
      const left = stack.length - operands;
      for (let i = 0; i < left; i++) if (stack[i] === true) count(frame.slots[base - left + i]);
      countParameters(frame, callee, base, stack.slice(left), count);
    } else {
      const base = frame.sp - stack.length;
      stack.forEach((isBorrowed, i) => {
        if (isBorrowed) count(frame.slots[base + i]);
      });
    }
    callee = frame;
  }
  return counts;
}

/** Counts what parameters of `callee` hold still, if the caller passed it borrowed; `operands`: callable, self, arguments (and names). */
function countParameters(caller: Frame, callee: Frame, base: number, operands: readonly boolean[], count: (o: PyObject | null | undefined) => void): void {
  const { code } = callee;
  const isInit = callee.returnTo === ReturnTo.INIT;
  // The call's operands have moved away, but nothing has overwritten where they were.
  const hasSelf = isInit || caller.slots[base + 1] !== null;
  const names = caller.code.ops[caller.pc - 1] === CALL_KW ? tupleItems(caller.slots[base + operands.length - 1] as PyObject) : [];
  const positional = operands.length - 2 - (caller.code.ops[caller.pc - 1] === CALL_KW ? names.length + 1 : 0);
  // A parameter that was bound again holds something else than what was passed.
  const countPassed = (operand: number, parameter: number): void => {
    if (operands[operand] === true && callee.slots[parameter] === caller.slots[base + operand]) count(callee.slots[parameter]);
  };
  if (hasSelf && !isInit && code.argcount > 0) countPassed(1, 0);
  for (let i = 0; i < positional; i++) {
    const at = i + (hasSelf ? 1 : 0);
    if (at < code.argcount) countPassed(2 + i, at);
  }
  names.forEach((name, i) => {
    const at = code.localsplusnames.findIndex((local) => local === name);
    if (at >= 0 && at < code.argcount + code.unit.kwonlyargcount) countPassed(2 + positional + i, at);
  });
}

/** Which values on the stack are borrowed while the instruction `frame.pc - 1` runs: the topmost ones, as far as this basic block pushed them. */
function borrowedStack(m: Machine, frame: Frame): boolean[] {
  const borrowsConstants = m.profile.constantsAreBorrowed;
  const { ops, args } = frame.code;
  const at = frame.pc - 1;
  const stack: boolean[] = [];
  for (let i = blockStart(frame, at); i < at; i++) {
    const op = ops[i] as number;
    const arg = args[i] as number;
    const pops = stackPops(op, arg);
    const pushes = stackPushes(op, arg);
    const top = stack[stack.length - 1] === true;
    for (let k = 0; k < pops; k++) stack.pop();
    if (op === LOAD_ATTR && pushes === 2) {
      // The owner becomes the method's self as it is.
      stack.push(false, top);
      continue;
    }
    const borrowed = op === LOAD_FAST_BORROW || op === LOAD_FAST_BORROW_LOAD_FAST_BORROW || (borrowsConstants && op === LOAD_CONST);
    for (let k = 0; k < pushes; k++) stack.push(borrowed);
  }
  return stack;
}

/** First instruction of the basic block around `at`: after a jump, or a target of one. */
function blockStart(frame: Frame, at: number): number {
  const { ops, args } = frame.code;
  const targets = new Set<number>();
  for (let i = 0; i < ops.length; i++) if (opcodeInfo(ops[i] as number).hasJump) targets.add(args[i] as number);
  for (const entry of frame.code.unit.exceptionTable) targets.add(entry.target);
  let start = at;
  while (start > 0 && !targets.has(start)) {
    const before = opcodeInfo(ops[start - 1] as number);
    if (before.hasJump || before.exitsScope) break;
    start--;
  }
  return start;
}
