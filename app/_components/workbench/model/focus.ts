// What is chosen and what is pointed at, shared by all views: they light up the same object.
import type { ObjectSerial } from '#lib/engine/index.ts'

export interface Focus {
  readonly chosen: ObjectSerial | null
  readonly pointed: ObjectSerial | null
  /** Choosing the chosen object again lets it go. */
  choose(serial: ObjectSerial | null): void
  point(serial: ObjectSerial | null): void
}
