// Running a bundled module's source without traces in the program's numbers: CPython's own copies are frozen or compiled in C and leave other
// garbage behind. Allocations go to the static region, cycles that the module's body leaves are collected at once, counts and statistics stay.
import type { Machine } from '../machine.ts';
import { gcListMerge, newGcList } from '../gc/gc-list.ts';
import { withoutSingletonCounts } from '../objects/alloc.ts';

/** Runs `load` that way. */
export function importQuietly<T>(m: Machine, load: () => T): T {
  return withoutSingletonCounts(m, () => loadQuietly(m, load));
}

function loadQuietly<T>(m: Machine, load: () => T): T {
  const { gc } = m;
  const [young, middle] = gc.generations;
  if (young === undefined || middle === undefined || gc.collecting) return m.memory.uncounted(load);
  const aside = newGcList();
  gcListMerge(young.head, aside);
  const counts = gc.generations.map((g) => g.count);
  const { onStart, onStop, collections, debug, observer } = gc;
  try {
    const result = m.memory.uncounted(load);
    const stats = gc.stats.map((s) => ({ ...s }));
    gc.onStart = gc.onStop = null;
    gc.debug = 0;
    gc.observer = null;
    gc.collect(0);
    stats.forEach((s, i) => Object.assign(gc.stats[i] ?? {}, s));
    return result;
  } finally {
    gc.onStart = onStart ?? gc.onStart;
    gc.onStop = onStop ?? gc.onStop;
    gc.observer = observer;
    gc.debug = debug;
    gc.collections = collections;
    gcListMerge(aside, young.head);
    gc.generations.forEach((g, i) => {
      g.count = counts[i] ?? 0;
    });
  }
}
