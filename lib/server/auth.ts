// Signing in, by next-auth: name and password always; GitHub, Google and any OpenID Connect provider when the
// environment names them. Sessions are signed tokens; people and their OAuth identities stand in the database.
import { PrismaAdapter } from '@auth/prisma-adapter'
import type { NextAuthOptions } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import CredentialsProvider from 'next-auth/providers/credentials'
import GitHubProvider from 'next-auth/providers/github'
import GoogleProvider from 'next-auth/providers/google'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { memberByPassword, sessionEpochOf } from './accounts.ts'
import { database } from './db.ts'
import { type OidcSettings, authSecret, isSecureSite, oauthSettings, oidcSettings } from './env.ts'
import { LIMITS } from './limits.ts'
import { shownName } from './names.ts'
import { SESSION_SECONDS, adoptGuest, requestAddress } from './session.ts'

export interface SignInProvider {
  readonly id: string
  readonly name: string
}

/** next-auth's options, for its route handler. */
export function authOptions(): NextAuthOptions {
  return {
    adapter: adapter(),
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: isSecureSite(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [passwordProvider(), ...oauthProviders()],
    callbacks: {
      // `user` is there at the sign-in only: the session keeps the number that it was begun under.
      jwt: async ({ token, user }) => (user ? { ...token, epoch: await sessionEpochOf(user.id) } : token),
      session: ({ session, token }) => ({ ...session, user: { ...session.user, id: token.sub } }),
    },
    events: {
      signIn: ({ user }) => adoptGuest(user.id),
    },
  }
}

/** The providers that this server offers beside name and password. */
export function signInProviders(): SignInProvider[] {
  return oauthProviders().map(({ id, name }) => ({ id, name }))
}

function passwordProvider() {
  return CredentialsProvider({
    id: 'credentials',
    name: 'Name and password',
    credentials: { name: { label: 'Name', type: 'text' }, password: { label: 'Password', type: 'password' } },
    authorize: async (given) => {
      const found = await memberByPassword({ name: given?.name, password: given?.password, address: await requestAddress() })
      // The form shows the message of an error; null is "Name and password do not match".
      if (!found.ok && found.reason === 'too-many') throw new Error(found.message)
      return found.ok ? { id: found.value.userId, name: found.value.name } : null
    },
  })
}

function oauthProviders() {
  const github = oauthSettings('GITHUB')
  const google = oauthSettings('GOOGLE')
  const oidc = oidcSettings()
  return [...(github ? [GitHubProvider(github)] : []), ...(google ? [GoogleProvider(google)] : []), ...(oidc ? [oidcProvider(oidc)] : [])]
}

interface OidcClaims {
  readonly sub: string
  readonly name?: string
  readonly preferred_username?: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly picture?: string
}

function oidcProvider({ issuer, name, clientId, clientSecret }: OidcSettings): OAuthConfig<OidcClaims> {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    issuer,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    profile: (claims) => ({
      id: claims.sub,
      name: claims.name ?? claims.preferred_username ?? null,
      // An address that the provider did not prove is nobody's.
      email: claims.email_verified ? (claims.email ?? null) : null,
      image: claims.picture ?? null,
    }),
  }
}

/** Auth.js' adapter for Prisma; a person whom a provider leaves nameless still needs a name here. */
function adapter(): Adapter {
  // The package is typed for Auth.js 5; its functions are the ones that next-auth 4 calls.
  const prisma = PrismaAdapter(database() as never) as Adapter
  return {
    ...prisma,
    createUser: async (user: Parameters<NonNullable<Adapter['createUser']>>[0]) => {
      const name = shownName((user.name ?? '').slice(0, LIMITS.nameCharacters), LIMITS.nameCharacters) ?? 'Player'
      const created = await database().user.create({ data: { name, email: user.email || null, emailVerified: user.emailVerified, image: user.image ?? null } })
      return { id: created.id, name: created.name, email: created.email ?? '', emailVerified: created.emailVerified, image: created.image }
    },
  }
}
