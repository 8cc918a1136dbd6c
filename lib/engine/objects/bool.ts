// The bool type and its two instances (CPython Objects/boolobject.c).
import type { Machine } from '../machine.ts';
import { isTrue } from './abstract.ts';
import { adoptBlock, makeStatic } from './alloc.ts';
import { checkPositional, noKeywords } from './arguments.ts';
import { intAnd, intInvert, intOr, intXor } from './int-arithmetic.ts';
import { intern } from './names.ts';
import { type PyObject, incref } from './object.ts';
import { newStrAscii } from './str.ts';
import { type PyType, type TypeSpec, TypeFlag } from './type.ts';
import { warn } from './warn.ts';

/** True or False, as a new reference. */
export function newBool(m: Machine, value: boolean): PyObject {
  return incref(value ? m.True : m.False);
}

/** Makes True and False: static, 32 bytes apart, True first. Called once by bootstrap. */
export function initBools(m: Machine): void {
  const block = m.memory.reserveStatic(2, 32);
  m.True = makeStatic(m, adoptBlock(m, m.types.bool, 1, block));
  m.False = makeStatic(m, adoptBlock(m, m.types.bool, 0, block + 2));
}

function boolNew(m: Machine, _type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  noKeywords(m, 'bool', kwnames);
  checkPositional(m, 'bool', args.length, 0, 1);
  return newBool(m, args[0] !== undefined && isTrue(m, args[0]));
}

function boolRepr(m: Machine, o: PyObject): PyObject {
  const text = o.data === 1 ? 'True' : 'False';
  // A static identifier: in 3.11 another object than the interned string of a source that has this text.
  const known = m.boolTexts.get(text);
  if (known !== undefined) return incref(known);
  const made = m.profile.immortalRefcount === null ? makeStatic(m, m.memory.uncounted(() => newStrAscii(m, text))) : intern(m, text);
  m.boolTexts.set(text, made);
  return incref(made);
}

/** &, | and ^ of two bools stay bools; with an int they are int's. */
function logical(compute: (a: number, b: number) => number, wide: (m: Machine, a: PyObject, b: PyObject) => PyObject) {
  return (m: Machine, a: PyObject, b: PyObject): PyObject => {
    if (a.ob_type !== m.types.bool || b.ob_type !== m.types.bool) return wide(m, a, b);
    return newBool(m, compute(a.data as number, b.data as number) === 1);
  };
}

function boolInvert(m: Machine, o: PyObject): PyObject {
  if (m.profile.boolInvertWarning !== null) warn(m, m.types.DeprecationWarning, m.profile.boolInvertWarning);
  return intInvert(m, o);
}

/** PyBool_Type. */
export const boolType: TypeSpec = {
  name: 'bool',
  base: 'int',
  basicsize: 24,
  itemsize: 4,
  flags: TypeFlag.LONG_SUBCLASS | TypeFlag.MATCH_SELF,
  doc: 'Returns True when the argument is true, False otherwise.\n\nThe builtins True and False are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.',
  slots: {
    tp_dealloc: () => {},
    tp_repr: boolRepr,
    tp_new: boolNew,
    nb_invert: boolInvert,
    nb_and: logical((a, b) => a & b, intAnd),
    nb_or: logical((a, b) => a | b, intOr),
    nb_xor: logical((a, b) => a ^ b, intXor),
  },
};
