// The sys module (CPython 3.13 Python/sysmodule.c).
import type { Interpreter } from '../vm/interpreter.ts';
import type { Machine } from '../machine.ts';
import type { InVersion, NativeSpec } from '../objects/type.ts';
import type { PyModule } from '../objects/module.ts';
import type { PyObject } from '../objects/object.ts';
import { PyRaise, RunEnded } from '../errors.ts';
import { asSize, lookupSpecial } from '../objects/abstract.ts';
import { callNoArgs, call } from '../objects/call.ts';
import { badArgument, parseArgs } from '../objects/arguments.ts';
import { newBool } from '../objects/bool.ts';
import { dictGet, dictItemPairs, dictSetStr, newDict } from '../objects/dict.ts';
import type { ExceptionData } from '../objects/exceptions.ts';
import { newFloat, numberToFloat } from '../objects/float.ts';
import { frameObjectOf } from '../objects/frame-object.ts';
import { isFunction } from '../objects/function.ts';
import { intValue, isInt, newInt, newSizeInt, normalize } from '../objects/int.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import { newList } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { decref, incref } from '../objects/object.ts';
import { dropRaise, matches, overflowError, raise, raiseWith, typeError, valueError } from '../objects/raise.ts';
import { newFrozenset } from '../objects/set.ts';
import { internStr, isStr, newStr, strData } from '../objects/str.ts';
import { newStructSequence } from '../objects/struct-sequence.ts';
import { isTuple, newTuple, tupleItems } from '../objects/tuple.ts';
import { PyType, TypeFlag, since } from '../objects/type.ts';
import { visibleRefcount } from '../vm/borrowed.ts';
import { stdlibNames } from '../vm/stdlib-names.ts';
import { hookFunctions } from './sys-hooks.ts';
import { allocatorReport, freeListReport } from './malloc-stats.ts';
import { newStream } from './sys-streams.ts';

const notSimulated = (name: string, inVersion?: InVersion): NativeSpec => ({
  name, kind: 'fastkw', ...(inVersion === undefined ? {} : { inVersion }),
  fn() {
    throw new RunEnded('not-simulated', `sys.${name}() is not simulated.`);
  },
});

/** sys.settrace, sys.setprofile. */
const watcherSpec = (name: string, kind: 'trace' | 'profile', doc: string): NativeSpec => ({
  name, kind: 'o', doc,
  fn(m, _self, func) {
    (m.vm as Interpreter).tracer.set(kind, func === m.None ? null : func);
    return incref(m.None);
  },
});

/** sys._settraceallthreads, sys._setprofileallthreads. */
const everywhereSpec = (name: string, kind: 'trace' | 'profile'): NativeSpec => ({
  name, kind: 'o', inVersion: since(12),
  fn(m, _self, func) {
    const { threads, tracer } = m.vm as Interpreter;
    for (const thread of threads.all) tracer.set(kind, func === m.None ? null : func, thread);
    return incref(m.None);
  },
});

function callTracing(m: Machine, func: PyObject, args: PyObject): PyObject {
  if (!isTuple(args)) throw typeError(m, `call_tracing() argument 2 must be tuple, not ${args.ob_type.tp_name}`);
  return (m.vm as Interpreter).tracer.callTraced(func, tupleItems(args));
}

/** The frame that many calls above the one that runs. */
function frameAbove(m: Machine, calls: number): Frame | null {
  let frame = (m.vm as Interpreter).frame;
  for (let left = calls; frame !== null && left > 0; left--) frame = frame.prev;
  return frame;
}

/** sys._getframe(depth). */
function getFrame(m: Machine, args: readonly PyObject[]): PyObject {
  const frame = frameAbove(m, args[0] === undefined ? 0 : asSize(m, args[0], null));
  if (frame === null) throw valueError(m, 'call stack is not deep enough');
  return incref(frameObjectOf(m, frame));
}

/** sys._getframemodulename(depth=0): no frame object is made for it. */
function getFrameModuleName(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [depth] = parseArgs(m, { name: '_getframemodulename', params: ['depth'], required: 0 }, args, kwnames);
  const frame = frameAbove(m, depth === null || depth === undefined ? 0 : asSize(m, depth, null));
  if (frame === null) return incref(m.None);
  const name = frame.func !== null && isFunction(m, frame.func) ? frame.func.data.module : dictGet(m, frame.globals, m.names.__name__ as PyObject);
  return incref(name ?? m.None);
}

