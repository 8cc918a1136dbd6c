// The file that a judging thread runs: one task in, one result out. Bundled to dist/judge-worker.mjs.
import { judge } from '#lib/grading/index.ts'
import type { JudgeResult } from '#lib/grading/types.ts'
import type { JudgeTask } from './pool.ts'
import { WARM_UP } from './warm-up.ts'

/** Judges one source; called by the pool. */
export default function run(task: JudgeTask): JudgeResult {
  return judge(task)
}

const WARM_UP_ROUNDS = 2

// A thread that has just started judges slowly: its code is not compiled yet, and neither are the library's modules that most programs import. So it
// does this before its first task rather than while somebody waits.
try {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) judge(WARM_UP)
} catch {
  // A cold thread judges as well as a warm one. A test says that this does not happen.
}
