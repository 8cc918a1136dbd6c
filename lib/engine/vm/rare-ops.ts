// The instructions that are not worth a place in the loop (CPython 3.13 Python/bytecodes.c). Each works on `frame.slots` and leaves `frame.sp` right,
// also when it throws: operands stay on the stack until nothing can fail any more.
import type { Frame } from '../objects/interpreter-frame.ts';
import type { FunctionData } from '../objects/function.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import * as Op from '../compiler/opcodes.ts';
import { InvariantError } from '../errors.ts';
import { ascii, delItem, getItem, invert, length, repr, setAttr, setItem, str, format } from '../objects/abstract.ts';
import { newCell, setCell } from '../objects/cell.ts';
import { stackItems } from '../objects/interpreter-frame.ts';
import { dictFromItems, dictUpdate, isDict, mapAdd, newDict } from '../objects/dict.ts';
import { newFunction } from '../objects/function.ts';
import { newInt } from '../objects/int.ts';
import { listExtend } from '../objects/list.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { newSet, setAdd, setUpdate } from '../objects/set.ts';
import { newSlice } from '../objects/slice.ts';
import { isStrExact, joinStrs } from '../objects/str.ts';
import { tupleItems } from '../objects/tuple.ts';
import { TypeFlag, hasFlag } from '../objects/type.ts';
import { mergeKeywords } from './calls.ts';
import { buildInterpolation, buildTemplate } from './templates.ts';
import { asyncIterator, asyncNext, awaitable, endAsyncFor, yieldFromIterator } from './awaiting.ts';
import { checkExceptionGroupMatch, checkExceptionMatch, cleanupThrow, popExcept, pushExceptionInfo, raiseVarargs, reraise } from './raising.ts';
import { beforeAsyncWith, beforeWith, loadSpecial, withExceptStart } from './with.ts';
import { importFrom, importName } from './import.ts';
import { intrinsic1, intrinsic2 } from './intrinsics.ts';
import { matchClass, matchKeys } from './match.ts';
import { deleteGlobal, deleteName, itemOrNull, loadFromGlobals } from './names.ts';
import { loadSuperAttr } from './super-attr.ts';
import { loadMethod } from './attribute-cache.ts';
import { unboundDeref, unboundLocal } from './unwind.ts';
import { handleEvalBreaker } from './safe-point.ts';
import { unpackStarred } from './unpack.ts';
import { commonConstant } from './common-constants.ts';

