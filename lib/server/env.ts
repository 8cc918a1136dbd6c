// The environment variables that the server reads, each in one place. Read at call time: a build has none of them.
import { InvariantError } from '#lib/std/assert.ts'

/** Where the database is. */
export function databaseUrl(): string {
  return required('DATABASE_URL')
}

/** What sessions and guest cookies are signed with. */
export function authSecret(): string {
  return required('NEXTAUTH_SECRET')
}

/** True when people reach the site over https, so that cookies must be marked so. */
export function isSecureSite(): boolean {
  return (process.env.NEXTAUTH_URL ?? '').startsWith('https://')
}

export interface OAuthSettings {
  readonly clientId: string
  readonly clientSecret: string
}

/** GitHub or Google, when both halves of the client's credentials are set. */
export function oauthSettings(provider: 'GITHUB' | 'GOOGLE'): OAuthSettings | null {
  return clientOf(provider)
}

export interface OidcSettings extends OAuthSettings {
  readonly issuer: string
  readonly name: string
}

/** Any OpenID Connect provider. */
export function oidcSettings(): OidcSettings | null {
  const client = clientOf('OIDC')
  const issuer = process.env.OIDC_ISSUER
  return client && issuer ? { ...client, issuer: issuer.replace(/\/$/, ''), name: process.env.OIDC_NAME || 'Single sign-on' } : null
}

/** How many proxies of ours stand between people and this server: TRUSTED_PROXIES, else none. Only they are believed about who asks. */
export function trustedProxies(): number {
  const count = Number(process.env.TRUSTED_PROXIES || '0')
  return Number.isInteger(count) && count >= 0 ? Math.min(count, 16) : 0
}

/** Worker threads that judge: JUDGE_THREADS, else 2. */
export function judgeThreads(): number {
  const threads = Number(process.env.JUDGE_THREADS || '2')
  return Number.isInteger(threads) && threads > 0 ? Math.min(threads, 64) : 2
}

/** Where `npm run dev` keeps what an author's solutions got; null on any other server. */
export function previewFolder(): string | null {
  return process.env.PYARENA_PREVIEW || null
}

function clientOf(prefix: string): OAuthSettings | null {
  const clientId = process.env[`${prefix}_CLIENT_ID`]
  const clientSecret = process.env[`${prefix}_CLIENT_SECRET`]
  return clientId && clientSecret ? { clientId, clientSecret } : null
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new InvariantError(`${name} is not set: start the server with npm start`)
  return value
}
