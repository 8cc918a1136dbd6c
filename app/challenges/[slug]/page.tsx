// One challenge: the workbench, and below it the board.
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { publicChallenge } from '#lib/server/challenges.ts'
import { draftOf } from '#lib/server/drafts.ts'
import { hintsOf } from '#lib/server/hints.ts'
import { hasPreviews, previewOf } from '#lib/server/preview.ts'
import { currentActor } from '#lib/server/session.ts'
import { isOpenDay } from '#lib/server/variants.ts'
import { attemptsOf } from '#lib/server/submissions.ts'
import { attemptJson } from '#app/api/submissions/attempt-json.ts'
import { AuthorPanel } from '#app/_components/author-panel.tsx'
import { ChallengeBoard } from '#app/_components/board/challenge-board.tsx'
import { pageOf } from '#app/_components/board/pager.tsx'
import { Markdown } from '#app/_components/markdown.tsx'
import { ChallengeWorkbench } from '#app/_components/workbench/challenge-workbench.tsx'
import { ChoiceWorkbench } from '#app/_components/challenge-kinds/choice-workbench.tsx'
import { challengeView } from './challenge-json.ts'

interface PageProps {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<{ board?: string | string[]; page?: string | string[]; day?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const challenge = await publicChallenge((await params).slug)
  return { title: challenge.ok ? challenge.value.title : 'Not found' }
}

export default async function ChallengePage({ params, searchParams }: PageProps) {
  const { slug } = await params
  const asked = await searchParams
  const actor = await currentActor()
  const day = typeof asked.day === 'string' && isOpenDay(asked.day, new Date()) ? asked.day : null
  const found = await publicChallenge(slug, actor, day)
  if (!found.ok) notFound()
  const [attempts, draft, hints] = await Promise.all([
    actor === null ? [] : attemptsOf(actor, slug),
    actor === null ? null : draftOf(actor, slug),
    hintsOf(actor, slug),
  ])
  const challenge = found.value
  const member = actor?.kind === 'member'
  const Workbench = challenge.kind === 'code' || challenge.kind === 'build' ? ChallengeWorkbench : ChoiceWorkbench
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-[clamp(0.75rem,2vw,1.5rem)] pt-6">
        <h1 className="text-[clamp(1.5rem,3vw,2rem)]">{challenge.title}</h1>
        <p className="text-sm text-faint">
          <Link className="link" href="/challenges">
            Challenges
          </Link>{' '}
          /{' '}
          <Link className="link" href={`/lessons/${challenge.unit}`}>
            {challenge.unitTitle}
          </Link>
        </p>
        {challenge.golf ? (
          <p className="tag text-copper">
            <a href="#board">golf: solve it, then do it for less</a>
          </p>
        ) : null}
        {day === null ? null : <p className="tag text-copper">challenge of {day}</p>}
        <p className="hex ml-auto">Python {challenge.pythonVersion}</p>
      </div>
      {hasPreviews() ? <AuthorPanel slug={slug} first={await previewOf(slug)} /> : null}
      <Workbench
        challenge={challengeView(challenge, day)}
        owner={member ? actor.userId : 'guest'}
        guest={!member}
        draft={draft === null ? null : { source: draft.source, savedAt: draft.savedAt.getTime() }}
        attempts={attempts.map(attemptJson)}
        hints={hints.ok ? hints.value : { count: 0, taken: [] }}
      >
        <Markdown text={challenge.statementMarkdown} />
        {challenge.explanationMarkdown === null || challenge.explanationMarkdown === '' ? null : (
          <details id="explanation" open className="mt-5 border-t border-line pt-4">
            <summary className="font-semibold text-copper">You have solved it: what happens here</summary>
            <div className="mt-3">
              <Markdown text={challenge.explanationMarkdown} />
            </div>
          </details>
        )}
      </Workbench>
      <Suspense
        fallback={
          <div className="shell pb-16">
            <div className="skeleton h-72" />
          </div>
        }
      >
        <ChallengeBoard slug={slug} actor={actor} all={asked.board === 'all'} page={pageOf(asked)} />
      </Suspense>
    </>
  )
}
