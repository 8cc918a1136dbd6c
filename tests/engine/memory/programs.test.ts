// What calls and printing do to memory, against recorded output: programs/NAME.py with what CPython 3.13 (NAME.out), 3.11 and 3.12 print into a pipe
// (PYTHONHASHSEED=0).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMachine } from '#lib/engine/index.ts';

const FOLDER = join(import.meta.dirname, 'programs');
const NAMES = readdirSync(FOLDER).filter((file) => file.endsWith('.py')).map((file) => file.slice(0, -3));

describe.each(['3.11', '3.12', '3.13'] as const)('%s', (python) => {
  test.each(NAMES)('%s prints what CPython prints', (name) => {
    const expected = readFileSync(join(FOLDER, python === '3.13' ? `${name}.out` : `${name}.${python}.out`), 'utf8');
    const result = createMachine({ source: readFileSync(join(FOLDER, `${name}.py`), 'utf8'), filename: `${name}.py`, python, stdout: 'pipe' }).run();
    expect(result.message).toBeNull();
    expect(result.stdout).toBe(expected);
  });
});

test('stdout: a terminal shows each line at once and holds nothing', () => {
  const source = "import sys\ns = ''.join(['a', 'b'])\nprint(s)\nprint(sys.getrefcount(s))\n";
  expect(createMachine({ source }).run().stdout).toBe('ab\n2\n');
  expect(createMachine({ source, stdout: 'pipe' }).run().stdout).toBe('ab\n3\n');
});
