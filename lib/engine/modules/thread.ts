// The _thread module (CPython 3.13 Modules/_threadmodule.c): locks and the start of threads. Who runs when is vm/threads.ts.
import type { Machine } from '../machine.ts';
import type { PyThread } from '../vm/threads.ts';
import { isTrue } from '../objects/abstract.ts';
import { freeObject, gcUntrack } from '../objects/alloc.ts';
import { noKeywords, parseArgs } from '../objects/arguments.ts';
import { newBool } from '../objects/bool.ts';
import { dictItemPairs, isDict } from '../objects/dict.ts';
import { numberToFloat } from '../objects/float-new.ts';
import { newFloat } from '../objects/float.ts';
import { genericAlloc } from '../objects/instance.ts';
import { newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { overflowError, raise, runtimeError, typeError, valueError } from '../objects/raise.ts';
import { newStr } from '../objects/str.ts';
import { newStructSequence, structSequence } from '../objects/struct-sequence.ts';
import { isTuple, newTuple, tupleItems } from '../objects/tuple.ts';
import { type NativeSpec, type PyType, type TypeSpec, TypeFlag } from '../objects/type.ts';
import { clearWeakrefs } from '../objects/weakref.ts';
import { elapsedNs } from './clock.ts';

const TIMEOUT_MAX = 9223372036.0;

/** A lock: who took it (a plain lock may be released by anybody), how often. */
class LockData {
  owner: PyThread | null = null;
  count = 0;
}
const lockOf = (o: PyObject): LockData => o.data as LockData;

/** lock_acquire_parse_args: nanoseconds since the start, null = for ever, 0 = do not wait. */
function deadlineOf(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): number | null {
  const [blocking, timeout] = parseArgs(m, { name: 'acquire', params: ['blocking', 'timeout'] }, args, kwnames);
  const blocks = !blocking || isTrue(m, blocking);
  const seconds = timeout ? toSeconds(m, timeout) : -1;
  if (!blocks && seconds !== -1) throw valueError(m, "can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) throw valueError(m, m.profile.lockTimeoutText);
  if (seconds > TIMEOUT_MAX) throw overflowError(m, seconds > 2 ** 63 ? 'timestamp out of range for platform time_t' : 'timeout value is too large');
  return !blocks ? 0 : seconds === -1 ? null : elapsedNs(m) + Math.round(seconds * 1e9);
}

function toSeconds(m: Machine, o: PyObject): number {
  const exact = numberToFloat(m, o);
  const value = exact.data as number;
  decref(m, exact);
  return value;
}

function acquire(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  return newBool(m, take(m, lockOf(self), deadlineOf(m, args, kwnames), false));
}

function take(m: Machine, lock: LockData, deadlineNs: number | null, reentrant: boolean): boolean {
  const { threads } = m.vm;
  const me = threads.current;
  if (deadlineNs === 0 && lock.count > 0 && !(reentrant && lock.owner === me)) return false;
  if (!(reentrant && lock.owner === me) && !threads.wait(() => lock.count === 0, deadlineNs)) return false;
  if (lock.count++ === 0) {
    lock.owner = me;
    me.locks++;
  }
  return true;
}

function give(lock: LockData): void {
  if (--lock.count > 0) return;
  if (lock.owner !== null) lock.owner.locks--;
  lock.owner = null;
}

function release(m: Machine, self: PyObject): PyObject {
  const lock = lockOf(self);
  if (lock.count === 0) throw runtimeError(m, 'release unlocked lock');
  give(lock);
  return incref(m.None);
}

function acquireAgain(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  return newBool(m, take(m, lockOf(self), deadlineOf(m, args, kwnames), true));
}

function releaseOwn(m: Machine, self: PyObject): PyObject {
  const lock = lockOf(self);
  if (lock.owner !== m.vm.threads.current) throw runtimeError(m, 'cannot release un-acquired lock');
  give(lock);
  return incref(m.None);
}

const addressText = (m: Machine, o: PyObject): string => `0x${m.addressOfObject(o).toString(16)}`;

const method = (name: string, kind: 'fastkw', fn: (m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null) => PyObject, doc?: string): NativeSpec =>
  doc === undefined ? { name, kind, fn } : { name, kind, fn, doc };

const lockMethods: readonly NativeSpec[] = [
  method('acquire', 'fastkw', acquire, 'Lock the lock.'), method('acquire_lock', 'fastkw', acquire),
  { name: 'release', kind: 'noargs', fn: release, doc: 'Release the lock.' }, { name: 'release_lock', kind: 'noargs', fn: release },
  { name: 'locked', kind: 'noargs', fn: (m, self) => newBool(m, lockOf(self).count > 0) },
  { name: 'locked_lock', kind: 'noargs', fn: (m, self) => newBool(m, lockOf(self).count > 0) },
  { name: '__enter__', kind: 'noargs', fn: (m, self) => newBool(m, take(m, lockOf(self), null, false)) },
  { name: '__exit__', kind: 'fast', min: 0, max: -1, fn: (m, self) => release(m, self) },
];

const rlockMethods: readonly NativeSpec[] = [
  method('acquire', 'fastkw', acquireAgain), { name: 'release', kind: 'noargs', fn: releaseOwn },
  { name: '__enter__', kind: 'noargs', fn: (m, self) => newBool(m, take(m, lockOf(self), null, true)) },
  { name: '__exit__', kind: 'fast', min: 0, max: -1, fn: (m, self) => releaseOwn(m, self) },
  { name: '_is_owned', kind: 'noargs', fn: (m, self) => newBool(m, lockOf(self).owner === m.vm.threads.current) },
  { name: '_recursion_count', kind: 'noargs', fn: (m, self) => newInt(m, lockOf(self).owner === m.vm.threads.current ? lockOf(self).count : 0) },
  {
    name: '_release_save', kind: 'noargs',
    fn(m, self) {
      const lock = lockOf(self);
      if (lock.count === 0) throw runtimeError(m, 'cannot release un-acquired lock');
      const saved = newTuple(m, [newInt(m, lock.count), newInt(m, lock.owner?.ident ?? 0)]);
      lock.count = 1;
      give(lock);
      return saved;
    },
  },
  {
    name: '_acquire_restore', kind: 'o',
    fn(m, self, state) {
      take(m, lockOf(self), null, false);
      lockOf(self).count = (tupleItems(state)[0]?.data as number | undefined) ?? 1;
      return incref(m.None);
    },
  },
];

/** A lock type; where weak references are managed they stand in front of the object. */
function lockType(name: string, size: (m: Machine) => number, managed: boolean, reentrant: boolean): TypeSpec {
  return {
    name,
    basicsize: size,
    flags: TypeFlag.HAVE_GC | (reentrant ? TypeFlag.BASETYPE : 0) | (managed ? TypeFlag.MANAGED_WEAKREF : 0),
    hasWeakrefs: true,
    doc: 'A lock object is a synchronization primitive.',
    slots: {
      tp_new(m, type, args, kwnames) {
        noKeywords(m, type.tp_name, kwnames);
        if (!reentrant && !m.profile.lockCallable) throw typeError(m, `cannot create '${type.tp_name}' instances`);
        if (args.length > 0) throw typeError(m, `${type.tp_name.replace('_thread.', '')}() takes no arguments (${args.length} given)`);
        return genericAlloc(m, type, new LockData());
      },
      tp_dealloc(m, self) {
        gcUntrack(m, self);
        clearWeakrefs(m, self);
        const lock = lockOf(self);
        if (lock.count > 0) {
          lock.count = 1;
          give(lock);
        }
        freeObject(m, self);
      },
      tp_traverse: () => undefined,
      tp_repr(m, self) {
        const { owner, count } = lockOf(self);
        const who = reentrant ? ` owner=${owner?.ident ?? 0} count=${count}` : '';
        return newStr(m, `<${count > 0 ? 'locked' : 'unlocked'} ${self.ob_type.tp_name} object${who} at ${addressText(m, self)}>`);
      },
    },
    methods: reentrant ? rlockMethods : lockMethods,
  };
}

const plainLock = lockType('_thread.lock', (m) => m.profile.lockBytes.lock, false, false);
const managedLock = lockType('_thread.lock', (m) => m.profile.lockBytes.lock, true, false);
const plainRLock = lockType('_thread.RLock', (m) => m.profile.lockBytes.rlock, false, true);
const managedRLock = lockType('_thread.RLock', (m) => m.profile.lockBytes.rlock, true, true);

const lockTypeOf = (m: Machine): PyType => lazyType(m, m.profile.lockBytes.lockManaged ? managedLock : plainLock);
const rlockTypeOf = (m: Machine): PyType => lazyType(m, m.profile.lockBytes.rlockManaged ? managedRLock : plainRLock);

/** What Thread.join waits for. */
class HandleData {
  thread: PyThread | null = null;
  done = false;
}
const handleOf = (o: PyObject): HandleData => o.data as HandleData;

const handleType: TypeSpec = {
  name: '_thread._ThreadHandle',
  basicsize: 24,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_new: (m, type) => genericAlloc(m, type, new HandleData()),
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      freeObject(m, self);
    },
    tp_traverse: () => undefined,
    tp_repr: (m, self) => newStr(m, `<_ThreadHandle object: ident=${handleOf(self).thread?.ident ?? 0}>`),
  },
  methods: [
    {
      name: 'join', kind: 'fast', min: 0, max: 1,
      fn(m, self, [timeout]) {
        const handle = handleOf(self);
        const { threads } = m.vm;
        if (handle.thread === threads.current && !handle.done) throw runtimeError(m, 'Cannot join current thread');
        const seconds = timeout === undefined || timeout === m.None ? null : Math.max(0, toSeconds(m, timeout));
        threads.wait(() => handle.done, seconds === null ? null : elapsedNs(m) + Math.round(seconds * 1e9));
        return incref(m.None);
      },
    },
    { name: 'is_done', kind: 'noargs', fn: (m, self) => newBool(m, handleOf(self).done) },
  ],
  getset: [{ name: 'ident', get: (m, self) => newInt(m, handleOf(self).thread?.ident ?? 0) }],
};

