// Native half of ctypes: the simulated memory as bytes (what `ctypes.c_long.from_address(id(x))` reads), and the reference counts that
// `ctypes.pythonapi` changes. What `layout/` does not model is "not simulated".
import type { Machine } from '../machine.ts';
import type { WordView } from '../recording-types.ts';
import { RunEnded } from '../errors.ts';
import { intValue, isInt } from '../objects/int.ts';
import { headerWords, layoutOf, objectBytes } from '../layout/layout.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { newBytes } from '../objects/bytes.ts';
import { strValue } from '../objects/str.ts';
import { PyType, TypeFlag, hasFlag } from '../objects/type.ts';
import { isStaticBlock } from '../memory/memory.ts';
import { otherThreadsFrameStates, frameStates } from '../vm/run.ts';

/** Objects by the address that was asked for last; a machine looks the same ones up again and again. */
const known = new WeakMap<Machine, Map<number, PyObject>>();

/** The live object at an address (borrowed); null = none is known there. */
function objectAt(m: Machine, address: number): PyObject | null {
  const cached = known.get(m)?.get(address);
  if (cached !== undefined && cached.ob_refcnt !== 0 && m.addressOfObject(cached) === address) return cached;
  return remembered(m, search(m, (o) => m.addressOfObject(o) === address));
}

function remembered(m: Machine, o: PyObject | null): PyObject | null {
  const cache = known.get(m) ?? new Map<number, PyObject>();
  known.set(m, cache);
  if (o !== null) cache.set(m.addressOfObject(o), o);
  return o;
}

/** The first live object of which `isWanted` holds. */
function search(m: Machine, isWanted: (o: PyObject) => boolean): PyObject | null {
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
    if (o.ob_refcnt !== 0 && isWanted(o)) return o;
    visit(o.ob_type);
    o.ob_type.tp_traverse?.(m, o, visit);
  }
  m.chargeWork(seen.size);
  for (const o of m.interned.values()) if (isWanted(o)) return o;
  return null;
}

const refuse = (text: string): RunEnded => new RunEnded('not-simulated', text);

/** `count` bytes from `address` on: of an object, of the words before it, or of a block that belongs to an object that was looked at before. */
function read(m: Machine, address: number, count: number): Uint8Array {
  if (address % 8 === 0 && count === 8) {
    const header = headerAt(m, address);
    if (header !== null) return littleEndian(header, 8);
  }
  const owner = ownerOf(m, address);
  if (owner === null) throw refuse(`There is no live object at address 0x${address.toString(16)}: what its bytes are is not simulated.`);
  m.chargeWork(count);
  const bytes = new Uint8Array(count);
  let at = 0;
  for (const word of wordsAround(m, owner, address)) {
    const from = address + at - word.address;
    if (at === count || from < 0 || from >= word.bytes) continue;
    if (word.hex === null) throw refuse(`The bytes of ${word.label} in a ${owner.ob_type.tp_name} object are not simulated.`);
    const part = littleEndian(BigInt(word.hex), word.bytes).subarray(from, from + count - at);
    bytes.set(part, at);
    at += part.length;
  }
  if (at < count) throw refuse(`What lies at address 0x${(address + at).toString(16)}, behind a ${owner.ob_type.tp_name} object, is not simulated.`);
  return bytes;
}

/** The word there if it is the count or type of an object that was looked at before: what programs read in loops. */
function headerAt(m: Machine, address: number): bigint | null {
  const cache = known.get(m);
  const object = cache?.get(address);
  if (object !== undefined) {
    const now = objectAt(m, address);
    if (now !== null) return headerWords(m, now)[0];
    // A dead instance's count stays 0 in its free block: the free list's link lies in front of it, where the collector's head was.
    return hasFlag(object.ob_type, TypeFlag.HAVE_GC) && hasFlag(object.ob_type, TypeFlag.HEAP) ? 0n : null;
  }
  const before = cache?.get(address - 8);
  return before !== undefined && objectAt(m, address - 8) === before ? headerWords(m, before)[1] : null;
}

function littleEndian(value: bigint, count: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt.asUintN(64, value), true);
  return new Uint8Array(view.buffer, 0, count);
}

/** Whether an address lies in the object's own block. */
function holds(m: Machine, o: PyObject, address: number): boolean {
  const start = m.addressOfObject(o) - o.ob_type.tp_presize;
  return address >= start && address < start + objectBytes(m, o);
}

/** The object in whose memory an address lies. Places of start-up's objects leave less room than their types say: the last one that begins before it. */
function ownerOf(m: Machine, address: number): PyObject | null {
  const candidates = [...(known.get(m)?.values() ?? [])].filter((o) => o.ob_refcnt !== 0);
  m.chargeWork(candidates.length);
  let owner: PyObject | null = null;
  const consider = (o: PyObject): boolean => {
    if (holds(m, o, address) && (owner === null || m.addressOfObject(o) > m.addressOfObject(owner))) owner = o;
    return m.addressOfObject(o) === address;
  };
  candidates.forEach(consider);
  owner ??= candidates.find((o) => wordsAround(m, o, address).length > 0) ?? null;
  if (owner !== null && !isStaticBlock((owner as PyObject).block)) return owner;
  search(m, consider);
  return remembered(m, owner);
}

/** The words of the object's block in which an address lies; none: in no block of it. */
function wordsAround(m: Machine, o: PyObject, address: number): readonly WordView[] {
  const { blocks } = layoutOf(m, o, { describe: () => '', maxWords: Infinity, address });
  return blocks.find((block) => address >= block.address && address < block.address + block.requestedBytes)?.words ?? [];
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
    ],
  });
}
