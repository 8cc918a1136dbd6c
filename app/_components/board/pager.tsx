// The pages of a whole table.
import Link from 'next/link'
import { BOARD_PAGE } from '#lib/server/leaderboards.ts'

interface PagerProps {
  /** The address of the table, with a query already. */
  readonly href: string
  readonly page: number
  readonly players: number
  /** Where on the page the table is. */
  readonly anchor?: string
}

/** The number of the page asked for, from 1. */
export function pageOf({ page }: { readonly page?: string | string[] | undefined }): number {
  const number = Number(page)
  return Number.isInteger(number) && number > 0 ? Math.min(number, 100_000) : 1
}

/** Earlier and later; nothing where there is one page only. */
export function Pager({ href, page, players, anchor = '' }: PagerProps) {
  const pages = Math.max(1, Math.ceil(players / BOARD_PAGE))
  if (pages === 1) return null
  const to = (number: number) => `${href}&page=${number}${anchor}`
  return (
    <nav aria-label="Pages of the table" className="mt-3 flex flex-wrap items-center gap-3 text-sm">
      {page > 1 ? (
        <Link className="button button-small" href={to(page - 1)} scroll={false}>
          Better ranks
        </Link>
      ) : null}
      <span className="text-faint">
        page {page} of {pages}
      </span>
      {page < pages ? (
        <Link className="button button-small" href={to(page + 1)} scroll={false}>
          Lower ranks
        </Link>
      ) : null}
    </nav>
  )
}
