// Template strings of 3.14 (PEP 750): BUILD_INTERPOLATION and BUILD_TEMPLATE. The two types are Python source (string.templatelib).
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { getAttr } from '../objects/abstract.ts';
import { call } from '../objects/call.ts';
import { Conversion } from '../compiler/opcodes.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import { newStr } from '../objects/str.ts';

const CONVERSION_NAMES: Readonly<Record<number, string>> = { [Conversion.STR]: 's', [Conversion.REPR]: 'r', [Conversion.ASCII]: 'a' };

function templateFactory(vm: Interpreter, name: string, args: readonly PyObject[]): PyObject {
  const m = vm.m;
  const module = m.vm.importModule('string.templatelib');
  try {
    const factory = getAttr(m, module, m.names[name] as PyObject);
    const result = call(m, factory, args, null);
    decref(m, factory);
    return result;
  } finally {
    decref(m, module);
  }
}

/** Operands: value, source text, with bit 0 the format spec; bits 2 and up: the conversion. */
export function buildInterpolation(vm: Interpreter, f: Frame, arg: number): void {
  const m = vm.m;
  const hasSpec = (arg & 1) !== 0;
  const count = hasSpec ? 3 : 2;
  const value = f.slots[f.sp - count] as PyObject;
  const text = f.slots[f.sp - count + 1] as PyObject;
  const spec = hasSpec ? (f.slots[f.sp - 1] as PyObject) : m.emptyStr;
  const letter = CONVERSION_NAMES[arg >> 2];
  const conversion = letter === undefined ? incref(m.None) : newStr(m, letter);
  const result = templateFactory(vm, 'Interpolation', [value, text, conversion, spec]);
  decref(m, conversion);
  replaceOperands(vm, f, count, result);
}

/** Operands: tuple of strings, tuple of interpolations. */
export function buildTemplate(vm: Interpreter, f: Frame): void {
  const result = templateFactory(vm, '_make_template', [f.slots[f.sp - 2] as PyObject, f.slots[f.sp - 1] as PyObject]);
  replaceOperands(vm, f, 2, result);
}

function replaceOperands(vm: Interpreter, f: Frame, count: number, value: PyObject): void {
  for (let i = 0; i < count; i++) xdecref(vm.m, f.slots[--f.sp] as PyObject | null);
  f.slots[f.sp++] = value;
}
