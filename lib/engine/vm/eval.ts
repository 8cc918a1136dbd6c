// The evaluation loop (CPython 3.13 Python/bytecodes.c, Python/ceval.c). One function, one switch, hottest instructions inline; the rest is in
// rare-ops.ts. Python-to-Python calls push a frame and go on in the same loop: host recursion happens only through native code.
//
// Conventions inside the loop:
//   - `frame.pc` and `frame.sp` are the only program counter and stack pointer: kept in local variables too, V8 would carry them from one instruction
//     to the next as tagged numbers, which costs more than two loads. An instruction leaves its operands on the stack until it can no longer fail;
//     if it gives them away earlier it lowers `frame.sp` first. What is below `frame.sp` is released by unwinding.
//   - An instruction is one word, `arg << 8 | opcode`: one bounds check instead of two.
//   - Cases are literal numbers (names in the comments): V8 makes a jump table only of literals. tests/engine/vm/loop.test.ts compares them with
//     compiler/opcodes.ts.
//   - V8 does not optimise functions above 61,440 bytes of bytecode; tests/engine/vm/loop-size.test.ts watches the size.
import type { InlineCache } from '../objects/code.ts';
import type { DictData } from '../objects/dict.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { FunctionData } from '../objects/function.ts';
import type { GeneratorData } from '../objects/generator.ts';
import type { Interpreter } from './interpreter.ts';
import type { MethodData } from '../objects/method.ts';
import type { SeqIterData } from '../objects/iterators.ts';
import type { PyRaise } from '../errors.ts';
import { binaryOp, contains, getItem, getIter, inplaceOp, isTrue, negative, richCompare, setItem } from '../objects/abstract.ts';
import { GenState, newGenerator } from '../objects/generator.ts';
import { FrameOwner, ReturnTo, stackItems, takeFrame } from '../objects/interpreter-frame.ts';
import { newInt } from '../objects/int.ts';
import { newList, listAppendStolen } from '../objects/list.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { setCell } from '../objects/cell.ts';
import { powerOf } from '../objects/float.ts';
import { rangeIterNext } from '../objects/range.ts';
import { tupleFromArray } from '../objects/tuple.ts';
import type { CompareOp, PyType } from '../objects/type.ts';
import { virtualIterator } from '../objects/virtual-iterators.ts';
import { leaveFrame } from '../objects/frame-object.ts';
import { compactBinaryOp, compareInts, compareNumbersAs, floatResult, releaseInt } from './arithmetic.ts';
import { VALUES, loadAttribute, loadMethod, storeAttribute } from './attribute-cache.ts';
import { bindArguments } from './bind.ts';
import { callGeneral, callNative, finishInit, finishPending, recursionError } from './calls.ts';
import { enterGetItem } from './entering.ts';
import { loadGlobal, loadName, storeGlobal, storeName } from './names.ts';
import { rareOp } from './rare-ops.ts';
import { catchIntoFrame, unboundDeref, unboundLoad } from './unwind.ts';
import { answerRetry } from './retry.ts';
import { appendInPlace } from './string-append.ts';
import { unpackSequence } from './unpack.ts';
import { handleEvalBreaker, safePointAfterCall } from './safe-point.ts';

/** Ints up to 30 bits: their sums and differences need no overflow check, as CPython's compact ints. */
const COMPACT_LIMIT = 0x40000000;

/**
 * Runs `vm.frame` until it returns to native code. Answers its value, or, for a generator, the yielded value; null when a generator returned
 * (the value is in `vm.returned`). `thrown` is raised at the current position first.
 */
export function run(vm: Interpreter, thrown: PyRaise | null): PyObject | null {
  if (++vm.depth > vm.recursionLimit && thrown === null) thrown = recursionError(vm);
  for (;;) {
    try {
      if (thrown !== null) {
        const pending = thrown;
        thrown = null;
        throw pending;
      }
      const result = runSlice(vm);
      if (result !== undefined) return result;
    } catch (error) {
      catchIntoFrame(vm, error);
    }
  }
}

