// Proofs of the challenges: every answer of a `solutions` folder says in its first lines which verdict it must get; this judges it and compares.
import fs from 'node:fs'
import path from 'node:path'
import { judge, variantFor, withFigures } from '#lib/grading/index.ts'
import type { ChallengeDefinition, JudgeResult } from '#lib/grading/types.ts'
import { folderOf } from './catalogue.ts'

/** An answer of the solutions folder with what its header promises. */
export interface Solution {
  readonly name: string
  readonly source: string
  readonly verdict: string
  /** The medal that it must earn; null when the header names none. */
  readonly medal: string | null
  /** The goals that must fail, exactly these; null when the header names none. Like the others it may name alternatives, for variants that differ: `one | one, two`. */
  readonly fails: string | null
  /** What the message must contain. */
  readonly says: string | null
}

/** A solution judged: what it got, and in which ways that is not what it should get. */
export interface Proof {
  readonly solution: Solution
  readonly seed: number
  readonly result: JudgeResult
  readonly complaints: readonly string[]
  readonly ms: number
}

const HEADER = /^# (verdict|medal|fails|says): (.+)$/

/** The solutions of a challenge, by name; their sources without the header, as a learner would type them. */
export function solutionsOf(challenge: ChallengeDefinition): Solution[] {
  const folder = path.join(folderOf(challenge), 'solutions')
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.py') || file.endsWith('.txt'))
    .sort()
    .map((file) => solutionFrom(path.parse(file).name, fs.readFileSync(path.join(folder, file), 'utf8')))
}

function solutionFrom(name: string, source: string): Solution {
  const header = new Map<string, string>()
  const lines = source.split('\n')
  for (const line of lines) {
    const [, key, value] = HEADER.exec(line) ?? []
    if (key === undefined || value === undefined) break
    header.set(key, value.trim())
  }
  return {
    name,
    source: lines.slice(lines.findIndex((line) => !line.startsWith('#'))).join('\n'),
    verdict: header.get('verdict') ?? '(none)',
    medal: header.get('medal') ?? null,
    fails: header.get('fails')?.replace(/,\s*/g, ', ') ?? null,
    says: header.get('says') ?? null,
  }
}

/** The seeds under which a solution is proved: every variant, and different inputs for hidden cases. */
export function seedsOf({ kind, variants }: ChallengeDefinition): readonly number[] {
  // A heap to be built is compared in all variants at once.
  if (kind === 'build') return [0]
  return variants.length > 0 ? variants.map((_, seed) => seed) : [7, 4_711, 1_234_567_891]
}

/** The answer that a solution gives to a variant: its places `{{expression}}` are computed by the engine from the variant's values. */
export function answerFor(challenge: ChallengeDefinition, { source }: Solution, seed: number): string {
  return source.includes('{{') ? withFigures(source, { values: variantFor(challenge, seed) }) : source
}

/** Judges a solution and compares. */
export function prove(challenge: ChallengeDefinition, solution: Solution, seed: number): Proof {
  const startedAt = performance.now()
  const result = judge({ challenge, source: answerFor(challenge, solution, seed), seed })
  return { solution, seed, result, complaints: complaintsAbout(solution, result), ms: performance.now() - startedAt }
}

/** In which ways a result is not what the header promises. */
export function complaintsAbout(solution: Solution, { verdict, medal, goals, message }: JudgeResult): string[] {
  const failed = goals.filter(({ passed }) => !passed).map(({ id }) => id)
  const words = [message, ...goals.map((goal) => goal.message)].join('\n')
  return [
    ...(solution.verdict.split(' | ').includes(verdict) ? [] : [`got ${verdict} instead of ${solution.verdict}: ${message ?? ''}`]),
    ...(solution.medal === null || medal === solution.medal ? [] : [`earned ${medal ?? 'nothing'} instead of ${solution.medal}`]),
    ...(solution.fails === null || solution.fails.split(' | ').includes(failed.join(', ')) ? [] : [`failed [${failed.join(', ')}] instead of [${solution.fails}]`]),
    ...(solution.says === null || solution.says.split(' | ').some((part) => words.includes(part)) ? [] : [`does not say "${solution.says}" but: ${words}`]),
  ]
}
