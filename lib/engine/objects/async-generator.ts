// Asynchronous generators and their awaitables: asend(), athrow(), aclose(), anext() (CPython 3.13 Objects/genobject.c, second half).
import { classGetItemMethod } from './generic-alias.ts';
import type { GeneratorData } from './generator.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import type { NativeSpec, TypeSpec } from './type.ts';
import { PyRaise } from '../errors.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { callOne } from './call.ts';
import { GenState, genRaise, genSend, genThrow, generatorGetSet, isCoroutine, sharedGeneratorSlots, stopIterationOf } from './generator.ts';
import { decref, incref } from './object.ts';
import { dropRaise, matches, raiseWith, runtimeError, typeError } from './raise.ts';
import { newStr, strValue } from './str.ts';
import { TypeFlag } from './type.ts';
import { getIter } from './abstract.ts';

const State = { INIT: 0, ITER: 1, CLOSED: 2 } as const;

/** async_gen_wrapped_value: tells a yielded value from what an await inside passes on. `data` is the value (owned). */
export function newWrappedValue(m: Machine, value: PyObject): PyObject {
  const wrapped = allocObject(m, m.types.async_generator_wrapped_value, incref(value));
  gcTrack(m, wrapped);
  return wrapped;
}

/** The payload of asend(), athrow() and aclose() awaitables. */
class AsyncCallData {
  readonly gen: PyObject;
  /** Value to send (owned), null: throw. */
  readonly value: PyObject | null;
  /** Arguments of athrow() (owned); empty for aclose(). */
  readonly thrown: readonly PyObject[];
  readonly isClose: boolean;
  state: number = State.INIT;
  constructor(gen: PyObject, value: PyObject | null, thrown: readonly PyObject[], isClose: boolean) {
    this.gen = gen;
    this.value = value;
    this.thrown = thrown;
    this.isClose = isClose;
  }
}

const generatorOf = (o: PyObject): GeneratorData => (o.data as AsyncCallData).gen.data as GeneratorData;

function newAsend(m: Machine, gen: PyObject, value: PyObject): PyObject {
  initHooks(m, gen);
  const o = allocObject(m, m.types.async_generator_asend, new AsyncCallData(incref(gen), incref(value), [], false));
  gcTrack(m, o);
  return o;
}

function newAthrow(m: Machine, gen: PyObject, args: readonly PyObject[], isClose: boolean): PyObject {
  initHooks(m, gen);
  const o = allocObject(m, m.types.async_generator_athrow, new AsyncCallData(incref(gen), null, args.map((arg) => incref(arg)), isClose));
  gcTrack(m, o);
  return o;
}

/** async_gen_init_hooks: the first use tells the event loop (sys.set_asyncgen_hooks). */
function initHooks(m: Machine, gen: PyObject): void {
  const data = gen.data as GeneratorData;
  if (data.hooksInited) return;
  data.hooksInited = true;
  const { finalizer, firstiter } = m.asyncgenHooks;
  if (finalizer !== null) data.origin = incref(finalizer);
  if (firstiter !== null) decref(m, callOne(m, firstiter, gen));
}

/** async_gen_unwrap_value: StopIteration(value) for a yielded value; what an inner await yields is passed on. */
function unwrap(m: Machine, data: GeneratorData, result: PyObject | null): PyObject {
  if (result === null) {
    decref(m, m.vm.takeReturned());
    data.closed = true;
    data.runningAsync = false;
    throw raiseWith(m, m.types.StopAsyncIteration, []);
  }
  if (result.ob_type !== m.types.async_generator_wrapped_value) return result;
  const value = incref(result.data as PyObject);
  decref(m, result);
  data.runningAsync = false;
  throw stopIterationOf(m, value);
}

/** Runs a step of the generator; any exception that leaves it ends the asynchronous call. */
function step(m: Machine, data: GeneratorData, run: () => PyObject | null): PyObject {
  let result: PyObject | null;
  try {
    result = run();
  } catch (error) {
    if (error instanceof PyRaise) {
      if (matches(error, m.types.StopAsyncIteration) || matches(error, m.types.GeneratorExit)) data.closed = true;
      data.runningAsync = false;
    }
    throw error;
  }
  return unwrap(m, data, result);
}

