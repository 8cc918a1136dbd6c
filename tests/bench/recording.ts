// `npm run bench:recording`: what looking in costs. By steps of the run: recording it (beside a plain run), seeking anywhere, stepping forward and back.
// By live objects: a difference and the memory map (bench:growth has the snapshot). CPU time of this process, medians: other work on the machine disturbs it least.
import { createMachine, createRecording } from '../../lib/engine/index.ts';
import type { Direction, Recording } from '../../lib/engine/index.ts';

const STEPS = [1_000, 10_000, 100_000, 1_000_000];
const OBJECTS = [1_000, 10_000, 100_000];
const SEEKS = [0.9, 0.1, 0.7, 0.3, 0.5];
const LINE_STEPS = 100;

const loop = (steps: number): string => `
total = 0
kept = []
for i in range(${Math.floor(steps / 11)}):
    total += i
    kept = [total, kept and kept[0]]
`;

const heap = (objects: number): string => `
class Node:
    pass
nodes = []
for i in range(${objects >> 1}):
    node = Node()
    node.value = float(i)
    nodes.append(node)
node = None
`;

measureSteps(10_000);
print('by steps of the run', STEPS, ['plain run, ms', 'recording, ms', 'seek, ms', 'line forward, ms', 'line back, ms'], measureSteps);
print('by live objects', OBJECTS, ['difference, ns/object', 'memory map, ns/object'], measureObjects);

function measureSteps(steps: number): number[] {
  const source = loop(steps);
  const plain = median([1, 2, 3].map(() => timed(() => createMachine({ source }).run())));
  const records = [1, 2, 3].map(() => timed(() => createRecording({ source })));
  const recording = createRecording({ source });
  const seek = median(SEEKS.map((part) => timed(() => recording.snapshot(Math.floor(recording.lastStep * part)))));
  return [plain, median(records), seek, lineSteps(recording, 1), lineSteps(recording, -1)];
}

/** Mean of many steps: those that look ahead cost more, and the others nothing. */
function lineSteps(recording: Recording, direction: Direction): number {
  let step = recording.lastStep >> 1;
  recording.snapshot(step);
  return (
    timed(() => {
      for (let i = 0; i < LINE_STEPS; i++) {
        recording.prepare();
        step = recording.neighbour(step, 'line', direction) ?? step;
        recording.snapshot(step);
      }
    }) / LINE_STEPS
  );
}

function measureObjects(objects: number): number[] {
  const recording = createRecording({ source: heap(objects) });
  const { lastStep } = recording;
  const before = recording.neighbour(lastStep, 'instruction', -1) ?? 0;
  recording.snapshot(before);
  recording.snapshot(lastStep);
  const diffs = [1, 2, 3].map(() => timed(() => recording.diff(before, lastStep)));
  recording.memoryMap(lastStep);
  const maps = [1, 2, 3].map(() => timed(() => recording.memoryMap(lastStep)));
  return [median(diffs), median(maps)].map((ms) => (ms * 1e6) / objects);
}

function timed(body: () => unknown): number {
  const start = process.cpuUsage().user;
  body();
  return (process.cpuUsage().user - start) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function print(title: string, sizes: readonly number[], names: readonly string[], measure: (size: number) => number[]): void {
  const columns = sizes.map(measure);
  console.log(`\n${title.padEnd(24)}${sizes.map((size) => size.toLocaleString('en').padStart(12)).join('')}`);
  names.forEach((name, i) => console.log(name.padEnd(24) + columns.map((column) => (column[i] ?? 0).toFixed(1).padStart(12)).join('')));
}
