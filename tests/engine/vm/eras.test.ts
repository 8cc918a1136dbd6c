// What depends on how a version runs its code, in whole programs: NAME.py and what CPython 3.11.7, 3.12.1 and 3.13.0 printed for it with PYTHONHASHSEED=0
// (NAME.3.11.out …; one file for versions that agree is NAME.out).
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lines } from './running.ts';

const HERE = path.join(import.meta.dirname, 'eras');
const names = fs.readdirSync(HERE).filter((file) => file.endsWith('.py')).map((file) => file.slice(0, -3));
const cases = names.flatMap((name) => (['3.11', '3.12', '3.13'] as const).map((python) => [name, python] as const));

test.each(cases)('eras: %s prints what CPython %s does', (name, python) => {
  const own = path.join(HERE, `${name}.${python}.out`);
  const expected = fs.readFileSync(fs.existsSync(own) ? own : path.join(HERE, `${name}.out`), 'utf8');
  const source = fs.readFileSync(path.join(HERE, `${name}.py`), 'utf8');
  expect(lines(source, { python })).toEqual(expected.trimEnd().split('\n'));
});
