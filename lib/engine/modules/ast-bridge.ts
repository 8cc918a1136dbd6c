// compile() of and to syntax trees: the ast module's classes are Python source; until they are wanted nothing of them is loaded.
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { getAttr } from '../objects/abstract.ts';
import { call } from '../objects/call.ts';
import { decref } from '../objects/object.ts';
import { newInt } from '../objects/int.ts';
import { newStr } from '../objects/str.ts';

/** compile(source, filename, mode, PyCF_ONLY_AST) and compile(tree, …): through `ast._compile`. */
export function compileAst(m: Machine, source: PyObject, filename: string, mode: string, flags: number): PyObject {
  const module = m.vm.importModule('ast');
  const args = [newStr(m, filename), newStr(m, mode), newInt(m, flags)];
  try {
    const function_ = getAttr(m, module, m.names._compile as PyObject);
    try {
      return call(m, function_, [source, ...args], null);
    } finally {
      decref(m, function_);
    }
  } finally {
    for (const arg of args) decref(m, arg);
    decref(m, module);
  }
}
