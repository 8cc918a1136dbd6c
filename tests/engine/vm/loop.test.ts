// The evaluation loop's source: its literal case numbers are the opcodes'.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { OPCODE_BY_NAME } from '#lib/engine/compiler/opcodes.ts';

const VM = path.join(import.meta.dirname, '../../../lib/engine/vm');

const cases = ['eval.ts', 'rare-ops.ts'].flatMap((file) =>
  [...readFileSync(path.join(VM, file), 'utf8').matchAll(/case (\d+): \/\* ([A-Z_0-9]+) \*\//g)].map((match) => ({ file, number: Number(match[1]), name: match[2] ?? '' })),
);

test('loop: every case number is its opcode', () => {
  expect(cases.filter(({ name, number }) => OPCODE_BY_NAME.get(name) !== number)).toEqual([]);
});

test('loop: every instruction has a case', () => {
  const handled = new Set(cases.map(({ name }) => name));
  const missing = [...OPCODE_BY_NAME].filter(([name, code]) => code < 256 && !handled.has(name));
  expect(missing).toEqual([]);
});