function exceptionInfo(m: Machine): PyObject {
  const exc = m.vm.currentException();
  if (exc === null) return newTuple(m, [incref(m.None), incref(m.None), incref(m.None)]);
  return newTuple(m, [incref(exc.ob_type), incref(exc), incref((exc.data as ExceptionData).traceback ?? m.None)]);
}

function setRecursionLimit(m: Machine, o: PyObject): PyObject {
  const limit = asSize(m, o, m.types.OverflowError);
  const vm = m.vm as Interpreter;
  if (limit < 1) throw valueError(m, 'recursion limit must be greater or equal than 1');
  if (vm.depth >= limit) throw raise(m, m.types.RecursionError, `cannot set the recursion limit to ${limit} at the recursion depth ${vm.depth}: the limit is too low`);
  vm.recursionLimit = limit;
  return incref(m.None);
}

function getSizeOf(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [o, fallback] = parseArgs(m, { name: 'getsizeof', params: ['object', 'default'], required: 1 }, args, kwnames);
  try {
    return newSizeInt(m, objectSize(m, o as PyObject));
  } catch (error) {
    if (fallback === null || fallback === undefined || !(error instanceof PyRaise) || !matches(error, m.types.TypeError)) throw error;
    dropRaise(m, error);
    return incref(fallback);
  }
}

/** A built-in type: it lies in the interpreter's data, without a GC head. */
function isBareType(o: PyObject): boolean {
  return o instanceof PyType && (o.tp_flags & TypeFlag.HEAP) === 0;
}

/** _PySys_GetSizeOf: `__sizeof__()` and the pre-header. */
function objectSize(m: Machine, o: PyObject): number | bigint {
  const method = lookupSpecial(m, o, m.names.__sizeof__ as PyObject);
  if (method === null) throw typeError(m, `Type ${o.ob_type.tp_name} doesn't define __sizeof__`);
  let size: bigint;
  try {
    const result = callNoArgs(m, method);
    if (!isInt(result)) {
      decref(m, result);
      throw typeError(m, 'an integer is required');
    }
    size = BigInt(intValue(result));
    decref(m, result);
    if (BigInt.asIntN(64, size) !== size) throw overflowError(m, 'Python int too large to convert to C ssize_t');
  } finally {
    decref(m, method);
  }
  if (size < 0) throw valueError(m, '__sizeof__() should return >= 0');
  const presize = m.profile.staticTypesWithoutPresize && isBareType(o) ? 0n : BigInt(o.ob_type.tp_presize);
  return normalize(size + presize);
}

