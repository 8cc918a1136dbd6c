// The standard library: native modules by name, and modules that are Python source.
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { incref } from '../objects/object.ts';
import { dictGetStr } from '../objects/dict.ts';
import { abcModule } from './abc.ts';
import { atexitModule } from './atexit.ts';
import { collectionsModule } from './collections.ts';
import { functoolsModule } from './functools.ts';
import { heapqModule } from './heapq.ts';
import { bisectModule } from './bisect.ts';
import { operatorModule } from './operator.ts';
import { itertoolsModule } from './itertools.ts';
import { gcModule } from './gc.ts';
import { hostModule } from './host.ts';
import { arrayModule } from './array.ts';
import { nativeJsonModule } from './json-core.ts';
import { mathModule } from './math.ts';
import { nativeRandomModule } from './random-core.ts';
import { sreModule } from './re/module.ts';
import { structModule } from './struct.ts';
import { nativeTracemallocModule } from './tracemalloc.ts';
import { weakrefModule } from './weakref.ts';
import abcSource from './py/abc.py.ts';
import collectionsAbcSource from './py/_collections_abc.py.ts';
import copySource from './py/copy.py.ts';
import copyregSource from './py/copyreg.py.ts';
import collectionsSource from './py/collections.py.ts';
import collectionsAbcModuleSource from './py/collections_abc.py.ts';
import { decoderSource, encoderSource, jsonSource } from './py/json.py.ts';
import randomSource from './py/random.py.ts';
import reSource from './py/re.py.ts';
import tracemallocSource from './py/tracemalloc.py.ts';
import typesSource from './py/types.py.ts';
import weakrefSource from './py/weakref.py.ts';
import weakrefSetSource from './py/_weakrefset.py.ts';

/** Makes a module object. */
export type ModuleMaker = (m: Machine) => PyObject;

/** Native modules. `_host` exists only for graders (MachineOptions.hostCall). */
export const NATIVE_MODULES: Readonly<Record<string, ModuleMaker | undefined>> = {
  __proto__: null as never,
  _abc: abcModule,
  _collections: collectionsModule,
  _functools: functoolsModule,
  _heapq: heapqModule,
  _bisect: bisectModule,
  _operator: operatorModule,
  itertools: itertoolsModule,
  _host: hostModule,
  _tracemalloc: nativeTracemallocModule,
  _weakref: weakrefModule,
  atexit: atexitModule,
  builtins: (m) => incref(dictGetStr(m, m.modules, 'builtins') ?? m.None),
  gc: gcModule,
  _json: nativeJsonModule,
  _random: nativeRandomModule,
  _sre: sreModule,
  array: arrayModule,
  math: mathModule,
  struct: structModule,
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
  _collections_abc: module(collectionsAbcSource),
  _weakrefset: module(weakrefSetSource),
  abc: module(abcSource),
  copy: module(copySource),
  copyreg: module(copyregSource),
  'collections.abc': module(collectionsAbcModuleSource),
  collections: { source: collectionsSource, isPackage: true },
  json: { source: jsonSource, isPackage: true },
  'json.decoder': module(decoderSource),
  'json.encoder': module(encoderSource),
  random: module(randomSource),
  re: module(reSource),
  tracemalloc: module(tracemallocSource),
  types: module(typesSource),
  weakref: module(weakrefSource),
};
