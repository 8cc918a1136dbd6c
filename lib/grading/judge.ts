// Judging one source: forbidden constructs, then the examination, then the verdict. Pure: server threads and browsers run the same function.
import { examine } from './examination.ts'
import { forbiddenUse } from './forbidden.ts'
import type { ChallengeDefinition, JudgeResult } from './types.ts'
import { refusedResult, resultOf } from './verdict.ts'

/** All that a verdict depends on, beside the engine's version. */
export interface JudgeTask {
  readonly challenge: ChallengeDefinition
  readonly source: string
  /** Draws the inputs of hidden cases. */
  readonly seed: number
}

/** Judges a source. In a browser the challenge comes without hidden checks, and the result is provisional. */
export function judge({ challenge, source, seed }: JudgeTask): JudgeResult {
  const use = forbiddenUse(source, challenge)
  if (use !== null) return refusedResult(challenge, 'forbidden', use)
  return resultOf(challenge, examine(challenge, source, seed))
}
