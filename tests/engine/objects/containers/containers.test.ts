// Containers and their modules against recorded output: programs/NAME.py with what CPython 3.13 (NAME.out) and, where recorded, 3.11 and 3.12 print
// (PYTHONHASHSEED=0).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMachine } from '#lib/engine/index.ts';
import type { PythonVersion } from '#lib/engine/index.ts';

const FOLDER = join(import.meta.dirname, 'programs');
const NAMES = readdirSync(FOLDER).filter((file) => file.endsWith('.py')).map((file) => file.slice(0, -3));

function recorded(name: string, python: PythonVersion): string | null {
  const path = join(FOLDER, python === '3.13' ? `${name}.out` : `${name}.${python}.out`);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

describe.each(['3.11', '3.12', '3.13'] as const)('%s', (python) => {
  for (const name of NAMES) {
    const expected = recorded(name, python);
    if (expected === null) continue;
    test(`${name} prints what CPython prints`, () => {
      const result = createMachine({ source: readFileSync(join(FOLDER, `${name}.py`), 'utf8'), filename: `${name}.py`, python }).run();
      expect(result.message).toBeNull();
      expect(result.stdout).toBe(expected);
    });
  }
});
