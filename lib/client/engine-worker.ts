// The worker's side: carries out one order at a time. Stopping is the page's business: it terminates the worker.
import { createMachine } from '#lib/engine/index.ts'
import { DEFAULT_LIMITS } from '#lib/engine/limits.ts'
import { cutBoard, judge } from '#lib/grading/index.ts'
import type { EngineAnswer, EngineRequest, RunOrder, RunOutcome } from './engine-protocol.ts'

/** Output is sent in lumps of at least this many characters, so that a chatty program does not flood the page. */
const outputLumpChars = 2_000

/** The variant that provisional checks use; the server draws its own. */
const visibleSeed = 0

interface WorkerScope {
  onmessage: ((event: MessageEvent<EngineRequest>) => void) | null
  postMessage(answer: EngineAnswer): void
}

const scope = self as unknown as WorkerScope

scope.onmessage = ({ data }) => {
  const { id } = data
  try {
    scope.postMessage(answerTo(data))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    scope.postMessage({ kind: 'failed', id, message })
  }
}

function answerTo(request: EngineRequest): EngineAnswer {
  const { id } = request
  switch (request.kind) {
    case 'run':
      return { kind: 'ran', id, outcome: runOrder(id, request.order) }
    case 'check':
      return { kind: 'checked', id, result: judge({ challenge: request.order.challenge, source: request.order.source, seed: visibleSeed }) }
    case 'board':
      return { kind: 'board', id, board: cutBoard(request.order, request.cuts) }
    default:
      return request satisfies never
  }
}

function runOrder(id: number, order: RunOrder): RunOutcome {
  const startedAt = performance.now()
  const output = outputLumps(id)
  const stepLimit = order.limits?.steps ?? DEFAULT_LIMITS.steps
  const machine = createMachine({
    source: order.source,
    python: order.python,
    ...(order.limits === undefined ? {} : { limits: order.limits }),
    onOutput: output.write,
    onProgress: (steps) => {
      output.send()
      scope.postMessage({ kind: 'progress', id, steps, stepLimit })
    },
  })
  const result = machine.run()
  output.close()
  const snapshot = result.status === 'compile-error' ? null : machine.finalSnapshot()
  return { result, snapshot, durationMs: performance.now() - startedAt }
}

/** Collects output; after `close` nothing is sent any more, because the snapshot is made by running the program once again. */
function outputLumps(id: number) {
  let stream: 'stdout' | 'stderr' = 'stdout'
  let lump = ''
  let closed = false
  const send = () => {
    if (lump !== '' && !closed) scope.postMessage({ kind: 'output', id, stream, text: lump })
    lump = ''
  }
  const write = (to: 'stdout' | 'stderr', text: string) => {
    if (to !== stream || lump.length >= outputLumpChars) send()
    stream = to
    lump += text
  }
  const close = () => {
    send()
    closed = true
  }
  return { write, send, close }
}
