// @ts-check
// How Next builds and serves the site.

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

const isDevelopment = process.env.NODE_ENV === 'development'

/** What pages may load and whom they may talk to: this site alone. Inline scripts are the theme's and Next's own; no page shows markup that a person wrote. */
const contentPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
]

/**
 * The policy for pages that may stand in frames of these sites.
 * @param {string} ancestors
 */
function policyFor(ancestors) {
  return { key: 'Content-Security-Policy', value: [...contentPolicy, `frame-ancestors ${ancestors}`].join('; ') }
}

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // These load files or native code at run time, which a bundle would hide from them.
  serverExternalPackages: ['piscina', '@node-rs/argon2', 'pg', '@prisma/client', '@prisma/adapter-pg'],
  // `npm test` checks the types, once, with the stricter settings of each layer.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // Only /embed may stand in a frame of another site. It shows what is in its own address and offers nothing that acts for a signed-in person.
    { source: '/((?!embed$).*)', headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }, policyFor("'self'")] },
    { source: '/embed', headers: [policyFor('*')] },
  ],
}

export default nextConfig