/** start_new_thread(function, args[, kwargs]) and, for threading, _start(handle, function). */
function startThread(m: Machine, func: PyObject, args: readonly PyObject[], kwnames: PyObject | null, handle: PyObject | null): PyObject {
  const data = handle === null ? new HandleData() : handleOf(handle);
  const thread = m.vm.threads.spawn(func, args, kwnames, (started) => {
    data.thread = started;
    if (handle !== null) started.start = [...started.start, incref(handle)];
  }, () => {
    data.done = true;
  });
  if (thread === null) throw runtimeError(m, "can't start new thread");
  return newInt(m, thread.ident);
}

function startNewThread(m: Machine, _self: PyObject, given: readonly PyObject[]): PyObject {
  const [func, args, kwargs] = given;
  if (func === undefined || func.ob_type.tp_call === null) throw typeError(m, 'first arg must be callable');
  if (args === undefined || !isTuple(args)) throw typeError(m, '2nd arg must be a tuple');
  if (kwargs !== undefined && !isDict(kwargs)) throw typeError(m, 'optional 3rd arg must be a dictionary');
  const pairs = kwargs === undefined ? [] : dictItemPairs(kwargs);
  const kwnames = pairs.length === 0 ? null : newTuple(m, pairs.map(([key]) => incref(key)));
  try {
    return startThread(m, func, [...tupleItems(args), ...pairs.map(([, value]) => value)], kwnames, null);
  } finally {
    if (kwnames !== null) decref(m, kwnames);
  }
}

