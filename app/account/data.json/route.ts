// A person's own data as a file.
import { exportOf } from '#lib/server/own-data.ts'
import { currentActor } from '#lib/server/session.ts'

export async function GET(): Promise<Response> {
  const actor = await currentActor()
  const data = actor === null ? null : await exportOf(actor)
  if (data === null || !data.ok) return new Response('Not found', { status: 404 })
  return new Response(JSON.stringify(data.value, null, 2), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="pyarena-data.json"', 'cache-control': 'private, no-store' },
  })
}
