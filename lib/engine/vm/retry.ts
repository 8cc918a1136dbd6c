// The loop's part in executing instructions again (objects/retry.ts): which instructions can be, how Python code runs for them, how its answer comes back.
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { GeneratorData } from '../objects/generator.ts';
import type { MethodDescrData } from '../objects/descriptors.ts';
import type { NativeFunctionData } from '../objects/native-function.ts';
import { C_STACK_UNITS } from '../limits.ts';
import * as Op from '../compiler/opcodes.ts';
import { canResume } from '../objects/abstract.ts';
import { ReturnTo } from '../objects/interpreter-frame.ts';
import { isModule } from '../objects/module.ts';
import type { PyObject } from '../objects/object.ts';
import { type CallFirst, openRetry, Retry } from '../objects/retry.ts';
import { PyType } from '../objects/type.ts';

/** An instruction begins in a loop that is nested deeply. */
export function beginInstruction(vm: Interpreter, f: Frame): void {
  const { m, lastRetry } = vm;
  if (lastRetry !== null && !lastRetry.isUnused) endRetry(vm);
  // A retry that is still there has its answer: the instruction begins again.
  let retry = f.retry;
  if (retry === null && canRetry(m, f)) retry = vm.lastRetry?.frame === f ? vm.lastRetry : new Retry(m, f);
  retry?.begin(m);
  m.retry = vm.lastRetry = retry;
}

/** The instruction that was begun last is over. */
export function endRetry(vm: Interpreter): void {
  const { lastRetry, m } = vm;
  m.retry = vm.lastRetry = null;
  lastRetry?.drop(m);
}

/** Native code was left: the frame of what it calls is pushed. False at a recursion limit. */
export function callFirst(vm: Interpreter, { frame, generator, sent }: CallFirst): boolean {
  const { m } = vm;
  const retry = vm.lastRetry as Retry;
  m.retry = vm.lastRetry = null;
  retry.frame.retry = retry;
  if (frame !== null) {
    retry.waitsFor = 'function';
    frame.prev = vm.frame;
    vm.frame = frame;
    frame.returnTo = ReturnTo.PENDING;
  } else {
    const data = (generator as PyObject).data as GeneratorData;
    retry.waitsFor = 'generator';
    retry.generator = generator;
    vm.linkGenerator(data, sent as PyObject);
    data.frame.returnTo = ReturnTo.PENDING;
  }
  vm.depth += 1 + retry.extraDepth;
  m.cStack += retry.stackUnits;
  return vm.depth <= vm.recursionLimit && m.cStack <= C_STACK_UNITS;
}

/** What ran for the instruction of `f` has given `value` (stolen): the instruction is executed again. */
export function answerRetry(m: Machine, f: Frame, kind: 'value' | 'end' | 'raised', value: PyObject): void {
  f.pc--;
  (f.retry as Retry).answer(m, kind, value);
}

/** The instruction of `f` has put what was made so far among its operands: it begins anew from there, where it can. */
export function commitRetry(m: Machine, f: Frame): void {
  const retry = openRetry(m);
  if (retry === null) return;
  retry.commit(m);
  if (!canRetry(m, f)) m.retry = null;
}

/** Functions that do nothing before their last Python call that must not be done twice. */
const FUNCTIONS = new Set([
  'abs', 'all', 'any', 'ascii', 'bin', 'chr', 'delattr', 'dir', 'divmod', 'encode', 'eval', 'exec', 'format', 'getattr', 'hasattr', 'hash', 'hex', 'isinstance', 'issubclass', 'iter', 'len', 'max', 'min', 'oct', 'ord', 'pow',
  'reduce', 'repr', 'round', 'setattr', 'sorted', 'sum', 'vars',
]);

/** Methods that change nothing before their last Python call, or only what they change again in the same way. */
const METHODS: Readonly<Record<string, ReadonlySet<string>>> = {
  list: new Set(['index', 'count', 'extend', 'remove', '__contains__']),
  dict: new Set(['get', 'setdefault', 'pop', 'update', '__contains__', '__getitem__', '__setitem__']),
  set: new Set([
    'add', 'discard', 'remove', 'update', '__contains__', 'union', 'intersection', 'difference', 'symmetric_difference', 'issubset', 'issuperset', 'isdisjoint',
  ]),
  'collections.deque': new Set(['index', 'count', '__contains__']),
  're.Pattern': new Set(['sub', 'subn']),
  generator: new Set(['send', '__next__']),
  coroutine: new Set(['send']),
  '_contextvars.Context': new Set(['run']),
};

/** Types all of whose methods only read. */
const IMMUTABLE = new Set(['str', 'bytes', 'int', 'float', 'complex', 'tuple', 'frozenset', 'range', 'object']);

/** What functools.cmp_to_key makes. */
const COMPARED_BY_FUNCTION = 'functools.KeyWrapper';

/** Callables that only read their operand. */
const READERS = new Set([COMPARED_BY_FUNCTION, 'operator.attrgetter', 'operator.itemgetter', 'operator.methodcaller']);

