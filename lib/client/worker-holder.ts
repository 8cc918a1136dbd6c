// One web worker and the order that it is carrying out. A worker whose script could not be loaded is started again.

/** What is needed of a Web Worker. */
export type HeldWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

/** The rests before a worker that could not be loaded is started again. */
const restsMs: readonly number[] = [100, 400, 1600]

interface Order<Request> {
  readonly request: Request
}

/** Holds a worker that can be killed at any time and is replaced when it is needed next. */
export class WorkerHolder<Request, Answer> {
  readonly #start: () => HeldWorker
  readonly #onAnswer: (answer: Answer) => void
  readonly #onLost: (message: string) => void
  #worker: HeldWorker | null = null
  #order: Order<Request> | null = null
  /** The worker that runs now has answered something. */
  #hasSpoken = false
  /** Workers in a row whose script could not be loaded. */
  #unloaded = 0

  /** `onLost`: the worker is gone, and with it its order if there was one. */
  constructor(start: () => HeldWorker, onAnswer: (answer: Answer) => void, onLost: (message: string) => void) {
    this.#start = start
    this.#onAnswer = onAnswer
    this.#onLost = onLost
  }

  /** Starts the worker early, so that the first order does not wait for it. */
  warmUp(): void {
    if (this.#worker !== null) return
    const worker = this.#start()
    this.#hasSpoken = false
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      this.#hasSpoken = true
      this.#unloaded = 0
      this.#onAnswer(data)
    }
    worker.onerror = (event: ErrorEvent) => this.#failed(event.message)
    this.#worker = worker
  }

  /** Gives the worker an order: it counts as under way until `settle`. */
  send(request: Request): void {
    this.#order = { request }
    this.#post(this.#order)
  }

  /** The order has been carried out. */
  settle(): void {
    this.#order = null
  }

  /** Kills the worker; what it was doing is forgotten. */
  drop(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#order = null
    this.#unloaded = 0
  }

  #post({ request }: Order<Request>): void {
    this.warmUp()
    this.#worker?.postMessage(request)
  }

  /** A worker that fails before its first word could not load its script (one that is killed while it loads takes the next one's request along; a busy server resets a connection): again. */
  #failed(message: string): void {
    const order = this.#order
    const restMs = this.#hasSpoken || order === null ? undefined : restsMs[this.#unloaded]
    if (order === null || restMs === undefined) {
      this.drop()
      this.#onLost(message)
      return
    }
    this.#unloaded += 1
    this.#worker?.terminate()
    this.#worker = null
    setTimeout(() => this.#order === order && this.#post(order), restMs)
  }
}
