// Hashes, digits and elementary functions against recorded values of CPython (PYTHONHASHSEED=0) and glibc.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Machine } from '#lib/engine/machine.ts';
import { hashFloat, hashInteger, hashText, hashValue } from '#lib/engine/objects/hash.ts';
import * as libm from '#lib/engine/objects/libm.ts';
import { doubleToText, floatRepr } from '#lib/engine/objects/number-text.ts';
import type { PyObject } from '#lib/engine/objects/object.ts';

interface Recorded {
  readonly fmts: readonly string[];
  /** Doubles as big-endian hexadecimal. */
  readonly fin: readonly string[];
  /** repr, one text per format, hex, hash, then roundings. */
  readonly f: readonly (readonly string[])[];
  readonly sh: readonly (readonly [string, string])[];
  readonly ih: readonly (readonly [string, string])[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const recorded = read('numbers.json') as Recorded;
/** The only things that hashing asks of a machine. */
const machine = { hashHi: 0, chargeWork: () => {} } as unknown as Machine;
const none = null as unknown as PyObject;

test('hash: SipHash of strings of every length and kind', () => {
  for (const [text, hash] of recorded.sh) {
    const points = [...text].map((char) => char.codePointAt(0) ?? 0);
    const widest = Math.max(0, ...points);
    const kind = widest < 256 ? 1 : widest < 65536 ? 2 : 4;
    const lo = hashText(machine, text, points.length, kind, kind === 4 ? points : null);
    expect(String(hashValue(machine, lo))).toBe(hash);
  }
});

test('hash: integers of any size', () => {
  for (const [text, hash] of recorded.ih) {
    const value = Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
    const lo = hashInteger(machine, value);
    expect(String(hashValue(machine, lo))).toBe(hash);
  }
});

test('float: repr, formats and hash', () => {
  recorded.fin.forEach((hex, i) => {
    const value = Buffer.from(hex, 'hex').readDoubleBE(0);
    const row = recorded.f[i] ?? [];
    expect(floatRepr(value)).toBe(row[0]);
    recorded.fmts.forEach((format, k) => {
      const match = /%(#?)(?:\.(\d+))?(.)/.exec(format);
      const text = doubleToText(value, match?.[3] ?? 'g', Number(match?.[2] ?? '6'), { alternate: match?.[1] === '#' });
      expect(text, `${format} of ${row[0]}`).toBe(row[k + 1]);
    });
    const lo = hashFloat(machine, value, none);
    expect(String(hashValue(machine, lo))).toBe(row[recorded.fmts.length + 2]);
  });
});

test('libm: as glibc rounds, but for rare last digits', () => {
  const functions = libm as unknown as Record<string, (...args: number[]) => number>;
  const rows = read('libm.json') as readonly (readonly [string, readonly number[], string])[];
  // erfc, erf and gamma of glibc are not correctly rounded themselves.
  const exact = rows.filter(([name]) => !['erfc', 'erf', 'gamma', 'lgamma'].includes(name));
  const wrong = exact.filter(([name, args, text]) => floatRepr(functions[name]?.(...args) ?? NaN) !== text);
  expect(wrong.length / exact.length).toBeLessThan(0.01);
});