const functions: readonly NativeSpec[] = [
  ...hookFunctions,
  { name: 'getrefcount', kind: 'o', sig: '($module, object, /)', doc: 'Return the reference count of object.\n\nThe count returned is generally one higher than you might expect,\nbecause it includes the (temporary) reference as an argument to\ngetrefcount().', fn: (m, _self, o) => newSizeInt(m, visibleRefcount(m, o)) },
  { name: 'getsizeof', kind: 'fastkw', doc: 'getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.', fn: (m, _self, args, kwnames) => getSizeOf(m, args, kwnames) },
  {
    name: 'intern', kind: 'o', sig: '($module, string, /)', doc: '``Intern\'\' the given string.',
    fn(m, _self, o) {
      if (!isStr(o)) throw badArgument(m, 'intern', 'argument', 'str', o);
      if (o.ob_type !== m.types.str) throw typeError(m, `can't intern ${o.ob_type.tp_name}`);
      return internStr(m, incref(o));
    },
  },
  { name: '_is_interned', kind: 'o', inVersion: since(13), fn: (m, _self, o) => newBool(m, isStr(o) && strData(o).interned) },
  { name: '_is_immortal', kind: 'o', inVersion: since(14), fn: (m, _self, o) => newBool(m, o.ob_refcnt < 0) },
  { name: '_getframe', kind: 'fast', min: 0, max: 1, fn: (m, _self, args) => getFrame(m, args) },
  { name: '_getframemodulename', kind: 'fastkw', sig: '($module, /, depth=0)', inVersion: since(12), fn: (m, _self, args, kwnames) => getFrameModuleName(m, args, kwnames) },
  { name: 'exc_info', kind: 'noargs', fn: exceptionInfo },
  { name: 'exception', kind: 'noargs', fn: (m) => incref(m.vm.currentException() ?? m.None) },
  {
    name: 'exit', kind: 'fast', min: 0, max: 1, sig: '($module, status=None, /)',
    doc: 'Exit the interpreter by raising SystemExit(status).\n\nIf the status is omitted or None, it defaults to zero (i.e., success).\nIf the status is an integer, it will be used as the system exit status.\nIf it is another kind of object, it will be printed and the system\nexit status will be one (i.e., failure).',
    fn(m, _self, args) {
      const status = args[0] ?? m.None;
      throw raiseWith(m, m.types.SystemExit, status === m.None ? [] : isTuple(status) ? tupleItems(status) : [status]);
    },
  },
  { name: 'getrecursionlimit', kind: 'noargs', fn: (m) => newInt(m, (m.vm as Interpreter).recursionLimit) },
  { name: 'setrecursionlimit', kind: 'o', fn: (m, _self, o) => setRecursionLimit(m, o) },
  { name: 'getallocatedblocks', kind: 'noargs', fn: (m) => newSizeInt(m, m.memory.allocatedBlocks) },
  {
    name: '_debugmallocstats', kind: 'noargs', sig: '($module, /)',
    doc: "Print summary info to stderr about the state of pymalloc's structures.\n\nIn Py_DEBUG mode, also perform some expensive internal consistency\nchecks.",
    fn(m) {
      m.write('stderr', `${allocatorReport(m.memory)}\n${freeListReport(m)}`);
      return incref(m.None);
    },
  },
  { name: 'getunicodeinternedsize', kind: 'noargs', inVersion: since(12), fn: (m) => newInt(m, m.interned.size) },
  { name: 'is_finalizing', kind: 'noargs', fn: (m) => newBool(m, (m.vm as Interpreter).finalizing) },
  { name: 'getdefaultencoding', kind: 'noargs', fn: (m) => newStr(m, 'utf-8') },
  { name: 'getfilesystemencoding', kind: 'noargs', fn: (m) => newStr(m, 'utf-8') },
  { name: 'getfilesystemencodeerrors', kind: 'noargs', fn: (m) => newStr(m, 'surrogateescape') },
  { name: 'getswitchinterval', kind: 'noargs', fn: (m) => newFloat(m, (m.vm as Interpreter).switchInterval) },
  { name: 'get_int_max_str_digits', kind: 'noargs', fn: (m) => newInt(m, m.intMaxStrDigits) },
  {
    name: 'set_int_max_str_digits', kind: 'o',
    fn(m, _self, o) {
      const digits = asSize(m, o, m.types.OverflowError);
      if (digits !== 0 && digits < 640) throw valueError(m, 'maxdigits must be 0 or larger than 640');
      m.intMaxStrDigits = digits;
      return incref(m.None);
    },
  },
  { name: 'gettrace', kind: 'noargs', fn: (m) => incref((m.vm as Interpreter).threads.current.watchers.trace ?? m.None) },
  { name: 'getprofile', kind: 'noargs', fn: (m) => incref((m.vm as Interpreter).threads.current.watchers.profile ?? m.None) },
  { name: '_clear_type_cache', kind: 'noargs', fn: (m) => incref(m.None) },
  { name: '_clear_internal_caches', kind: 'noargs', inVersion: since(13), fn: (m) => incref(m.None) },
  { name: '_is_gil_enabled', kind: 'noargs', inVersion: since(13), fn: (m) => incref(m.True) },
  { name: 'is_stack_trampoline_active', kind: 'noargs', inVersion: since(12), fn: (m) => incref(m.False) },
  { name: 'get_coroutine_origin_tracking_depth', kind: 'noargs', fn: (m) => newInt(m, 0) },
  notSimulated('activate_stack_trampoline', since(12)),
  notSimulated('deactivate_stack_trampoline', since(12)),
  notSimulated('set_coroutine_origin_tracking_depth'),
  {
    name: 'setswitchinterval', kind: 'o',
    fn(m, _self, interval) {
      const exact = numberToFloat(m, interval);
      const seconds = exact.data as number;
      decref(m, exact);
      if (seconds <= 0) throw valueError(m, 'switch interval must be strictly positive');
      (m.vm as Interpreter).switchInterval = seconds;
      return incref(m.None);
    },
  },
  watcherSpec('settrace', 'trace', 'settrace(function)\n\nSet the global debug tracing function.  It will be called on each\nfunction call.  See the debugger chapter in the library manual.'),
  watcherSpec('setprofile', 'profile', 'setprofile(function)\n\nSet the profiling function.  It will be called on each function call\nand return.  See the profiler chapter in the library manual.'),
  everywhereSpec('_settraceallthreads', 'trace'),
  everywhereSpec('_setprofileallthreads', 'profile'),
  notSimulated('addaudithook'),
  { name: 'audit', kind: 'fast', min: 1, max: -1, fn: (m) => incref(m.None) },
  { name: 'call_tracing', kind: 'fast', min: 2, max: 2, fn: (m, _self, args) => callTracing(m, args[0] as PyObject, args[1] as PyObject) },
  {
    name: 'set_asyncgen_hooks', kind: 'fastkw',
    fn(m, _self, args, kwnames) {
      const [firstiter, finalizer] = parseArgs(m, { name: 'set_asyncgen_hooks', params: ['firstiter', 'finalizer'] }, args, kwnames);
      const put = (key: 'firstiter' | 'finalizer', value: PyObject | null | undefined): void => {
        if (value === null || value === undefined) return;
        const old = m.asyncgenHooks[key];
        m.asyncgenHooks[key] = value === m.None ? null : incref(value);
        if (old !== null) decref(m, old);
      };
      put('firstiter', firstiter);
      put('finalizer', finalizer);
      return incref(m.None);
    },
  },
  {
    name: 'get_asyncgen_hooks', kind: 'noargs',
    fn: (m) => newStructSequence(m, m.types.asyncgen_hooks, [incref(m.asyncgenHooks.firstiter ?? m.None), incref(m.asyncgenHooks.finalizer ?? m.None)]),
  },
];

