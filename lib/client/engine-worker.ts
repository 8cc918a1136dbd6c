// The worker's side: carries out one order at a time. Stopping is the page's business: it terminates the worker.
import { createMachine } from '#lib/engine/index.ts'
import { DEFAULT_LIMITS } from '#lib/engine/limits.ts'
import { cutBoard, judge } from '#lib/grading/index.ts'
import { outputLumps } from './output-lumps.ts'
import type { EngineAnswer, EngineRequest, RunOrder, RunOutcome } from './engine-protocol.ts'

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
  const output = outputLumps((stream, text) => scope.postMessage({ kind: 'output', id, stream, text }))
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
