// Instructions other than calls that end in a Python function: once specialised they push its frame as a call does, and the frame takes over the operands
// from the stack (CPython Python/bytecodes.c: BINARY_SUBSCR_GETITEM, LOAD_ATTR_PROPERTY, LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN). Until then, and where the
// function takes anything but these operands, native code calls it with references of its own.
import type { CodeData } from '../objects/code.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { FunctionData } from '../objects/function.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import type { PyType } from '../objects/type.ts';
import { genericGetAttr } from '../objects/attributes.ts';
import { InlineCache } from '../objects/code.ts';
import { heapData } from '../objects/heap-type.ts';
import { takeFrame } from '../objects/interpreter-frame.ts';
import { incref } from '../objects/object.ts';
import { intern } from '../objects/names.ts';
import { propertyGetter } from '../objects/property.ts';
import { slotGetAttr, slotGetAttrHook } from '../objects/slot-functions.ts';
import { lookupType } from '../objects/type-ready.ts';
import { formOfRun, specialised } from './specialisation.ts';

/** BINARY_SUBSCR of an instance of a Python class: true if a frame was pushed that will answer; it has the operands then. */
export function enterGetItem(vm: Interpreter, f: Frame, pc: number): boolean {
  const { m } = vm;
  const { code, slots } = f;
  const container = slots[f.sp - 2] as PyObject;
  const type = container.ob_type;
  const heap = heapData(type);
  const method = heap === null ? null : lookupType(m, type, intern(m, '__getitem__'));
  if (heap === null || method === null || !takesExactly(m, method, 2)) return false;
  // 3.11 remembers the type with the instruction, later versions the function with the type.
  const known = m.profile.specialises === 'code' ? cacheAt(code, pc) : heap;
  const form = formOfRun(m, code, pc, known.enters === type.tp_version);
  if (form === 'general') return false;
  if (form === 'specialises') {
    specialised(code, pc);
    known.enters = type.tp_version;
  }
  const key = slots[f.sp - 1] as PyObject;
  f.sp -= 2;
  push(vm, method, container, key);
  return true;
}

/** LOAD_ATTR that finds a property, or a class with a `__getattribute__`: true if a frame was pushed that will answer; it has the owner then. */
export function enterGetter(vm: Interpreter, f: Frame, pc: number, name: PyObject): boolean {
  const { m } = vm;
  if (m.profile.specialises === 'code') return false;
  const owner = f.slots[f.sp - 1] as PyObject;
  const type = owner.ob_type;
  const getter = getterOf(m, type, name);
  if (getter === null) return false;
  const { code } = f;
  const cache = cacheAt(code, pc);
  const form = formOfRun(m, code, pc, cache.enters === type.tp_version);
  if (form === 'general') return false;
  if (form === 'specialises') {
    specialised(code, pc);
    cache.enters = type.tp_version;
  }
  f.sp--;
  push(vm, getter, owner, getter === getattributeOf(m, type) ? incref(name) : null);
  return true;
}

/** The Python function that answers `instance.name` by itself; null where there is none, or it is not simple (analyze_descriptor). Borrowed. */
function getterOf(m: Machine, type: PyType, name: PyObject): PyObject | null {
  if (type.tp_getattro !== genericGetAttr) return getattributeOf(m, type);
  const found = lookupType(m, type, name);
  if (found === null || found.ob_type !== m.types.property) return null;
  const getter = propertyGetter(found);
  return getter !== null && takesExactly(m, getter, 1) ? getter : null;
}

/** A `__getattribute__` in Python without a `__getattr__` behind it. Borrowed. */
function getattributeOf(m: Machine, type: PyType): PyObject | null {
  const isHook = type.tp_getattro === slotGetAttrHook && lookupType(m, type, intern(m, '__getattr__')) === null;
  if (type.tp_getattro !== slotGetAttr && !isHook) return null;
  const found = lookupType(m, type, intern(m, '__getattribute__'));
  return found !== null && takesExactly(m, found, 2) ? found : null;
}

function cacheAt({ caches }: CodeData, pc: number): InlineCache {
  return (caches[pc] ??= new InlineCache());
}

function takesExactly(m: Machine, o: PyObject, count: number): boolean {
  if (o.ob_type !== m.types.function) return false;
  const { codeData } = o.data as FunctionData;
  return codeData.isSimple && codeData.argcount === count;
}

/** Pushes the frame of `func` (borrowed); its arguments are stolen. */
function push(vm: Interpreter, func: PyObject, first: PyObject, second: PyObject | null): void {
  const data = func.data as FunctionData;
  const frame = takeFrame(data.codeData, data.code, incref(func), data.globals, data.builtins);
  frame.slots[0] = first;
  if (second !== null) frame.slots[1] = second;
  frame.prev = vm.frame;
  vm.frame = frame;
}
