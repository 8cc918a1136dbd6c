// The map of all challenges: each unit is a pool, each challenge a block in it.
import type { Metadata } from 'next'
import Link from 'next/link'
import { challengeList } from '#lib/server/challenges.ts'
import { progressOf } from '#lib/server/progress.ts'
import { currentActor } from '#lib/server/session.ts'
import { CheckIcon, CircleIcon, HalfIcon } from '../../_components/icons.tsx'
import { isMedal, Medal } from '../../_components/medal.tsx'
import { PageTitle } from '../../_components/page-title.tsx'

export const metadata: Metadata = { title: 'Challenges' }

type Summary = Awaited<ReturnType<typeof challengeList>>[number]
type Progress = Awaited<ReturnType<typeof progressOf>>

export default async function ChallengesPage() {
  const [challenges, actor] = await Promise.all([challengeList(), currentActor()])
  const progress = await progressOf(actor)
  const units = new Map<string, Summary[]>()
  for (const challenge of challenges) units.set(challenge.unit, [...(units.get(challenge.unit) ?? []), challenge])
  return (
    <div className="shell pb-16">
      <PageTitle title="Challenges" actions={<ProgressFigures progress={progress} total={challenges.length} />}>
        Each unit builds on the last. Start anywhere; everything can be played without an account.
      </PageTitle>
      {challenges.length === 0 ? <p className="notice">No challenges are loaded yet.</p> : null}
      <ol className="grid gap-8">
        {[...units].map(([unit, list], index) => (
          <li key={unit}>
            <Unit number={index + 1} challenges={list} progress={progress} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function ProgressFigures({ progress, total }: { readonly progress: Progress; readonly total: number }) {
  return (
    <dl className="flex gap-8">
      <div>
        <dt className="text-sm text-faint">Solved</dt>
        <dd className="font-mono text-2xl font-semibold tabular-nums">
          {progress.solved}
          <span className="text-faint"> / {total}</span>
        </dd>
      </div>
      <div>
        <dt className="text-sm text-faint">Points</dt>
        <dd className="font-mono text-2xl font-semibold tabular-nums">{progress.points}</dd>
      </div>
    </dl>
  )
}

function Unit({ number, challenges, progress }: { readonly number: number; readonly challenges: readonly Summary[]; readonly progress: Progress }) {
  const title = challenges[0]?.unitTitle ?? ''
  const solved = challenges.filter(({ slug }) => progress.bySlug[slug]?.state === 'passed').length
  const id = `unit-${number}`
  return (
    <section aria-labelledby={id}>
      <div className="flex items-baseline gap-3 border-b-2 border-ink pb-2">
        <span className="hex" aria-hidden="true">
          0x{number.toString(16).padStart(2, '0')}
        </span>
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        <p className="ml-auto text-sm text-faint">
          <span className="font-mono tabular-nums">
            {solved} / {challenges.length}
          </span>{' '}
          solved
        </p>
      </div>
      <ul className="mt-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {challenges.map((challenge) => (
          <li key={challenge.slug}>
            <Block challenge={challenge} progress={progress.bySlug[challenge.slug]} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const stateSigns = {
  passed: { Icon: CheckIcon, words: 'solved', classes: 'text-alive' },
  tried: { Icon: HalfIcon, words: 'tried', classes: 'text-warn' },
  untouched: { Icon: CircleIcon, words: 'not tried yet', classes: 'text-faint' },
} as const

function Block({ challenge, progress }: { readonly challenge: Summary; readonly progress: Progress['bySlug'][string] | undefined }) {
  const state = progress?.state ?? 'untouched'
  const { Icon, words, classes } = stateSigns[state]
  const frame = state === 'untouched' ? 'border-dashed border-line-strong' : 'border-line'
  return (
    <Link
      href={`/challenges/${challenge.slug}`}
      className={`group flex h-full flex-col rounded-(--radius-panel) border-[1.5px] bg-surface p-4 transition-colors hover:border-copper hover:border-solid ${frame}`}
    >
      <span className="flex items-start justify-between gap-3">
        <span className="text-[1.0625rem] font-semibold tracking-[-0.015em] group-hover:text-copper">{challenge.title}</span>
        {isMedal(progress?.medal) ? <Medal medal={progress.medal} compact /> : null}
      </span>
      <span className="mt-1.5 text-sm text-soft">{challenge.summary}</span>
      <span className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 pt-4 text-[0.8125rem]">
        <span className={`inline-flex items-center gap-1.5 ${classes}`}>
          <Icon size={15} />
          {words}
        </span>
        {progress === undefined || progress.points === 0 ? null : (
          <span className="text-faint">
            <span className="font-mono tabular-nums">{progress.points}</span> points
          </span>
        )}
        {challenge.metricName === null ? null : <span className="hex ml-auto !text-xs">{challenge.metricName}</span>}
      </span>
    </Link>
  )
}
