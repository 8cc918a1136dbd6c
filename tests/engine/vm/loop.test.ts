// The evaluation loop's source: its literal case numbers are the opcodes', and its bytecode stays below what V8 optimises.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { OPCODE_BY_NAME } from '#lib/engine/compiler/opcodes.ts';

const VM = path.join(import.meta.dirname, '../../../lib/engine/vm');
/** V8's max_optimized_bytecode_size. */
const OPTIMISED_BYTES = 61_440;

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

test('loop: V8 can optimise it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pyarena-loop-'));
  try {
    const bundle = path.join(folder, 'engine.mjs');
    buildSync({ entryPoints: [path.join(VM, '../index.ts')], bundle: true, format: 'esm', platform: 'node', outfile: bundle, logLevel: 'error' });
    const script = path.join(folder, 'run.mjs');
    writeFileSync(script, `import { createMachine } from './engine.mjs'; createMachine({ source: 'x = 1' }).run();`);
    const printed = execFileSync('node', ['--print-bytecode', '--print-bytecode-filter=run', script], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const sizes = [...printed.matchAll(/Bytecode length: (\d+)/g)].map((match) => Number(match[1]));
    expect(Math.max(...sizes)).toBeGreaterThan(2_000);
    expect(Math.max(...sizes)).toBeLessThan(OPTIMISED_BYTES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
