// Calls that are not plain Python-to-Python calls (CPython 3.13 Python/bytecodes.c CALL, CALL_KW, CALL_FUNCTION_EX; Objects/call.c).
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Machine } from '../machine.ts';
import type { Interpreter } from './interpreter.ts';
import type { FunctionData } from '../objects/function.ts';
import type { MethodData } from '../objects/method.ts';
import type { MethodDescrData } from '../objects/descriptors.ts';
import type { PendingCall } from '../objects/type.ts';
import type { NativeFunctionData } from '../objects/native-function.ts';
import type { PyRaise } from '../errors.ts';
import { GENERATOR_FLAGS } from '../compiler/code-unit.ts';
import { CALL_KW } from '../compiler/opcodes.ts';
import { str } from '../objects/abstract.ts';
import { lookupType } from '../objects/attributes.ts';
import { call, countingCall } from '../objects/call.ts';
import { InlineCache } from '../objects/code.ts';
import { dictItemPairs, dictLen, dictUpdate, isDict, newDict } from '../objects/dict.ts';
import { genericAlloc } from '../objects/instance.ts';
import { ReturnTo, stackItems, takeFrame } from '../objects/interpreter-frame.ts';
import { PyObject, decref, incref } from '../objects/object.ts';
import { hasSimpleConstruction } from '../objects/object-type.ts';
import { raise, typeError } from '../objects/raise.ts';
import { isStr, strValue } from '../objects/str.ts';
import { isTupleExact, newTuple, sequenceTuple, tupleItems } from '../objects/tuple.ts';
import { PyType, isSubtype } from '../objects/type.ts';
import { bindArguments } from './bind.ts';
import { answerRetry, commitRetry } from './retry.ts';

/**
 * CALL of anything but a Python function: operands from `base` (callable, self or null, arguments) up to `sp`; `first` is where the arguments
 * start, self included. Answers the result with all operands released, or null when a frame was pushed instead.
 */
export function callNative(vm: Interpreter, f: Frame, callable: PyObject, base: number, first: number, sp: number): PyObject | null {
  if (vm.m.profile.nativeCallDepth === 0 || !isCounted(vm.m, f, callable)) return callUncounted(vm, f, callable, base, first, sp);
  return countingCall(vm.m, () => callUncounted(vm, f, callable, base, first, sp));
}

/** Executions of a call until 3.11 specialises it. */
const WARMUP = 8;
/** Functions of CPython that take their arguments as a tuple: they are called the general way. */
const WITH_TUPLE = new Set(['min', 'max', 'reduce', 'vars', 'dir', '__import__']);
/** Methods of that kind, and those that are given their class. */
const METHODS_WITH_TUPLE: Readonly<Record<string, ReadonlySet<string>>> = {
  str: new Set(['format']),
  dict: new Set(['update']),
  set: new Set(['union', 'update', 'intersection', 'intersection_update', 'difference', 'difference_update']),
  frozenset: new Set(['union', 'intersection', 'difference']),
  're.Pattern': new Set(['sub', 'subn']),
};

/** Whether 3.11 counts a native call as it counts a Python frame: the specialised forms of calls that take an array do not. */
function isCounted(m: Machine, f: Frame, callable: PyObject): boolean {
  const type = callable.ob_type;
  // A metaclass or a class with `__call__` counts in its slot.
  if (callable instanceof PyType) return type.ht === null && !callable.tp_vectorcall && callable !== m.types.str;
  if (type === m.types.builtin_function_or_method || type === m.types.method_descriptor) {
    const { spec } = callable.data as NativeFunctionData | MethodDescrData;
    if (WITH_TUPLE.has(spec.name)) return true;
    if (type === m.types.method_descriptor && METHODS_WITH_TUPLE[(callable.data as MethodDescrData).type.tp_name]?.has(spec.name) === true) return true;
    if ((spec.kind === 'o' || spec.kind === 'noargs') && spec.name !== 'len') return true;
    const cache = (f.code.caches[f.pc - 1] ??= new InlineCache());
    return cache.counter++ < WARMUP;
  }
  return false;
}

