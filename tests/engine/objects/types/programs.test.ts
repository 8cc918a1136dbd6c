// Classes, instances, exceptions and weak references against recorded output: programs/NAME.py with what CPython 3.13 (NAME.out), 3.11 and 3.12 print
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
    const result = createMachine({ source: readFileSync(join(FOLDER, `${name}.py`), 'utf8'), filename: `${name}.py`, python }).run();
    expect(result.message).toBeNull();
    expect(result.stdout).toBe(expected);
  });
});

describe.each([
  ['3.11', 6],
  ['3.12', 6],
  ['3.13', 6],
  ['3.14', 6],
  ['3.15', 4],
] as const)('%s', (python, objects) => {
  test('types: a dropped class is the right number of garbage objects', () => {
    const source = 'import gc\ngc.collect()\nclass A: pass\ndel A\nprint(gc.collect())\n';
    expect(createMachine({ source, python }).run().stdout).toBe(`${objects}\n`);
  });
});

test('types: instances get smaller while the class is young', () => {
  const source = 'class A: pass\nprint([id(A()) == id(A()) for _ in range(12)])\n';
  const expected = [false, false, false, true, true, true, true, false, false, false, false, true];
  const printed = createMachine({ source }).run().stdout;
  expect(printed).toBe(`[${expected.map((same) => (same ? 'True' : 'False')).join(', ')}]\n`);
});
