// Figures in texts: the places `{{ expression }}` are computed by the engine, so that no number is ever typed.
import { type PythonVersion, createSession, isPythonVersion } from '#lib/engine/index.ts'
import { InvariantError } from '#lib/std/assert.ts'
import type { ChallengeDefinition, Variant } from './types.ts'
import { variantFor } from './variants.ts'

const PLACE = /\{\{(.+?)\}\}/g

/** What every expression may use. */
const PRELUDE = 'import sys, gc, array, weakref, tracemalloc, collections\n'

interface FigureOptions {
  readonly python?: PythonVersion
  /** Names that the expressions may use, with their values. */
  readonly values?: Variant
  /** Python that runs first. */
  readonly setup?: string
}

/** The text with every place computed; `{{ 3.11: expression }}` asks another version. */
export function withFigures(text: string, { python = '3.13', values = {}, setup = '' }: FigureOptions = {}): string {
  const bindings = Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`)
  const source = PRELUDE + bindings.join('') + setup
  const sessions = new Map<string, ReturnType<typeof createSession>>()
  const sessionFor = (version: PythonVersion) => {
    const session = sessions.get(version) ?? createSession({ source, python: version })
    if (!sessions.has(version)) {
      const { status, exception } = session.exec()
      if (status !== 'ok') throw new InvariantError(`the figures' set-up fails: ${exception?.traceback ?? status}`)
      sessions.set(version, session)
    }
    return session
  }
  return text.replace(PLACE, (_, inside: string) => {
    const [, version, expression = inside] = /^\s*(3\.1[1-5]):(.*)$/.exec(inside) ?? []
    const outcome = sessionFor((version as PythonVersion | undefined) ?? python).evaluate(`str(${expression.trim()})`)
    if (outcome.ok && typeof outcome.value === 'string') return outcome.value
    throw new InvariantError(`{{${inside}}} can't be computed: ${outcome.ok ? 'no text' : (outcome.exception?.message ?? outcome.status)}`)
  })
}

/** The explanation of a challenge, its figures computed by the challenge's Python from the variant's values. */
export function explanationAt(challenge: ChallengeDefinition, seed: number): string {
  const { explanationMarkdown, pythonVersion } = challenge
  if (!explanationMarkdown.includes('{{')) return explanationMarkdown
  return withFigures(explanationMarkdown, { python: isPythonVersion(pythonVersion) ? pythonVersion : '3.13', values: variantFor(challenge, seed) })
}
