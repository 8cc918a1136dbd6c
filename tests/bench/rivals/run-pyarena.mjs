// One workload in this engine. Prints {bootMs, firstMs, steadyMs, stdout}.
import fs from 'node:fs';
import { now, report } from './report.mjs';

const start = now();
const { createMachine } = await import(process.env.PYARENA_BUNDLE);
const bootMs = now() - start;
const source = fs.readFileSync(process.argv[2], 'utf8');
const limits = { steps: 2e9, memoryBytes: 2 ** 31 };
report(bootMs, async () => {
  const result = createMachine({ source, limits }).run();
  if (result.status !== 'ok') throw new Error(`${result.status}: ${result.stderr}`);
  return result.stdout;
});
