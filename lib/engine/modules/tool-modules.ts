// The part of the standard library for files, tools and tasks: io, os, traceback, pickle, inspect, logging, unittest, asyncio and the like.
import type { ModuleMaker } from './index.ts';
import { since } from '../objects/type.ts';
import { module, moduleInC, packageOf, PythonModule } from './python-module.ts';
import { codeopModule } from './codeop.ts';
import { ioModule } from './io.ts';
import { posixModule } from './posix.ts';
import { nativeTracebackModule } from './traceback-core.ts';
import { astNodesModule } from './ast-nodes.ts';
import { numpyModule } from './numpy/module.ts';
import { opcodeModule } from './opcode-numbers.ts';
import { rawMemoryModule } from './raw-memory.ts';
import { threadModule } from './thread.ts';
import annotationlibSource from './py/annotationlib.py.ts';
import argparseSource from './py/argparse.py.ts';
import astClassesSource from './py/ast-classes.py.ts';
import astSource from './py/ast.py.ts';
import astUnparseSource from './py/ast-unparse.py.ts';
import asyncioCoreSource from './py/asyncio-core.py.ts';
import asyncioSource from './py/asyncio.py.ts';
import { futuresBaseSource, futuresSource, futuresThreadSource } from './py/concurrent-futures.py.ts';
import configparserSource from './py/configparser.py.ts';
import ctypesSource from './py/ctypes.py.ts';
import { csvCoreSource, csvSource, graphlibSource } from './py/csv.py.ts';
import loggingSource from './py/logging.py.ts';
import loggingHandlersSource from './py/logging-handlers.py.ts';
import difflibSource, { calendarSource } from './py/difflib.py.ts';
import { fnmatchSource, globSource, shutilSource, tempfileSource } from './py/files.py.ts';
import ioSource from './py/io.py.ts';
import linecacheSource from './py/linecache.py.ts';
import numpySource, { numpyRandomSource } from './py/numpy.py.ts';
import osSource, { errnoSource, posixpathSource, statSource } from './py/os.py.ts';
import doctestSource from './py/doctest.py.ts';
import { disSource, opcodeSource } from './py/dis.py.ts';
import { disOldSource, opcodeOldSource } from './py/dis-old.py.ts';
import { secretsSource, uuidSource } from './py/identifiers.py.ts';
import { futureSource, importlibMetadataSource, importlibSource, importlibUtilSource } from './py/imports.py.ts';
import inspectSource from './py/inspect.py.ts';
import pathlibSource from './py/pathlib.py.ts';
import unittestSource from './py/unittest.py.ts';
import mockSource from './py/unittest-mock.py.ts';
import pickleSource from './py/pickle.py.ts';
import { codecsCoreSource, codecsSource, faulthandlerSource, getpassSource, localeSource, platformSource } from './py/system-info.py.ts';
import { cProfileSource, lsprofSource, pstatsSource } from './py/profile.py.ts';
import { codeSource, codeopSource } from './py/code.py.ts';
import traceSource from './py/trace.py.ts';
import templatelibSource from './py/templatelib.py.ts';
import { colorsysSource, getoptSource, htmlSource, shlexSource, urllibParseSource } from './py/text-tools.py.ts';
import { schedSource, timeitSource } from './py/time-tools.py.ts';
import { tokenSource, tokenizeSource } from './py/token.py.ts';
import threadingSource from './py/threading.py.ts';
import tracebackSource from './py/traceback.py.ts';

/** Native modules of this part. */
export const NATIVE_TOOLS: Readonly<Record<string, ModuleMaker>> = {
  _io: ioModule,
  posix: posixModule,
  _traceback: nativeTracebackModule,
  _opcode: opcodeModule,
  _thread: threadModule,
  _numpy: numpyModule,
  _ast_nodes: astNodesModule,
  _raw_memory: rawMemoryModule,
  _codeop: codeopModule,
};

/** Python sources of this part. */
export const PYTHON_TOOLS: Readonly<Record<string, PythonModule>> = {
  _ast: moduleInC(astClassesSource),
  _ast_unparse: module(astUnparseSource),
  annotationlib: new PythonModule(annotationlibSource, { inVersion: since(14) }),
  argparse: module(argparseSource),
  ast: module(astSource),
  _asyncio: moduleInC(asyncioCoreSource),
  asyncio: packageOf(asyncioSource),
  concurrent: packageOf(() => ''),
  'concurrent.futures': packageOf(futuresSource),
  'concurrent.futures._base': module(futuresBaseSource),
  'concurrent.futures.thread': module(futuresThreadSource),
  __future__: module(futureSource),
  _codecs: moduleInC(codecsCoreSource),
  codecs: module(codecsSource),
  colorsys: module(colorsysSource),
  faulthandler: module(faulthandlerSource),
  getopt: module(getoptSource),
  getpass: module(getpassSource),
  html: packageOf(htmlSource),
  importlib: packageOf(importlibSource),
  'importlib.metadata': packageOf(importlibMetadataSource),
  'importlib.util': module(importlibUtilSource),
  locale: module(localeSource),
  platform: module(platformSource),
  sched: module(schedSource),
  secrets: module(secretsSource),
  shlex: module(shlexSource),
  'string.templatelib': new PythonModule(templatelibSource, { inVersion: since(14) }),
  timeit: module(timeitSource),
  token: module(tokenSource),
  tokenize: module(tokenizeSource),
  urllib: packageOf(() => ''),
  'urllib.parse': module(urllibParseSource),
  uuid: module(uuidSource),
  _lsprof: moduleInC(lsprofSource),
  code: module(codeSource),
  codeop: module(codeopSource),
  trace: module(traceSource),
  cProfile: module(cProfileSource),
  pstats: module(pstatsSource),
  calendar: module(calendarSource),
  configparser: module(configparserSource),
  ctypes: new PythonModule(ctypesSource, { isPackage: true, standsForC: true }),
  dis: new PythonModule(disSource, { old: { until: 12, read: disOldSource } }),
  doctest: module(doctestSource),
  opcode: new PythonModule(opcodeSource, { old: { until: 12, read: opcodeOldSource } }),
  difflib: module(difflibSource),
  _csv: moduleInC(csvCoreSource),
  csv: module(csvSource),
  graphlib: module(graphlibSource),
  logging: packageOf(loggingSource),
  'logging.handlers': module(loggingHandlersSource),
  errno: module(errnoSource),
  fnmatch: module(fnmatchSource),
  glob: module(globSource),
  io: module(ioSource),
  linecache: module(linecacheSource),
  inspect: module(inspectSource),
  numpy: packageOf(numpySource),
  'numpy.random': module(numpyRandomSource),
  pathlib: module(pathlibSource),
  unittest: packageOf(unittestSource),
  'unittest.mock': module(mockSource),
  pickle: moduleInC(pickleSource),
  os: module(osSource),
  posixpath: module(posixpathSource),
  shutil: module(shutilSource),
  stat: module(statSource),
  tempfile: module(tempfileSource),
  threading: module(threadingSource),
  traceback: module(tracebackSource),
};
