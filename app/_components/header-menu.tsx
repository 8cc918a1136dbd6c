'use client'
// The navigation: a row on wide screens, a disclosure on narrow ones; marks the page that is open.
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { CrossIcon, MenuIcon } from './icons.tsx'
import { SignOutButton } from './sign-out-button.tsx'
import type { Visitor } from './site-header.tsx'

const places = [
  { href: '/challenges', label: 'Challenges' },
  { href: '/playground', label: 'Playground' },
  { href: '/leaderboard', label: 'Leaderboard' },
  { href: '/classrooms', label: 'Classrooms' },
] as const

/** Navigation and account links. */
export function HeaderMenu({ visitor }: { readonly visitor: Visitor | null }) {
  const pathname = usePathname()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => setOpen(false), [pathname])
  useEffect(() => {
    if (!open) return
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [open])

  const links = places.map(({ href, label }) => {
    const here = pathname === href || pathname.startsWith(`${href}/`)
    return (
      <li key={href}>
        <Link
          href={href}
          aria-current={here ? 'page' : undefined}
          className="block rounded-sm border-b-2 border-transparent px-3 py-2 text-[0.9375rem] font-[520] text-soft hover:text-ink aria-[current=page]:border-copper aria-[current=page]:text-ink md:py-[0.95rem]"
        >
          {label}
        </Link>
      </li>
    )
  })
  const account =
    visitor === null ? (
      <>
        <Link href="/sign-in" className="button button-quiet button-small">
          Sign in
        </Link>
        <Link href="/sign-up" className="button button-small">
          Sign up
        </Link>
      </>
    ) : (
      <>
        <Link href={`/profile/${visitor.userId}`} className="button button-quiet button-small max-w-40 truncate">
          {visitor.name}
        </Link>
        <SignOutButton />
      </>
    )

  return (
    <>
      <nav aria-label="Main" className="hidden md:block">
        <ul className="flex items-center">{links}</ul>
      </nav>
      <div className="ml-auto hidden items-center gap-1 md:flex">{account}</div>
      <button
        ref={button}
        type="button"
        className="button button-quiet button-small ml-auto md:hidden"
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => setOpen(!open)}
      >
        {open ? <CrossIcon size={18} /> : <MenuIcon size={18} />}
        Menu
      </button>
      <div id="menu" hidden={!open} className="absolute inset-x-0 top-14 z-40 border-b border-line bg-surface p-3 shadow-(--shadow-card) md:hidden">
        <nav aria-label="Main">
          <ul className="grid">{links}</ul>
        </nav>
        <div className="mt-3 flex flex-wrap gap-2 border-t border-line pt-3">{account}</div>
      </div>
    </>
  )
}