/** Makes the module; sys.modules must exist. */
export function sysModule(m: Machine): PyModule {
  const module = newNativeModule(m, {
    name: 'sys',
    doc: 'This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.',
    functions,
    attributes: attributesOf,
  });
  const vm = m.vm as Interpreter;
  const find = (name: string): PyObject => vm.lookupIn(module, name);
  vm.defaultUnraisableHook = find('unraisablehook');
  vm.defaultExceptHook = find('excepthook');
  for (const [alias, name] of [['__excepthook__', 'excepthook'], ['__unraisablehook__', 'unraisablehook'], ['__displayhook__', 'displayhook']] as const) {
    vm.putIn(module, alias, find(name));
  }
  return module;
}

/** sys.argv[0] of a program that is no file. */
const PROGRAM_NAMES: Readonly<Record<string, string>> = { '<string>': '-c', '<stdin>': '-' };

function attributesOf(m: Machine): readonly (readonly [string, PyObject])[] {
  const { major, minor, micro, level, serial } = m.profile.release;
  const suffix = level === 'final' ? '' : `rc${serial}`;
  const version = `${major}.${minor}.${micro}${suffix} (main, Jan  1 2026, 00:00:00) [GCC 12.2.0]`;
  const str = (text: string): PyObject => newStr(m, text);
  const int = (value: number | bigint): PyObject => newInt(m, value);
  const filename = m.options.filename ?? 'main.py';
  const argv = [PROGRAM_NAMES[filename] ?? filename, ...(m.options.argv ?? [])];
  const stdin = newStream(m, 'stdin');
  const stdout = newStream(m, 'stdout');
  const stderr = newStream(m, 'stderr');
  const hexversion = (major << 24) | (minor << 16) | (micro << 8) | (level === 'final' ? 0xf0 : 0xc0 | serial);
  return [
    ['modules', incref(m.modules)],
    ['stdin', stdin], ['stdout', stdout], ['stderr', stderr],
    ['__stdin__', incref(stdin)], ['__stdout__', incref(stdout)], ['__stderr__', incref(stderr)],
    ['version', str(version)],
    ['hexversion', int(hexversion)],
    ['version_info', newStructSequence(m, m.types.version_info, [int(major), int(minor), int(micro), str(level), int(serial)])],
    ['implementation', implementation(m, hexversion)],
    ['api_version', int(1013)],
    ['copyright', str('Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.')],
    ['platform', str('linux')],
    ['maxsize', int(2n ** 63n - 1n)],
    ['maxunicode', int(0x10ffff)],
    ['byteorder', str('little')],
    ['builtin_module_names', newTuple(m, ['_abc', 'builtins', 'gc', 'itertools', 'sys', 'time'].map(str))],
    ['stdlib_module_names', stdlibModuleNames(m)],
    ['executable', str('/usr/local/bin/python3')], ['_base_executable', str('/usr/local/bin/python3')],
    ['prefix', str('/usr/local')], ['exec_prefix', str('/usr/local')], ['base_prefix', str('/usr/local')], ['base_exec_prefix', str('/usr/local')],
    ['platlibdir', str('lib')], ['pycache_prefix', incref(m.None)],
    ['argv', newList(m, argv.map(str))], ['orig_argv', newList(m, ['python3', ...argv].map(str))],
    ['path', newList(m, [str(''), str(`/usr/local/lib/python${major}.${minor}`)])],
    ['warnoptions', newList(m, [])], ['_xoptions', newDict(m)], ['meta_path', newList(m, [])], ['path_hooks', newList(m, [])], ['path_importer_cache', newDict(m)],
    ['dont_write_bytecode', incref(m.False)],
    ['flags', flags(m)],
    ['float_info', floatInfo(m)],
    ['int_info', newStructSequence(m, m.types.int_info, [int(30), int(4), int(4300), int(640)])],
    ['hash_info', newStructSequence(m, m.types.hash_info, [int(64), int(2n ** 61n - 1n), int(314159), int(0), int(1000003), str('siphash13'), int(64), int(128), int(0)])],
    ['thread_info', newStructSequence(m, m.types.thread_info, [str('pthread'), str('semaphore'), str('NPTL 2.36')])],
    ['float_repr_style', str('short')],
    ['abiflags', str('')],
    ['__interactivehook__', incref(m.None)],
  ];
}