function callUncounted(vm: Interpreter, f: Frame, callable: PyObject, base: number, first: number, sp: number): PyObject | null {
  const m = vm.m;
  const S = f.slots as PyObject[];
  let result: PyObject;
  if (callable.ob_type === m.types.builtin_function_or_method) {
    const data = callable.data as NativeFunctionData;
    const { one, noArgs, some, withKeywords, least, most } = data.entry;
    const count = sp - first;
    if (one !== null && count === 1) result = one(m, data.self ?? m.None, S[first] as PyObject);
    else if (noArgs !== null && count === 0) result = noArgs(m, data.self ?? m.None);
    else if (some !== null && count >= least && (most < 0 || count <= most)) result = some(m, data.self ?? m.None, stackItems(S, first, sp));
    else if (withKeywords !== null) result = withKeywords(m, data.self ?? m.None, stackItems(S, first, sp), null);
    else result = call(m, callable, stackItems(S, first, sp), null);
  } else if (callable.ob_type === m.types.method_descriptor && first < sp) result = callDescriptor(vm, callable, S, first, sp);
  else {
    if (callable.ob_type === m.types.type && m.profile.initInlined && enterInit(vm, f, callable as PyType, base, first, sp)) return null;
    if (callable === m.types.str && m.profile.strCallSpecialises && sp - first === 1 && isWarm(m, f)) {
      result = str(m, S[first] as PyObject);
      f.sp = base;
      decref(m, callable);
      decref(m, S[first] as PyObject);
      return result;
    }
    const args = stackItems(S, first, sp);
    const begun = callable.ob_type.enterCall === null ? null : callable.ob_type.enterCall(m, callable, args);
    if (begun !== null && !(begun instanceof PyObject)) {
      enterPending(vm, f, begun, base, first);
      return null;
    }
    result = begun ?? call(m, callable, args, null);
  }
  f.sp = base;
  decref(m, callable);
  for (let i = first; i < sp; i++) decref(m, S[i] as PyObject);
  return result;
}

/** The running instruction has been executed before: it is specialised now (its adaptive counter). */
export function isWarm(m: Machine, f: Frame): boolean {
  if (m.profile.specialises === 'code') return f.code.isQuickened;
  const cache = (f.code.caches[f.pc - 1] ??= new InlineCache());
  if (cache.counter <= 0) return true;
  cache.counter--;
  return false;
}

/** Pushes the frame of the function that a native call ends with; its operands stay on the stack until then. */
function enterPending(vm: Interpreter, f: Frame, begun: PendingCall, base: number, first: number): void {
  const { m } = vm;
  f.pending = { call: begun, base, first };
  if (begun.counts) vm.depth += m.profile.nativeCallDepth;
  try {
    const frame = bindArguments(m, incref(begun.func), begun.args.map((o) => incref(o)), null);
    frame.returnTo = ReturnTo.PENDING;
    pushFrame(vm, frame);
  } catch (error) {
    dropPending(vm, f);
    throw error;
  }
}

/** The function has returned `value`: the call's result replaces its operands. */
export function finishPending(vm: Interpreter, f: Frame, value: PyObject): void {
  const { m } = vm;
  if (f.retry !== null) {
    answerRetry(m, f, f.retry.waitsFor === 'generator' ? 'end' : 'value', value);
    return;
  }
  const S = f.slots as PyObject[];
  const { call: begun, base, first } = f.pending as NonNullable<Frame['pending']>;
  let result: PyObject;
  try {
    result = begun.finish(m, value);
  } finally {
    dropPending(vm, f);
  }
  const { sp } = f;
  f.sp = base;
  decref(m, S[base] as PyObject);
  for (let i = first; i < sp; i++) decref(m, S[i] as PyObject);
  S[base] = result;
  f.sp = base + 1;
}

