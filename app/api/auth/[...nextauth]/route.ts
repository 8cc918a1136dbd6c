// next-auth's own routes. The options are made for each request, because a build has no secret.
import NextAuth from 'next-auth'
import { authOptions } from '#lib/server/auth.ts'
import { LIMITS } from '#lib/server/limits.ts'

interface Context {
  readonly params: Promise<{ nextauth: string[] }>
}

async function handle(request: Request, context: Context): Promise<Response> {
  // next-auth reads the whole body, whatever its size.
  const isOfKnownSize = request.method !== 'POST' || Number(request.headers.get('content-length') ?? NaN) <= LIMITS.requestBytes
  if (!isOfKnownSize) return new Response('Too large', { status: 413 })
  return NextAuth(request as never, context as never, authOptions()) as Promise<Response>
}

export { handle as GET, handle as POST }