function asendSend(m: Machine, self: PyObject, arg: PyObject | null): PyObject {
  const call = self.data as AsyncCallData;
  const data = generatorOf(self);
  if (call.state === State.CLOSED) throw runtimeError(m, 'cannot reuse already awaited __anext__()/asend()');
  let value = arg;
  if (call.state === State.INIT) {
    if (data.runningAsync) throw runtimeError(m, 'anext(): asynchronous generator is already running');
    if (value === null || value === m.None) value = call.value;
    call.state = State.ITER;
  }
  data.runningAsync = true;
  try {
    return step(m, data, () => genSend(m, call.gen, value ?? m.None));
  } catch (error) {
    call.state = State.CLOSED;
    throw error;
  }
}

function asendThrow(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const call = self.data as AsyncCallData;
  const data = generatorOf(self);
  if (call.state === State.CLOSED) throw runtimeError(m, 'cannot reuse already awaited __anext__()/asend()');
  if (call.state === State.INIT) {
    if (data.runningAsync) {
      call.state = State.CLOSED;
      throw runtimeError(m, 'anext(): asynchronous generator is already running');
    }
    call.state = State.ITER;
    data.runningAsync = true;
  }
  try {
    return step(m, data, () => genThrow(m, call.gen, args, false));
  } catch (error) {
    call.state = State.CLOSED;
    throw error;
  }
}

function athrowSend(m: Machine, self: PyObject, arg: PyObject | null): PyObject {
  const call = self.data as AsyncCallData;
  const data = generatorOf(self);
  if (data.state >= GenState.COMPLETED || call.state === State.CLOSED) {
    if (call.state === State.CLOSED) throw runtimeError(m, 'cannot reuse already awaited aclose()/athrow()');
    call.state = State.CLOSED;
    throw raiseWith(m, call.isClose ? m.types.StopIteration : m.types.StopAsyncIteration, []);
  }
  if (call.state === State.INIT) return athrowStart(m, self, call, data, arg);
  return athrowStep(m, call, data, () => genSend(m, call.gen, arg ?? m.None));
}

function athrowStart(m: Machine, _self: PyObject, call: AsyncCallData, data: GeneratorData, arg: PyObject | null): PyObject {
  if (data.runningAsync) {
    call.state = State.CLOSED;
    throw runtimeError(m, call.isClose ? 'aclose(): asynchronous generator is already running' : 'athrow(): asynchronous generator is already running');
  }
  if (data.closed) {
    call.state = State.CLOSED;
    throw raiseWith(m, m.types.StopAsyncIteration, []);
  }
  if (arg !== null && arg !== m.None) throw runtimeError(m, "can't send non-None value to a just-started coroutine");
  call.state = State.ITER;
  data.runningAsync = true;
  return athrowStep(m, call, data, () => {
    if (!call.isClose) return genThrow(m, call.gen, call.thrown, false);
    data.closed = true;
    if (data.state === GenState.CREATED) {
      data.state = GenState.COMPLETED;
      throw raiseWith(m, m.types.StopAsyncIteration, []);
    }
    return genRaise(m, call.gen, raiseWith(m, m.types.GeneratorExit, []), false);
  });
}

/** aclose() swallows the exceptions that end a generator; a yield is an error there. */
function athrowStep(m: Machine, call: AsyncCallData, data: GeneratorData, run: () => PyObject | null): PyObject {
  try {
    if (!call.isClose) return step(m, data, run);
    const result = run();
    if (result === null) {
      decref(m, m.vm.takeReturned());
      data.closed = true;
      throw raiseWith(m, m.types.StopAsyncIteration, []);
    }
    if (result.ob_type !== m.types.async_generator_wrapped_value) return result;
    decref(m, result);
    throw runtimeError(m, 'async generator ignored GeneratorExit');
  } catch (error) {
    data.runningAsync = false;
    call.state = State.CLOSED;
    if (call.isClose && error instanceof PyRaise && (matches(error, m.types.StopAsyncIteration) || matches(error, m.types.GeneratorExit))) {
      dropRaise(m, error);
      throw raiseWith(m, m.types.StopIteration, []);
    }
    throw error;
  }
}

