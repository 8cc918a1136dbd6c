// Who asks: the proof that every function of lib/server wants first.
import { type Refusal, refuse } from '#lib/std/result.ts'

/** A person whose session was checked. Only session.ts (and tests) make one. */
export interface Actor {
  readonly userId: string
  readonly kind: 'guest' | 'member'
  readonly name: string
}

/** The one answer to "unknown" and to "not yours". */
export function notFound(what: string): Refusal<'not-found'> {
  return refuse('not-found', `There is no such ${what}.`)
}

/** The answer to a guest who asks for what needs an account. */
export function membersOnly(what: string): Refusal<'members-only'> {
  return refuse('members-only', `Sign in to ${what}: your progress comes along.`)
}
