// Proofs of the challenges: every answer of a `solutions` folder says in its first lines which verdict it must get; this judges it and compares.
import fs from 'node:fs'
import path from 'node:path'
import { atSeed, judge, publicTask, variantFor, visibleDefinition, withFigures } from '#lib/grading/index.ts'
import type { ChallengeDefinition, CollectorSchedule, JudgeResult } from '#lib/grading/types.ts'
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
  readonly trial: Trial
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

/** One way of judging: which variant or hidden inputs, and when the collector runs. */
export interface Trial {
  readonly seed: number
  readonly schedule: CollectorSchedule
}

const OTHER_SCHEDULES: readonly CollectorSchedule[] = ['disabled', 'every-allocation']

/** Challenges whose subject is when the collector comes: their cases ask for every schedule themselves, or their program speaks to the collector. */
export function isAboutCollector(challenge: ChallengeDefinition): boolean {
  if (challenge.kind === 'code') return /any_schedule=True/.test(challenge.checks.visible + challenge.checks.hidden)
  const program = challenge.kind === 'build' ? challenge.starter : challenge.program
  return /\bgc\./.test(program)
}

/** How a solution is judged: for every seed; and once for each other schedule of the collector, on which nothing may hang. */
export function trialsOf(challenge: ChallengeDefinition, solution: Solution): readonly Trial[] {
  const seeds = seedsOf(challenge)
  // A wrong program is wrong for one draw of hidden inputs as for another; a wrong answer depends on the variant.
  const asked = solution.verdict === 'accepted' || challenge.variants.length > 0 ? seeds : seeds.slice(0, 1)
  const normal = asked.map((seed): Trial => ({ seed, schedule: 'normal' }))
  // Cuts are made with the collector off. What a prediction is compared with is the same for right and wrong ones. And what is about the
  // collector depends on it: there the cases themselves try every schedule, and only right programs must be right under all.
  const isRight = solution.verdict === 'accepted'
  const isFree = challenge.kind === 'cut' || (challenge.kind === 'predict' && !isRight) || (isAboutCollector(challenge) && (challenge.kind !== 'code' || !isRight))
  if (isFree) return normal
  return [...normal, ...OTHER_SCHEDULES.map((schedule, index): Trial => ({ seed: asked[(index + 1) % asked.length] ?? 0, schedule }))]
}

/** Judges the solutions of one challenge, each question once. */
export class Proving {
  readonly challenge: ChallengeDefinition
  readonly solutions: readonly Solution[]
  private readonly results = new Map<string, JudgeResult>()

  constructor(challenge: ChallengeDefinition, solutions: readonly Solution[] = solutionsOf(challenge)) {
    this.challenge = challenge
    this.solutions = solutions
  }

  /** What a source gets. */
  judged(source: string, { seed, schedule }: Trial): JudgeResult {
    return this.once(`${seed} ${schedule}\n${source}`, () => judge({ challenge: this.challenge, source, seed, schedule }))
  }

  /** What a solution gets for the first seed. */
  result(solution: Solution): JudgeResult {
    return this.judged(answerFor(this.challenge, solution, this.firstSeed), { seed: this.firstSeed, schedule: 'normal' })
  }

  /** What a browser finds by itself; null where it may not judge. */
  inBrowser(solution: Solution): JudgeResult | null {
    const seen = atSeed(this.challenge, this.firstSeed)
    const visible = visibleDefinition(seen, publicTask(seen))
    if (visible === null) return null
    const source = answerFor(this.challenge, solution, this.firstSeed)
    return this.once(`browser\n${source}`, () => judge({ challenge: visible, source, seed: 0 }))
  }

  /** Judges a solution in every way, and compares with its header and with itself. */
  proofs(solution: Solution): Proof[] {
    return trialsOf(this.challenge, solution).map((trial) => {
      const startedAt = performance.now()
      const result = this.judged(answerFor(this.challenge, solution, trial.seed), trial)
      return { solution, trial, result, complaints: this.complaints(solution, trial, result), ms: performance.now() - startedAt }
    })
  }

  get firstSeed(): number {
    return seedsOf(this.challenge)[0] ?? 0
  }

  private complaints(solution: Solution, { seed, schedule }: Trial, result: JudgeResult): string[] {
    if (schedule === 'normal') return complaintsAbout(solution, result)
    const normal = this.judged(answerFor(this.challenge, solution, seed), { seed, schedule: 'normal' })
    const [before, now] = [outcome(normal), outcome(result)]
    return before === now ? [] : [`hangs on the collector’s schedule: ${before} as usual, ${now} with the collector ${schedule === 'disabled' ? 'switched off' : 'at every allocation'}`]
  }

  private once(key: string, compute: () => JudgeResult): JudgeResult {
    const result = this.results.get(key) ?? compute()
    this.results.set(key, result)
    return result
  }
}

function outcome({ verdict, goals }: JudgeResult): string {
  const failed = goals.filter(({ passed }) => !passed).map(({ id }) => id)
  return `${verdict}${failed.length === 0 ? '' : ` (${failed.join(', ')} fails)`}`
}

/** In which ways a result is not what the header promises. */
function complaintsAbout(solution: Solution, { verdict, medal, goals, message }: JudgeResult): string[] {
  const failed = goals.filter(({ passed }) => !passed).map(({ id }) => id)
  const words = [...new Set([message, ...goals.map((goal) => goal.message)])].filter((text) => text !== null).join(' / ')
  return [
    ...(solution.verdict.split(' | ').includes(verdict) ? [] : [`got ${verdict} instead of ${solution.verdict}: ${message ?? ''}`]),
    ...(solution.medal === null || medal === solution.medal ? [] : [`earned ${medal ?? 'nothing'} instead of ${solution.medal}`]),
    ...(solution.fails === null || solution.fails.split(' | ').includes(failed.join(', ')) ? [] : [`failed [${failed.join(', ')}] instead of [${solution.fails}]`]),
    ...(solution.says === null || solution.says.split(' | ').some((part) => words.includes(part)) ? [] : [`does not say "${solution.says}" but: ${words}`]),
  ]
}
