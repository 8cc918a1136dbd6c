'use client'
// The answer to a submission: where it stands in the queue, then verdict, medal and the way on.
import Link from 'next/link'
import type { AttemptView } from '#lib/client/submission-client.ts'
import { ArrowIcon } from '../icons.tsx'
import { isMedal, Medal } from '../medal.tsx'
import { VerdictTag, verdictWords } from '../verdict-tag.tsx'
import type { ChallengeView } from './challenge-view.ts'
import { LinkedLines } from './console-panel.tsx'
import { MentioningText, type Mentions } from './mentions.tsx'
import type { SubmissionState } from './use-submission.ts'

interface VerdictBannerProps {
  readonly challenge: ChallengeView
  readonly state: SubmissionState
  readonly guest: boolean
  readonly mentions?: Mentions
  readonly onLine: (line: number) => void
}

const phaseWords = {
  sending: 'Sending your program…',
  queued: 'In the queue: the server is judging your program…',
  reconnecting: 'The server does not answer. Your submission is kept and is sent again by itself…',
}

/** One banner below the editor; it is a live region, so that its changes are read out. */
export function VerdictBanner({ challenge, state, guest, mentions, onLine }: VerdictBannerProps) {
  return (
    <div role="status" aria-label="Verdict" data-testid="verdict">
      {state.kind === 'under-way' ? (
        <p className="notice notice-info mx-3 mb-3 flex items-center gap-3 text-sm">
          <span className="size-3.5 animate-spin rounded-full border-2 border-info border-t-transparent" aria-hidden="true" />
          {phaseWords[state.phase]}
        </p>
      ) : null}
      {state.kind === 'refused' ? <p className="notice notice-bad mx-3 mb-3 text-sm">{state.message}</p> : null}
      {state.kind === 'judged' ? <Judged challenge={challenge} attempt={state.attempt} guest={guest} mentions={mentions} onLine={onLine} /> : null}
    </div>
  )
}

interface JudgedProps {
  readonly challenge: ChallengeView
  readonly attempt: AttemptView
  readonly guest: boolean
  readonly mentions?: Mentions
  readonly onLine: (line: number) => void
}

function Judged({ challenge, attempt, guest, mentions, onLine }: JudgedProps) {
  const verdict = attempt.verdict ?? 'judge-error'
  const accepted = verdict === 'accepted'
  const on = challenge.task.kind === 'code' || challenge.task.kind === 'build' ? 'program' : 'answers'
  const failing = attempt.goals.find(({ passed }) => !passed)
  const message = attempt.message ?? failing?.message ?? null
  return (
    <div className={`notice mx-3 mb-3 ${accepted ? 'notice-good' : verdictWords(verdict, on).tone === 'bad' ? 'notice-bad' : ''}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <VerdictTag verdict={verdict} on={on} />
        {isMedal(attempt.medal) ? <Medal medal={attempt.medal} /> : null}
        <span className="text-sm text-soft">attempt {attempt.attempt}</span>
      </div>
      <p className="mt-2 text-sm">{verdictWords(verdict, on).meaning}</p>
      {!accepted && message !== null && message !== '' ? (
        <p className="mt-1.5 text-sm font-[560] [overflow-wrap:anywhere]">
          <MentioningText text={message} mentions={mentions} />
        </p>
      ) : null}
      {attempt.traceback !== null && attempt.traceback !== '' ? (
        <pre role="group" className="mt-2 max-h-48 overflow-auto whitespace-pre-wrap text-[0.8125rem]" tabIndex={0} aria-label="Traceback">
          <LinkedLines text={attempt.traceback} onLine={onLine} />
        </pre>
      ) : null}
      {accepted ? <Cost challenge={challenge} attempt={attempt} /> : null}
      {accepted ? (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {challenge.next === null ? (
            <Link href="/challenges" className="button button-main button-small">
              All challenges
            </Link>
          ) : (
            <Link href={`/challenges/${challenge.next.slug}`} className="button button-main button-small">
              Next: {challenge.next.title}
              <ArrowIcon size={14} />
            </Link>
          )}
          <a href="#explanation" className="button button-small">
            What happens here
          </a>
          <a href="#board" className="button button-small">
            See where you stand
          </a>
        </div>
      ) : null}
      {accepted && guest ? (
        <p className="mt-3 text-sm">
          You play as a guest.{' '}
          <Link className="link" href="/sign-up">
            Sign up
          </Link>{' '}
          and this result comes with you.
        </p>
      ) : null}
    </div>
  )
}

function Cost({ challenge, attempt }: Pick<JudgedProps, 'challenge' | 'attempt'>) {
  if (challenge.metric === null || attempt.metric === null) return null
  const { medals } = challenge
  const better =
    medals === null || attempt.medal === 'gold'
      ? null
      : attempt.medal === 'silver'
        ? { name: 'gold', cut: medals.gold }
        : { name: 'silver', cut: medals.silver }
  return (
    <p className="mt-1.5 text-sm">
      {challenge.metric.label}: <strong className="font-mono">{attempt.metric.toLocaleString('en')}</strong>
      {better === null ? '' : `. ${better.name} from ${better.cut.toLocaleString('en')}${challenge.metric.lowerIsBetter ? ' or less' : ' or more'}.`}
    </p>
  )
}
