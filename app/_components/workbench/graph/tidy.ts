// Asking the layout worker for places.
import { sizes, type Point } from './graph-types.ts'
import type { Link, Places, Sized } from './place.ts'

export interface LayoutRequest {
  readonly id: number
  readonly nodes: readonly Sized[]
  readonly links: readonly Link[]
  readonly origin: Point
  readonly spacing: { readonly row: number; readonly column: number }
}

export interface LayoutAnswer {
  readonly id: number
  readonly places: readonly (readonly [string, Point])[]
}

/** One worker, started early and kept. */
export class Tidier {
  #worker: Worker | null = null
  #nextId = 1
  readonly #waiting = new Map<number, (places: Places) => void>()

  warmUp(): void {
    if (this.#worker !== null) return
    this.#worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module', name: 'pyarena-layout' })
    this.#worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      this.#waiting.get(data.id)?.(new Map(data.places))
      this.#waiting.delete(data.id)
    }
  }

  /** Places that cross few wires. Never answers if the worker can't start: take a deadline. */
  layout(nodes: readonly Sized[], links: readonly Link[]): Promise<Places> {
    this.warmUp()
    const id = this.#nextId++
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#worker?.postMessage({
        id,
        nodes,
        links,
        origin: { x: sizes.margin, y: sizes.margin },
        spacing: { row: sizes.rowGap, column: sizes.columnGap },
      } satisfies LayoutRequest)
    })
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#waiting.clear()
  }
}
