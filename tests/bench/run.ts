// `npm run bench`: the workloads in this engine and in the other Pythons for JavaScript, in one run on one machine, as medians and ratios in Markdown.
// The rivals are installed by the bench itself, outside the project's dependencies. `--only pyarena,pyodide`, `--workload calls`, `--json FILE`.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);
const HERE = import.meta.dirname;
const ROOT = path.join(HERE, '../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/pyarena/bench');
const RIVALS = { pyodide: 'pyodide@314.0.7', skulpt: 'skulpt@1.2.0', brython: 'brython@3.14.3', micropython: '@micropython/micropython-webassembly-pyscript@1.27.0' } as const;
/** All runs of one workload in one engine together may take this long; a row then says so. */
const TIMEOUT_MS = 60_000;
/** Starts of each command for the cold figures; the fastest counts, for other work on the machine only adds to it. */
const COLD_STARTS = 9;

interface Timing {
  readonly bootMs: number;
  readonly firstMs: number;
  readonly steadyMs: number;
  readonly stdout: string;
}

const { values } = parseArgs({ options: { only: { type: 'string' }, workload: { type: 'string', multiple: true }, json: { type: 'string' } } });
await installRivals();
await build({ entryPoints: [path.join(ROOT, 'lib/engine/index.ts')], bundle: true, format: 'esm', platform: 'neutral', target: 'es2022', outfile: path.join(CACHE, 'pyarena.mjs'), logLevel: 'error' });
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
const clock = fs.existsSync('/proc/self/schedstat') ? "of the main thread's CPU time" : 'by the clock';
print(`Steady state, ms ${clock} (median of 5 runs after the first; in brackets how many times as long as this engine)`, 'steadyMs');
print(`First run in a process, ms ${clock}`, 'firstMs');
const cold = await coldStarts();
if (values.json !== undefined) fs.writeFileSync(values.json, JSON.stringify({ cold, workloads: Object.fromEntries([...table].map(([name, row]) => [name, Object.fromEntries(row)])) }, null, 1));

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

/** The command that runs a program in an engine with the bench's own timing. */
function commandOf(engine: string, program: string): readonly [string, ...string[]] {
  return engine === 'cpython' ? ['python3', path.join(CACHE, 'run-cpython.py'), program] : [process.execPath, path.join(CACHE, `run-${engine}.mjs`), program];
}

async function time(engine: string, program: string): Promise<Timing | string> {
  const [command, ...args] = commandOf(engine, program);
  try {
    const { stdout } = await run(command, args, { cwd: CACHE, timeout: TIMEOUT_MS, maxBuffer: 64 << 20, env: { ...process.env, PYARENA_BUNDLE: path.join(CACHE, 'pyarena.mjs') } });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Timing;
  } catch (trouble) {
    return trouble instanceof Error && 'killed' in trouble && trouble.killed === true ? `over ${TIMEOUT_MS / 1000} s` : 'fails';
  }
}

function checkSameOutput(workload: string, row: ReadonlyMap<string, Timing | string>): void {
  const outputs = [...row].flatMap(([engine, timing]) => (typeof timing === 'string' ? [] : [[engine, timing.stdout.trim()] as const]));
  const reference = outputs.find(([engine]) => engine === 'cpython') ?? outputs.find(([engine]) => engine === 'pyodide');
  for (const [engine, stdout] of outputs) if (reference !== undefined && stdout !== reference[1]) console.error(`${workload}: ${engine} printed ${JSON.stringify(stdout)}, ${reference[0]} ${JSON.stringify(reference[1])}`);
}

function print(title: string, field: 'steadyMs' | 'firstMs'): void {
  console.log(`\n${title}\n\n| workload | ${engines.join(' | ')} |\n| --- |${' ---: |'.repeat(engines.length)}`);
  for (const [workload, row] of table) {
    const own = row.get('pyarena');
    const cells = engines.map((engine) => {
      const timing = row.get(engine);
      if (timing === undefined || typeof timing === 'string') return timing ?? '-';
      const ratio = typeof own === 'object' && engine !== 'pyarena' ? ` (${(timing[field] / own[field]).toFixed(1)}×)` : '';
      return timing[field].toFixed(timing[field] < 10 ? 1 : 0) + ratio;
    });
    console.log(`| ${workload} | ${cells.join(' | ')} |`);
  }
}

/** From starting a process to the end of a one-line program; this engine by its command line, the others by their loaders. Node's engines only. */
async function coldStarts(): Promise<Record<string, number>> {
  const hello = path.join(CACHE, 'hello.py');
  fs.writeFileSync(hello, "print('hello', sum(range(10)))\n");
  const commands: Record<string, readonly string[]> = { 'node alone': ['-e', '0'] };
  for (const engine of engines) if (engine !== 'cpython') commands[engine] = commandOf(engine, hello).slice(1);
  if (engines.includes('pyarena')) commands.pyarena = [path.join(ROOT, 'scripts/py.cjs'), hello];
  const fastest: Record<string, number> = {};
  for (const [name, args] of Object.entries(commands)) {
    let least = Infinity;
    for (let i = 0; i < COLD_STARTS; i++) {
      const { stderr } = await run(process.execPath, ['--require', path.join(CACHE, 'cpu-at-exit.cjs'), ...args], { cwd: CACHE, timeout: TIMEOUT_MS, env: { ...process.env, BENCH_RUNS: '1' } });
      least = Math.min(least, Number(/cpu-at-exit (\S+)/.exec(stderr)?.[1]));
    }
    fastest[name] = least;
  }
  const alone = fastest['node alone'] as number;
  console.log(`\nCold start: a one-line program from starting the process to its end, ms ${clock} (fastest of ${COLD_STARTS})\n\n| command | ms | more than Node alone |\n| --- | ---: | ---: |`);
  for (const [name, ms] of Object.entries(fastest)) console.log(`| ${name} | ${ms.toFixed(0)} | ${name === 'node alone' ? '' : (ms - alone).toFixed(0)} |`);
  return fastest;
}