/** The call is over, or the function raised: what it held goes. */
export function dropPending(vm: Interpreter, f: Frame): void {
  const { pending } = f;
  if (pending?.call.counts === true) vm.depth -= vm.m.profile.nativeCallDepth;
  f.pending = null;
  for (const o of pending?.call.held ?? []) decref(vm.m, o);
}

/** A built-in method with its self in front: no bound object, no checks twice. */
function callDescriptor(vm: Interpreter, callable: PyObject, S: PyObject[], first: number, sp: number): PyObject {
  const m = vm.m;
  const { entry, type } = callable.data as MethodDescrData;
  const self = S[first] as PyObject;
  if (self.ob_type === type || isSubtype(self.ob_type, type)) {
    const count = sp - first - 1;
    const { one, noArgs, some, withKeywords, least, most } = entry;
    if (one !== null && count === 1) return one(m, self, S[first + 1] as PyObject);
    if (noArgs !== null && count === 0) return noArgs(m, self);
    if (some !== null && count >= least && (most < 0 || count <= most)) return some(m, self, stackItems(S, first + 1, sp));
    if (withKeywords !== null) return withKeywords(m, self, stackItems(S, first + 1, sp), null);
  }
  return call(m, callable, stackItems(S, first, sp), null);
}

/**
 * CALL_ALLOC_AND_ENTER_INIT: from the second execution of a call on, a class whose construction is `object.__new__` and a Python `__init__` is
 * allocated here and the frame of `__init__` is pushed: no tuple of arguments exists, as `__init__` can see by its reference counts.
 */
function enterInit(vm: Interpreter, f: Frame, type: PyType, base: number, first: number, sp: number): boolean {
  const m = vm.m;
  // Executed again, the call goes the way that it went before.
  if ((m.retry !== null && !m.retry.isUnused) || !isWarm(m, f)) return false;
  const cache = f.code.caches[f.pc - 1] as InlineCache;
  const count = sp - first;
  if (cache.version !== type.tp_version || cache.value === null || cache.version === 0) {
    cache.value = null;
    if (!hasSimpleConstruction(type)) return false;
    const init = lookupType(m, type, m.names.__init__ as PyObject);
    if (init === null || init.ob_type !== m.types.function) return false;
    cache.version = type.tp_version;
    cache.value = init;
  }
  const init = cache.value;
  const data = init.data as FunctionData;
  const code = data.codeData;
  const missing = code.argcount - count - 1;
  if (!code.isSimple || (code.flags & GENERATOR_FLAGS) !== 0 || missing < 0 || missing > (m.profile.initInlinedWithDefaults && data.defaults !== null ? tupleItems(data.defaults).length : 0)) return false;
  const S = f.slots as PyObject[];
  const self = genericAlloc(m, type, null);
  let frame: Frame;
  if (missing === 0) {
    frame = takeFrame(code, data.code, incref(init), data.globals, data.builtins);
    frame.slots[0] = incref(self);
    for (let i = 0; i < count; i++) frame.slots[i + 1] = S[first + i] as PyObject;
  } else frame = bindArguments(m, incref(init), [incref(self), ...stackItems(S, first, sp)], null);
  frame.returnTo = ReturnTo.INIT;
  S[base] = self;
  f.sp = base + 1;
  pushFrame(vm, frame);
  // The frame that checks what `__init__` returned counts too.
  vm.depth++;
  decref(m, type);
  return true;
}

/** CALL_KW and CALL_FUNCTION_EX. Operands are released; `f.sp` is where the result goes. null: a frame was pushed. */
export function callGeneral(vm: Interpreter, f: Frame, op: number, arg: number): PyObject | null {
  return op === CALL_KW ? callWithKeywords(vm, f, arg) : callUnpacked(vm, f, arg);
}

