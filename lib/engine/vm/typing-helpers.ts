// Type parameters are objects of the typing module, which is Python source here: the loop calls its factory functions.
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { getAttr } from '../objects/abstract.ts';
import { call } from '../objects/call.ts';
import { decref } from '../objects/object.ts';

/** Calls a factory of the typing module. */
export function typingHelper(m: Machine, name: string, args: readonly PyObject[]): PyObject {
  const module = m.vm.importModule('typing');
  try {
    const factory = getAttr(m, module, m.names[name] as PyObject);
    try {
      return call(m, factory, args, null);
    } finally {
      decref(m, factory);
    }
  } finally {
    decref(m, module);
  }
}
