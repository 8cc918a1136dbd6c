// _random.Random: the Mersenne Twister (CPython Modules/_randommodule.c; Matsumoto and Nishimura's MT19937).
import type { Machine } from '../machine.ts';
import { hash } from '../objects/abstract.ts';
import { checkPositional } from '../objects/arguments.ts';
import { freeObject } from '../objects/alloc.ts';
import { hashValue } from '../objects/hash.ts';
import { newFloat } from '../objects/float.ts';
import { genericAlloc } from '../objects/instance.ts';
import { intValue, isInt, newInt, newSizeInt, normalize } from '../objects/int.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, incref } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { isTuple, newTuple, tupleItems } from '../objects/tuple.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { type PyType, type TypeSpec, TypeFlag } from '../objects/type.ts';

const N = 624;
const M = 397;

/** The generator's state. */
class Twister {
  readonly state = new Uint32Array(N);
  index = N;

  /** init_genrand. */
  private seedOne(seed: number): void {
    const mt = this.state;
    mt[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = mt[i - 1] as number;
      mt[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    this.index = N;
  }

  /** init_by_array. */
  seed(key: readonly number[]): void {
    this.seedOne(19650218);
    const mt = this.state;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      const previous = mt[i - 1] as number;
      mt[i] = ((mt[i] as number) ^ Math.imul(previous ^ (previous >>> 30), 1664525)) + (key[j] as number) + j;
      i++;
      j++;
      if (i >= N) {
        mt[0] = mt[N - 1] as number;
        i = 1;
      }
      if (j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      const previous = mt[i - 1] as number;
      mt[i] = ((mt[i] as number) ^ Math.imul(previous ^ (previous >>> 30), 1566083941)) - i;
      i++;
      if (i >= N) {
        mt[0] = mt[N - 1] as number;
        i = 1;
      }
    }
    mt[0] = 0x80000000;
  }

  /** genrand_uint32. */
  next(): number {
    if (this.index >= N) this.refill();
    let y = this.state[this.index++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  private refill(): void {
    const mt = this.state;
    for (let k = 0; k < N; k++) {
      const y = ((mt[k] as number) & 0x80000000) | ((mt[(k + 1) % N] as number) & 0x7fffffff);
      mt[k] = (mt[(k + M) % N] as number) ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : 0x9908b0df);
    }
    this.index = 0;
  }

  /** genrand_res53. */
  random(): number {
    const a = this.next() >>> 5;
    const b = this.next() >>> 6;
    return (a * 67108864 + b) * (1 / 9007199254740992);
  }

  /** An integer of `bits` random bits. */
  bits(count: number): number | bigint {
    if (count <= 32) return this.next() >>> (32 - count);
    let value = 0n;
    let shift = 0n;
    for (let left = count; left > 0; left -= 32) {
      const word = left < 32 ? this.next() >>> (32 - left) : this.next();
      value |= BigInt(word) << shift;
      shift += 32n;
    }
    return normalize(value);
  }
}

const twister = (o: PyObject): Twister => o.data as Twister;

/** random_seed: an int by its absolute value, anything else by its hash; None takes the machine's seed. */
function seedFrom(m: Machine, self: PyObject, arg: PyObject | undefined): void {
  let value: bigint;
  if (arg === undefined || arg === m.None) value = BigInt(m.options.seed ?? 0) * 2654435761n + 1n;
  else if (isInt(arg)) value = BigInt(intValue(arg));
  else value = BigInt.asUintN(64, BigInt(hashValue(m, hash(m, arg))));
  if (value < 0n) value = -value;
  const key: number[] = [];
  do {
    key.push(Number(value & 0xffffffffn));
    value >>= 32n;
  } while (value > 0n);
  m.chargeWork(N + key.length);
  twister(self).seed(key);
}

function getState(m: Machine, self: PyObject): PyObject {
  const { state, index } = twister(self);
  return newTuple(m, [...Array.from(state, (word) => newInt(m, word)), newInt(m, index)]);
}

function setState(m: Machine, self: PyObject, state: PyObject): PyObject {
  if (!isTuple(state)) throw typeError(m, 'state vector must be a tuple');
  const items = tupleItems(state);
  if (items.length !== N + 1) throw valueError(m, 'state vector is the wrong size');
  const words = items.map((item) => {
    if (!isInt(item)) throw typeError(m, 'an integer is required');
    return Number(BigInt.asUintN(32, BigInt(intValue(item))));
  });
  const index = words[N] as number;
  if (index > N) throw valueError(m, 'invalid state');
  twister(self).state.set(words.slice(0, N));
  twister(self).index = index;
  return incref(m.None);
}

function getRandBits(m: Machine, self: PyObject, arg: PyObject): PyObject {
  const count = sizeArgument(m, arg);
  if (count < 0) throw valueError(m, 'number of bits must be non-negative');
  if (count === 0) return newInt(m, 0);
  m.memory.expect(count / 8);
  m.chargeWork(count / 32 + 1);
  return newSizeInt(m, twister(self).bits(count));
}

const randomType: TypeSpec = {
  name: '_random.Random',
  // ob_base, index, state[624].
  basicsize: 16 + 8 + 4 * N - 8 + 8,
  flags: TypeFlag.BASETYPE,
  doc: 'Random() -> create a random number generator with its own internal state.',
  slots: {
    tp_dealloc: (m, self) => freeObject(m, self),
    tp_new: (m, type: PyType) => genericAlloc(m, type, new Twister()),
    tp_init: (m, self, args) => {
      checkPositional(m, 'Random', args.length, 0, 1);
      seedFrom(m, self, args[0]);
    },
  },
  methods: [
    { name: 'random', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newFloat(m, twister(self).random()), doc: 'random() -> x in the interval [0, 1).' },
    { name: 'seed', kind: 'fast', min: 0, max: 1, sig: '($self, n=None, /)', fn: (m, self, args) => (seedFrom(m, self, args[0]), incref(m.None)) },
    { name: 'getstate', kind: 'noargs', sig: '($self, /)', fn: getState, doc: 'getstate() -> tuple containing the current state.' },
    { name: 'setstate', kind: 'o', sig: '($self, state, /)', fn: setState, doc: 'setstate(state) -> None.  Restores generator state.' },
    { name: 'getrandbits', kind: 'o', sig: '($self, k, /)', fn: getRandBits, doc: 'getrandbits(k) -> x.  Generates an int with k random bits.' },
  ],
};

/** Makes the module. */
export function nativeRandomModule(m: Machine): PyObject {
  const type = lazyType(m, randomType);
  return newNativeModule(m, { name: '_random', doc: 'Module implements the Mersenne Twister random number generator.', attributes: () => [['Random', type]] });
}
