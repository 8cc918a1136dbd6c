// The page's side: keeps one warm worker, runs one order at a time, stops it at once.
import type { EngineAnswer, EngineRequest, RunOrder, RunOutcome } from './engine-protocol.ts'

/** What happens while a program runs. */
export interface RunListener {
  readonly onOutput?: (stream: 'stdout' | 'stderr', text: string) => void
  readonly onProgress?: (steps: number, stepLimit: number) => void
}

/** How an order ended, from the page's view. */
export type RunEnd =
  | { readonly kind: 'done'; readonly outcome: RunOutcome }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string }

/** A worker that can be killed and is replaced when that happens. */
export class EngineClient {
  #worker: Worker | null = null
  #nextId = 1
  #stopCurrent: (() => void) | null = null

  /** Starts the worker early, so that the first run does not wait for it. */
  warmUp(): void {
    this.#worker ??= startWorker()
  }

  /** Runs an order; a run that is under way is stopped first. */
  run(order: RunOrder, listener: RunListener = {}): Promise<RunEnd> {
    this.stop()
    this.warmUp()
    const worker = this.#worker
    if (worker === null) return Promise.resolve({ kind: 'failed', message: 'This browser has no Web Workers.' })
    const id = this.#nextId++
    return new Promise((resolve) => {
      const end = (result: RunEnd) => {
        worker.onmessage = null
        worker.onerror = null
        this.#stopCurrent = null
        resolve(result)
      }
      this.#stopCurrent = () => {
        this.#dropWorker()
        end({ kind: 'stopped' })
      }
      worker.onmessage = ({ data }: MessageEvent<EngineAnswer>) => {
        if (data.id === id) handleAnswer(data, listener, end)
      }
      worker.onerror = (event) => {
        this.#dropWorker()
        end({ kind: 'failed', message: event.message })
      }
      worker.postMessage({ kind: 'run', id, order } satisfies EngineRequest)
    })
  }

  /** Ends the run that is under way, at once: the worker is killed and a new one is started. */
  stop(): void {
    this.#stopCurrent?.()
  }

  /** Ends everything; the client is of no use afterwards. */
  close(): void {
    this.#stopCurrent?.()
    this.#worker?.terminate()
    this.#worker = null
  }

  #dropWorker(): void {
    this.#worker?.terminate()
    this.#worker = startWorker()
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module', name: 'pyarena-engine' })
}

function handleAnswer(answer: EngineAnswer, listener: RunListener, end: (result: RunEnd) => void): void {
  switch (answer.kind) {
    case 'output':
      listener.onOutput?.(answer.stream, answer.text)
      return
    case 'progress':
      listener.onProgress?.(answer.steps, answer.stepLimit)
      return
    case 'done':
      end({ kind: 'done', outcome: answer.outcome })
      return
    case 'failed':
      end({ kind: 'failed', message: answer.message })
      return
    default:
      return answer satisfies never
  }
}
