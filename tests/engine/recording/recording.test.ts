// Recordings: moving about, the overview, lifetimes, histories, collections phase by phase, the memory map, cuts.
import { describe, expect, test } from 'vitest';
import { BlockUse, PYTHON_VERSIONS, compareSnapshots, createRecording, createSession } from '#lib/engine/index.ts';
import type { CollectionPhase, Direction, MachineOptions, Move, ObjectView, PythonVersion, Recording, Snapshot } from '#lib/engine/index.ts';

function record(source: string, options: Partial<MachineOptions> = {}): Recording {
  return createRecording({ source, ...options });
}

/** Lines that are about to run at the moments that a move comes to. */
function walk(recording: Recording, move: Move, direction: Direction = 1, from = direction > 0 ? 0 : recording.lastStep): (number | null)[] {
  const lines: (number | null)[] = [];
  for (let step = recording.neighbour(from, move, direction); step !== null; step = recording.neighbour(step, move, direction)) {
    lines.push(step === recording.lastStep ? null : recording.snapshot(step).line);
  }
  return lines;
}

function last(recording: Recording): Snapshot {
  return recording.snapshot(recording.lastStep);
}

function serialOf(snapshot: Snapshot, name: string): number {
  return [...snapshot.globals, ...snapshot.frames.flatMap((frame) => frame.bindings)].find((binding) => binding.name === name)?.target ?? 0;
}

function objectNamed(snapshot: Snapshot, name: string): ObjectView | undefined {
  return snapshot.objects.find((o) => o.serial === serialOf(snapshot, name));
}

/** The first moment at which a line is about to run. */
function at(recording: Recording, line: number): number {
  return recording.breakpoint(-1, [line], 1) ?? recording.breakpoint(0, [line], 1) ?? 0;
}

const CALLS = `def inner(n):
    return n + 1
def outer(n):
    a = inner(n)
    b = inner(a)
    return b
x = outer(1)
y = x
`;

describe('moving about', () => {
  const recording = record(CALLS);

  test.each<[Move, (number | null)[]]>([
    ['line', [1, 3, 7, 4, 2, 5, 2, 6, 8, null]],
    ['over', [1, 3, 7, 8, null]],
    ['call', [3, 1, 1, null]],
  ])('%s forward', (move, lines) => {
    expect(walk(recording, move)).toEqual(lines);
  });

  test.each<Move>(['line', 'over', 'instruction', 'allocation', 'call'])('%s backward visits the same moments', (move) => {
    const moments: number[] = [];
    for (let step: number | null = 0; step !== null; step = recording.neighbour(step, move, 1)) moments.push(step);
    const back: number[] = [];
    for (let step = recording.neighbour(recording.lastStep, move, -1); step !== null; step = recording.neighbour(step, move, -1)) back.unshift(step);
    expect(back.filter((step) => step > 0)).toEqual(moments.slice(1, -1));
  });

  test('out leaves the function, in both directions', () => {
    const inside = at(recording, 2);
    const out = recording.neighbour(inside, 'out', 1) ?? 0;
    expect(recording.snapshot(out).line).toBe(5);
    expect(recording.snapshot(recording.neighbour(inside, 'out', -1) ?? 0).line).toBe(4);
  });

  test('breakpoints are found both ways and each time', () => {
    const first = recording.breakpoint(0, [2], 1) ?? 0;
    const second = recording.breakpoint(first, [2], 1) ?? 0;
    expect(second).toBeGreaterThan(first);
    expect(recording.breakpoint(second, [2], 1)).toBe(null);
    expect(recording.breakpoint(recording.lastStep, [2], -1)).toBe(second);
  });

  test('a loop on one line begins again with every turn', () => {
    expect(walk(record('for i in range(3): x = i\ny = 0\n'), 'line')).toEqual([1, 1, 1, 1, 2, null]);
  });

  test('allocation stops just after an object was made', () => {
    const program = record('x = 1\ny = []\nz = y\nw = [y]\n');
    const made: (string | undefined)[] = [];
    for (let step = program.neighbour(0, 'allocation', 1); step !== null && step < program.lastStep; step = program.neighbour(step, 'allocation', 1)) {
      const before = new Set(program.snapshot(program.neighbour(step, 'instruction', -1) ?? 0).objects.map((o) => o.serial));
      made.push(program.snapshot(step).objects.find((o) => !before.has(o.serial))?.type);
    }
    expect(made).toEqual(['list', 'list']);
  });

  test('moments inside native code that calls back are reached', () => {
    const sorting = record('z = [3, 1, 2]\nz.sort(key=lambda v:\n    -v)\nprint(z)\n');
    const inside = at(sorting, 3);
    expect(sorting.snapshot(inside).frames.map((frame) => frame.name)).toEqual(['<module>', '<lambda>']);
    const next = sorting.breakpoint(inside, [3], 1) ?? 0;
    expect(serialOf(sorting.snapshot(next), 'v')).not.toBe(serialOf(sorting.snapshot(inside), 'v'));
    expect(sorting.snapshot(inside).step).toBe(inside);
  });
});

