// Assertions about our own code: what fails here is a bug of ours, never of a learner.

/** Our own bug, caught at the worker, judge or route boundary. */
export class InvariantError extends Error {
  override name = 'InvariantError'
}

/** Throws an {@link InvariantError} unless the condition holds. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message)
}

/** The value, which must be there: the typed form of "this index exists". */
export function present<T>(value: T | null | undefined, message: string): T {
  if (value === null || value === undefined) throw new InvariantError(message)
  return value
}

