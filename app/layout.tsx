// The frame of every page.
import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { currentActor } from '#lib/server/session.ts'
import { SiteFooter } from './_components/site-footer.tsx'
import { SiteHeader } from './_components/site-header.tsx'
import { ThemeScript } from './_components/theme-script.tsx'
import { TimeZone } from './_components/time-zone.tsx'

export const metadata: Metadata = {
  title: { default: 'PyArena', template: '%s · PyArena' },
  description: 'Learn how CPython manages memory by playing with it: reference counts, cycles, the collector and the allocator, exact to the byte.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#101d20' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const actor = await currentActor()
  const visitor = actor?.kind === 'member' ? { userId: actor.userId, name: actor.name } : null
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <SiteHeader visitor={visitor} />
        <main id="content" tabIndex={-1} className="flex-1 focus:outline-none">
          {children}
        </main>
        <SiteFooter />
        {visitor === null ? null : <TimeZone userId={visitor.userId} />}
      </body>
    </html>
  )
}
