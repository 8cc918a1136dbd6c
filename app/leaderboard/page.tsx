// The overall board, by points.
import type { Metadata } from 'next'
import Link from 'next/link'
import { overallBoard } from '#lib/server/leaderboards.ts'
import { currentActor } from '#lib/server/session.ts'
import { Pager, pageOf } from '../_components/board/pager.tsx'
import { PageTitle } from '../_components/page-title.tsx'

export const metadata: Metadata = { title: 'Leaderboard' }

export default async function LeaderboardPage({ searchParams }: { readonly searchParams: Promise<{ view?: string | string[]; page?: string | string[] }> }) {
  const asked = await searchParams
  const all = asked.view === 'all'
  const found = await overallBoard(await currentActor(), { view: all ? 'all' : 'near', page: pageOf(asked) })
  if (!found.ok) return <BoardsOff message={found.message} />
  const board = found.value
  const switchLink = all ? (
    <Link className="button" href="/leaderboard">
      Only my neighbours
    </Link>
  ) : (
    <Link className="button" href="/leaderboard?view=all">
      Show the whole table
    </Link>
  )
  return (
    <div className="shell pb-16">
      <PageTitle title="Leaderboard" actions={switchLink}>
        Points come from solved challenges and their medals. Equal points share a rank; who got there first stands first.
      </PageTitle>
      {board.entries.length === 0 ? (
        <p className="notice">
          Nobody has points yet.{' '}
          <Link className="link" href="/challenges">
            Be the first.
          </Link>
        </p>
      ) : (
        <div className="table-wrap">
          <table className="table">
            <caption className="sr-only">{all ? 'Everyone by points' : 'You and your neighbours by points'}</caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  Rank
                </th>
                <th scope="col">Name</th>
                <th scope="col" className="num">
                  Solved
                </th>
                <th scope="col" className="num">
                  Points
                </th>
              </tr>
            </thead>
            <tbody>
              {board.entries.map((entry) => (
                <tr key={entry.userId} className={entry.isYou ? 'bg-copper-soft' : ''}>
                  <td className="num">
                    {entry.rank}
                    {entry.joint ? (
                      <span className="text-faint" title="shared rank">
                        {' '}
                        =<span className="sr-only"> shared</span>
                      </span>
                    ) : null}
                  </td>
                  <th scope="row">
                    <Link className="hover:underline" href={`/profile/${entry.userId}`}>
                      {entry.name}
                    </Link>
                    {entry.isYou ? <span className="ml-2 text-sm text-copper">you</span> : null}
                  </th>
                  <td className="num">{entry.solved}</td>
                  <td className="num">{entry.points}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {all ? <Pager href="/leaderboard?view=all" page={pageOf(asked)} players={board.players} /> : null}
    </div>
  )
}

function BoardsOff({ message }: { readonly message: string }) {
  return (
    <div className="shell pb-16">
      <PageTitle title="Leaderboard" />
      <p className="notice max-w-xl">{message}</p>
    </div>
  )
}
