// Refusals as HTTP: one table from reasons to status codes, and the bodies that pages read.
import type { z } from 'zod'
import { LIMITS } from '#lib/server/limits.ts'
import type { Refusal } from '#lib/std/result.ts'

const statusOf: Record<string, number> = { 'not-found': 404, 'too-many': 429, 'too-long': 413, 'bad-request': 400, busy: 503, stale: 409 }

/** A refusal, with the sentence for the person. */
export function refusalReply(refusal: Refusal): Response {
  return Response.json({ reason: refusal.reason, message: refusal.message }, { status: statusOf[refusal.reason] ?? 400 })
}

/**
 * Reads and checks a JSON body; null when it is not what was asked for. Only `application/json` is read: a page of another site can't send that
 * without asking first. What is too large is not read to its end.
 */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<T | null> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return null
  const text = await textOf(request).catch(() => null)
  const parsed = schema.safeParse(text === null ? null : parsedJson(text))
  return parsed.success ? parsed.data : null
}

/** The body as text; null when it is larger than any body of ours. */
async function textOf(request: Request): Promise<string | null> {
  if (request.body === null) return null
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body) {
    bytes += chunk.byteLength
    if (bytes > LIMITS.requestBytes) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The reply to a body that could not be read. */
export function badBodyReply(): Response {
  return Response.json({ reason: 'bad-request', message: 'The request was not understood. Reload the page and try again.' }, { status: 400 })
}
