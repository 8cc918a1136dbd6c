// The grades of a classroom as a file.
import { gradesCsv } from '#lib/server/grades.ts'
import { currentActor } from '#lib/server/session.ts'

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor()
  const result = actor === null ? null : await gradesCsv(actor, (await params).id)
  if (result === null || !result.ok) return new Response('There is no such classroom.', { status: 404 })
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${result.value.fileName}"`,
    'cache-control': 'private, no-store',
  }
  return new Response(result.value.csv, { headers })
}
