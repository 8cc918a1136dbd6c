// The page's side of a recording: one worker that records a program and answers questions about it. Errors are values; Stop kills the worker, and what
// is asked afterwards records again by itself (runs are deterministic).
// Not through the door: that would bring the whole engine into the page, which runs in the worker.
import { applyDiff } from '#lib/engine/snapshot/diff.ts'
import type { Recording, Snapshot } from '#lib/engine/index.ts'
import type { OrderEnd, RunListener } from './engine-client.ts'
import { type HeldWorker, WorkerHolder } from './worker-holder.ts'
import type { RecordOrder, Recorded, RecordingAnswer, RecordingMethod, RecordingQuestion, RecordingRequest } from './recording-protocol.ts'

/** An answer; `superseded`: a later question of the same kind took its place before it was asked. */
export type RecordingEnd<T> = OrderEnd<T> | { readonly kind: 'superseded' }

/** Questions about a place that is being scrubbed over: only the latest one matters. */
const latestWins: ReadonlySet<RecordingMethod> = new Set(['snapshot', 'diff', 'memoryMap', 'inspect'])

interface Waiting {
  readonly request: RecordingRequest
  readonly listener: RunListener
  readonly resolve: (end: RecordingEnd<unknown>) => void
}

/** Holds one recording at a time; for two at once take two clients. */
export class RecordingClient {
  readonly #holder: WorkerHolder<RecordingRequest, RecordingAnswer>
  #nextId = 1
  #order: RecordOrder | null = null
  #isRecorded = false
  #current: Waiting | null = null
  readonly #queue: Waiting[] = []
  #lastSnapshot: Snapshot | null = null

  constructor(start: () => HeldWorker = startWorker) {
    this.#holder = new WorkerHolder(
      start,
      (answer: RecordingAnswer) => this.#receive(answer),
      (message) => this.#breakDown({ kind: 'failed', message }),
    )
  }

  /** Starts the worker early, so that the first recording does not wait for it. */
  warmUp(): void {
    this.#holder.warmUp()
  }

  /** Records a program; the recording before it is gone, and whatever was being asked about it is stopped. */
  async record(order: RecordOrder, listener: RunListener = {}): Promise<OrderEnd<Recorded>> {
    this.stop()
    this.#order = order
    this.#isRecorded = false
    const end = await this.#enqueue({ kind: 'record', id: this.#nextId++, order }, listener)
    return end.kind === 'superseded' ? { kind: 'stopped' } : (end as OrderEnd<Recorded>)
  }

  /** Asks the recording. While a question is being answered, a later `snapshot`, `diff`, `memoryMap` or `inspect` takes the place of a waiting one. */
  async ask<K extends RecordingMethod>(method: K, ...args: Parameters<Recording[K]>): Promise<RecordingEnd<ReturnType<Recording[K]>>> {
    if (this.#order === null) return { kind: 'failed', message: 'Nothing is recorded.' }
    if (!this.#isRecorded && !this.#isWaiting('record')) void this.#enqueue({ kind: 'record', id: this.#nextId++, order: this.#order }, {})
    if (latestWins.has(method)) this.#supersede(method)
    const end = await this.#enqueue({ kind: 'ask', id: this.#nextId++, question: { method, args } as unknown as RecordingQuestion }, {})
    return end as RecordingEnd<ReturnType<Recording[K]>>
  }

  /** Ends whatever is under way, at once. */
  stop(): void {
    if (this.#current !== null) this.#breakDown({ kind: 'stopped' })
  }

  /** Ends everything; the client is of no use afterwards. */
  close(): void {
    this.#breakDown({ kind: 'stopped' })
  }

  #isWaiting(kind: RecordingRequest['kind']): boolean {
    return [this.#current, ...this.#queue].some((waiting) => waiting?.request.kind === kind)
  }

  #supersede(method: RecordingMethod): void {
    const at = this.#queue.findIndex(({ request }) => request.kind === 'ask' && request.question.method === method)
    for (const waiting of at < 0 ? [] : this.#queue.splice(at, 1)) waiting.resolve({ kind: 'superseded' })
  }

  #enqueue(request: RecordingRequest, listener: RunListener): Promise<RecordingEnd<unknown>> {
    return new Promise((resolve) => {
      this.#queue.push({ request, listener, resolve })
      this.#next()
    })
  }

  #next(): void {
    if (this.#current !== null) return
    const next = this.#queue.shift()
    if (next === undefined) return
    this.#current = next
    this.#holder.send(next.request)
  }

  #receive(answer: RecordingAnswer): void {
    const current = this.#current
    if (current === null || answer.id !== current.request.id) return
    if (answer.kind === 'output') current.listener.onOutput?.(answer.stream, answer.text)
    else if (answer.kind === 'progress') current.listener.onProgress?.(answer.steps, answer.stepLimit)
    else {
      this.#current = null
      this.#holder.settle()
      current.resolve(this.#endOf(answer))
      this.#next()
    }
  }

  #endOf(answer: Exclude<RecordingAnswer, { kind: 'output' } | { kind: 'progress' }>): OrderEnd<unknown> {
    switch (answer.kind) {
      case 'recorded':
        this.#isRecorded = true
        this.#lastSnapshot = null
        return { kind: 'done', value: answer.recorded }
      case 'answer':
        return { kind: 'done', value: answer.value }
      case 'snapshot':
        this.#lastSnapshot = answer.snapshot
        return { kind: 'done', value: answer.snapshot }
      case 'snapshot-diff':
        if (this.#lastSnapshot === null) return { kind: 'failed', message: 'The engine sent a difference from nothing.' }
        this.#lastSnapshot = applyDiff(this.#lastSnapshot, answer.diff)
        return { kind: 'done', value: this.#lastSnapshot }
      case 'failed':
        return { kind: 'failed', message: answer.message }
      default:
        return answer satisfies never
    }
  }

  /** The worker is gone: everything that waits ends so. */
  #breakDown(end: OrderEnd<never>): void {
    this.#holder.drop()
    this.#isRecorded = false
    this.#lastSnapshot = null
    const waiting = [this.#current, ...this.#queue.splice(0)]
    this.#current = null
    for (const one of waiting) one?.resolve(end)
  }
}

function startWorker(): HeldWorker {
  return new Worker(new URL('./recording-worker.ts', import.meta.url), { type: 'module', name: 'pyarena-recording' })
}
