// An attempt as browsers see it.
import type { AttemptView } from '#lib/client/submission-client.ts'
import type { SubmissionView } from '#lib/server/submissions.ts'

/** Picks what a page shows, field by field, with moments as text. */
export function attemptJson(view: SubmissionView): AttemptView {
  const { id, requestId, slug, attempt, source, state, verdict, metric, medal, message, traceback, stdout } = view
  const goals = view.goals.map(({ id: goalId, title, passed, message: goalMessage, hidden }) => ({ id: goalId, title, passed, message: goalMessage, hidden }))
  return { id, requestId, slug, attempt, source, state, verdict, goals, metric, medal, message, traceback, stdout, createdAt: view.createdAt.toISOString() }
}