const hookArgsType = structSequence('_thread._ExceptHookArgs', ['exc_type', 'exc_value', 'exc_traceback', 'thread'], { doc: 'ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.' });

const ident: NativeSpec = { name: 'get_ident', kind: 'noargs', fn: (m) => newInt(m, m.vm.threads.current.ident) };
const makeLock = (m: Machine): PyObject => genericAlloc(m, lockTypeOf(m), new LockData());

/** Makes the module. */
export function threadModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_thread',
    doc: 'This module provides primitive operations to write multi-threaded programs.\nThe \'threading\' module provides a more convenient interface.',
    functions: [
      ident,
      { name: 'get_native_id', kind: 'noargs', fn: (machine) => newInt(machine, 1 + machine.vm.threads.all.indexOf(machine.vm.threads.current)) },
      { name: 'start_new_thread', kind: 'fast', min: 2, max: 3, fn: startNewThread },
      { name: 'start_new', kind: 'fast', min: 2, max: 3, fn: startNewThread },
      { name: '_start', kind: 'fast', min: 2, max: 2, fn: (machine, _self, [handle, func]) => startThread(machine, func as PyObject, [], null, handle as PyObject) },
      { name: 'allocate_lock', kind: 'noargs', fn: makeLock }, { name: 'allocate', kind: 'noargs', fn: makeLock },
      { name: '_count', kind: 'noargs', fn: (machine) => newInt(machine, machine.vm.threads.all.length - 1) },
      { name: '_get_main_thread_ident', kind: 'noargs', fn: (machine) => newInt(machine, machine.vm.threads.main.ident) },
      { name: 'daemon_threads_allowed', kind: 'noargs', fn: (machine) => incref(machine.True) },
      { name: 'exit', kind: 'noargs', fn: (machine) => { throw raise(machine, machine.types.SystemExit, ''); } },
      { name: 'stack_size', kind: 'fast', min: 0, max: 1, fn: (machine) => newInt(machine, 0) },
      {
        name: '_hook_args', kind: 'fast', min: 4, max: 4,
        fn: (machine, _self, args) => newStructSequence(machine, lazyType(machine, hookArgsType, machine.types.tuple), args.map((o) => incref(o))),
      },
    ],
    attributes: () => [
      ['LockType', incref(lockTypeOf(m))], ['lock', incref(lockTypeOf(m))], ['RLock', incref(rlockTypeOf(m))],
      ['_ThreadHandle', incref(lazyType(m, handleType))], ['_ExceptHookArgs', incref(lazyType(m, hookArgsType, m.types.tuple))],
      ['error', incref(m.types.RuntimeError)], ['TIMEOUT_MAX', newFloat(m, TIMEOUT_MAX)],
    ],
  });
}
