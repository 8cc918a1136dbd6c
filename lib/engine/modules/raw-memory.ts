// Native half of ctypes: the simulated memory as bytes (what `ctypes.c_long.from_address(id(x))` reads), and the reference counts that
// `ctypes.pythonapi` changes. Only words that every build has are known; the rest of an object's memory is "not simulated".
import type { Machine } from '../machine.ts';
import { RunEnded } from '../errors.ts';
import { intValue, isInt, newInt } from '../objects/int.ts';
import { isList, type ListData } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { newBytes } from '../objects/bytes.ts';
import { isStr, strValue } from '../objects/str.ts';
import { isTuple, tupleItems } from '../objects/tuple.ts';
import { PyType, TypeFlag } from '../objects/type.ts';
import { addressOf } from '../memory/address-space.ts';
import { otherThreadsFrameStates, frameStates } from '../vm/run.ts';
import { visibleRefcount } from '../vm/borrowed.ts';

/** Objects by the address that was asked for last; a machine looks the same ones up again and again. */
const known = new WeakMap<Machine, Map<number, PyObject>>();

/** The live object at an address (borrowed); null = none is known there. */
function objectAt(m: Machine, address: number): PyObject | null {
  const cache = known.get(m) ?? new Map<number, PyObject>();
  known.set(m, cache);
  const cached = cache.get(address);
  if (cached !== undefined && cached.ob_refcnt !== 0 && m.addressOfObject(cached) === address) return cached;
  const found = search(m, address);
  if (found !== null) cache.set(address, found);
  return found;
}

function search(m: Machine, address: number): PyObject | null {
  const seen = new Set<PyObject>();
  const pending: PyObject[] = [];
  const visit = (o: PyObject | null | undefined): void => {
    if (o === null || o === undefined || seen.has(o)) return;
    seen.add(o);
    pending.push(o);
  };
  for (const frame of [...frameStates(m), ...otherThreadsFrameStates(m)]) {
    for (const o of [...frame.bindings.map((b) => b.value), ...frame.evalStack, ...frame.owned]) visit(o);
  }
  for (const o of [m.None, m.True, m.False, m.Ellipsis, m.NotImplemented, m.emptyTuple, m.emptyStr, m.emptyBytes, m.modules, m.builtins]) visit(o);
  for (const o of [...m.smallInts, ...m.latin1Chars, ...m.byteObjects, ...Object.values(m.types), ...m.gc.tracked()]) visit(o as PyObject);
  for (let o = pending.pop(); o !== undefined; o = pending.pop()) {
    if (m.addressOfObject(o) === address && o.ob_refcnt !== 0) return o;
    visit(o.ob_type);
    o.ob_type.tp_traverse?.(m, o, visit);
  }
  m.chargeWork(seen.size);
  for (const o of m.interned.values()) if (m.addressOfObject(o) === address) return o;
  return null;
}

const refuse = (text: string): RunEnded => new RunEnded('not-simulated', text);

/** ob_refcnt as the field holds it: immortal objects have a fixed number, from 3.14 on with flags in the upper half. */
function refcountWord(m: Machine, o: PyObject): bigint {
  if (o.ob_refcnt >= 0) return BigInt(visibleRefcount(m, o));
  const count = BigInt(m.profile.immortalRefcount ?? 0);
  if (!m.profile.raw.immortalFlags) return count;
  return ((isStr(o) && strValue(o).length > 1 ? 1n : 5n) << 48n) | count;
}