function implementation(m: Machine, hexversion: number): PyObject {
  const { major, minor, micro, level, serial } = m.profile.release;
  const dict = newDict(m);
  const put = (key: string, value: PyObject): void => {
    dictSetStr(m, dict, key, value);
    decref(m, value);
  };
  put('name', newStr(m, 'cpython'));
  put('cache_tag', newStr(m, `cpython-${major}${minor}`));
  put('version', newStructSequence(m, m.types.version_info, [newInt(m, major), newInt(m, minor), newInt(m, micro), newStr(m, level), newInt(m, serial)]));
  put('hexversion', newInt(m, hexversion));
  put('_multiarch', newStr(m, 'x86_64-linux-gnu'));
  const entries = dictItemPairs(dict);
  const kwnames = newTuple(m, entries.map(([key]) => incref(key)));
  const namespace = call(m, m.types.SimpleNamespace, entries.map(([, value]) => value), kwnames);
  decref(m, kwnames);
  decref(m, dict);
  return namespace;
}

function stdlibModuleNames(m: Machine): PyObject {
  const names = [...stdlibNames(m)].map((name) => newStr(m, name));
  const set = newFrozenset(m, names);
  for (const name of names) decref(m, name);
  return set;
}

function flags(m: Machine): PyObject {
  const numbers = new Array<number>(11).fill(0);
  const items = numbers.map((value) => newInt(m, value));
  return newStructSequence(m, m.types.sys_flags, [...items, newInt(m, 0), newInt(m, 0), newBool(m, false), newInt(m, 1), newInt(m, 0), newBool(m, false), newInt(m, 4300)], hiddenFlags(m));
}

/** The flags of sys.flags that are no items: gil, thread_inherit_context, context_aware_warnings, lazy_imports. */
function hiddenFlags(m: Machine): PyObject[] {
  const count = (m.types.sys_flags.tp_basicsize - m.profile.tupleHeader) / 8;
  return [1, 0, 0, -1].slice(0, count).map((value) => newInt(m, value));
}

function floatInfo(m: Machine): PyObject {
  return newStructSequence(m, m.types.float_info, [
    newFloat(m, Number.MAX_VALUE), newInt(m, 1024), newInt(m, 308), newFloat(m, 2.2250738585072014e-308), newInt(m, -1021), newInt(m, -307),
    newInt(m, 15), newInt(m, 53), newFloat(m, Number.EPSILON), newInt(m, 2), newInt(m, 1),
  ]);
}
