// The part of the standard library for files, tools and tasks: io, os, traceback, pickle, inspect, logging, unittest, asyncio and the like.
import type { ModuleMaker, PythonModule } from './index.ts';
import { nativeTracebackModule } from './traceback-core.ts';
import linecacheSource from './py/linecache.py.ts';
import tracebackSource from './py/traceback.py.ts';

const module = (source: string): PythonModule => ({ source, isPackage: false });

/** Native modules of this part. */
export const NATIVE_TOOLS: Readonly<Record<string, ModuleMaker>> = {
  _traceback: nativeTracebackModule,
};

/** Python sources of this part. */
export const PYTHON_TOOLS: Readonly<Record<string, PythonModule>> = {
  linecache: module(linecacheSource),
  traceback: module(tracebackSource),
};
