// Keeps what a person is typing. Visitors whom the server does not know yet are kept by their browser alone.
import { z } from 'zod'
import { saveDraft } from '#lib/server/drafts.ts'
import { currentActor } from '#lib/server/session.ts'
import { badBodyReply, readBody, refusalReply } from '../replies.ts'

const draftSchema = z.object({ slug: z.string().max(200), source: z.string().max(1_000_000) })

export async function PUT(request: Request): Promise<Response> {
  const body = await readBody(request, draftSchema)
  if (body === null) return badBodyReply()
  const actor = await currentActor()
  if (actor === null) return new Response(null, { status: 204 })
  const result = await saveDraft(actor, body)
  return result.ok ? new Response(null, { status: 204 }) : refusalReply(result)
}
