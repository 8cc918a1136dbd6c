// The header of every page: the mark, the ways to go, and whose session this is.
import Link from 'next/link'
import { HeaderMenu } from './header-menu.tsx'
import { Logo } from './logo.tsx'
import { ThemeToggle } from './theme.tsx'

/** The signed-in visitor, as the header shows him or her. */
export interface Visitor {
  readonly userId: string
  readonly name: string
}

/** The site header with the skip link. `visitor` is null for guests. */
export function SiteHeader({ visitor }: { readonly visitor: Visitor | null }) {
  return (
    <>
      <a href="#content" className="skip-link button button-main">
        Skip to the content
      </a>
      <header className="relative border-b border-line bg-surface">
        <div className="flex h-14 items-center gap-1 px-[clamp(0.75rem,2vw,1.5rem)]">
          <Link href="/" className="mr-4 rounded-sm" aria-label="PyArena, home">
            <Logo />
          </Link>
          <HeaderMenu visitor={visitor} />
          <ThemeToggle />
        </div>
      </header>
    </>
  )
}