describe('how runs end', () => {
  test.each<[string, string, Partial<MachineOptions>, string]>([
    ['normally', 'print(1)', {}, 'ok'],
    ['with an exception', 'def f():\n    raise ValueError(1)\nf()', {}, 'exception'],
    ['as no program', 'x = (', {}, 'compile-error'],
    ['at the step limit', 'while True: x = 1', { limits: { steps: 5000 } }, 'step-limit'],
    ['with sys.exit', 'import sys\nsys.exit(3)', {}, 'exception'],
  ])('%s', (_name, source, options, status) => {
    const recording = record(source, options);
    expect(recording.result.status).toBe(status);
    expect(last(recording).step).toBe(recording.lastStep);
    expect(recording.overview(10).points.at(-1)?.step).toBe(recording.lastStep);
    expect(recording.neighbour(recording.lastStep, 'line', 1)).toBe(null);
    const step = recording.lastStep >> 1;
    expect(recording.memoryMap(step).step).toBe(recording.snapshot(step).step);
  });

  test('the result is that of a plain run, finalizers at exit included', () => {
    const { result } = record('class A:\n    def __del__(self): print("bye")\na = A()\nprint("hi")\n');
    expect(result.stdout).toBe('hi\nbye\n');
  });
});

describe('overview', () => {
  const recording = record('x = [0] * 1000\ndel x\ny = [0] * 50\nprint("a")\nimport gc\ngc.collect()\nfor i in range(3):\n    z = [i]\n');
  const overview = recording.overview(1000);

  test('the peak is where the large list was alive', () => {
    expect(overview.peakBytes).toBeGreaterThanOrEqual(8000);
    expect(recording.snapshot(overview.peakStep).objects.some((o) => o.sizeBytes === 8056)).toBe(true);
  });

  test('each line has what it did', () => {
    const effect = (line: number) => overview.lines.find((l) => l.line === line);
    expect(effect(1)).toMatchObject({ executions: 1, allocations: 2, frees: 1 });
    expect(effect(2)).toMatchObject({ executions: 1, allocations: 0, frees: 1, freedBytes: 8000 });
    expect(effect(8)).toMatchObject({ executions: 3, allocations: 3, frees: 2 });
  });

  test('output and collections are marked', () => {
    expect(overview.outputs.map(({ line, length }) => ({ line, length }))).toEqual([{ line: 4, length: 2 }]);
    expect(overview.collections.map(({ line, generation, trigger }) => ({ line, generation, trigger }))).toEqual([{ line: 6, generation: 2, trigger: 'call' }]);
    expect(recording.neighbour(0, 'collection', 1)).toBe(overview.collections[0]?.step);
  });

  test('points are thinned evenly, first and last kept', () => {
    const few = recording.overview(3).points;
    expect(few.map((point) => point.step)).toEqual([overview.points[0]?.step, overview.points[Math.round((overview.points.length - 1) / 2)]?.step, recording.lastStep]);
  });

  test('an automatic collection is told apart', () => {
    const { collections } = record('l = []\nfor i in range(3000):\n    l.append([])\n').overview(10);
    expect(collections[0]).toMatchObject({ generation: 0, trigger: 'threshold', collected: 0 });
  });
});

