// The worker's side of a recording: records one program and answers questions about it, one after the other. Stopping is the page's business: it
// terminates the worker.
import { DEFAULT_LIMITS, createRecording } from '#lib/engine/index.ts'
import type { MemoryMap, Recording, Snapshot } from '#lib/engine/index.ts'
import { outputLumps } from './output-lumps.ts'
import type { RecordOrder, Recorded, RecordingAnswer, RecordingQuestion, RecordingRequest } from './recording-protocol.ts'

interface WorkerScope {
  onmessage: ((event: MessageEvent<RecordingRequest>) => void) | null
  postMessage(answer: RecordingAnswer, transfer?: Transferable[]): void
}

const scope = self as unknown as WorkerScope

let recording: Recording | null = null
/** The snapshot that the page received last. */
let sent: Snapshot | null = null

scope.onmessage = ({ data }) => {
  const { id } = data
  try {
    if (data.kind === 'record') scope.postMessage({ kind: 'recorded', id, recorded: record(id, data.order) })
    else answer(id, data.question)
    // Between two questions there is time.
    setTimeout(() => recording?.prepare(), 0)
  } catch (error) {
    scope.postMessage({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) })
  }
}

function record(id: number, order: RecordOrder): Recorded {
  const startedAt = performance.now()
  recording = sent = null
  const output = outputLumps((stream, text) => scope.postMessage({ kind: 'output', id, stream, text }))
  const stepLimit = order.limits?.steps ?? DEFAULT_LIMITS.steps
  const made = createRecording({
    ...order,
    onOutput: output.write,
    onProgress: (steps) => {
      output.send()
      scope.postMessage({ kind: 'progress', id, steps, stepLimit })
    },
  })
  output.close()
  recording = made
  return { result: made.result, lastStep: made.lastStep, durationMs: performance.now() - startedAt }
}

function answer(id: number, question: RecordingQuestion): void {
  if (recording === null) scope.postMessage({ kind: 'failed', id, message: 'Nothing is recorded.' })
  else if (question.method === 'snapshot') sendSnapshot(id, recording, question.args[0])
  else {
    const value = ask(recording, question)
    scope.postMessage({ kind: 'answer', id, value }, question.method === 'memoryMap' ? buffersOf(value as MemoryMap) : [])
  }
}

function ask(from: Recording, { method, args }: RecordingQuestion): unknown {
  return (from[method] as (...args: unknown[]) => unknown).apply(from, args)
}

function sendSnapshot(id: number, from: Recording, step: number): void {
  const snapshot = from.snapshot(step)
  const diff = sent === null ? null : from.diff(sent.step, snapshot.step)
  sent = snapshot
  if (diff !== null && 2 * (diff.born.length + diff.changed.length + diff.died.length) < snapshot.objects.length) scope.postMessage({ kind: 'snapshot-diff', id, diff })
  else scope.postMessage({ kind: 'snapshot', id, snapshot })
}

/** The arrays of a map are not needed here any more: they move instead of being copied. */
function buffersOf({ blocks }: MemoryMap): Transferable[] {
  return Object.values(blocks).map((array: { readonly buffer: ArrayBuffer }) => array.buffer)
}
