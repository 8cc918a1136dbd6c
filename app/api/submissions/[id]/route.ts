// Waits for a submission's verdict, for as long as a poll may last.
import { currentActor } from '#lib/server/session.ts'
import { awaitSubmission } from '#lib/server/submissions.ts'
import { refuse } from '#lib/std/result.ts'
import { refusalReply } from '../../replies.ts'
import { attemptJson } from '../attempt-json.ts'

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return refusalReply(refuse('not-found', 'There is no such submission.'))
  const result = await awaitSubmission(actor, (await params).id)
  return result.ok ? Response.json({ attempt: attemptJson(result.value) }) : refusalReply(result)
}