function athrowThrow(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const call = self.data as AsyncCallData;
  const data = generatorOf(self);
  if (call.state === State.CLOSED) throw runtimeError(m, 'cannot reuse already awaited aclose()/athrow()');
  if (call.state === State.INIT) {
    if (data.runningAsync) {
      call.state = State.CLOSED;
      throw runtimeError(m, call.isClose ? 'aclose(): asynchronous generator is already running' : 'athrow(): asynchronous generator is already running');
    }
    call.state = State.ITER;
    data.runningAsync = true;
  }
  return athrowStep(m, call, data, () => genThrow(m, call.gen, args, false));
}

/** close() of both kinds of awaitable. */
function closeCall(m: Machine, self: PyObject): PyObject {
  const call = self.data as AsyncCallData;
  if (call.state === State.CLOSED) return incref(m.None);
  if (call.state === State.INIT) {
    call.state = State.CLOSED;
    return incref(m.None);
  }
  const exit = raiseWith(m, m.types.GeneratorExit, []);
  try {
    decref(m, call.value === null ? athrowThrow(m, self, [exit.exc]) : asendThrow(m, self, [exit.exc]));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    const ends = [m.types.StopIteration, m.types.StopAsyncIteration, m.types.GeneratorExit].some((type) => matches(error, type));
    if (!ends) throw error;
    dropRaise(m, error);
    return incref(m.None);
  } finally {
    dropRaise(m, exit);
  }
  throw runtimeError(m, 'coroutine ignored GeneratorExit');
}

function callDealloc(m: Machine, self: PyObject): void {
  const call = self.data as AsyncCallData;
  gcUntrack(m, self);
  decref(m, call.gen);
  if (call.value !== null) decref(m, call.value);
  for (const arg of call.thrown) decref(m, arg);
  freeObject(m, self);
}

function awaitableMethods(send: (m: Machine, self: PyObject, arg: PyObject) => PyObject, raise: (m: Machine, self: PyObject, args: readonly PyObject[]) => PyObject): readonly NativeSpec[] {
  return [
    { name: 'send', kind: 'o', fn: send },
    { name: 'throw', kind: 'fast', min: 1, max: 3, fn: raise },
    { name: 'close', kind: 'noargs', fn: closeCall },
  ];
}

function callSlots(next: (m: Machine, self: PyObject) => PyObject): NonNullable<TypeSpec['slots']> {
  return {
    tp_dealloc: callDealloc,
    tp_traverse(_m, self, visit) {
      const call = self.data as AsyncCallData;
      visit(call.gen, 'gen', -1);
      if (call.value !== null) visit(call.value, 'value', -1);
      call.thrown.forEach((arg, i) => visit(arg, 'args', i));
    },
    tp_iter: (_m, self) => incref(self),
    am_await: (_m, self) => incref(self),
    tp_iternext: next,
  };
}

const asendType: TypeSpec = {
  name: 'async_generator_asend',
  basicsize: 40,
  flags: TypeFlag.HAVE_GC,
  slots: callSlots((m, self) => asendSend(m, self, null)),
  methods: awaitableMethods(asendSend, asendThrow),
};

const athrowType: TypeSpec = {
  name: 'async_generator_athrow',
  basicsize: (m) => m.profile.basicsize.asyncGeneratorThrow,
  flags: TypeFlag.HAVE_GC,
  slots: callSlots((m, self) => athrowSend(m, self, null)),
  methods: awaitableMethods(athrowSend, athrowThrow),
};

const wrappedValueType: TypeSpec = {
  name: 'async_generator_wrapped_value',
  basicsize: 24,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      decref(m, self.data as PyObject);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      visit(self.data as PyObject, 'value', -1);
    },
  },
};