/** Executes one instruction; answers the next `pc`. */
export function rareOp(vm: Interpreter, f: Frame, op: number, arg: number, pc: number): number {
  const m = vm.m;
  const S = f.slots;
  const code = f.code;
  switch (op) {
    case 45: /* UNARY_INVERT */
      replaceTop(m, f, invert(m, S[f.sp - 1] as PyObject));
      return pc;
    case 53: /* CALL_INTRINSIC_1 */
      replaceTop(m, f, intrinsic1(vm, f, arg, S[f.sp - 1] as PyObject));
      return pc;
    case 54: /* CALL_INTRINSIC_2 */
      replaceTwo(m, f, intrinsic2(vm, arg, S[f.sp - 2] as PyObject, S[f.sp - 1] as PyObject));
      return pc;
    case 57: /* END_SEND */ {
      const value = S[--f.sp] as PyObject;
      const receiver = S[f.sp - 1] as PyObject;
      S[f.sp - 1] = value;
      decref(m, receiver);
      return pc;
    }
    case 60: /* MAKE_CELL */ {
      const initial = S[arg] as PyObject | null;
      S[arg] = newCell(m, initial);
      if (initial !== null) decref(m, initial);
      return pc;
    }
    case 61: /* COPY_FREE_VARS */ {
      const closure = tupleItems(((f.func as PyObject).data as FunctionData).closure as PyObject);
      const offset = code.nlocalsplus - arg;
      for (let i = 0; i < arg; i++) S[offset + i] = incref(closure[i] as PyObject);
      return pc;
    }
    case 62: /* LOAD_SUPER_ATTR */
      loadSuperAttr(vm, f, arg);
      return pc;
    case 121: /* LOAD_METHOD */ {
      const owner = S[f.sp - 1] as PyObject;
      S[f.sp - 1] = loadMethod(vm, code, pc - 1, owner, code.names[arg] as PyObject);
      if (vm.isUnboundMethod) S[f.sp++] = owner;
      else {
        S[f.sp++] = null;
        decref(m, owner);
      }
      return pc;
    }
    case 65: /* FORMAT_SIMPLE */ {
      const value = S[f.sp - 1] as PyObject;
      if (!isStrExact(m, value)) replaceTop(m, f, format(m, value, m.emptyStr));
      return pc;
    }
    case 66: /* FORMAT_WITH_SPEC */
      replaceTwo(m, f, format(m, S[f.sp - 2] as PyObject, S[f.sp - 1] as PyObject));
      return pc;
    case 67: /* CONVERT_VALUE */ {
      const value = S[f.sp - 1] as PyObject;
      replaceTop(m, f, arg === Op.Conversion.STR ? str(m, value) : arg === Op.Conversion.REPR ? repr(m, value) : ascii(m, value));
      return pc;
    }
    case 68: /* BUILD_STRING */
      return build(m, f, arg, joinStrs(m, operands(f, arg)), pc);
    case 69: /* BUILD_SET */
      return build(m, f, arg, newSet(m, operands(f, arg)), pc);
    case 38: /* BUILD_MAP */ {
      const dict = arg === 0 ? newDict(m) : dictFromItems(m, operands(f, 2 * arg));
      return build(m, f, 2 * arg, dict, pc);
    }
    case 70: /* BUILD_CONST_KEY_MAP */
      return build(m, f, arg + 1, dictFromItems(m, tupleItems(S[f.sp - 1] as PyObject).flatMap((key, i) => [key, S[f.sp - 1 - arg + i] as PyObject])), pc);
    case 71: /* BUILD_SLICE */ {
      const step = arg === 3 ? takeTop(f) : incref(m.None);
      const stop = takeTop(f);
      S[f.sp - 1] = newSlice(m, S[f.sp - 1] as PyObject, stop, step);
      return pc;
    }
    case 72: /* BINARY_SLICE */ {
      const stop = takeTop(f);
      const slice = newSlice(m, takeTop(f), stop, incref(m.None));
      return build(m, f, 1, withTemporary(m, slice, () => getItem(m, S[f.sp - 1] as PyObject, slice)), pc);
    }
    case 73: /* STORE_SLICE */ {
      const stop = takeTop(f);
      const slice = newSlice(m, takeTop(f), stop, incref(m.None));
      withTemporary(m, slice, () => setItem(m, S[f.sp - 1] as PyObject, slice, S[f.sp - 2] as PyObject));
      drop(m, f, 2);
      return pc;
    }
    case 74: /* SET_ADD */
      setAdd(m, S[f.sp - 1 - arg] as PyObject, S[f.sp - 1] as PyObject);
      drop(m, f, 1);
      return pc;
    case 75: /* MAP_ADD */
      mapAdd(m, S[f.sp - 2 - arg] as PyObject, S[f.sp - 2] as PyObject, S[f.sp - 1] as PyObject);
      drop(m, f, 2);
      return pc;
    case 76: /* LIST_EXTEND */
      extendList(m, S[f.sp - 1 - arg] as PyObject, S[f.sp - 1] as PyObject);
      drop(m, f, 1);
      return pc;
    case 77: /* SET_UPDATE */
      setUpdate(m, S[f.sp - 1 - arg] as PyObject, S[f.sp - 1] as PyObject);
      drop(m, f, 1);
      return pc;
    case 78: /* DICT_UPDATE */
      updateDict(vm, S[f.sp - 1 - arg] as PyObject, S[f.sp - 1] as PyObject);
      drop(m, f, 1);
      return pc;
    case 79: /* DICT_MERGE */
      mergeKeywords(vm, S[f.sp - 1 - arg] as PyObject, S[f.sp - 1] as PyObject, S[f.sp - 4 - arg] as PyObject);
      drop(m, f, 1);
      return pc;
    case 80: /* MAKE_FUNCTION */
      replaceTop(m, f, newFunction(m, S[f.sp - 1] as PyObject, f.globals));
      return pc;
    case 81: /* SET_FUNCTION_ATTRIBUTE */
      setFunctionAttribute(f, arg);
      return pc;
    case 82: /* LOAD_BUILD_CLASS */ {
      // Looked up before the stack grows: where it raises, the slot holds nothing of this frame's.
      const build = vm.builtinOf(f, '__build_class__');
      S[f.sp++] = build;
      return pc;
    }
    case 83: /* LOAD_COMMON_CONSTANT */
      S[f.sp++] = commonConstant(m, arg);
      return pc;
    case 84: /* LOAD_ASSERTION_ERROR */
      S[f.sp++] = incref(m.types.AssertionError);
      return pc;
    case 85: /* LOAD_SPECIAL */
      loadSpecial(vm, f, arg);
      return pc;
    case 86: /* LOAD_LOCALS */
      S[f.sp++] = incref(f.locals as PyObject);
      return pc;
    case 87: /* LOAD_FROM_DICT_OR_DEREF */ {
      const found = itemOrNull(m, S[f.sp - 1] as PyObject, code.localsplusnames[arg] as PyObject);
      if (found === null && (S[arg] as PyObject).data === null) throw unboundDeref(m, code, arg);
      replaceTop(m, f, found ?? incref((S[arg] as PyObject).data as PyObject));
      return pc;
    }
    case 88: /* LOAD_FROM_DICT_OR_GLOBALS */ {
      const name = code.names[arg] as PyObject;
      replaceTop(m, f, itemOrNull(m, S[f.sp - 1] as PyObject, name) ?? loadFromGlobals(m, f, name));
      return pc;
    }
    case 89: /* DELETE_FAST */ {
      const value = S[arg] as PyObject | null;
      if (value === null) throw unboundLocal(m, code, arg);
      S[arg] = null;
      decref(m, value);
      return pc;
    }
    case 90: /* DELETE_NAME */
      deleteName(m, f, code.names[arg] as PyObject);
      return pc;
    case 91: /* DELETE_GLOBAL */
      deleteGlobal(m, f, code.names[arg] as PyObject);
      return pc;
    case 92: /* DELETE_DEREF */
      if ((S[arg] as PyObject).data === null) throw unboundDeref(m, code, arg);
      setCell(m, S[arg] as PyObject, null);
      return pc;
    case 93: /* DELETE_ATTR */
      setAttr(m, S[f.sp - 1] as PyObject, code.names[arg] as PyObject, null);
      drop(m, f, 1);
      return pc;
    case 94: /* DELETE_SUBSCR */
      return deleteItem(m, f, pc);
    case 95: /* UNPACK_EX */ {
      const seq = S[f.sp - 1] as PyObject;
      const before = arg & 255;
      const after = arg >> 8;
      unpackStarred(m, S, f.sp - 1, seq, before, after);
      f.sp += before + after;
      decref(m, seq);
      return pc;
    }
    case 111: /* GET_LEN */
      S[f.sp] = newInt(m, length(m, S[f.sp - 1] as PyObject));
      f.sp++;
      return pc;
    case 112: /* MATCH_CLASS */
      matchClass(vm, f, arg);
      return pc;
    case 113: /* MATCH_MAPPING */
      S[f.sp] = incref(hasFlag((S[f.sp - 1] as PyObject).ob_type, TypeFlag.MAPPING) ? m.True : m.False);
      f.sp++;
      return pc;
    case 114: /* MATCH_SEQUENCE */
      S[f.sp] = incref(hasFlag((S[f.sp - 1] as PyObject).ob_type, TypeFlag.SEQUENCE) ? m.True : m.False);
      f.sp++;
      return pc;
    case 115: /* MATCH_KEYS */
      S[f.sp] = matchKeys(vm, S[f.sp - 2] as PyObject, S[f.sp - 1] as PyObject);
      f.sp++;
      return pc;
    case 116: /* IMPORT_NAME */
      replaceTwo(m, f, importName(vm, f, code.names[arg >> m.profile.importFlagBits] as PyObject, S[f.sp - 1] as PyObject, S[f.sp - 2] as PyObject));
      return pc;
    case 117: /* IMPORT_FROM */
      S[f.sp] = importFrom(vm, S[f.sp - 1] as PyObject, code.names[arg] as PyObject);
      f.sp++;
      return pc;
    case 118: /* SETUP_ANNOTATIONS */
      setupAnnotations(vm, f);
      return pc;
    case 119: /* BUILD_INTERPOLATION */
      buildInterpolation(vm, f, arg);
      return pc;
    case 120: /* BUILD_TEMPLATE */
      buildTemplate(vm, f);
      return pc;
    default:
      return exceptionOp(vm, f, op, arg, pc);
  }
}

