// The measured facts of every version hold, but for the committed differences.
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '#lib/engine/index.ts';
import { checkGrowth, checkPrograms, checkSizes, readKnownFacts, withoutRandomAddresses } from './facts.ts';

const known = readKnownFacts();

describe.each(PYTHON_VERSIONS)('facts %s', (python) => {
  test.each([['sizes of values', checkSizes], ['growth curves and tables', checkGrowth], ['programs', checkPrograms]] as const)('%s are as measured', (_name, check) => {
    const broken = check(python).differences.filter((d) => !known.has(d.id));
    expect(broken).toEqual([]);
  });
});

test('random heap addresses are compared by who appears when, everything else as it stands', () => {
  const same = (a: readonly string[], b: readonly string[]): void => expect(withoutRandomAddresses(a)).toEqual(withoutRandomAddresses(b));
  const differ = (a: readonly string[], b: readonly string[]): void => expect(withoutRandomAddresses(a)).not.toEqual(withoutRandomAddresses(b));
  same(['<A 0x7f10000000a0> <B 0x7f1000000140>', '0x7f10000000a0'], ['<A 0x7fe123456780> <B 0x7fe123450000>', '0x7fe123456780']);
  differ(['<A 0x7f10000000a0> <B 0x7f1000000140>', '0x7f10000000a0'], ['<A 0x7fe123456780> <B 0x7fe123450000>', '0x7fe123450000']);
  differ(['0x7f10000000a0'], ['0x7fe123456788']);
  differ(['0xc0000000'], ['0xffffffff']);
  differ(['0x7f'], ['0x7e']);
});
