// The map of all challenges, with the challenge of the day and what to play next.
import type { Metadata } from 'next'
import Link from 'next/link'
import { challengeList } from '#lib/server/challenges.ts'
import { unitsWithLesson } from '#lib/server/lessons.ts'
import { progressOf } from '#lib/server/progress.ts'
import { currentActor } from '#lib/server/session.ts'
import { challengeOfDay, dayOf } from '#lib/server/variants.ts'
import { ChallengeMap } from '#app/_components/map/challenge-map.tsx'
import { difficultyWords, kindWords, recommended, type MapChallenge } from '#app/_components/map/map-model.ts'
import { PageTitle } from '#app/_components/page-title.tsx'

export const metadata: Metadata = { title: 'Challenges' }

type Summary = Awaited<ReturnType<typeof challengeList>>[number]
type Progress = Awaited<ReturnType<typeof progressOf>>

export default async function ChallengesPage() {
  const [challenges, actor, lessons] = await Promise.all([challengeList(), currentActor(), unitsWithLesson()])
  const progress = await progressOf(actor)
  const onMap = challenges.map((challenge) => mapChallenge(challenge, { challenges, progress }))
  const day = dayOf(new Date())
  const daily = challengeOfDay(onMap, day)
  const next = recommended(onMap)
  const lessonFirst = next !== null && lessons.has(next.unit) && onMap.every(({ unit, state }) => unit !== next.unit || state === 'untouched')
  return (
    <div className="shell pb-16">
      <PageTitle title="Challenges" actions={<ProgressFigures progress={progress} total={challenges.length} />}>
        Each unit builds on the last and ends with a golf: a challenge that can always be done for less. Start anywhere; everything can be played without an account.
      </PageTitle>
      {challenges.length === 0 ? <p className="notice">No challenges are loaded yet.</p> : null}
      <div className="mb-8 grid gap-3 md:grid-cols-2">
        {next === null ? null : (
          <div className="grid gap-2">
            <Pointer label={next.state === 'tried' ? 'go on with' : 'next for you'} challenge={next} href={`/challenges/${next.slug}`} />
            {lessonFirst ? (
              <p className="text-sm text-soft">
                New to this?{' '}
                <Link className="link" href={`/lessons/${next.unit}`}>
                  Read the lesson of the unit first
                </Link>
                , five minutes.
              </p>
            ) : null}
          </div>
        )}
        {daily === null ? null : <Pointer label={`challenge of ${day}, the same for everyone`} challenge={daily} href={`/challenges/${daily.slug}?day=${day}`} />}
      </div>
      <ChallengeMap challenges={onMap} recommendedSlug={next?.slug ?? null} unitsWithLesson={[...lessons]} />
    </div>
  )
}

function mapChallenge(summary: Summary, { challenges, progress }: { readonly challenges: readonly Summary[]; readonly progress: Progress }): MapChallenge {
  const { slug, unit, unitTitle, title, kind, difficulty, concepts, prerequisites, golf } = summary
  const own = progress.bySlug[slug]
  const missing = prerequisites.filter((needed) => progress.bySlug[needed]?.state !== 'passed').flatMap((needed) => challenges.find((other) => other.slug === needed)?.title ?? [])
  return { slug, unit, unitTitle, title, summary: summary.summary, kind, difficulty, concepts, golf, missing, state: own?.state ?? 'untouched', medal: own?.medal ?? null, points: own?.points ?? 0 }
}

function Pointer({ label, challenge, href }: { readonly label: string; readonly challenge: MapChallenge; readonly href: string }) {
  return (
    <Link href={href} className="panel group flex flex-col gap-1 self-start p-4 hover:border-copper">
      <span className="label">
        {label}
        {challenge.state === 'passed' ? ': solved' : ''}
      </span>
      <span className="text-lg font-semibold tracking-[-0.015em] group-hover:text-copper">{challenge.title}</span>
      <span className="text-sm text-soft">
        {kindWords[challenge.kind]}, {difficultyWords[challenge.difficulty]}, {challenge.unitTitle}
      </span>
    </Link>
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
