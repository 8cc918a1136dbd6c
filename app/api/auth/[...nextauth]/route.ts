// next-auth's own routes. The options are made for each request, because a build has no secret.
import NextAuth from 'next-auth'
import { authOptions } from '#lib/server/auth.ts'

interface Context {
  readonly params: Promise<{ nextauth: string[] }>
}

async function handle(request: Request, context: Context): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions()) as Promise<Response>
}

export { handle as GET, handle as POST }