/** Exceptions, with statements and asynchronous code. */
function exceptionOp(vm: Interpreter, f: Frame, op: number, arg: number, pc: number): number {
  const m = vm.m;
  const S = f.slots;
  switch (op) {
    case 96: /* PUSH_EXC_INFO */
      pushExceptionInfo(vm, f);
      return pc;
    case 97: /* POP_EXCEPT */
      popExcept(vm, f);
      return pc;
    case 98: /* CHECK_EXC_MATCH */
      checkExceptionMatch(vm, f);
      return pc;
    case 99: /* CHECK_EG_MATCH */
      checkExceptionGroupMatch(vm, f);
      return pc;
    case 100: /* RERAISE */
      return reraise(vm, f, arg);
    case 101: /* RAISE_VARARGS */
      return raiseVarargs(vm, f, arg);
    case 102: /* BEFORE_WITH */
      beforeWith(vm, f);
      return pc;
    case 103: /* BEFORE_ASYNC_WITH */
      beforeAsyncWith(vm, f);
      return pc;
    case 104: /* WITH_EXCEPT_START */
      withExceptStart(vm, f);
      return pc;
    case 105: /* CLEANUP_THROW */
      cleanupThrow(vm, f);
      return pc;
    case 106: /* GET_AWAITABLE */
      replaceTop(m, f, awaitable(vm, S[f.sp - 1] as PyObject, arg));
      return pc;
    case 107: /* GET_AITER */
      replaceTop(m, f, asyncIterator(vm, S[f.sp - 1] as PyObject));
      return pc;
    case 108: /* GET_ANEXT */
      S[f.sp] = asyncNext(vm, S[f.sp - 1] as PyObject);
      f.sp++;
      return pc;
    case 109: /* END_ASYNC_FOR */
      endAsyncFor(vm, f);
      return pc;
    case 110: /* GET_YIELD_FROM_ITER */
      replaceTop(m, f, yieldFromIterator(vm, f, S[f.sp - 1] as PyObject));
      return pc;
    case 123: /* RESUME_COLD */
      f.code.warmUp();
      if (m.evalBreaker) handleEvalBreaker(vm);
      return pc;
    case 124: /* JUMP_BACKWARD_COLD */
      f.code.warmUp();
      if (m.interrupted) handleEvalBreaker(vm);
      f.pc = arg;
      if (m.evalBreaker) handleEvalBreaker(vm);
      return arg;
    default:
      throw new InvariantError(`the loop has no instruction ${Op.OPCODES[op]?.name ?? op}`);
  }
}

