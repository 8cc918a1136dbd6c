// V8 never optimises a function whose bytecode is longer than 61,440 bytes, and says so nowhere: the evaluation loop would just be ten times slower.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';

/** max_optimized_bytecode_size (v8 --v8-options). */
const V8_LIMIT = 60 * 1024;
/** What the loop may use: half of the limit, since the optimiser's time grows with it too. */
const ALLOWED = V8_LIMIT / 2;

const PROGRAM = `
import { createMachine } from './index.ts';
const { status } = createMachine({ source: 'n = 0\\nfor i in range(10):\\n    n += i' }).run();
if (status !== 'ok') throw new Error(status);
`;

test('the evaluation loop stays within what V8 optimises', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loop-size-'));
  try {
    const outfile = path.join(folder, 'program.mjs');
    const engine = path.join(import.meta.dirname, '../../../lib/engine');
    buildSync({ stdin: { contents: PROGRAM, resolveDir: engine, loader: 'ts' }, bundle: true, format: 'esm', platform: 'node', target: 'node20', outfile, logLevel: 'error' });
    const listing = execFileSync(process.execPath, ['--print-bytecode', '--print-bytecode-filter=runSlice', outfile], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const sizes = [...listing.matchAll(/^Bytecode length: (\d+)$/gm)].map((found) => Number(found[1]));
    const loop = Math.max(...sizes);
    expect(loop, 'the loop was found').toBeGreaterThan(4000);
    expect(loop).toBeLessThan(ALLOWED);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
