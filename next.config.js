// @ts-check
// How Next builds and serves the site.

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

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
    { source: '/((?!embed$).*)', headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }, { key: 'Content-Security-Policy', value: "frame-ancestors 'self'" }] },
    { source: '/embed', headers: [{ key: 'Content-Security-Policy', value: 'frame-ancestors *' }] },
  ],
}

export default nextConfig
