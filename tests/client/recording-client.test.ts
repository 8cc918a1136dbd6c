// The page's side of a recording, with the real worker code behind it in the same thread.
import { beforeAll, expect, test, vi } from 'vitest';
import { RecordingClient } from '#lib/client/recording-client.ts';
import { EngineClient } from '#lib/client/engine-client.ts';
import type { HeldWorker } from '#lib/client/worker-holder.ts';
import type { RecordingAnswer, RecordingRequest } from '#lib/client/recording-protocol.ts';
import { createRecording } from '#lib/engine/index.ts';

interface Scope {
  onmessage: ((event: { readonly data: RecordingRequest }) => void) | null;
  postMessage: (answer: RecordingAnswer) => void;
}

const scope: Scope = { onmessage: null, postMessage: () => {} };

beforeAll(async () => {
  vi.stubGlobal('self', scope);
  await import('#lib/client/recording-worker.ts');
});

/** A worker whose messages take a turn of the event loop each way and are copied, as real ones are. */
class ThreadlessWorker implements HeldWorker {
  static started = 0;
  onmessage: HeldWorker['onmessage'] = null;
  onerror: HeldWorker['onerror'] = null;
  readonly asked: string[] = [];
  private isDead = false;

  constructor() {
    ThreadlessWorker.started++;
  }

  postMessage(request: RecordingRequest): void {
    const copy = structuredClone(request);
    this.asked.push(copy.kind === 'ask' ? copy.question.method : copy.kind);
    setTimeout(() => {
      if (this.isDead) return;
      scope.postMessage = (answer) => {
        const data = structuredClone(answer);
        setTimeout(() => {
          if (!this.isDead) this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
        }, 0);
      };
      scope.onmessage?.({ data: copy });
    }, 1);
  }

  terminate(): void {
    this.isDead = true;
  }
}

const SOURCE = ['x = []', 'y = [x, x]', 'print(len(y))', 'del x', 'z = 1000 + len(y)'].join('\n');

function started(): { readonly client: RecordingClient; readonly workers: ThreadlessWorker[] } {
  const workers: ThreadlessWorker[] = [];
  const client = new RecordingClient(() => {
    const worker = new ThreadlessWorker();
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

test('recording client: records, passes output on and answers as the engine does', async () => {
  const { client } = started();
  const printed: string[] = [];
  const recorded = await client.record({ source: SOURCE }, { onOutput: (_stream, text) => printed.push(text) });
  if (recorded.kind !== 'done') throw new Error(recorded.kind);
  expect(printed.join('')).toBe('2\n');
  const recording = createRecording({ source: SOURCE });
  expect(recorded.value).toMatchObject({ result: recording.result, lastStep: recording.lastStep });
  expect(await client.ask('neighbour', 0, 'line', 1)).toEqual({ kind: 'done', value: recording.neighbour(0, 'line', 1) });
  expect(await client.ask('overview', 10)).toEqual({ kind: 'done', value: recording.overview(10) });
  expect(await client.ask('memoryMap', recording.lastStep)).toEqual({ kind: 'done', value: recording.memoryMap(recording.lastStep) });
});

test('recording client: snapshots that travel as differences are the same snapshots', async () => {
  const { client } = started();
  await client.record({ source: SOURCE });
  const recording = createRecording({ source: SOURCE });
  for (let step: number | null = 0; step !== null; step = recording.neighbour(step, 'instruction', 1)) {
    expect(await client.ask('snapshot', step)).toEqual({ kind: 'done', value: recording.snapshot(step) });
  }
});

test('recording client: while one snapshot is under way only the latest of the others is asked for', async () => {
  const { client, workers } = started();
  await client.record({ source: SOURCE });
  const ends = await Promise.all([1, 2, 3, 4].map((step) => client.ask('snapshot', step)));
  expect(ends.map((end) => end.kind)).toEqual(['done', 'superseded', 'superseded', 'done']);
  expect(workers[0]?.asked).toEqual(['record', 'snapshot', 'snapshot']);
});

test('recording client: Stop ends what is under way, and what is asked later records again', async () => {
  const { client, workers } = started();
  await client.record({ source: SOURCE });
  const asked = client.ask('history', 1);
  client.stop();
  expect(await asked).toEqual({ kind: 'stopped' });
  expect((await client.ask('neighbour', 0, 'line', 1)).kind).toBe('done');
  expect(workers.map((worker) => worker.asked)).toEqual([['record', 'history'], ['record', 'neighbour']]);
});

test('recording client: a refused question is a value', async () => {
  const { client } = started();
  expect(await client.ask('overview', 5)).toEqual({ kind: 'failed', message: 'Nothing is recorded.' });
});

/** A worker whose script cannot be loaded. */
class LostWorker implements HeldWorker {
  onmessage: HeldWorker['onmessage'] = null;
  onerror: HeldWorker['onerror'] = null;

  postMessage(): void {
    queueMicrotask(() => this.onerror?.call(this as unknown as Worker, { message: 'NetworkError' } as ErrorEvent));
  }

  terminate(): void {}
}

test.each([
  [1, 'done', 2],
  [3, 'done', 4],
  [4, 'failed', 4],
] as const)('recording client: when the first %i workers cannot load their script, recording is %s', async (lost, kind, startedWorkers) => {
  let count = 0;
  const client = new RecordingClient(() => (++count <= lost ? new LostWorker() : new ThreadlessWorker()));
  expect((await client.record({ source: SOURCE })).kind).toBe(kind);
  expect(count).toBe(startedWorkers);
});

/** A worker that answers every order at once. */
class ReadyWorker implements HeldWorker {
  onmessage: HeldWorker['onmessage'] = null;
  onerror: HeldWorker['onerror'] = null;

  postMessage({ id }: { readonly id: number }): void {
    queueMicrotask(() => this.onmessage?.call(this as unknown as Worker, { data: { kind: 'checked', id, result: { verdict: 'accepted' } } } as MessageEvent));
  }

  terminate(): void {}
}

test.each([
  [1, 'done', 2],
  [4, 'failed', 4],
] as const)('engine client: when the first %i workers cannot load their script, an order is %s', async (lost, kind, startedWorkers) => {
  let count = 0;
  const client = new EngineClient(() => (++count <= lost ? new LostWorker() : new ReadyWorker()));
  const order = { source: 'x = 1' } as Parameters<EngineClient['check']>[0];
  expect((await client.check(order)).kind).toBe(kind);
  expect(count).toBe(startedWorkers);
});