/** Types whose operations read what they work on. */
const CONTAINERS = new Set([
  'list', 'tuple', 'dict', 'set', 'frozenset', 'dict_keys', 'dict_values', 'dict_items', 'mappingproxy', 'collections.deque', 'collections.defaultdict',
]);

/** Types whose constructors make something new of their arguments. */
const CONSTRUCTORS = new Set([
  'bool', 'int', 'float', 'complex', 'str', 'bytes', 'list', 'tuple', 'set', 'frozenset', 'dict', 'enumerate', 'map', 'filter', 'zip', 'reversed', 'collections.deque', 'slice', 'range',
]);

function canRetry(m: Machine, f: Frame): boolean {
  const at = f.pc - 1;
  const arg = f.code.args[at] as number;
  const top = f.sp > f.code.nlocalsplus ? (f.slots[f.sp - 1] as PyObject | null) : null;
  const second = f.slots[f.sp - 2] as PyObject | null;
  switch (f.code.ops[at]) {
    case Op.LOAD_ATTR: case Op.LOAD_METHOD: case Op.STORE_ATTR: case Op.DELETE_ATTR:
      return ofPythonClass(top) || top instanceof PyType;
    case Op.UNARY_NEGATIVE: case Op.UNARY_INVERT: case Op.UNARY_NOT: case Op.TO_BOOL: case Op.POP_JUMP_IF_FALSE: case Op.POP_JUMP_IF_TRUE: case Op.GET_ITER:
      return ofPythonClass(top);
    case Op.BINARY_OP:
      return arg >= 13 && arg < 26 ? changesNothing(second) : readsOperand(second) || readsOperand(top) || second?.ob_type === m.types.str;
    case Op.COMPARE_OP: case Op.CONTAINS_OP: case Op.BINARY_SUBSCR: case Op.DELETE_SUBSCR: case Op.STORE_SUBSCR:
      return readsOperand(second) || readsOperand(top) || top?.ob_type.tp_name === COMPARED_BY_FUNCTION;
    case Op.FORMAT_SIMPLE: case Op.CONVERT_VALUE:
      return readsOperand(top);
    case Op.FORMAT_WITH_SPEC:
      return readsOperand(second);
    case Op.BUILD_MAP: case Op.BUILD_SET: case Op.SET_ADD: case Op.MAP_ADD: case Op.SET_UPDATE:
    case Op.BEFORE_WITH: case Op.WITH_EXCEPT_START: case Op.UNPACK_SEQUENCE: case Op.UNPACK_EX: case Op.LIST_EXTEND: case Op.MATCH_CLASS:
      return true;
    case Op.FOR_ITER:
      return top !== null && canResume(m, top);
    case Op.CALL:
      return canCallAgain(m, f, f.sp - arg - 2, f.sp);
    case Op.CALL_KW:
      return canCallAgain(m, f, f.sp - arg - 3, f.sp - 1);
    case Op.CALL_FUNCTION_EX:
      // Anything else is made a tuple first.
      return f.slots[f.sp - (arg & 1) - 1]?.ob_type !== m.types.tuple || canCallAgain(m, f, f.sp - (arg & 1) - 3, f.sp);
    default:
      return false;
  }
}

function canCallAgain(m: Machine, f: Frame, base: number, end: number): boolean {
  const callable = f.slots[base] as PyObject;
  const type = callable.ob_type;
  if (callable instanceof PyType) return callable.ht !== null || type.ht !== null || CONSTRUCTORS.has(callable.tp_name);
  if (type === m.types.builtin_function_or_method) {
    const { spec, self } = callable.data as NativeFunctionData;
    if (self !== null && !isModule(m, self)) return spec.name === 'scan_once';
    // With one argument, print has written nothing before it has the text.
    if (spec.name === 'next') return canResume(m, f.slots[base + 2] as PyObject);
    return FUNCTIONS.has(spec.name) || (spec.name === 'print' && end - base === 3 && f.code.ops[f.pc - 1] === Op.CALL);
  }
  if (type === m.types.method_descriptor) {
    const { spec, type: owner } = callable.data as MethodDescrData;
    return IMMUTABLE.has(owner.tp_name) || METHODS[owner.tp_name]?.has(spec.name) === true;
  }
  return type.ht !== null || type === m.types.method || type === m.types.function || READERS.has(type.tp_name);
}

function ofPythonClass(o: PyObject | null): boolean {
  return o !== null && o.ob_type.ht !== null;
}

function readsOperand(o: PyObject | null): boolean {
  return o !== null && (o.ob_type.ht !== null || CONTAINERS.has(o.ob_type.tp_name));
}

/** An in-place operation of a class that has no built-in container as base: only Python code changes its instances. */
function changesNothing(o: PyObject | null): boolean {
  if (o === null || o.ob_type.ht === null) return false;
  let base = o.ob_type;
  while (base.ht !== null && base.tp_base !== null) base = base.tp_base;
  return base.tp_base === null;
}
