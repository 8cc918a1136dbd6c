// The live grid of a classroom: polled, answered with 304 while nothing changed.
import { gridOf, gridVersion } from '#lib/server/grid.ts'
import { currentActor } from '#lib/server/session.ts'
import { refuse } from '#lib/std/result.ts'
import { refusalReply } from '../../../replies.ts'
import { gridJson } from '../../grid-json.ts'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const actor = await currentActor()
  if (actor === null) return refusalReply(refuse('not-found', 'There is no such classroom.'))
  const version = await gridVersion(actor, id)
  if (!version.ok) return refusalReply(version)
  const etag = `"${version.value}"`
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { etag } })
  const grid = await gridOf(actor, id)
  return grid.ok ? Response.json({ grid: gridJson(grid.value) }, { headers: { etag, 'cache-control': 'private, no-cache' } }) : refusalReply(grid)
}
