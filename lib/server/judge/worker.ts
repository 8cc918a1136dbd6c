// The file that a judging thread runs: one task in, one result out. Bundled to dist/judge-worker.mjs.
import { judge } from '#lib/grading/index.ts'
import type { JudgeResult } from '#lib/grading/types.ts'
import type { JudgeTask } from './pool.ts'

/** Judges one source; called by the pool. */
export default function run(task: JudgeTask): JudgeResult {
  return judge(task)
}