function callWithKeywords(vm: Interpreter, f: Frame, arg: number): PyObject | null {
  const m = vm.m;
  const S = f.slots as PyObject[];
  const sp = f.sp - 1;
  const kwnames = S[sp] as PyObject;
  const base = sp - arg - 2;
  let callable = S[base] as PyObject;
  if (callable.ob_type === m.types.method && (S[base + 1] as PyObject | null) === null) {
    const bound = callable.data as MethodData;
    S[base] = incref(bound.func);
    S[base + 1] = incref(bound.self);
    decref(m, callable);
    callable = bound.func;
    f.unpackedAt = f.pc - 1;
  }
  const first = (S[base + 1] as PyObject | null) === null ? base + 2 : base + 1;
  if (callable.ob_type === m.types.function) {
    f.sp = base;
    try {
      pushFrame(vm, bindArguments(m, callable, S.slice(first, sp), kwnames));
    } finally {
      decref(m, kwnames);
    }
    return null;
  }
  const run = (): PyObject => call(m, callable, S.slice(first, sp), kwnames);
  const result = m.profile.nativeCallDepth !== 0 && isCounted(m, f, callable) ? countingCall(m, run) : run();
  f.sp = base;
  decref(m, kwnames);
  decref(m, callable);
  for (let i = first; i < sp; i++) decref(m, S[i] as PyObject);
  return result;
}

/** Links a frame that was just made for a call from the loop. */
function pushFrame(vm: Interpreter, frame: Frame): void {
  frame.prev = vm.frame;
  vm.frame = frame;
}

/** f(*args, **kwargs): stack is callable, null, args iterable, and the dict if bit 0 is set. */
function callUnpacked(vm: Interpreter, f: Frame, arg: number): PyObject | null {
  const m = vm.m;
  const S = f.slots as PyObject[];
  const hasKeywords = (arg & 1) !== 0;
  const at = f.sp - (hasKeywords ? 2 : 1);
  const callable = S[at - 2] as PyObject;
  ensureTuple(vm, S, at, callable);
  const argsTuple = S[at] as PyObject;
  const kwargs = hasKeywords ? (S[at + 1] as PyObject) : null;
  const items = tupleItems(argsTuple);
  if (callable.ob_type === m.types.function && !m.profile.unpackedCallKeepsArguments) {
    const owned = items.map((item) => incref(item));
    const kwnames = kwargs === null || dictLen(kwargs) === 0 ? null : spreadKeywords(vm, kwargs, owned);
    f.sp = at - 2;
    try {
      pushFrame(vm, bindArguments(m, callable, owned, kwnames));
    } finally {
      if (kwnames !== null) decref(m, kwnames);
      decref(m, argsTuple);
      if (kwargs !== null) decref(m, kwargs);
    }
    return null;
  }
  m.heldArguments = items;
  const result = callWithDict(vm, callable, items, kwargs);
  m.heldArguments = null;
  f.sp = at - 2;
  decref(m, callable);
  decref(m, argsTuple);
  if (kwargs !== null) decref(m, kwargs);
  return result;
}

/** PyObject_Call from a sequence of positional arguments and a dict (both borrowed). */
export function callWithDict(vm: Interpreter, callable: PyObject, items: readonly PyObject[], kwargs: PyObject | null): PyObject {
  const m = vm.m;
  if (kwargs === null || dictLen(kwargs) === 0) return call(m, callable, items, null);
  // The positional arguments are the caller's, who keeps them (3.15); a METH_VARARGS function takes the tuple as it is.
  const borrows = m.profile.dictCallBorrowsPositional
    || (callable.ob_type === m.types.builtin_function_or_method && (callable.data as NativeFunctionData).spec.takesTuple === true);
  const values: PyObject[] = [];
  const kwnames = spreadKeywords(vm, kwargs, values);
  const all = [...items, ...values];
  const owned = borrows ? values : all;
  if (!borrows) for (const item of items) incref(item);
  try {
    // The tuple and the dict of the call serve as they are.
    if (items === m.heldArguments) m.heldArguments = all;
    return call(m, callable, all, kwnames);
  } finally {
    for (const item of owned) decref(m, item);
    decref(m, kwnames);
  }
}

