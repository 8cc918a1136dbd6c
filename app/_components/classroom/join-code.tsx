'use client'
// The join code, large enough for the back row, with the way to replace it.
import { useState, useTransition } from 'react'
import { replaceJoinCode } from '#app/classrooms/actions.ts'
import { CopyIcon, ResetIcon } from '../icons.tsx'

interface JoinCodeProps {
  readonly classroomId: string
  readonly joinCode: string
}

/** Code, copy, replace. */
export function JoinCode({ classroomId, joinCode }: JoinCodeProps) {
  const [code, setCode] = useState(joinCode)
  const [notice, setNotice] = useState('')
  const [waiting, startTransition] = useTransition()
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    )
    setNotice(copied ? 'Copied.' : 'The browser did not let us copy. Please write it down.')
  }
  const replace = () =>
    startTransition(async () => {
      const answer = await replaceJoinCode(classroomId)
      if (answer.ok) setCode(answer.value.joinCode)
      setNotice(answer.ok ? 'The old code no longer works.' : answer.message)
    })
  return (
    <section aria-labelledby="join-code" className="panel lattice flex flex-wrap items-center gap-x-8 gap-y-4 p-6">
      <div>
        <h2 id="join-code" className="text-base text-soft">
          Join code
        </h2>
        <p className="mt-1 font-mono text-[clamp(1.75rem,5vw,2.75rem)] font-semibold leading-none tracking-[0.08em]" data-testid="join-code">
          {code}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-small" onClick={() => void copy()}>
          <CopyIcon />
          Copy
        </button>
        <button type="button" className="button button-small" disabled={waiting} onClick={replace}>
          <ResetIcon />
          Replace it
        </button>
      </div>
      <p className="text-sm text-soft" role="status">
        {notice === '' ? 'Learners type it under Classrooms.' : notice}
      </p>
    </section>
  )
}
