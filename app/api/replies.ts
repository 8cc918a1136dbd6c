// Refusals as HTTP: one table from reasons to status codes, and the bodies that pages read.
import type { z } from 'zod'
import type { Refusal } from '#lib/std/result.ts'

const statusOf: Record<string, number> = { 'not-found': 404, 'too-many': 429, 'too-long': 413, 'bad-request': 400, busy: 503, stale: 409 }

/** A refusal, with the sentence for the person. */
export function refusalReply(refusal: Refusal): Response {
  return Response.json({ reason: refusal.reason, message: refusal.message }, { status: statusOf[refusal.reason] ?? 400 })
}

/** Reads and checks a JSON body; null when it is not what was asked for. */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<T | null> {
  const body: unknown = await request.json().catch(() => null)
  const parsed = schema.safeParse(body)
  return parsed.success ? parsed.data : null
}

/** The reply to a body that could not be read. */
export function badBodyReply(): Response {
  return Response.json({ reason: 'bad-request', message: 'The request was not understood. Reload the page and try again.' }, { status: 400 })
}
