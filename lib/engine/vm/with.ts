// with statements (CPython 3.13 Python/bytecodes.c BEFORE_WITH, WITH_EXCEPT_START; 3.14 LOAD_SPECIAL).
import type { ExceptionData } from '../objects/exceptions.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { COMPILER_FEATURES } from '../compiler/features.ts';
import { SpecialMethod } from '../compiler/opcodes.ts';
import { lookupType } from '../objects/attributes.ts';
import { call, callNoArgs } from '../objects/call.ts';
import { lookupSpecial } from '../objects/abstract.ts';
import { decref, incref } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { TypeFlag, hasFlag } from '../objects/type.ts';
import { CallFirst } from '../objects/retry.ts';
import { ThreadSwitch } from './threads.ts';

/** BEFORE_WITH: the manager becomes its bound `__exit__`, and the result of `__enter__` is pushed. */
export function beforeWith(vm: Interpreter, f: Frame): void {
  enterManager(vm, f, '__enter__', '__exit__', 'the context manager protocol');
}

export function beforeAsyncWith(vm: Interpreter, f: Frame): void {
  enterManager(vm, f, '__aenter__', '__aexit__', 'the asynchronous context manager protocol');
}

function enterManager(vm: Interpreter, f: Frame, enterName: string, exitName: string, protocol: string): void {
  const m = vm.m;
  const manager = f.slots[f.sp - 1] as PyObject;
  const typeName = manager.ob_type.tp_name;
  const enter = lookupSpecial(m, manager, m.names[enterName] as PyObject);
  if (enter === null) throw typeError(m, `'${typeName}' object does not support ${protocol}`);
  let exit: PyObject | null = null;
  try {
    exit = lookupSpecial(m, manager, m.names[exitName] as PyObject);
    if (exit === null) throw typeError(m, `'${typeName}' object does not support ${protocol} (missed ${exitName} method)`);
    // The manager itself is released before __enter__ runs: only the bound methods hold it then.
    f.slots[f.sp - 1] = exit;
    exit = null;
    decref(m, manager);
    f.slots[f.sp] = callNoArgs(m, enter);
    f.sp++;
  } catch (error) {
    // A lock that has to wait, a call that has to run first: the instruction is executed again, on the manager (which its bound method holds).
    if ((error instanceof ThreadSwitch || error instanceof CallFirst) && vm.frame === f && f.slots[f.sp - 1] !== manager) {
      const bound = f.slots[f.sp - 1] as PyObject;
      f.slots[f.sp - 1] = incref(manager);
      decref(m, bound);
    }
    throw error;
  } finally {
    decref(m, enter);
    if (exit !== null) decref(m, exit);
  }
}

const SPECIAL_NAMES = { [SpecialMethod.ENTER]: '__enter__', [SpecialMethod.EXIT]: '__exit__', [SpecialMethod.AENTER]: '__aenter__', [SpecialMethod.AEXIT]: '__aexit__' } as const;

/** LOAD_SPECIAL: the owner becomes method and self (or a bound method and null). */
export function loadSpecial(vm: Interpreter, f: Frame, arg: number): void {
  const m = vm.m;
  const owner = f.slots[f.sp - 1] as PyObject;
  const name = SPECIAL_NAMES[arg as keyof typeof SPECIAL_NAMES];
  const found = lookupType(m, owner.ob_type, m.names[name] as PyObject);
  if (found === null) throw typeError(m, specialMissingText(vm, owner, name));
  const get = found.ob_type.tp_descr_get;
  if (hasFlag(found.ob_type, TypeFlag.METHOD_DESCRIPTOR)) {
    f.slots[f.sp - 1] = incref(found);
    f.slots[f.sp++] = owner;
    return;
  }
  f.slots[f.sp - 1] = get === null ? incref(found) : get(m, found, owner, owner.ob_type);
  f.slots[f.sp++] = null;
  decref(m, owner);
}

/** _PyEval_SpecialMethodCanSuggest and the texts of SpecialMethods. */
function specialMissingText(vm: Interpreter, owner: PyObject, name: string): string {
  const isAsync = name.startsWith('__a');
  const has = (other: string): boolean => lookupType(vm.m, owner.ob_type, vm.m.names[other] as PyObject) !== null;
  const protocol = isAsync ? 'the asynchronous context manager protocol' : 'the context manager protocol';
  const missed = name.endsWith('exit__') || vm.m.profile.missedEnterNamed ? ` (missed ${name} method)` : '';
  const [enter, exit, hint] = isAsync
    ? ['__enter__', '__exit__', ' but it supports the context manager protocol. Did you mean to use \'with\'?']
    : ['__aenter__', '__aexit__', ' but it supports the asynchronous context manager protocol. Did you mean to use \'async with\'?'];
  const suggestion = has(enter as string) && has(exit as string) ? hint : '';
  return `'${owner.ob_type.tp_name}' object does not support ${protocol}${missed}${suggestion}`;
}

/** WITH_EXCEPT_START: calls `__exit__(type, value, traceback)` and pushes its answer. */
export function withExceptStart(vm: Interpreter, f: Frame): void {
  const m = vm.m;
  const exc = f.slots[f.sp - 1] as PyObject;
  const hasSelf = COMPILER_FEATURES[m.profile.python].modernInstructions;
  const exit = f.slots[f.sp - (hasSelf ? 5 : 4)] as PyObject;
  const self = hasSelf ? (f.slots[f.sp - 4] as PyObject | null) : null;
  const traceback = (exc.data as ExceptionData).traceback ?? m.None;
  const args = [exc.ob_type, exc, traceback];
  f.slots[f.sp] = call(m, exit, self === null ? args : [self, ...args], null);
  f.sp++;
}
