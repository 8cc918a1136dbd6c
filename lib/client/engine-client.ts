// The page's side: keeps one warm worker, carries out one order at a time, stops it at once.
import type { BoardOrder, CutBoard } from '#lib/grading/cut.ts'
import type { JudgeResult } from '#lib/grading/types.ts'
import type { CheckOrder, EngineAnswer, EngineRequest, RunOrder, RunOutcome } from './engine-protocol.ts'

/** What happens while a program runs. */
export interface RunListener {
  readonly onOutput?: (stream: 'stdout' | 'stderr', text: string) => void
  readonly onProgress?: (steps: number, stepLimit: number) => void
}

/** How an order ended, from the page's view. */
export type OrderEnd<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly message: string }

type FinalAnswer = Exclude<EngineAnswer, { kind: 'output' } | { kind: 'progress' }>

/** A worker's script that could not be loaded is asked for again after each of these. */
export const retryMs: readonly number[] = [100, 400, 1600]

/** A worker that can be killed and is replaced when that happens. */
export class EngineClient {
  #worker: Worker | null = null
  #nextId = 1
  #stopCurrent: (() => void) | null = null

  /** Starts the worker early, so that the first run does not wait for it. */
  warmUp(): void {
    if (this.#worker !== null) return
    const worker = startWorker()
    // An order would wait for ever on a worker whose script was not loaded: the next one starts another.
    worker.onerror = () => {
      if (this.#worker === worker) this.#worker = null
    }
    this.#worker = worker
  }

  /** Runs a program; an order that is under way is stopped first. */
  async run(order: RunOrder, listener: RunListener = {}): Promise<OrderEnd<RunOutcome>> {
    const end = await this.#carryOut((id) => ({ kind: 'run', id, order }), listener)
    return end.kind === 'done' ? answerAs(end.value, (answer) => (answer.kind === 'ran' ? answer.outcome : null)) : end
  }

  /** Checks a program against a challenge's visible checks. */
  async check(order: CheckOrder): Promise<OrderEnd<JudgeResult>> {
    const end = await this.#carryOut((id) => ({ kind: 'check', id, order }), {})
    return end.kind === 'done' ? answerAs(end.value, (answer) => (answer.kind === 'checked' ? answer.result : null)) : end
  }

  /** The heap at the end of a program, as a board to cut references on, after some cuts. */
  async board(order: BoardOrder, cuts: string): Promise<OrderEnd<CutBoard>> {
    const end = await this.#carryOut((id) => ({ kind: 'board', id, order, cuts }), {})
    return end.kind === 'done' ? answerAs(end.value, (answer) => (answer.kind === 'board' ? answer.board : null)) : end
  }

  /** Ends the order that is under way, at once: the worker is killed and a new one is started. */
  stop(): void {
    this.#stopCurrent?.()
  }

  /** Ends everything; the client is of no use afterwards. */
  close(): void {
    this.#stopCurrent?.()
    this.#worker?.terminate()
    this.#worker = null
  }

  #carryOut(request: (id: number) => EngineRequest, listener: RunListener): Promise<OrderEnd<FinalAnswer>> {
    this.stop()
    this.warmUp()
    const worker = this.#worker
    if (worker === null) return Promise.resolve({ kind: 'failed', message: 'This browser has no Web Workers.' })
    const id = this.#nextId++
    return new Promise((resolve) => {
      let isOver = false
      let hasSpoken = false
      let lost = 0
      const end = (result: OrderEnd<FinalAnswer>) => {
        isOver = true
        if (this.#worker !== null) this.#worker.onmessage = this.#worker.onerror = null
        this.#stopCurrent = null
        resolve(result)
      }
      this.#stopCurrent = () => {
        this.#replaceWorker()
        end({ kind: 'stopped' })
      }
      const ask = (worker: Worker) => {
        worker.onmessage = ({ data }: MessageEvent<EngineAnswer>) => {
          hasSpoken = true
          if (data.id !== id) return
          if (data.kind === 'output') listener.onOutput?.(data.stream, data.text)
          else if (data.kind === 'progress') listener.onProgress?.(data.steps, data.stepLimit)
          else end({ kind: 'done', value: data })
        }
        worker.onerror = (event) => {
          this.#replaceWorker()
          // A worker that fails before its first word could not load its script (see RecordingClient): again.
          const restMs = hasSpoken ? undefined : retryMs[lost++]
          if (restMs === undefined) end({ kind: 'failed', message: event.message })
          else
            setTimeout(() => {
              if (isOver) return
              this.warmUp()
              if (this.#worker !== null) ask(this.#worker)
            }, restMs)
        }
        worker.postMessage(request(id))
      }
      ask(worker)
    })
  }

  #replaceWorker(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.warmUp()
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module', name: 'pyarena-engine' })
}

function answerAs<T>(answer: FinalAnswer, pick: (answer: FinalAnswer) => T | null): OrderEnd<T> {
  if (answer.kind === 'failed') return { kind: 'failed', message: answer.message }
  const value = pick(answer)
  return value === null ? { kind: 'failed', message: 'The engine answered something else than it was asked.' } : { kind: 'done', value }
}
