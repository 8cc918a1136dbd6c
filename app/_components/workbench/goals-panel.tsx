'use client'
// The goals with their outcome: a sign, a word, and what is wrong in the heap.
import type { GoalView } from '#lib/client/submission-client.ts'
import { CodeText } from '../code-text.tsx'
import { CheckIcon, CircleIcon, CrossIcon } from '../icons.tsx'
import type { ChallengeView } from './challenge-view.ts'
import { MentioningText, type Mentions } from './mentions.tsx'

/** Where an outcome comes from: nobody yet, this browser (provisional), or the server. */
export type GoalSource = 'none' | 'browser' | 'server'

interface GoalsPanelProps {
  readonly challenge: ChallengeView
  readonly outcomes: readonly GoalView[]
  readonly source: GoalSource
  readonly mentions?: Mentions
}

const sourceWords: Record<GoalSource, string> = {
  none: 'Not checked yet',
  browser: 'Checked in your browser, provisionally',
  server: 'Checked by the server',
}

/** All goals of the challenge, then the hidden ones that the server told about. */
export function GoalsPanel({ challenge, outcomes, source, mentions }: GoalsPanelProps) {
  const byId = new Map(outcomes.map((goal) => [goal.id, goal]))
  const known = challenge.goals.map(({ id, title }) => ({ id, title, outcome: byId.get(id) ?? null, hidden: false }))
  const extra = outcomes
    .filter(({ id }) => !challenge.goals.some((goal) => goal.id === id))
    .map((outcome) => ({ id: outcome.id, title: outcome.title, outcome, hidden: outcome.hidden }))
  return (
    <section aria-labelledby="goals-title" className="panel p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="goals-title" className="text-lg">
          Goals
        </h2>
        <p className="label">{sourceWords[source]}</p>
      </div>
      <ul className="mt-3 grid gap-2.5">
        {[...known, ...extra].map(({ id, title, outcome, hidden }) => (
          <GoalLine key={id} title={title} passed={outcome === null ? null : outcome.passed} message={outcome?.message ?? null} hidden={hidden} mentions={mentions} />
        ))}
      </ul>
    </section>
  )
}

interface GoalLineProps {
  readonly title: string
  readonly passed: boolean | null
  readonly message: string | null
  readonly hidden: boolean
  readonly mentions?: Mentions
}

function GoalLine({ title, passed, message, hidden, mentions }: GoalLineProps) {
  const Icon = passed === null ? CircleIcon : passed ? CheckIcon : CrossIcon
  const words = passed === null ? 'not checked' : passed ? 'met' : 'not met'
  const colour = passed === null ? 'text-faint' : passed ? 'text-alive' : 'text-garbage'
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
      <Icon size={18} className={`mt-1 ${colour}`} />
      <div>
        <p>
          <CodeText text={title} />
          {hidden ? <span className="text-sm text-faint"> (hidden input)</span> : null}
          <span className="sr-only">: {words}</span>
        </p>
        {passed === false && message !== null && message !== '' ? (
          <p className="mt-0.5 text-sm text-garbage [overflow-wrap:anywhere]">
            <MentioningText text={message} mentions={mentions} />
          </p>
        ) : null}
      </div>
    </li>
  )
}
