// The verdicts of a challenge's solutions, for its author; not found on any server but `npm run dev`'s.
import { hasPreviews, previewOf } from '#lib/server/preview.ts'

export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  if (!hasPreviews()) return new Response(null, { status: 404 })
  return Response.json(await previewOf((await params).slug))
}