/** Appends the values of a keyword dict to `into` (new references) and answers the tuple of names. */
function spreadKeywords(vm: Interpreter, kwargs: PyObject, into: PyObject[]): PyObject {
  const m = vm.m;
  const names: PyObject[] = [];
  for (const [key, value] of dictItemPairs(kwargs)) {
    if (!isStr(key)) {
      for (const name of names) decref(m, name);
      for (const item of into) decref(m, item);
      throw typeError(m, 'keywords must be strings');
    }
    names.push(incref(key));
    into.push(incref(value));
  }
  return newTuple(m, names);
}

/** The positional part must be a tuple; any iterable is made one (check_args_iterable). */
function ensureTuple(vm: Interpreter, S: PyObject[], at: number, callable: PyObject): void {
  const m = vm.m;
  const source = S[at] as PyObject;
  if (isTupleExact(m, source)) return;
  if (source.ob_type.tp_iter === null && source.ob_type.sq_item === null) {
    throw typeError(m, `${functionText(vm, callable)} argument after * must be an iterable, not ${source.ob_type.tp_name}`);
  }
  const tuple = sequenceTuple(m, source);
  S[at] = tuple;
  commitRetry(m, vm.frame as Frame);
  decref(m, source);
}

/** _PyObject_FunctionStr: 'module.f()' or the object's str. */
export function functionText(vm: Interpreter, callable: PyObject): string {
  const qualname = vm.attributeText(callable, '__qualname__');
  if (qualname === null) return vm.textOf(callable);
  const module = vm.attributeText(callable, '__module__');
  return module === null || module === 'builtins' ? `${qualname}()` : `${module}.${qualname}()`;
}

/** DICT_MERGE: `**mapping` of a call; double keys are errors (format_kwargs_error). */
export function mergeKeywords(vm: Interpreter, into: PyObject, mapping: PyObject, callable: PyObject): void {
  const m = vm.m;
  if (!isDict(mapping) && !vm.hasAttribute(mapping, 'keys')) {
    throw typeError(m, `${functionText(vm, callable)} argument after ** must be a mapping, not ${mapping.ob_type.tp_name}`);
  }
  const source = isDict(mapping) ? incref(mapping) : newDict(m);
  try {
    if (source !== mapping) dictUpdate(m, source, mapping);
    for (const [key, value] of dictItemPairs(source)) {
      if (vm.dictHas(into, key)) {
        const name = isStr(key) ? strValue(key) : vm.textOf(key);
        throw typeError(m, `${functionText(vm, callable)} got multiple values for keyword argument '${name}'`);
      }
      vm.dictPut(into, key, value);
    }
  } finally {
    decref(m, source);
  }
}

/** The value that an inlined `__init__` returned must be None (EXIT_INIT_CHECK). The instance is on the caller's stack already. */
export function finishInit(vm: Interpreter, value: PyObject): void {
  const m = vm.m;
  vm.depth--;
  if (value === m.None) {
    decref(m, value);
    return;
  }
  const text = `__init__() should return None, not '${value.ob_type.tp_name.slice(0, 200)}'`;
  decref(m, value);
  throw typeError(m, text);
}

/** RecursionError for a frame too many; the new frame gets no traceback entry. */
export function recursionError(vm: Interpreter): PyRaise {
  const limit = vm.recursionLimit;
  vm.recursionLimit = limit + 50;
  try {
    const raised = raise(vm.m, vm.m.types.RecursionError, 'maximum recursion depth exceeded');
    raised.isReraise = true;
    return raised;
  } finally {
    vm.recursionLimit = limit;
  }
}