/**
 * The loop: what `run` answers, or undefined when the slice of instructions is used up (budget.ts). That it is left then and called again lets V8 go over to
 * its optimised code at a call. Inside one endless call it has to replace a frame that runs (on-stack replacement), which it tries only after as many more
 * instructions as the function is long, and whose result serves that one loop. The exceptions' handler stands in `run`, so that not each of
 * the hundreds of calls here has an edge to it: V8 optimises the loop in less time.
 */
function runSlice(vm: Interpreter): PyObject | null | undefined {
  const m = vm.m;
  const T_function = m.types.function;
  const T_int = m.types.int;
  const T_float = m.types.float;
  const T_str = m.types.str;
  const T_dict = m.types.dict;
  const None = m.None;
  const True = m.True;
  const False = m.False;
  const rightFirst = m.profile.binaryReleasesRightFirst;
  const isVirtual = m.profile.virtualIterators;
  const listIterator = isVirtual ? (m.virtualIterators.get(m.types.list) as PyType) : m.types.list_iterator;
  const countdown = vm.countdown;
  let f = vm.frame as Frame;
  let S = f.slots;
  let words = f.code.words;
  for (;;) {
    const sp = f.sp;
    const pc = f.pc;
    f.pc = pc + 1;
    if (--m.budget < 0) {
      countdown.refill(f);
      if (m.budget > 0) {
        // The instruction has not begun: the next call does it.
        f.pc = pc;
        m.budget++;
        return undefined;
      }
    }
    const word = words[pc] as number;
    const arg = word >> 8;
    switch (word & 255) {
      case 0: /* LOAD_FAST */
      case 1: /* LOAD_FAST_BORROW */ {
        const v = S[arg] as PyObject;
        if (v.ob_refcnt >= 0) v.ob_refcnt++;
        S[sp] = v;
        f.sp = sp + 1;
        continue;
      }
      case 5: /* LOAD_FAST_LOAD_FAST */
      case 6: /* LOAD_FAST_BORROW_LOAD_FAST_BORROW */ {
        const v = S[arg >> 4] as PyObject;
        if (v.ob_refcnt >= 0) v.ob_refcnt++;
        S[sp] = v;
        const w = S[arg & 15] as PyObject;
        if (w.ob_refcnt >= 0) w.ob_refcnt++;
        S[sp + 1] = w;
        f.sp = sp + 2;
        continue;
      }
      case 2: /* LOAD_CONST */ {
        const v = f.code.consts[arg] as PyObject;
        if (v.ob_refcnt >= 0) v.ob_refcnt++;
        S[sp] = v;
        f.sp = sp + 1;
        continue;
      }
      case 3: /* LOAD_SMALL_INT */
        S[sp] = newInt(m, arg);
        f.sp = sp + 1;
        continue;
      case 4: /* STORE_FAST */ {
        const old = S[arg] as PyObject | null;
        S[arg] = S[sp - 1] as PyObject;
        f.sp = sp - 1;
        if (old !== null) {
          if (old.ob_refcnt > 1) old.ob_refcnt--;
          else decref(m, old);
        }
        continue;
      }
      case 19: /* STORE_FAST_LOAD_FAST */ {
        const old = S[arg >> 4] as PyObject | null;
        S[arg >> 4] = S[sp - 1] as PyObject;
        f.sp = sp - 1;
        if (old !== null) decref(m, old);
        const v = S[arg & 15] as PyObject;
        if (v.ob_refcnt >= 0) v.ob_refcnt++;
        S[sp - 1] = v;
        f.sp = sp;
        continue;
      }
      case 20: /* STORE_FAST_STORE_FAST */ {
        const first = S[arg >> 4] as PyObject | null;
        S[arg >> 4] = S[sp - 1] as PyObject;
        f.sp = sp - 1;
        if (first !== null) decref(m, first);
        const second = S[arg & 15] as PyObject | null;
        S[arg & 15] = S[sp - 2] as PyObject;
        f.sp = sp - 2;
        if (second !== null) decref(m, second);
        continue;
      }
      case 8: /* LOAD_GLOBAL */
        S[sp] = loadGlobal(vm, f, pc, arg >> 1);
        if ((arg & 1) !== 0) {
          S[sp + 1] = null;
          f.sp = sp + 2;
        } else f.sp = sp + 1;
        continue;
      case 7: /* LOAD_ATTR */ {
        const owner = S[sp - 1] as PyObject;
        const code = f.code;
        if ((arg & 1) !== 0) {
          S[sp - 1] = loadMethod(vm, code, pc, owner, code.names[arg >> 1] as PyObject);
          f.sp = sp + 1;
          if (vm.isUnboundMethod) S[sp] = owner;
          else {
            S[sp] = null;
            decref(m, owner);
          }
        } else {
          const cache = code.caches[pc] as InlineCache | null;
          const values = owner.attrs === null ? null : owner.attrs.values;
          if (cache !== null && cache.kind === VALUES && values !== null && cache.version === owner.ob_type.tp_version && cache.version !== 0) {
            // A value of the instance itself, without a call.
            const at = cache.index;
            const own = at < values.length ? (values[at] as PyObject | null) : null;
            if (own !== null) {
              if (own.ob_refcnt >= 0) own.ob_refcnt++;
              S[sp - 1] = own;
              if (owner.ob_refcnt > 1) owner.ob_refcnt--;
              else decref(m, owner);
              continue;
            }
          }
          const value = loadAttribute(vm, f, pc, owner, code.names[arg >> 1] as PyObject);
          if (value === null) {
            f = vm.frame as Frame;
            if (++vm.depth > vm.recursionLimit) throw recursionError(vm);
            S = f.slots;
            words = f.code.words;
            continue;
          }
          S[sp - 1] = value;
          if (owner.ob_refcnt > 1) owner.ob_refcnt--;
          else decref(m, owner);
        }
        continue;
      }
      case 21: /* STORE_ATTR */ {
        const owner = S[sp - 1] as PyObject;
        const value = S[sp - 2] as PyObject;
        const code = f.code;
        storeAttribute(vm, code, pc, owner, code.names[arg] as PyObject, value);
        f.sp = sp - 2;
        if (value.ob_refcnt > 1) value.ob_refcnt--;
        else decref(m, value);
        if (owner.ob_refcnt > 1) owner.ob_refcnt--;
        else decref(m, owner);
        continue;
      }
      case 9: /* CALL */ {
        const base = sp - arg - 2;
        let callable = S[base] as PyObject;
        if (callable.ob_type === m.types.method && S[base + 1] === null) {
          const bound = callable.data as MethodData;
          S[base] = incref(bound.func);
          S[base + 1] = incref(bound.self);
          decref(m, callable);
          callable = bound.func;
          f.unpackedAt = pc;
        }
        const first = S[base + 1] === null ? base + 2 : base + 1;
        if (callable.ob_type === T_function) {
          const data = callable.data as FunctionData;
          const callee = data.codeData;
          const count = sp - first;
          f.sp = base;
          let nf: Frame;
          if (callee.isSimple && callee.argcount === count) {
            nf = takeFrame(callee, data.code, callable, data.globals, data.builtins);
            const locals = nf.slots;
            for (let i = 0; i < count; i++) locals[i] = S[first + i] as PyObject;
          } else nf = bindArguments(m, callable, (S as PyObject[]).slice(first, sp), null);
          nf.prev = f;
          vm.frame = nf;
          f = nf;
          if (++vm.depth > vm.recursionLimit) throw recursionError(vm);
          S = f.slots;
          words = callee.words;
          continue;
        }
        const result = callNative(vm, f, callable, base, first, sp);
        if (result === null) {
          // The frame of a Python function is pushed: an __init__, or what a native call ends with.
          f = vm.frame as Frame;
          if (++vm.depth > vm.recursionLimit) throw recursionError(vm);
          S = f.slots;
          words = f.code.words;
          continue;
        }
        S[base] = result;
        f.sp = base + 1;
        if (m.evalBreaker) safePointAfterCall(vm, callable, arg, (words[f.pc] as number) & 255);
        continue;
      }
      case 10: /* BINARY_OP */ {
        const b = S[sp - 1] as PyObject;
        const a = S[sp - 2] as PyObject;
        let result: PyObject | null = null;
        if (a.ob_type === T_int && b.ob_type === T_int) {
          const x = a.data as number;
          const y = b.data as number;
          // A bigint fails these comparisons' other half below only when it is small, which a normalised int never is.
          if (typeof x === 'number' && typeof y === 'number' && x < COMPACT_LIMIT && x > -COMPACT_LIMIT && y < COMPACT_LIMIT && y > -COMPACT_LIMIT) {
            result = compactBinaryOp(m, arg, x | 0, y | 0);
            if (result !== null) {
              S[sp - 2] = result;
              f.sp = sp - 1;
              if (rightFirst) releaseInt(m, b);
              releaseInt(m, a);
              if (!rightFirst) releaseInt(m, b);
              continue;
            }
          }
        } else if (a.ob_type === T_float && b.ob_type === T_float) {
          const x = a.data as number;
          const y = b.data as number;
          switch (arg) {
            case 0: case 13: result = floatResult(m, a, b, x + y); break;
            case 10: case 23: result = floatResult(m, a, b, x - y); break;
            case 5: case 18: result = floatResult(m, a, b, x * y); break;
            case 11: case 24: if (y !== 0) result = floatResult(m, a, b, x / y); break;
            case 8: case 21: if (x > 0) result = floatResult(m, a, b, powerOf(m, x, y)); break;
            default: break;
          }
          if (result !== null) {
            S[sp - 2] = result;
            f.sp = sp - 1;
            continue;
          }
        }
        if (result === null) {
          if (a.ob_type === T_str && b.ob_type === T_str && (arg === 0 || arg === 13)) {
            const added = appendInPlace(m, f, pc, a, b);
            if (added !== null) {
              S[sp - 2] = added;
              f.sp = sp - 1;
              decref(m, b);
              continue;
            }
          }
          if (arg === 26) {
            if (a.ob_type.ht !== null && enterGetItem(vm, f, pc)) {
              f = vm.frame as Frame;
              if (++vm.depth > vm.recursionLimit) throw recursionError(vm);
              S = f.slots;
              words = f.code.words;
              continue;
            }
            result = getItem(m, a, b);
          } else result = arg >= 13 ? inplaceOp(m, arg - 13, a, b) : binaryOp(m, arg, a, b);
        }
        S[sp - 2] = result;
        f.sp = sp - 1;
        if (rightFirst) decref(m, b);
        if (a.ob_refcnt > 1) a.ob_refcnt--;
        else decref(m, a);
        if (!rightFirst) {
          if (b.ob_refcnt > 1) b.ob_refcnt--;
          else decref(m, b);
        }
        continue;
      }
      case 11: /* COMPARE_OP */ {
        const b = S[sp - 1] as PyObject;
        const a = S[sp - 2] as PyObject;
        let result: PyObject;
        const operator = arg >> 5;
        if (a.ob_type === T_int && b.ob_type === T_int && typeof a.data === 'number') result = compareInts(a.data, b.data as number, operator) ? True : False;
        else if (a.ob_type === T_float && b.ob_type === T_float) result = compareNumbersAs(a.data as number, b.data as number, operator) ? True : False;
        else {
          result = richCompare(m, a, b, operator as CompareOp);
          f.sp = sp - 1;
          S[sp - 2] = result;
          if ((arg & 16) !== 0 && result !== True && result !== False) {
            const raw = result;
            decref(m, a);
            decref(m, b);
            const truth = isTrue(m, raw);
            S[sp - 2] = incref(truth ? True : False);
            decref(m, raw);
            continue;
          }
          if (m.profile.compareReleasesRightFirst) decref(m, b);
          decref(m, a);
          if (!m.profile.compareReleasesRightFirst) decref(m, b);
          continue;
        }
        if (result.ob_refcnt >= 0) result.ob_refcnt++;
        S[sp - 2] = result;
        f.sp = sp - 1;
        if (a.ob_refcnt > 1) a.ob_refcnt--;
        else decref(m, a);
        if (b.ob_refcnt > 1) b.ob_refcnt--;
        else decref(m, b);
        continue;
      }
      case 12: /* POP_JUMP_IF_FALSE */ {
        const v = S[sp - 1] as PyObject;
        if (v === True) {
          if (v.ob_refcnt >= 0) v.ob_refcnt--;
          f.sp = sp - 1;
        } else if (v === False) {
          if (v.ob_refcnt >= 0) v.ob_refcnt--;
          f.sp = sp - 1;
          f.pc = arg;
        } else {
          const truth = isTrue(m, v);
          f.sp = sp - 1;
          decref(m, v);
          if (!truth) f.pc = arg;
        }
        continue;
      }
      case 13: /* POP_JUMP_IF_TRUE */ {
        const v = S[sp - 1] as PyObject;
        if (v === False) {
          if (v.ob_refcnt >= 0) v.ob_refcnt--;
          f.sp = sp - 1;
        } else if (v === True) {
          if (v.ob_refcnt >= 0) v.ob_refcnt--;
          f.sp = sp - 1;
          f.pc = arg;
        } else {
          const truth = isTrue(m, v);
          f.sp = sp - 1;
          decref(m, v);
          if (truth) f.pc = arg;
        }
        continue;
      }
      case 14: /* NOT_TAKEN */
      case 122: /* NOP */
        continue;
      case 15: /* FOR_ITER */ {
        const iter = S[sp - 1] as PyObject;
        const type = iter.ob_type;
        let item: PyObject | null;
        if (type === m.types.range_iterator) item = rangeIterNext(m, iter);
        else if (type === listIterator) {
          const data = iter.data as SeqIterData;
          const seq = data.seq;
          item = null;
          if (seq !== null) {
            const items = (seq.data as { items: PyObject[] }).items;
            if (data.index < items.length) {
              item = items[data.index++] as PyObject;
              if (item.ob_refcnt >= 0) item.ob_refcnt++;
            } else {
              data.seq = null;
              decref(m, seq);
            }
          }
        } else if (type === m.types.generator && (iter.data as GeneratorData).state < GenState.EXECUTING) {
          const data = iter.data as GeneratorData;
          if (None.ob_refcnt >= 0) None.ob_refcnt++;
          vm.linkGenerator(data, None);
          f = data.frame;
          f.returnTo = ReturnTo.FOR_ITER;
          if (++vm.depth > vm.recursionLimit) throw recursionError(vm);
          S = f.slots;
          words = f.code.words;
          continue;
        } else {
          const next = type.tp_iternext;
          if (next === null) throw vm.notAnIterator(iter);
          item = next(m, iter);
        }
        if (item !== null) {
          S[sp] = item;
          f.sp = sp + 1;
          continue;
        }
        f.sp = sp - 1;
        decref(m, iter);
        f.pc = arg + 2;
        continue;
      }
      case 16: /* JUMP_BACKWARD */
        if (m.evalBreaker) {
          // KeyboardInterrupt belongs to the jump, not to where it leads.
          if (m.interrupted) handleEvalBreaker(vm);
          f.pc = arg;
          handleEvalBreaker(vm);
        } else f.pc = arg;
        continue;
      case 17: /* JUMP_FORWARD */
      case 58: /* JUMP_BACKWARD_NO_INTERRUPT */
        f.pc = arg;
        continue;
      case 18: /* POP_TOP */
      case 47: /* END_FOR */
      case 48: /* POP_ITER */ {
        const v = S[sp - 1] as PyObject | null;
        f.sp = sp - 1;
        if (v !== null) {
          if (v.ob_refcnt > 1) v.ob_refcnt--;
          else decref(m, v);
        }
        continue;
      }
      case 22: /* BINARY_SUBSCR */ {
        const key = S[sp - 1] as PyObject;
        const container = S[sp - 2] as PyObject;
        if (container.ob_type.ht !== null && enterGetItem(vm, f, pc)) {
          f = vm.frame as Frame;
          if (++vm.depth > vm.recursionLimit) throw recursionError(vm);
          S = f.slots;
          words = f.code.words;
          continue;
        }
        const result = getItem(m, container, key);
        S[sp - 2] = result;
        f.sp = sp - 1;
        if (container.ob_refcnt > 1) container.ob_refcnt--;
        else decref(m, container);
        if (key.ob_refcnt > 1) key.ob_refcnt--;
        else decref(m, key);
        continue;
      }
      case 23: /* STORE_SUBSCR */ {
        const key = S[sp - 1] as PyObject;
        const container = S[sp - 2] as PyObject;
        const value = S[sp - 3] as PyObject;
        setItem(m, container, key, value);
        f.sp = sp - 3;
        decref(m, value);
        decref(m, container);
        decref(m, key);
        continue;
      }
      case 24: /* RETURN_VALUE */
      case 25: /* RETURN_CONST */ {
        // One return for both keeps the loop small.
        let value: PyObject;
        if ((word & 255) === 25) value = incref(f.code.consts[arg] as PyObject);
        else {
          value = S[sp - 1] as PyObject;
          f.sp = sp - 1;
        }
        const prev = f.prev;
        const target = f.returnTo;
        const isGenerator = f.owner === FrameOwner.GENERATOR;
        vm.depth--;
        if (isGenerator) vm.finishGenerator(f);
        else {
          vm.frame = prev;
          leaveFrame(m, f);
        }
        if (target === ReturnTo.NATIVE) {
          if (!isGenerator) return value;
          vm.returned = value;
          return null;
        }
        f = prev as Frame;
        S = f.slots;
        words = f.code.words;
        if (target === ReturnTo.PUSH) {
          S[f.sp] = value;
          f.sp++;
        } else if (target === ReturnTo.INIT) finishInit(vm, value);
        else if (target === ReturnTo.FOR_ITER) {
          decref(m, value);
          f.sp--;
          decref(m, S[f.sp] as PyObject);
          f.pc = ((words[f.pc - 1] as number) >> 8) + 2;
        } else if (target === ReturnTo.PENDING) finishPending(vm, f, value);
        else {
          // SEND: the value replaces what was sent; jump to END_SEND.
          S[f.sp] = value;
          f.sp++;
          f.pc = (words[f.pc - 1] as number) >> 8;
        }
        continue;
      }
      case 26: /* RESUME */
        if (m.evalBreaker) handleEvalBreaker(vm);
        continue;
      case 27: /* LOAD_NAME */ {
        const globals = f.globals;
        if (f.locals === globals && globals.ob_type === T_dict) {
          // A module's body: what loadGlobal looks at first, here.
          const { code } = f;
          const entries = (globals.data as DictData).keys.entries;
          const at = code.places[pc] as number;
          if (at < entries.length && entries[at] === code.names[arg]) {
            const v = entries[at + 1] as PyObject | null;
            if (v !== null) {
              if (v.ob_refcnt >= 0) v.ob_refcnt++;
              S[sp] = v;
              f.sp = sp + 1;
              continue;
            }
          }
          S[sp] = loadGlobal(vm, f, pc, arg);
        } else S[sp] = loadName(vm, f, arg);
        f.sp = sp + 1;
        continue;
      }
      case 28: /* STORE_NAME */ {
        const value = S[sp - 1] as PyObject;
        const locals = f.locals as PyObject;
        if (locals.ob_type === T_dict && locals.gc_next !== null) {
          // What storeIntoDict looks at first, here. The stack keeps its reference until the old value is gone, as a finalizer may see.
          const { code } = f;
          const entries = (locals.data as DictData).keys.entries;
          const at = code.places[pc] as number;
          if (at < entries.length && entries[at] === code.names[arg]) {
            const old = entries[at + 1] as PyObject | null;
            if (old !== null) {
              if (value.ob_refcnt >= 0) value.ob_refcnt++;
              entries[at + 1] = value;
              if (old.ob_refcnt > 1) old.ob_refcnt--;
              else decref(m, old);
              f.sp = sp - 1;
              if (value.ob_refcnt > 1) value.ob_refcnt--;
              else decref(m, value);
              continue;
            }
          }
        }
        storeName(vm, f, pc, arg, value);
        f.sp = sp - 1;
        if (value.ob_refcnt > 1) value.ob_refcnt--;
        else decref(m, value);
        continue;
      }
      case 29: /* LOAD_DEREF */ {
        const v = (S[arg] as PyObject).data as PyObject | null;
        if (v === null) throw unboundDeref(m, f.code, arg);
        if (v.ob_refcnt >= 0) v.ob_refcnt++;
        S[sp] = v;
        f.sp = sp + 1;
        continue;
      }
      case 30: /* STORE_DEREF */
        f.sp = sp - 1;
        setCell(m, S[arg] as PyObject, S[sp - 1] as PyObject);
        continue;
      case 31: /* STORE_GLOBAL */
        storeGlobal(vm, f, pc, arg, S[sp - 1] as PyObject);
        f.sp = sp - 1;
        decref(m, S[sp - 1] as PyObject);
        continue;
      case 32: /* PUSH_NULL */
        S[sp] = null;
        f.sp = sp + 1;
        continue;
      case 33: /* COPY */ {
        const v = S[sp - arg] as PyObject | null;
        if (v !== null && v.ob_refcnt >= 0) v.ob_refcnt++;
        S[sp] = v;
        f.sp = sp + 1;
        continue;
      }
      case 34: /* SWAP */ {
        const v = S[sp - 1] as PyObject | null;
        S[sp - 1] = S[sp - arg] as PyObject | null;
        S[sp - arg] = v;
        continue;
      }
      case 35: /* UNPACK_SEQUENCE */ {
        const seq = S[sp - 1] as PyObject;
        unpackSequence(m, S, sp - 1, seq, arg);
        f.sp = sp + arg - 1;
        if (seq.ob_refcnt > 1) seq.ob_refcnt--;
        else decref(m, seq);
        continue;
      }
      case 36: /* BUILD_TUPLE */ {
        const items = stackItems(S, sp - arg, sp);
        S[sp - arg] = tupleFromArray(m, items);
        f.sp = sp - arg + 1;
        continue;
      }
      case 37: /* BUILD_LIST */ {
        const items = stackItems(S, sp - arg, sp);
        S[sp - arg] = newList(m, items);
        f.sp = sp - arg + 1;
        continue;
      }
      case 39: /* LIST_APPEND */
        listAppendStolen(m, S[sp - 1 - arg] as PyObject, S[sp - 1] as PyObject);
        f.sp = sp - 1;
        continue;
      case 40: /* CONTAINS_OP */ {
        const right = S[sp - 1] as PyObject;
        const left = S[sp - 2] as PyObject;
        const found = contains(m, right, left);
        S[sp - 2] = incref(found !== (arg === 1) ? True : False);
        f.sp = sp - 1;
        decref(m, left);
        decref(m, right);
        continue;
      }
      case 41: /* IS_OP */ {
        const right = S[sp - 1] as PyObject;
        const left = S[sp - 2] as PyObject;
        S[sp - 2] = incref((left === right) !== (arg === 1) ? True : False);
        f.sp = sp - 1;
        if (m.profile.compareReleasesRightFirst) decref(m, right);
        decref(m, left);
        if (!m.profile.compareReleasesRightFirst) decref(m, right);
        continue;
      }
      case 42: /* TO_BOOL */ {
        const v = S[sp - 1] as PyObject;
        if (v === True || v === False) continue;
        const truth = v === None ? false : isTrue(m, v);
        S[sp - 1] = incref(truth ? True : False);
        decref(m, v);
        continue;
      }
      case 43: /* UNARY_NOT */ {
        const v = S[sp - 1] as PyObject;
        const truth = v === True ? true : v === False ? false : isTrue(m, v);
        S[sp - 1] = incref(truth ? False : True);
        decref(m, v);
        continue;
      }
      case 44: /* UNARY_NEGATIVE */ {
        const v = S[sp - 1] as PyObject;
        S[sp - 1] = negative(m, v);
        decref(m, v);
        continue;
      }
      case 46: /* GET_ITER */ {
        const v = S[sp - 1] as PyObject;
        if (isVirtual) {
          const virtual = virtualIterator(m, v);
          if (virtual !== null) {
            S[sp - 1] = virtual;
            continue;
          }
        }
        S[sp - 1] = getIter(m, v);
        decref(m, v);
        continue;
      }
      case 49: /* POP_JUMP_IF_NONE */
      case 50: /* POP_JUMP_IF_NOT_NONE */ {
        const v = S[sp - 1] as PyObject;
        f.sp = sp - 1;
        if ((v === None) === ((word & 255) === 49)) f.pc = arg;
        decref(m, v);
        continue;
      }
      case 51: /* CALL_KW */
      case 52: /* CALL_FUNCTION_EX */ {
        const result = callGeneral(vm, f, word & 255, arg);
        if (result === null) {
          f = vm.frame as Frame;
          if (++vm.depth > vm.recursionLimit) throw recursionError(vm);
          S = f.slots;
          words = f.code.words;
          continue;
        }
        S[f.sp] = result;
        f.sp++;
        if (m.evalBreaker) handleEvalBreaker(vm);
        continue;
      }
      case 55: /* YIELD_VALUE */ {
        const value = S[sp - 1] as PyObject;
        f.sp = sp - 1;
        const target = f.returnTo;
        const prev = f.prev;
        vm.depth--;
        vm.unlinkGenerator((f.generator as PyObject).data as GeneratorData);
        if (target === ReturnTo.NATIVE) return value;
        f = prev as Frame;
        S = f.slots;
        words = f.code.words;
        if (target === ReturnTo.PENDING) {
          answerRetry(m, f, 'value', value);
          continue;
        }
        S[f.sp] = value;
        f.sp++;
        continue;
      }
      case 56: /* SEND */ {
        const value = S[sp - 1] as PyObject;
        const receiver = S[sp - 2] as PyObject;
        if (
          (receiver.ob_type === m.types.generator || receiver.ob_type === m.types.coroutine) && (receiver.data as GeneratorData).state < GenState.EXECUTING
          && ((receiver.data as GeneratorData).state !== GenState.CREATED || value === None)
        ) {
          const data = receiver.data as GeneratorData;
          f.sp = sp - 1;
          vm.linkGenerator(data, value);
          f = data.frame;
          f.returnTo = ReturnTo.SEND;
          if (++vm.depth > vm.recursionLimit) throw recursionError(vm);
          S = f.slots;
          words = f.code.words;
          continue;
        }
        const result = vm.send(receiver, value);
        S[sp - 1] = result;
        decref(m, value);
        if (vm.sendEnded) f.pc = arg;
        continue;
      }
      case 59: /* RETURN_GENERATOR */ {
        const prev = f.prev;
        const target = f.returnTo;
        const { name, qualname } = (f.func as PyObject).data as FunctionData;
        const gen = newGenerator(m, vm.generatorType(f.code.flags), f, name, qualname);
        f.owner = FrameOwner.GENERATOR;
        f.generator = gen;
        f.prev = null;
        vm.depth--;
        vm.frame = prev;
        if (target === ReturnTo.NATIVE) return gen;
        f = prev as Frame;
        S = f.slots;
        words = f.code.words;
        if (target === ReturnTo.PENDING) {
          answerRetry(m, f, 'value', gen);
          continue;
        }
        S[f.sp] = gen;
        f.sp++;
        continue;
      }
      case 63: /* LOAD_FAST_CHECK */ {
        const v = S[arg] as PyObject | null;
        if (v === null) throw unboundLoad(m, f, arg);
        if (v.ob_refcnt >= 0) v.ob_refcnt++;
        S[sp] = v;
        f.sp = sp + 1;
        continue;
      }
      case 64: /* LOAD_FAST_AND_CLEAR */
        S[sp] = S[arg] as PyObject | null;
        S[arg] = null;
        f.sp = sp + 1;
        continue;
      default:
        f.pc = rareOp(vm, f, word & 255, arg, pc + 1);
        continue;
    }
  }
}
