// The library against what real CPython printed: each program of programs/ under the versions that it was recorded with.
//
// NAME.out is what 3.13 printed; NAME.3.11.out and NAME.3.12.out only where they differ. Recorded with PYTHONHASHSEED=0; none prints an address.
// tests/engine/modules/record.sh makes them where those interpreters are installed.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMachine, type PythonVersion } from '#lib/engine/index.ts';

const PROGRAMS = path.join(import.meta.dirname, 'programs');
const RECORDED: readonly PythonVersion[] = ['3.11', '3.12', '3.13'];
const names = fs.readdirSync(PROGRAMS).filter((file) => file.endsWith('.py')).map((file) => file.slice(0, -3));

describe.each(RECORDED)('library %s', (python) => {
  test.each(names)('%s prints what CPython prints', (name) => {
    const base = path.join(PROGRAMS, name);
    const own = `${base}.${python}.out`;
    const expected = fs.readFileSync(fs.existsSync(own) ? own : `${base}.out`, 'utf8');
    const { stdout, message } = createMachine({ source: fs.readFileSync(`${base}.py`, 'utf8'), filename: `${name}.py`, python }).run();
    expect(message ?? stdout).toBe(expected);
  });
});
