// Every conformance program that agreed with CPython must go on agreeing; the list of known differences only shrinks.
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '#lib/engine/index.ts';
import { listPrograms, parseExpected, readKnownDifferences, runOne } from './harness.ts';

const known = new Map(readKnownDifferences().map((d) => [d.id, d.channel]));
const areas = [...new Set(listPrograms().map((p) => p.area))];

test('harness: a recorded result is split into stdout, stderr and exit status', () => {
  expect(parseExpected('a\n--- stderr\nb\n--- exit 1\n')).toEqual({ stdout: 'a\n', stderr: 'b\n', exit: 1 });
  expect(parseExpected('--- stderr\nb\n')).toEqual({ stdout: '', stderr: 'b\n', exit: 0 });
  expect(parseExpected('a\n')).toEqual({ stdout: 'a\n', stderr: '', exit: 0 });
});

describe.each(PYTHON_VERSIONS)('conformance %s', (python) => {
  test.each(areas)('%s: what agreed with CPython still agrees', (area) => {
    const broken = listPrograms([area])
      .map(({ name }) => runOne(area, name, python))
      .filter((o) => {
        const channel = known.get(`${python} ${area}/${o.name}`);
        return channel === 'stdout' ? false : channel === 'stderr' ? !o.stdoutAgrees : !o.stderrAgrees;
      })
      .map((o) => `${o.name}: ${o.firstDifference}`);
    expect(broken).toEqual([]);
  });
});