const asyncGeneratorType: TypeSpec = {
  name: 'async_generator',
  basicsize: (m) => m.profile.basicsize.generator,
  itemsize: 8,
  flags: TypeFlag.HAVE_GC,
  hasWeakrefs: true,
  slots: {
    ...sharedGeneratorSlots,
    tp_repr: (m, gen) => newStr(m, `<async_generator object ${strValue((gen.data as GeneratorData).qualname)} at 0x${m.addressOfObject(gen).toString(16)}>`),
    am_aiter: (_m, gen) => incref(gen),
    am_anext: (m, gen) => newAsend(m, gen, m.None),
  },
  methods: [
    { name: 'asend', kind: 'o', fn: newAsend, doc: "asend(v) -> send 'v' in generator." },
    { name: 'athrow', kind: 'fast', min: 1, max: 3, fn: (m, gen, args) => newAthrow(m, gen, args, false), doc: 'athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.' },
    classGetItemMethod(),
    { name: 'aclose', kind: 'noargs', fn: (m, gen) => newAthrow(m, gen, [], true), doc: 'aclose() -> raise GeneratorExit inside generator.' },
  ],
  getset: generatorGetSet('ag_', 'ag_await'),
};

/** anext(it, default): `wrapped` is the awaitable of `__anext__`. */
class AnextData {
  readonly wrapped: PyObject;
  readonly fallback: PyObject;
  constructor(wrapped: PyObject, fallback: PyObject) {
    this.wrapped = wrapped;
    this.fallback = fallback;
  }
}

/** PyAnextAwaitable_New. */
export function newAnextAwaitable(m: Machine, wrapped: PyObject, fallback: PyObject): PyObject {
  const o = allocObject(m, m.types.anext_awaitable, new AnextData(incref(wrapped), incref(fallback)));
  gcTrack(m, o);
  return o;
}

/** Iterates the awaitable; its StopAsyncIteration becomes the default. */
function anextThrough(m: Machine, self: PyObject, use: (iter: PyObject) => PyObject | null): PyObject {
  const { wrapped, fallback } = self.data as AnextData;
  const iter = isCoroutine(m, wrapped) ? incref(wrapped) : wrapped.ob_type.am_await !== null ? wrapped.ob_type.am_await(m, wrapped) : getIter(m, wrapped);
  try {
    const item = use(iter);
    if (item !== null) return item;
    throw stopIterationOf(m, incref(m.None));
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.StopAsyncIteration)) throw error;
    dropRaise(m, error);
    throw stopIterationOf(m, incref(fallback));
  } finally {
    decref(m, iter);
  }
}

const anextAwaitableType: TypeSpec = {
  name: 'anext_awaitable',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc(m, self) {
      const data = self.data as AnextData;
      gcUntrack(m, self);
      decref(m, data.wrapped);
      decref(m, data.fallback);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const data = self.data as AnextData;
      visit(data.wrapped, 'wrapped', -1);
      visit(data.fallback, 'default', -1);
    },
    tp_iter: (_m, self) => incref(self),
    am_await: (_m, self) => incref(self),
    tp_iternext: (m, self) =>
      anextThrough(m, self, (iter) => {
        if (isCoroutine(m, iter)) {
          const value = genSend(m, iter, null);
          if (value === null) throw stopIterationOf(m, m.vm.takeReturned());
          return value;
        }
        const next = iter.ob_type.tp_iternext;
        if (next === null) throw typeError(m, `'${iter.ob_type.tp_name}' object is not an iterator`);
        return next(m, iter);
      }),
  },
};

/** For builtin-types.ts. */
export const asyncGeneratorSpecs = {
  async_generator: asyncGeneratorType,
  async_generator_asend: asendType,
  async_generator_athrow: athrowType,
  async_generator_wrapped_value: wrappedValueType,
  anext_awaitable: anextAwaitableType,
} as const satisfies Record<string, TypeSpec>;
