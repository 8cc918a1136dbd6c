// A challenge's board: the histogram of everyone's results with one's own place, the neighbours, and on request the whole table.
import Link from 'next/link'
import type { Actor } from '#lib/server/actor.ts'
import { challengeBoard, challengeHistogram } from '#lib/server/leaderboards.ts'
import { LocalTime } from '../local-time.tsx'
import { isMedal, Medal } from '../medal.tsx'
import { Histogram } from './histogram.tsx'
import { OthersSolutions } from './others-solutions.tsx'
import { Pager } from './pager.tsx'
import { SoleHolder } from './sole-holder.tsx'

interface ChallengeBoardProps {
  readonly slug: string
  readonly actor: Actor | null
  readonly all: boolean
  /** Of the whole table, from 1. */
  readonly page: number
}

/** The section below the workbench. */
export async function ChallengeBoard({ slug, actor, all, page }: ChallengeBoardProps) {
  const [board, histogram] = await Promise.all([challengeBoard(actor, slug, { view: all ? 'all' : 'near', page }), challengeHistogram(actor, slug)])
  if (!board.ok) return board.reason === 'boards-off' ? <BoardsOff message={board.message} /> : null
  if (!histogram.ok) return null
  const { entries, metricName, own, players, soleHolder } = board.value
  return (
    <section id="board" aria-labelledby="board-title" className="border-t border-line bg-surface">
      <div className="shell py-12">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h2 id="board-title" className="text-2xl">
            Where you stand
          </h2>
          <p className="text-sm text-faint">{players === 1 ? '1 person has' : `${players} people have`} solved it</p>
        </div>
        {players === 0 ? (
          <p className="mt-4 max-w-prose text-soft">Nobody yet. The first accepted result stands here.</p>
        ) : (
          <div className="mt-6 grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <Histogram histogram={histogram.value} metricName={metricName} />
            <div>
              <div className="table-wrap">
                <table className="table">
                  <caption className="sr-only">{all ? 'All results' : own === null ? 'The best results' : 'You and your neighbours'}</caption>
                  <thead>
                    <tr>
                      <th scope="col" className="num">
                        Rank
                      </th>
                      <th scope="col">Name</th>
                      <th scope="col" className="num">
                        {metricName ?? 'Solved'}
                      </th>
                      <th scope="col">Medal</th>
                      <th scope="col">Since</th>
                    </tr>
                  </thead>
                  <tbody>
                    {entries.map((entry) => (
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
                          {entry.userId === soleHolder ? <SoleHolder /> : null}
                        </th>
                        <td className="num">{entry.metric?.toLocaleString('en') ?? 'yes'}</td>
                        <td>{isMedal(entry.medal) ? <Medal medal={entry.medal} compact /> : null}</td>
                        <td className="whitespace-nowrap text-sm text-faint">
                          <LocalTime iso={entry.achievedAt.toISOString()} withTime={false} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <p className="mt-3 text-sm">
                {all ? (
                  <Link className="link" href={`/challenges/${slug}#board`} scroll={false}>
                    Only my neighbours
                  </Link>
                ) : (
                  <Link className="link" href={`/challenges/${slug}?board=all#board`} scroll={false}>
                    Show the whole table
                  </Link>
                )}
              </p>
              {all ? <Pager href={`/challenges/${slug}?board=all`} page={page} players={players} anchor="#board" /> : null}
            </div>
          </div>
        )}
        <OthersSolutions slug={slug} actor={actor} metricName={metricName} />
      </div>
    </section>
  )
}

/** What a learner sees whose classroom has turned boards off. */
function BoardsOff({ message }: { readonly message: string }) {
  return (
    <section aria-label="Leaderboard" className="border-t border-line bg-surface">
      <p className="shell py-8 text-sm text-faint">{message}</p>
    </section>
  )
}