/** The words of an object from its address on, as far as they are known. */
function wordsOf(m: Machine, o: PyObject): bigint[] {
  const address = (other: PyObject): bigint => BigInt(m.addressOfObject(other));
  const words = [refcountWord(m, o), address(o.ob_type)];
  if (isList(o)) {
    const { items, block, allocated } = o.data as ListData;
    words.push(BigInt(items.length), BigInt(addressOf(block, 0)) * (block === 0 ? 0n : 1n), BigInt(allocated));
  } else if (isTuple(o)) {
    words.push(BigInt(tupleItems(o).length));
    if (!m.profile.raw.tupleHash) words.push(...tupleItems(o).map(address));
  } else if (o.ob_type === m.types.float) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, o.data as number);
    words.push(view.getBigUint64(0));
  } else if (isInt(o)) {
    const value = BigInt(intValue(o));
    const digits: bigint[] = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 30n) digits.push(rest & 0x3fffffffn);
    const sign = value === 0n ? 1n : value < 0n ? 2n : 0n;
    const count = BigInt(digits.length);
    const small = m.profile.raw.immortalFlags && o.ob_refcnt < 0 ? 4n : 0n;
    words.push(m.profile.raw.taggedInts ? (count << 3n) | small | sign : value < 0n ? -count : count);
    for (let i = 0; i < Math.max(1, digits.length); i += 2) words.push((digits[i] ?? 0n) | ((digits[i + 1] ?? 0n) << 32n));
  } else if (isStr(o)) words.push(BigInt([...strValue(o)].length));
  return words;
}

/** `count` bytes from `address` on, which must lie in an object's known words. */
function read(m: Machine, address: number, count: number): Uint8Array {
  for (let back = 0; back <= 56; back += 8) {
    const o = objectAtOrDead(m, address - back);
    if (o === null) continue;
    const words = o.ob_refcnt === 0 ? [0n] : wordsOf(m, o);
    const view = new DataView(new ArrayBuffer(8 * words.length));
    words.forEach((word, i) => view.setBigUint64(8 * i, BigInt.asUintN(64, word), true));
    if (back + count > view.byteLength) throw refuse(`The bytes ${back} to ${back + count} of a ${o.ob_type.tp_name} object are not simulated.`);
    return new Uint8Array(view.buffer, back, count);
  }
  throw refuse(`There is no live object at address 0x${address.toString(16)}: what its bytes are is not simulated.`);
}

/** A dead instance's count stays 0 in its free block: the free list's link lies in front of it, where the collector's head was. */
function objectAtOrDead(m: Machine, address: number): PyObject | null {
  const dead = known.get(m)?.get(address);
  if (address % 8 !== 0) return null;
  const live = objectAt(m, address);
  if (live !== null || dead === undefined) return live;
  return dead.ob_refcnt === 0 && (dead.ob_type.tp_flags & TypeFlag.HAVE_GC) !== 0 && (dead.ob_type.tp_flags & TypeFlag.HEAP) !== 0 ? dead : null;
}

const addressArgument = (o: PyObject | undefined): number => (o !== undefined && isInt(o) ? Number(intValue(o)) : 0);

/** Makes the module. */
export function rawMemoryModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_raw_memory',
    functions: [
      { name: 'read', kind: 'fast', min: 2, max: 2, fn: (machine, _self, [address, count]) => newBytes(machine, read(machine, addressArgument(address), addressArgument(count))) },
      {
        name: 'object_at', kind: 'o',
        fn(machine, _self, address) {
          const o = objectAt(machine, addressArgument(address));
          if (o === null) throw refuse(`There is no live object at address 0x${addressArgument(address).toString(16)}: CPython would crash or find something else there.`);
          return incref(o);
        },
      },
      { name: 'incref', kind: 'o', fn: (machine, _self, o) => (incref(o), incref(machine.None)) },
      {
        name: 'decref', kind: 'o',
        fn(machine, _self, o) {
          if (o instanceof PyType || o.ob_refcnt === 1) throw refuse('Giving away a reference that is still in use is not simulated: CPython would crash.');
          decref(machine, o);
          return incref(machine.None);
        },
      },
      { name: 'refuse', kind: 'o', fn: (_machine, _self, text) => { throw refuse(strValue(text)); } },
      { name: 'word_count', kind: 'o', fn: (machine, _self, o) => newInt(machine, wordsOf(machine, o).length) },
    ],
  });
}
