'use client'
// Hints, one step at a time.
import { useState, useTransition } from 'react'
import { takeNextHint } from '#app/challenges/actions.ts'
import { HintIcon } from '../icons.tsx'

interface HintsPanelProps {
  readonly slug: string
  readonly count: number
  readonly taken: readonly string[]
}

/** Hints taken so far, and a button for the next one. */
export function HintsPanel({ slug, count, taken }: HintsPanelProps) {
  const [hints, setHints] = useState(taken)
  const [problem, setProblem] = useState<string | null>(null)
  const [waiting, startTransition] = useTransition()
  if (count === 0) return null
  const take = () =>
    startTransition(async () => {
      const answer = await takeNextHint(slug)
      setProblem(answer.ok ? null : answer.message)
      if (answer.ok) setHints((now) => [...now.slice(0, answer.value.index), answer.value.text])
    })
  return (
    <section aria-labelledby="hints-title" className="panel p-5">
      <h2 id="hints-title" className="text-lg">
        Hints
      </h2>
      <ol className="mt-2 grid gap-2" aria-live="polite">
        {hints.map((hint, index) => (
          <li key={index} className="notice text-sm">
            <span className="label block">hint {index + 1}</span>
            {hint}
          </li>
        ))}
      </ol>
      {problem === null ? null : (
        <p className="field-problem mt-2" role="alert">
          {problem}
        </p>
      )}
      {hints.length < count ? (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <button type="button" className="button button-small" disabled={waiting} onClick={take}>
            <HintIcon />
            Show hint {hints.length + 1} of {count}
          </button>
          <p className="text-sm text-faint">A hint can cost the gold medal, never the pass.</p>
        </div>
      ) : null}
    </section>
  )
}
