// The standard library: native modules by name, and modules that are Python source.
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { incref } from '../objects/object.ts';
import { dictGetStr } from '../objects/dict.ts';
import { gcModule } from './gc.ts';
import { hostModule } from './host.ts';
import { mathModule } from './math.ts';
import { nativeTracemallocModule } from './tracemalloc.ts';
import tracemallocSource from './py/tracemalloc.py.ts';

/** Makes a module object. */
export type ModuleMaker = (m: Machine) => PyObject;

/** Native modules. `_host` exists only for graders (MachineOptions.hostCall). */
export const NATIVE_MODULES: Readonly<Record<string, ModuleMaker | undefined>> = {
  __proto__: null as never,
  _host: hostModule,
  _tracemalloc: nativeTracemallocModule,
  builtins: (m) => incref(dictGetStr(m, m.modules, 'builtins') ?? m.None),
  gc: gcModule,
  math: mathModule,
};

/** A bundled module: its Python source. */
export interface PythonModule {
  readonly source: string;
  readonly isPackage: boolean;
}

const module = (source: string): PythonModule => ({ source, isPackage: false });

/** Modules that are Python source. */
export const PYTHON_MODULES: Readonly<Record<string, PythonModule | undefined>> = {
  __proto__: null as never,
  tracemalloc: module(tracemallocSource),
};
