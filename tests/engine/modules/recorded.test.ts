// The library against what real CPython printed: each program of programs/ under the versions that it was recorded with.
//
// NAME.out is what 3.13 printed; NAME.3.11.out and NAME.3.12.out only where they differ; NAME.3.14.out and NAME.3.15.out where there are any. Recorded with
// PYTHONHASHSEED=0; none prints an address. record.sh and record-pyodide.mjs beside this file make them where those interpreters are installed.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMachine, type PythonVersion } from '#lib/engine/index.ts';

const PROGRAMS = path.join(import.meta.dirname, 'programs');
const RECORDED: readonly PythonVersion[] = ['3.11', '3.12', '3.13'];
const RECORDED_APART: readonly PythonVersion[] = ['3.14', '3.15'];
const names = fs.readdirSync(PROGRAMS).filter((file) => file.endsWith('.py')).map((file) => file.slice(0, -3));

function check(name: string, python: PythonVersion, recorded: string): void {
  const { stdout, message } = createMachine({ source: fs.readFileSync(path.join(PROGRAMS, `${name}.py`), 'utf8'), filename: `${name}.py`, python }).run();
  expect(message ?? stdout).toBe(fs.readFileSync(recorded, 'utf8'));
}

describe.each(RECORDED)('library %s', (python) => {
  test.each(names)('%s prints what CPython prints', (name) => {
    const own = path.join(PROGRAMS, `${name}.${python}.out`);
    check(name, python, fs.existsSync(own) ? own : path.join(PROGRAMS, `${name}.out`));
  });
});

describe.each(RECORDED_APART)('library %s', (python) => {
  const recorded = (name: string): string => path.join(PROGRAMS, `${name}.${python}.out`);
  test.each(names.filter((name) => fs.existsSync(recorded(name))))('%s prints what CPython prints', (name) => check(name, python, recorded(name)));
});

test.each(names)('%s prints something in one version at least', (name) => {
  const outputs = fs.readdirSync(PROGRAMS).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.out'));
  expect(outputs.some((file) => fs.statSync(path.join(PROGRAMS, file)).size > 0)).toBe(true);
});
