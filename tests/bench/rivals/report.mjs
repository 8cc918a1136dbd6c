// Times a workload in one process: the first run, then the median of later ones (steady state). With BENCH_RUNS=1 only the first.
// Where the system tells, time is what the main thread spent on a CPU: other work on the machine then disturbs the figures less.
import fs from 'node:fs';

const SCHEDSTAT = '/proc/self/schedstat';
const RUNS = Number(process.env.BENCH_RUNS ?? 6);

/** Milliseconds of the main thread's CPU time (Linux), else of the clock. */
export const now = fs.existsSync(SCHEDSTAT) ? () => Number(fs.readFileSync(SCHEDSTAT, 'utf8').split(' ')[0]) / 1e6 : () => performance.now();

export async function report(bootMs, run) {
  const times = [];
  let stdout = '';
  for (let i = 0; i < RUNS; i++) {
    const start = now();
    stdout = await run();
    times.push(now() - start);
  }
  const [firstMs, ...later] = times;
  process.stdout.write(JSON.stringify({ bootMs, firstMs, steadyMs: later.sort((a, b) => a - b)[later.length >> 1] ?? firstMs, stdout }) + '\n');
}