/** Puts `value` (stolen) in place of the top of the stack. */
function replaceTop(m: Machine, f: Frame, value: PyObject): void {
  const old = f.slots[f.sp - 1] as PyObject;
  f.slots[f.sp - 1] = value;
  decref(m, old);
}

/** Puts `value` (stolen) in place of the two topmost. */
function replaceTwo(m: Machine, f: Frame, value: PyObject): void {
  const right = f.slots[--f.sp] as PyObject;
  const left = f.slots[f.sp - 1] as PyObject;
  f.slots[f.sp - 1] = value;
  decref(m, left);
  decref(m, right);
}

/** Pops the top of the stack; its reference is the caller's now. */
function takeTop(f: Frame): PyObject {
  const value = f.slots[--f.sp] as PyObject;
  f.slots[f.sp] = null;
  return value;
}

/** DELETE_SUBSCR releases the container before the key. */
function deleteItem(m: Machine, f: Frame, pc: number): number {
  const key = f.slots[f.sp - 1] as PyObject;
  const container = f.slots[f.sp - 2] as PyObject;
  delItem(m, container, key);
  f.sp -= 2;
  decref(m, container);
  decref(m, key);
  return pc;
}

/** Pops and releases `count` operands, top first. */
function drop(m: Machine, f: Frame, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = f.slots[--f.sp] as PyObject | null;
    xdecref(m, value);
  }
}

