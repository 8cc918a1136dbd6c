// The footer of every page.
import Link from 'next/link'

/** One quiet line, with the ways that the header has no room for. */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-line">
      <div className="shell flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-6 text-sm text-faint">
        <p>Every size, count and address is what 64-bit CPython prints.</p>
        <ul className="flex flex-wrap gap-5">
          <li>
            <Link className="hover:text-ink hover:underline" href="/challenges">
              Challenges
            </Link>
          </li>
          <li>
            <Link className="hover:text-ink hover:underline" href="/playground">
              Playground
            </Link>
          </li>
        </ul>
      </div>
    </footer>
  )
}