describe.each(PYTHON_VERSIONS)('snapshots %s', (python) => {
  test('a tiny program shows its own objects and what they name', () => {
    const snapshot = last(record('x = [1.5, None]\ny = x\n', { python }));
    // Names are objects too where one-character strings are not static.
    expect(snapshot.objects.map((o) => o.type).filter((type) => type !== 'str').sort()).toEqual(['NoneType', 'float', 'list']);
    expect(objectNamed(snapshot, 'x')).toMatchObject({ type: 'list', refcount: 2, references: [{ label: '[0]' }, { label: '[1]' }], line: 1 });
  });

  test('a local that is only borrowed is not counted', () => {
    const source = 'import sys\ndef f():\n    a = []\n    sys.getrefcount(a)\n    b = a\n    print(sys.getrefcount(a))\n    return b\nf()\n';
    const recording = record(source, { python });
    const snapshot = recording.snapshot(at(recording, 6));
    expect(objectNamed(snapshot, 'a')?.refcount).toBe(2);
    // getrefcount counts its argument too, where that is a reference of its own.
    expect(recording.result.stdout).toBe(python === '3.14' || python === '3.15' ? '2\n' : '3\n');
  });
});

test.each(['3.14', '3.15'] as const)('a parameter that is bound again is no borrowed argument any more (%s)', (python) => {
  const source = 'import sys\ndef f(a):\n    print(sys.getrefcount(a))\n    a = []\n    print(sys.getrefcount(a))\n    c = a\n    print(sys.getrefcount(a))\ndef g():\n    x = []\n    f(x)\ng()\n';
  expect(record(source, { python }).result.stdout).toBe('1\n1\n2\n');
});

describe('lifetimes', () => {
  const source = `class Node: pass
def make():
    n = Node()
    n.me = [1, 2]
    return 5
make()
a = Node()
del a
b = Node()
b.b = b
b = None
import gc
gc.collect()
c = Node()
`;
  const recording = record(source);
  const nodes = () => {
    const serials = new Set<number>();
    for (let step: number | null = 0; step !== null; step = recording.neighbour(step, 'instruction', 1)) for (const o of recording.snapshot(step).objects) if (o.type === 'Node') serials.add(o.serial);
    return [...serials].map((serial) => recording.lifetime(serial));
  };

  test('each death has its line and its reason', () => {
    expect(nodes().map((life) => ({ born: life?.bornLine, died: life?.diedLine, cause: life?.cause }))).toEqual([
      { born: 3, died: 5, cause: 'its last name went away when the function returned (line 5)' },
      { born: 7, died: 8, cause: 'its reference count reached zero in `del a` (line 8)' },
      { born: 9, died: 13, cause: 'it was part of unreachable garbage: the collection of generation 2 freed it during line 13' },
      { born: 14, died: null, cause: 'alive at the end of the program' },
    ]);
  });

  test('what died with its holder says so', () => {
    const inside = recording.snapshot(at(recording, 5));
    const list = inside.objects.find((o) => o.repr === '[1, 2]')?.serial ?? 0;
    expect(recording.lifetime(list)?.cause).toBe('`Node` #1, which held the last reference to it, died in `return 5` (line 5)');
  });

  test('objects are numbered by type in the order of their making, in a recording as in a grader’s session', () => {
    const source = 'class Node: pass\nfirst = Node()\ndel first\nsecond = Node()\nthird = Node()\n';
    const recording = createRecording({ source });
    const shown = recording.snapshot(recording.lastStep);
    expect([objectNamed(shown, 'second')?.ordinal, objectNamed(shown, 'third')?.ordinal]).toEqual([2, 3]);
    const session = createSession({ source });
    session.exec();
    expect(session.survivors('Node').map(({ ordinal }) => ordinal)).toEqual([2, 3]);
  });

  test('serials of the interpreter and serials never given are told apart', () => {
    expect(recording.lifetime(1)?.cause).toBe('it belongs to the interpreter itself');
    expect(recording.lifetime(10 ** 9)).toBe(null);
  });

  test('an object that its finalizer resurrected has not died', () => {
    const risen = record('kept = []\nclass R:\n    def __del__(self): kept.append(self)\nr = R()\ndel r\nx = 1\n');
    const serial = last(risen).objects.find((o) => o.type === 'R')?.serial ?? 0;
    expect(risen.lifetime(serial)).toMatchObject({ bornLine: 4, diedStep: null });
  });
});