/** Replaces `count` operands by `value` (stolen). */
function build(m: Machine, f: Frame, count: number, value: PyObject, pc: number): number {
  const S = f.slots;
  const base = f.sp - count;
  const lowest = S[base] as PyObject;
  S[base] = value;
  f.sp = base + 1;
  if (count > 0) decref(m, lowest);
  for (let i = 1; i < count; i++) decref(m, S[base + i] as PyObject);
  return pc;
}

/** The topmost `count` operands, borrowed. */
function operands(f: Frame, count: number): PyObject[] {
  return stackItems(f.slots, f.sp - count, f.sp);
}

function withTemporary<T>(m: Machine, temporary: PyObject, use: () => T): T {
  try {
    return use();
  } finally {
    decref(m, temporary);
  }
}

/** `[*x]`: the text for what cannot be iterated is its own. */
function extendList(m: Machine, list: PyObject, iterable: PyObject): void {
  const type = iterable.ob_type;
  if (type.tp_iter === null && type.sq_item === null) throw typeError(m, `Value after * must be an iterable, not ${type.tp_name}`);
  listExtend(m, list, iterable);
}

/** `{**x}`. */
function updateDict(vm: Interpreter, into: PyObject, mapping: PyObject): void {
  const m = vm.m;
  if (!isDict(mapping) && !vm.hasAttribute(mapping, 'keys')) throw typeError(m, `'${mapping.ob_type.tp_name}' object is not a mapping`);
  dictUpdate(m, into, mapping);
}

/** SET_FUNCTION_ATTRIBUTE: function on top, the attribute below; the reference moves. */
function setFunctionAttribute(f: Frame, arg: number): void {
  const func = f.slots[--f.sp] as PyObject;
  const value = f.slots[f.sp - 1] as PyObject;
  f.slots[f.sp - 1] = func;
  const data = func.data as FunctionData;
  switch (arg) {
    case Op.FunctionAttribute.DEFAULTS: data.defaults = value; break;
    case Op.FunctionAttribute.KWDEFAULTS: data.kwdefaults = value; break;
    case Op.FunctionAttribute.ANNOTATIONS: data.annotations = value; break;
    case Op.FunctionAttribute.CLOSURE: data.closure = value; break;
    default: data.annotate = value; break;
  }
}

/** SETUP_ANNOTATIONS: `__annotations__` exists in the namespace. */
function setupAnnotations(vm: Interpreter, f: Frame): void {
  const m = vm.m;
  const locals = f.locals as PyObject;
  const name = m.names.__annotations__ as PyObject;
  const known = itemOrNull(m, locals, name);
  if (known !== null) {
    decref(m, known);
    return;
  }
  const made = newDict(m);
  setItem(m, locals, name, made);
  decref(m, made);
}
