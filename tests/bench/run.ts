// `npm run bench`: the workloads in this engine and in the other Pythons for JavaScript, in one run on one machine, as medians and ratios.
// The rivals are installed by the bench itself, outside the project's dependencies. `--only pyarena,pyodide`, `--workload calls`, `--json FILE`.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);
const HERE = import.meta.dirname;
const CACHE = path.join(HERE, '../../node_modules/.cache/pyarena/bench');
const RIVALS = { pyodide: 'pyodide@314.0.7', skulpt: 'skulpt@1.2.0', brython: 'brython@3.14.3', micropython: '@micropython/micropython-webassembly-pyscript@1.27.0' } as const;
/** One run of one workload may take this long. */
const TIMEOUT_MS = 180_000;

interface Timing {
  readonly bootMs: number;
  readonly firstMs: number;
  readonly steadyMs: number;
  readonly wholeMs: number;
  readonly stdout: string;
}

const { values } = parseArgs({ options: { only: { type: 'string' }, workload: { type: 'string', multiple: true }, json: { type: 'string' } } });
await installRivals();
await build({ entryPoints: [path.join(HERE, '../../lib/engine/index.ts')], bundle: true, format: 'esm', platform: 'neutral', target: 'es2022', outfile: path.join(CACHE, 'pyarena.mjs'), logLevel: 'error' });
for (const file of fs.readdirSync(path.join(HERE, 'rivals'))) fs.copyFileSync(path.join(HERE, 'rivals', file), path.join(CACHE, file));

const python = await realPython();
const engines = ['pyarena', ...Object.keys(RIVALS), ...(python === null ? [] : ['cpython'])].filter((name) => values.only === undefined || values.only.split(',').includes(name));
const workloads = fs.readdirSync(path.join(HERE, 'workloads')).map((file) => file.replace('.py', '')).filter((name) => values.workload === undefined || values.workload.includes(name));

const table = new Map<string, Map<string, Timing | string>>();
for (const workload of workloads) {
  const row = new Map<string, Timing | string>();
  for (const engine of engines) row.set(engine, await time(engine, path.join(HERE, 'workloads', `${workload}.py`)));
  table.set(workload, row);
  checkSameOutput(workload, row);
  console.error(`${workload} done`);
}
print('Steady state, ms (median of 3 runs in one process; × = this engine is so many times faster)', 'steadyMs');
print('First run, ms', 'firstMs');
print('Cold start: process start to result of the first run is bootMs + firstMs', 'bootMs');
if (values.json !== undefined) fs.writeFileSync(values.json, JSON.stringify(Object.fromEntries([...table].map(([name, row]) => [name, Object.fromEntries(row)])), null, 1));

async function installRivals(): Promise<void> {
  fs.mkdirSync(CACHE, { recursive: true });
  if (!fs.existsSync(path.join(CACHE, 'package.json'))) fs.writeFileSync(path.join(CACHE, 'package.json'), '{"private": true}');
  const missing = Object.entries(RIVALS).filter(([, spec]) => !fs.existsSync(path.join(CACHE, 'node_modules', spec.replace(/(.)@.*$/, '$1'))));
  if (missing.length > 0) await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...missing.map(([, spec]) => spec)], { cwd: CACHE });
}

async function realPython(): Promise<string | null> {
  try {
    return (await run('python3', ['-c', 'import sys; print(sys.version.split()[0])'])).stdout.trim();
  } catch {
    return null;
  }
}

async function time(engine: string, workload: string): Promise<Timing | string> {
  const [command, args] = engine === 'cpython' ? ['python3', [path.join(CACHE, 'run-cpython.py'), workload]] : [process.execPath, [path.join(CACHE, `run-${engine}.mjs`), workload]];
  const start = performance.now();
  try {
    const { stdout } = await run(command as string, args as string[], { cwd: CACHE, timeout: TIMEOUT_MS, maxBuffer: 64 << 20, env: { ...process.env, PYARENA_BUNDLE: path.join(CACHE, 'pyarena.mjs') } });
    return { ...(JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Omit<Timing, 'wholeMs'>), wholeMs: performance.now() - start };
  } catch (trouble) {
    return (trouble instanceof Error ? trouble.message : String(trouble)).split('\n').filter((line) => line.trim() !== '').at(-1)?.slice(0, 60) ?? 'failed';
  }
}

function checkSameOutput(workload: string, row: ReadonlyMap<string, Timing | string>): void {
  const outputs = [...row].flatMap(([engine, timing]) => (typeof timing === 'string' ? [] : [[engine, timing.stdout.trim()] as const]));
  const reference = outputs.find(([engine]) => engine === 'cpython') ?? outputs.find(([engine]) => engine === 'pyodide');
  for (const [engine, stdout] of outputs) if (reference !== undefined && stdout !== reference[1]) console.error(`${workload}: ${engine} printed ${JSON.stringify(stdout)}, ${reference[0]} ${JSON.stringify(reference[1])}`);
}

function print(title: string, field: 'steadyMs' | 'firstMs' | 'bootMs'): void {
  console.log(`\n${title}\n${'workload'.padEnd(16)}${engines.map((e) => e.padStart(18)).join('')}`);
  for (const [workload, row] of table) {
    const own = row.get('pyarena');
    const cells = engines.map((engine) => {
      const timing = row.get(engine);
      if (timing === undefined || typeof timing === 'string') return (timing ?? '-').slice(0, 16).padStart(18);
      const ratio = typeof own === 'object' && engine !== 'pyarena' ? ` ${(timing[field] / own[field]).toFixed(1)}×` : '';
      return `${timing[field].toFixed(timing[field] < 10 ? 1 : 0)}${ratio}`.padStart(18);
    });
    console.log(workload.padEnd(16) + cells.join(''));
  }
}
