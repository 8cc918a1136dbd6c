// Judging one answer, by the kind of its challenge. Pure: server threads and browsers run the same function.
import { InvariantError } from '#lib/std/assert.ts'
import { judgeBuild } from './build.ts'
import { judgeCuts } from './cut.ts'
import { examine } from './examination.ts'
import { forbiddenUse } from './forbidden.ts'
import { judgeHunt } from './hunt.ts'
import { judgePrediction } from './predict.ts'
import type { ChallengeDefinition, CollectorSchedule, JudgeResult } from './types.ts'
import { allVariants, atSeed } from './variants.ts'
import { refusedResult, resultOf } from './verdict.ts'

/** All that a verdict depends on, beside the engine's version. */
export interface JudgeTask {
  readonly challenge: ChallengeDefinition
  /** The answer as text: a program, or the lines of a prediction, of cuts, of marks. */
  readonly source: string
  /** Picks the variant, and draws the inputs of hidden cases. */
  readonly seed: number
  /** When the collector runs, for proofs that nothing hangs on it; normally as in CPython. */
  readonly schedule?: CollectorSchedule
}

/** Judges an answer. In a browser the challenge comes without what is hidden, and the result is provisional. */
export function judge({ challenge, source, seed, schedule = 'normal' }: JudgeTask): JudgeResult {
  const use = forbiddenUse(source, challenge)
  if (use !== null) return refusedResult(challenge, 'forbidden', use)
  try {
    return judgeKind(atSeed(challenge, seed), { challenge, source, seed, schedule })
  } catch (error) {
    if (error instanceof InvariantError) return refusedResult(challenge, 'judge-error', `The judge failed: ${error.message} That is our fault and costs you nothing.`)
    throw error
  }
}

function judgeKind(variant: ChallengeDefinition, { challenge, source, seed, schedule }: Required<JudgeTask>): JudgeResult {
  switch (variant.kind) {
    case 'code':
      return resultOf(variant, examine(variant, source, { seed, schedule }))
    case 'predict':
      return judgePrediction(variant, source, schedule)
    case 'cut':
      return judgeCuts(variant, source)
    case 'build':
      return judgeBuild(challenge.kind === 'build' ? allVariants(challenge, seed) : [variant], source, schedule)
    case 'hunt':
      return judgeHunt(variant, source, schedule)
    default:
      return variant satisfies never
  }
}
