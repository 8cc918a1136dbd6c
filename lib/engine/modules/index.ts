// The standard library: native modules by name, and modules that are Python source.
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { incref } from '../objects/object.ts';
import { dictGetStr } from '../objects/dict.ts';
import { abcModule } from './abc.ts';
import { atexitModule } from './atexit.ts';
import { ctypeModule } from './c-types.ts';
import { collectionsModule } from './collections.ts';
import { functoolsModule } from './functools.ts';
import { heapqModule } from './heapq.ts';
import { bisectModule } from './bisect.ts';
import { operatorModule } from './operator.ts';
import { itertoolsModule } from './itertools.ts';
import { gcModule } from './gc.ts';
import { hostModule } from './host.ts';
import { arrayModule } from './array.ts';
import { binasciiModule } from './binascii.ts';
import { cmathModule } from './cmath.ts';
import { unicodedataModule } from './unicodedata.ts';
import { datetimeModule } from './datetime/module.ts';
import { timeModule } from './time.ts';
import { decimalModule } from './decimal/decimal.ts';
import { hashesModule } from './hashes.ts';
import { nativeJsonModule } from './json-core.ts';
import { mathModule } from './math.ts';
import { nativeRandomModule } from './random-core.ts';
import { sreModule } from './re/module.ts';
import { structModule } from './struct.ts';
import { zlibModule } from './zlib.ts';
import { module, moduleInC, packageOf, type PythonModule } from './python-module.ts';
import { NATIVE_TOOLS, PYTHON_TOOLS } from './tool-modules.ts';
import { nativeTracemallocModule } from './tracemalloc.ts';
import { weakrefModule } from './weakref.ts';
import abcSource from './py/abc.py.ts';
import collectionsAbcSource from './py/_collections_abc.py.ts';
import copySource from './py/copy.py.ts';
import copyregSource from './py/copyreg.py.ts';
import collectionsSource from './py/collections.py.ts';
import collectionsAbcModuleSource from './py/collections_abc.py.ts';
import { base64Source, hashlibSource, hmacSource } from './py/hashlib.py.ts';
import strptimeSource from './py/strptime.py.ts';
import decimalSource from './py/decimal.py.ts';
import { fractionsSource, numbersSource } from './py/numbers.py.ts';
import statisticsSource from './py/statistics.py.ts';
import { stringParserSource, stringSource, textwrapSource } from './py/string.py.ts';
import { decoderSource, encoderSource, jsonSource } from './py/json.py.ts';
import randomSource from './py/random.py.ts';
import reSource from './py/re.py.ts';
import operatorSource from './py/operator.py.ts';
import heapqSource from './py/heapq.py.ts';
import bisectSource from './py/bisect.py.ts';
import keywordSource from './py/keyword.py.ts';
import functoolsSource from './py/functools.py.ts';
import reprlibSource from './py/reprlib.py.ts';
import contextlibSource from './py/contextlib.py.ts';
import enumSource from './py/enum.py.ts';
import dataclassesSource from './py/dataclasses.py.ts';
import typingSource from './py/typing.py.ts';
import queueSource from './py/queue.py.ts';
import contextvarsSource from './py/contextvars.py.ts';
import gzipSource from './py/gzip.py.ts';
import pprintSource from './py/pprint.py.ts';
import tracemallocSource from './py/tracemalloc.py.ts';
import typesSource from './py/types.py.ts';
import { warningsCoreSource, warningsSource } from './py/warnings.py.ts';
import weakrefSource from './py/weakref.py.ts';
import weakrefSetSource from './py/_weakrefset.py.ts';

/** Makes a module object. */
export type ModuleMaker = (m: Machine) => PyObject;

/** Native modules. `_host` exists only for graders (MachineOptions.hostCall). */
export const NATIVE_MODULES: Readonly<Record<string, ModuleMaker | undefined>> = {
  __proto__: null as never,
  ...NATIVE_TOOLS,
  _abc: abcModule,
  _collections: collectionsModule,
  _ctype: ctypeModule,
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
  _decimal: decimalModule,
  cmath: cmathModule,
  datetime: datetimeModule,
  unicodedata: unicodedataModule,
  time: timeModule,
  _hashes: hashesModule,
  _json: nativeJsonModule,
  _random: nativeRandomModule,
  _sre: sreModule,
  array: arrayModule,
  binascii: binasciiModule,
  math: mathModule,
  struct: structModule,
  zlib: zlibModule,
};

/** Modules that are Python source. */
export const PYTHON_MODULES: Readonly<Record<string, PythonModule | undefined>> = {
  __proto__: null as never,
  ...PYTHON_TOOLS,
  _collections_abc: module(collectionsAbcSource),
  _weakrefset: module(weakrefSetSource),
  abc: module(abcSource),
  copy: module(copySource),
  copyreg: module(copyregSource),
  pprint: module(pprintSource),
  contextvars: moduleInC(contextvarsSource),
  queue: module(queueSource),
  typing: module(typingSource),
  dataclasses: module(dataclassesSource),
  enum: module(enumSource),
  contextlib: module(contextlibSource),
  reprlib: module(reprlibSource),
  functools: module(functoolsSource),
  keyword: module(keywordSource),
  bisect: module(bisectSource),
  heapq: module(heapqSource),
  operator: module(operatorSource),
  'collections.abc': module(collectionsAbcModuleSource),
  collections: packageOf(collectionsSource),
  _string: module(stringParserSource),
  _strptime: module(strptimeSource),
  decimal: moduleInC(decimalSource),
  fractions: module(fractionsSource),
  numbers: module(numbersSource),
  statistics: module(statisticsSource),
  string: packageOf(stringSource),
  textwrap: module(textwrapSource),
  base64: module(base64Source),
  gzip: module(gzipSource),
  hashlib: module(hashlibSource),
  hmac: module(hmacSource),
  json: packageOf(jsonSource),
  'json.decoder': module(decoderSource),
  'json.encoder': module(encoderSource),
  random: module(randomSource),
  re: module(reSource),
  tracemalloc: module(tracemallocSource),
  types: module(typesSource),
  _warnings: moduleInC(warningsCoreSource),
  warnings: module(warningsSource),
  weakref: module(weakrefSource),
};