describe('the first leak', () => {
  test.each<[string, string, number | null]>([
    ['a cycle whose last name goes', 'class N: pass\na = N()\na.a = a\nb = 1\ndel a\nb = 2\nb = 3\n', 5],
    ['no garbage', 'a = [1]\nb = [a]\ndel a\n', null],
    ['garbage that a collection freed later', 'import gc\na = []\na.append(a)\na = 1\nb = 2\ngc.collect()\nc = 3\n', 4],
    ['garbage when a function returns', 'def f():\n    x = []\n    x.append(x)\n    return 1\nf()\nd = 1\n', 4],
  ])('%s', (_name, source, line) => {
    const leak = record(source).firstLeak();
    expect(leak === null ? null : leak.line).toBe(line);
  });
});

describe('histories', () => {
  const source = 'x = [1]\ny = x\nz = {"k": x}\ndel x\nz.clear()\ny = None\n';

  test('every change has its instruction and its holders', () => {
    const recording = record(source);
    const serial = serialOf(recording.snapshot(at(recording, 2)), 'x');
    const { events } = recording.history(serial);
    expect(events.map(({ line, instruction, delta, count, gained, lost }) => [line, instruction, delta, count, gained.join(), lost.join()])).toEqual([
      [1, 'BUILD_LIST', 1, 1, 'evaluation stack', ''],
      [1, 'STORE_NAME', 0, 1, "global 'x'", 'evaluation stack'],
      [2, 'LOAD_NAME', 1, 2, 'evaluation stack', ''],
      [2, 'STORE_NAME', 0, 2, "global 'y'", 'evaluation stack'],
      [3, 'LOAD_NAME', 1, 3, 'evaluation stack', ''],
      [3, 'BUILD_MAP', 0, 3, expect.stringMatching(/^`dict` #\d+ \['k'\]$/) as unknown as string, 'evaluation stack'],
      [4, 'DELETE_NAME', -1, 2, '', "global 'x'"],
      [5, 'CALL', -1, 1, '', expect.stringMatching(/^`dict` #\d+ \['k'\]$/) as unknown as string],
      [6, 'STORE_NAME', -1, 0, '', "global 'y'"],
    ]);
  });

  test('a borrowed load of 3.14 is no event', () => {
    const inFunction = 'def f():\n    a = []\n    a.append(1)\n    len(a)\n    return 1\nf()\n';
    const events = (python: PythonVersion) => {
      const recording = record(inFunction, { python });
      return recording.history(serialOf(recording.snapshot(at(recording, 4)), 'a')).events.filter((event) => event.delta !== 0).map((event) => event.delta);
    };
    expect(events('3.13').length).toBeGreaterThan(events('3.14').length);
    expect(events('3.14')).toEqual([1, -1]);
  });

  test('start-up objects have a history too, on 3.11 where they are counted', () => {
    const recording = record('a = "k"\nb = a\n', { python: '3.11' });
    expect(recording.history(serialOf(last(recording), 'a')).events.length).toBeGreaterThan(0);
  });
});

describe('collections', () => {
  const source = `import gc, weakref
gc.disable()
class Node:
    def __init__(self, name):
        self.name = name
class Loud(Node):
    def __del__(self): print("del", self.name)
class Phoenix(Node):
    def __del__(self): kept.append(self)
kept = []
outside = Node("outside")
a = Node("a"); b = Loud("b")
a.other = b; b.other = a; b.out = outside
w = weakref.ref(a, lambda ref: print("callback"))
p = Phoenix("p"); p.me = p
del a, b, p
gc.collect()
`;
  const recording = record(source);
  const before = recording.snapshot(at(recording, 17));
  const view = recording.collection(0);
  const phase = <K extends CollectionPhase['kind']>(kind: K) => view?.phases.find((p) => p.kind === kind) as Extract<CollectionPhase, { kind: K }>;
  const names = (serials: readonly number[]) => serials.map((serial) => before.objects.find((o) => o.serial === serial)).filter((o) => /^(Node|Loud|Phoenix)$/.test(o?.type ?? '')).map((o) => o?.type).sort();

  test('candidates start with their counts, and internal references are subtracted', () => {
    const outside = serialOf(before, 'outside');
    expect(phase('candidates').objects.find((o) => o.serial === outside)?.gcRefs).toBe(2);
    expect(phase('subtract').references.filter((r) => r.to === outside).map((r) => [r.label, r.gcRefs])).toEqual(expect.arrayContaining([['.out', expect.any(Number) as number]]));
  });

  test('garbage is deduced, finalized, resurrected and cleared in order', () => {
    expect(names(phase('unreachable').serials)).toEqual(['Loud', 'Node', 'Phoenix']);
    expect(names(phase('finalizers').called)).toEqual(['Loud', 'Phoenix']);
    expect(names(phase('resurrected').serials)).toEqual(['Phoenix']);
    expect(names(phase('cleared').died)).toEqual(['Loud', 'Node']);
    expect(names(phase('promoted').serials)).toEqual(['Node', 'Phoenix']);
    expect(recording.result.stdout).toBe('callback\ndel b\n');
  });

  test('weak references are cleared and called back', () => {
    const w = serialOf(before, 'w');
    expect(phase('weak-references')).toMatchObject({ cleared: [w], callbacks: [w] });
  });

  test('an object that is doubted first is rescued by what holds it', () => {
    for (const { serial, from } of phase('rescued').serials) expect([view?.objects.some((o) => o.serial === serial), from > 0]).toEqual([true, true]);
  });

  test('only objects of the program and what names them take part', () => {
    expect(view?.objects.length).toBeLessThan(120);
    expect(recording.collection(1)).toBe(null);
  });
});

describe.each(PYTHON_VERSIONS)('memory map %s', (python) => {
  const recording = record('a = object()\nb = object()\nc = object()\nbig = [0] * 1000\ndel b\nd = 1\n', { python });
  const map = (line: number) => recording.memoryMap(at(recording, line));
  const blockOf = (address: number, of: ReturnType<Recording['memoryMap']>) => {
    for (const pool of of.arenas.flatMap((arena) => arena.pools)) {
      const offset = address - pool.address - of.poolHeaderBytes;
      if (offset >= 0 && offset < pool.capacity * pool.blockBytes) return pool.firstBlock + Math.floor(offset / pool.blockBytes);
    }
    return -1;
  };

  test('an object owns its block; freed, the block is the next to be handed out', () => {
    const alive = recording.snapshot(at(recording, 5));
    const b = objectNamed(alive, 'b');
    const there = map(5);
    const at5 = blockOf(b?.address ?? 0, there);
    expect({ use: there.blocks.use[at5], owner: there.blocks.owner[at5], requested: there.blocks.requested[at5], line: there.blocks.line[at5], type: there.types[there.blocks.type[at5] ?? 0] }).toEqual({
      use: BlockUse.OBJECT,
      owner: b?.serial,
      requested: 16,
      line: 2,
      type: 'object',
    });
    const gone = map(6);
    const at6 = blockOf(b?.address ?? 0, gone);
    expect({ use: gone.blocks.use[at6], place: gone.blocks.owner[at6] }).toEqual({ use: BlockUse.FREE, place: 1 });
  });

  test('large storage belongs to its list', () => {
    const owner = serialOf(recording.snapshot(at(recording, 5)), 'big');
    expect(map(5).large.filter((block) => block.owner === owner)).toMatchObject([{ requestedBytes: 8000, use: 'storage' }]);
  });
});

describe('two runs', () => {
  const source = 'class N:\n    def __init__(self): self.items = [1, 2]\nn = N()\nm = [n, n]\n';

  test('the same program under the same version is the same', () => {
    const diff = compareSnapshots(last(record(source)), last(record(`${source}`)));
    expect([diff.born, diff.died, diff.changed, diff.bindings]).toEqual([[], [], [], []]);
  });

  test('under two versions objects are matched by path and sizes differ', () => {
    const a = last(record(source, { python: '3.11' }));
    const b = last(record(source, { python: '3.13' }));
    const change = compareSnapshots(a, b).changed.find((c) => c.serial === serialOf(a, 'n'));
    expect([change?.before.sizeBytes, change?.after.sizeBytes, change?.serialAfter]).toEqual([56, 48, serialOf(b, 'n')]);
  });

  test('what only one has is born or died', () => {
    const diff = compareSnapshots(last(record(source)), last(record(`${source}n.extra = [3]\nm.pop()\n`)));
    expect(diff.born.map((o) => o.repr)).toEqual(expect.arrayContaining(['[3]']));
    expect(diff.changed.find((c) => c.before.repr === '[<N>, <N>]')?.removedReferences.map((r) => r.label)).toEqual(['[1]']);
  });
});
