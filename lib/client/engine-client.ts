// The page's side: keeps one warm worker, carries out one order at a time, stops it at once.
import type { BoardOrder, CutBoard } from '#lib/grading/cut.ts'
import type { JudgeResult } from '#lib/grading/types.ts'
import { type HeldWorker, WorkerHolder } from './worker-holder.ts'
import type { CheckOrder, EngineAnswer, EngineRequest, RunOrder, RunOutcome } from './engine-protocol.ts'

/** What happens while a program runs. */
export interface RunListener {
  readonly onOutput?: (stream: 'stdout' | 'stderr', text: string) => void
  readonly onProgress?: (steps: number, stepLimit: number) => void
}

/** How an order ended, from the page's view. */
export type OrderEnd<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly message: string }

type FinalAnswer = Exclude<EngineAnswer, { kind: 'output' } | { kind: 'progress' }>

interface UnderWay {
  readonly id: number
  readonly listener: RunListener
  readonly resolve: (end: OrderEnd<FinalAnswer>) => void
}

/** A worker that can be killed and is replaced when that happens. */
export class EngineClient {
  readonly #holder: WorkerHolder<EngineRequest, EngineAnswer>
  #nextId = 1
  #current: UnderWay | null = null

  constructor(start: () => HeldWorker = startWorker) {
    this.#holder = new WorkerHolder(
      start,
      (answer: EngineAnswer) => this.#receive(answer),
      (message) => this.#end({ kind: 'failed', message }),
    )
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
    if (this.#current === null) return
    this.#holder.drop()
    this.#holder.warmUp()
    this.#end({ kind: 'stopped' })
  }

  /** Ends everything; the client is of no use afterwards. */
  close(): void {
    this.#holder.drop()
    this.#end({ kind: 'stopped' })
  }

  #carryOut(request: (id: number) => EngineRequest, listener: RunListener): Promise<OrderEnd<FinalAnswer>> {
    this.stop()
    const id = this.#nextId++
    return new Promise((resolve) => {
      this.#current = { id, listener, resolve }
      this.#holder.send(request(id))
    })
  }

  #receive(answer: EngineAnswer): void {
    if (this.#current === null || answer.id !== this.#current.id) return
    const { listener } = this.#current
    if (answer.kind === 'output') listener.onOutput?.(answer.stream, answer.text)
    else if (answer.kind === 'progress') listener.onProgress?.(answer.steps, answer.stepLimit)
    else this.#end({ kind: 'done', value: answer })
  }

  #end(end: OrderEnd<FinalAnswer>): void {
    const current = this.#current
    this.#current = null
    this.#holder.settle()
    current?.resolve(end)
  }
}

function startWorker(): HeldWorker {
  return new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module', name: 'pyarena-engine' })
}

function answerAs<T>(answer: FinalAnswer, pick: (answer: FinalAnswer) => T | null): OrderEnd<T> {
  if (answer.kind === 'failed') return { kind: 'failed', message: answer.message }
  const value = pick(answer)
  return value === null ? { kind: 'failed', message: 'The engine answered something else than it was asked.' } : { kind: 'done', value }
}
