// How others solved it: for who has solved it too.
import Link from 'next/link'
import type { Actor } from '#lib/server/actor.ts'
import { solutionsOfOthers } from '#lib/server/shared-solutions.ts'
import { isMedal, Medal } from '../medal.tsx'

interface OthersSolutionsProps {
  readonly slug: string
  readonly actor: Actor | null
  readonly metricName: string | null
}

/** A list of programs, each closed at first. */
export async function OthersSolutions({ slug, actor, metricName }: OthersSolutionsProps) {
  const found = await solutionsOfOthers(actor, slug)
  if (!found.ok && found.reason !== 'not-solved') return null
  return (
    <section aria-labelledby="others-title" className="mt-12">
      <h2 id="others-title" className="text-2xl">
        How others did it
      </h2>
      {found.ok ? null : <p className="mt-3 text-soft">{found.message}</p>}
      {found.ok && found.value.length === 0 ? <p className="mt-3 text-soft">Nobody else has solved it yet.</p> : null}
      {found.ok && found.value.length > 0 ? (
        <ul className="mt-4 grid gap-2">
          {found.value.map((solution) => (
            <li key={solution.id}>
              <details className="panel px-4 py-3">
                <summary>
                  <span className="ml-1 inline-flex flex-wrap items-center gap-x-3 gap-y-1 align-middle">
                    <strong className="font-[560]">{solution.name}</strong>
                    {isMedal(solution.medal) ? <Medal medal={solution.medal} compact /> : null}
                    {solution.metric === null ? null : (
                      <span className="font-mono text-sm tabular-nums">
                        {solution.metric.toLocaleString('en')} <span className="text-faint">{metricName}</span>
                      </span>
                    )}
                    {solution.alike === 0 ? null : <span className="text-sm text-faint">and {solution.alike === 1 ? '1 other' : `${solution.alike} others`} alike</span>}
                  </span>
                </summary>
                <pre
                  className="mt-3 overflow-x-auto rounded-md border border-line bg-code p-3 text-[0.8125rem] leading-relaxed"
                  tabIndex={0}
                  aria-label={`The program of ${solution.name}`}
                >
                  {solution.source}
                </pre>
                <p className="mt-2 text-sm">
                  <Link className="link" href={`/profile/${solution.userId}`}>
                    Profile of {solution.name}
                  </Link>
                </p>
              </details>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
