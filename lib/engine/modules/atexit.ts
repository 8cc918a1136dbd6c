// atexit (CPython 3.13 Modules/atexitmodule.c). vm/run.ts calls runExitFunctions when the program is over.
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { richCompareBool } from '../objects/abstract.ts';
import { call } from '../objects/call.ts';
import { newNativeModule } from '../objects/module.ts';
import { newInt } from '../objects/int.ts';
import { decref, incref, type PyObject, xdecref } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { EQ, type NativeSpec } from '../objects/type.ts';

/** One registered call; all owned. */
export interface ExitCallback {
  readonly func: PyObject;
  readonly args: readonly PyObject[];
  readonly kwnames: PyObject | null;
}

/** atexit_callfuncs: last registered first; what goes wrong is printed. */
export function runExitFunctions(m: Machine): void {
  for (let entry = m.exitCallbacks.pop(); entry !== undefined; entry = m.exitCallbacks.pop()) {
    try {
      decref(m, call(m, entry.func, entry.args, entry.kwnames));
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      m.vm.writeUnraisable(error.exc, entry.func, 'in atexit callback');
    }
    release(m, entry);
  }
}

function release(m: Machine, entry: ExitCallback): void {
  decref(m, entry.func);
  for (const arg of entry.args) decref(m, arg);
  xdecref(m, entry.kwnames);
}

/** The module. */
export function atexitModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: 'atexit',
    doc: 'allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n',
    functions,
  });
}

const functions: readonly NativeSpec[] = [
  {
    name: 'register',
    kind: 'fastkw',
    fn(m, _self, args, kwnames) {
      const func = args[0];
      if (func === undefined) throw typeError(m, 'register() takes at least 1 argument (0 given)');
      if (func.ob_type.tp_call === null) throw typeError(m, 'the first argument must be callable');
      m.exitCallbacks.push({ func: incref(func), args: args.slice(1).map((arg) => incref(arg)), kwnames: kwnames === null ? null : incref(kwnames) });
      return incref(func);
    },
  },
  {
    name: 'unregister',
    kind: 'o',
    fn(m, _self, func) {
      for (let i = m.exitCallbacks.length - 1; i >= 0; i--) {
        const entry = m.exitCallbacks[i];
        if (entry === undefined || !richCompareBool(m, entry.func, func, EQ)) continue;
        m.exitCallbacks.splice(i, 1);
        release(m, entry);
      }
      return incref(m.None);
    },
  },
  {
    name: '_run_exitfuncs',
    kind: 'noargs',
    fn(m) {
      runExitFunctions(m);
      return incref(m.None);
    },
  },
  {
    name: '_clear',
    kind: 'noargs',
    fn(m) {
      for (const entry of m.exitCallbacks.splice(0)) release(m, entry);
      return incref(m.None);
    },
  },
  { name: '_ncallbacks', kind: 'noargs', fn: (m) => newInt(m, m.exitCallbacks.length) },
];
