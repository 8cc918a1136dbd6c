// What a request that may be refused returns: the value, or the reason with a sentence for people.

/** A refused request: `reason` is for programs, `message` for people. */
export interface Refusal<Reason extends string = string> {
  readonly ok: false
  readonly reason: Reason
  readonly message: string
}

/** A request that was carried out, with what it gave. */
export interface Done<T> {
  readonly ok: true
  readonly value: T
}

export type Result<T, Reason extends string = string> = Done<T> | Refusal<Reason>

/** Wraps what a request gave. */
export function done<T>(value: T): Done<T> {
  return { ok: true, value }
}

/** Refuses a request. */
export function refuse<Reason extends string>(reason: Reason, message: string): Refusal<Reason> {
  return { ok: false, reason, message }
}
