'use client'
// The page of a challenge that is answered without an editor: predict, cut, hunt.
import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import type { AttemptView, GoalView } from '#lib/client/submission-client.ts'
import { UpIcon } from '../icons.tsx'
import { AttemptsPanel } from '../workbench/attempts-panel.tsx'
import type { ChallengeView } from '../workbench/challenge-view.ts'
import { GoalsPanel } from '../workbench/goals-panel.tsx'
import { HintsPanel } from '../workbench/hints-panel.tsx'
import { SteppableSample } from '../workbench/steppable-sample.tsx'
import { useSubmission } from '../workbench/use-submission.ts'
import { useWork } from '../workbench/use-work.ts'
import { VerdictBanner } from '../workbench/verdict-banner.tsx'
import { CutPlay } from './cut-play.tsx'
import { HuntPlay } from './hunt-play.tsx'
import { PredictPlay } from './predict-play.tsx'

interface ChoiceWorkbenchProps {
  readonly challenge: ChallengeView
  readonly owner: string
  readonly guest: boolean
  readonly draft: { readonly source: string; readonly savedAt: number } | null
  readonly attempts: readonly AttemptView[]
  readonly hints: { readonly count: number; readonly taken: readonly string[] }
  /** The rendered statement. */
  readonly children: ReactNode
}

/** Everything between the header and the board. */
export function ChoiceWorkbench({ challenge: newest, owner, guest, draft, attempts, hints, children }: ChoiceWorkbenchProps) {
  const router = useRouter()
  // A wrong try brings the next variant; the one that the verdict speaks of stays until the person goes on.
  const [challenge, setChallenge] = useState(newest)
  const { source, change, kept } = useWork({ owner, workKey: challenge.slug, starter: '', draft, keepDraft: true })
  const [outcomes, setOutcomes] = useState<readonly GoalView[]>([])
  const answer = source ?? ''
  const onJudged = (attempt: AttemptView) => {
    setOutcomes(attempt.goals)
    router.refresh()
  }
  const submission = useSubmission({ owner, challenge, onJudged })
  const underWay = submission.state.kind === 'under-way'
  const isOver = newest.seed !== challenge.seed
  const isSolved = submission.state.kind === 'judged' && submission.state.attempt.verdict === 'accepted'
  const goOn = () => {
    setChallenge(newest)
    setOutcomes([])
    change('')
  }
  return (
    <div className="bench bench-choice">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 [grid-area:info]">
        <section aria-label="Statement" className="panel p-5">
          {children}
        </section>
        <GoalsPanel challenge={challenge} outcomes={outcomes} source={outcomes.length === 0 ? 'none' : 'server'} />
      </div>
      <div className="grid min-w-0 gap-4 [grid-area:editor]">
        <section aria-label="Your answer" className="panel min-w-0 overflow-hidden">
          <Play challenge={challenge} answer={answer} onChange={change} outcomes={outcomes} />
          <div className="flex flex-wrap items-center gap-2 border-t border-line p-3">
            {isOver ? (
              <button type="button" className="button button-main" onClick={goOn}>
                Try again with another program
              </button>
            ) : (
              <button type="button" className="button button-main" disabled={underWay || answer === ''} onClick={() => submission.submit(answer)}>
                <UpIcon />
                {underWay ? 'Judging…' : 'Submit'}
              </button>
            )}
          </div>
          {kept ? null : <p className="notice mx-3 mb-3 text-sm">This browser does not keep your work: submit before you leave the page.</p>}
          <VerdictBanner challenge={challenge} state={submission.state} guest={guest} onLine={() => undefined} />
        </section>
        {(isSolved || isOver) && 'program' in challenge.task ? (
          <section aria-labelledby="watch-title" className="grid gap-2">
            <h2 id="watch-title" className="text-base">
              Watch it run
            </h2>
            <SteppableSample title="the program of this challenge" source={challenge.task.program} python={challenge.python} openAt="start" />
          </section>
        ) : null}
      </div>
      <div className="grid min-w-0 gap-4 [grid-area:extra]">
        <HintsPanel slug={challenge.slug} count={hints.count} taken={hints.taken} />
        <AttemptsPanel attempts={attempts} on="answers" />
      </div>
    </div>
  )
}

interface PlayProps {
  readonly challenge: ChallengeView
  readonly answer: string
  readonly onChange: (answer: string) => void
  readonly outcomes: readonly GoalView[]
}

function Play({ challenge, answer, onChange, outcomes }: PlayProps) {
  const { task, seed } = challenge
  switch (task.kind) {
    case 'predict':
      return <PredictPlay task={task} seed={seed} answer={answer} onChange={onChange} outcomes={outcomes} />
    case 'cut':
      return <CutPlay challenge={challenge} task={task} answer={answer} onChange={onChange} />
    case 'hunt':
      return <HuntPlay challenge={challenge} task={task} seed={seed} answer={answer} onChange={onChange} />
    case 'code':
    case 'build':
      return null
    default:
      return task satisfies never
  }
}
