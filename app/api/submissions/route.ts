// Takes a submission: source, challenge version and request id, never a verdict.
import { z } from 'zod'
import { ensureActor, requestAddress } from '#lib/server/session.ts'
import { submit } from '#lib/server/submissions.ts'
import { badBodyReply, readBody, refusalReply } from '../replies.ts'
import { attemptJson } from './attempt-json.ts'

const submissionSchema = z.object({ challengeVersionId: z.string().max(200), source: z.string().max(1_000_000), requestId: z.uuid(), seed: z.int().optional(), day: z.iso.date().optional() })

export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, submissionSchema)
  if (body === null) return badBodyReply()
  const actor = await ensureActor()
  if (!actor.ok) return refusalReply(actor)
  const result = await submit(actor.value, { ...body, address: await requestAddress() })
  return result.ok ? Response.json({ attempt: attemptJson(result.value) }) : refusalReply(result)
}
