// The measured facts of every version hold, but for the committed differences.
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '#lib/engine/index.ts';
import { checkGrowth, checkPrograms, checkSizes, readKnownFacts } from './facts.ts';

const known = readKnownFacts();

describe.each(PYTHON_VERSIONS)('facts %s', (python) => {
  test.each([['sizes of values', checkSizes], ['growth curves and tables', checkGrowth], ['programs', checkPrograms]] as const)('%s are as measured', (_name, check) => {
    const broken = check(python).differences.filter((d) => !known.has(d.id));
    expect(broken).toEqual([]);
  });
});
