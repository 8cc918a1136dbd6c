// `npm run bench:growth`: how time per object grows with the number of live objects, for allocation, a full collection, a snapshot and the
// deallocation of a long chain. Figures that stay level are linear algorithms; `--json FILE` keeps them.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { snapshotOf, startRun } from '../../lib/engine/machine-run.ts';
import { dictSetStr } from '../../lib/engine/objects/dict.ts';
import { execMain, mainNamespace } from '../../lib/engine/vm/run.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** Runs of each size; the fastest counts, for other work on the machine only adds to it. */
const RUNS = 5;
const LIMITS = { steps: 2e9, memoryBytes: 2 ** 31 };
const PHASES = ['allocation', 'collection', 'snapshot', 'deallocation'] as const;

/** Makes a chain of `n` linked instances. */
const chain = (n: number): string => `
class Node:
    __slots__ = ('next',)
head = node = None
for i in range(${n}):
    node = Node()
    node.next = head
    head = node
`;

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const table: Record<string, Record<number, number>> = {};
for (const phase of PHASES) table[phase] = {};
measure(100_000);
for (const n of SIZES) {
  const runs = Array.from({ length: RUNS }, () => measure(n));
  for (const phase of PHASES) {
    (table[phase] as Record<number, number>)[n] = (Math.min(...runs.map((run) => run[phase])) * 1e6) / n;
  }
}
console.log(`Nanoseconds per object\n${'live objects'.padEnd(16)}${SIZES.map((n) => n.toLocaleString('en').padStart(12)).join('')}`);
for (const [name, row] of Object.entries(table)) {
  console.log(name.padEnd(16) + SIZES.map((n) => (row[n]?.toFixed(0) ?? '-').padStart(12)).join(''));
}
if (values.json !== undefined) fs.writeFileSync(values.json, JSON.stringify(table, null, 1));

/** Times of the four phases on one machine with `n` objects, ms. */
function measure(n: number): Record<(typeof PHASES)[number], number> {
  const run = startRun({ source: chain(n), limits: LIMITS });
  const { m } = run;
  const allocation = timed(() => {
    const outcome = execMain(m);
    if (outcome.status !== 'ok') throw new Error(`${outcome.status}: ${run.output.stderr}`);
  });
  const collection = timed(() => m.gc.collect(2));
  const snapshot = timed(() => snapshotOf(run, { isOwn: (serial) => serial >= run.firstSerial, lineOf: () => null, ordinalOf: () => null }));
  const globals = mainNamespace(m);
  if (globals === null) throw new Error('the main module is gone');
  dictSetStr(m, globals, 'node', m.None);
  const deallocation = timed(() => dictSetStr(m, globals, 'head', m.None));
  return { allocation, collection, snapshot, deallocation };
}

/** Milliseconds of CPU time that the process spends: a clock would count other work on the machine. */
function timed(body: () => void): number {
  const before = process.cpuUsage();
  body();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
