'use client'
// Two small forms: open a classroom, join one.
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import type { Result } from '#lib/std/result.ts'
import { Field } from '../_components/field.tsx'
import { joinByCode, openClassroom } from './actions.ts'

interface OneFieldFormProps {
  readonly label: string
  readonly name: string
  readonly note?: string
  readonly button: string
  readonly className?: string
  readonly act: (value: string) => Promise<Result<{ classroomId: string }>>
}

function OneFieldForm({ label, name, note, button, className = '', act }: OneFieldFormProps) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [waiting, setWaiting] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const value = String(new FormData(event.currentTarget).get(name) ?? '')
    setWaiting(true)
    setProblem(null)
    const answer = await act(value).catch(() => ({ ok: false as const, reason: 'offline', message: 'The server does not answer. Please try again.' }))
    if (answer.ok) router.push(`/classrooms/${answer.value.classroomId}`)
    else {
      setWaiting(false)
      setProblem(answer.message)
    }
  }
  return (
    <form className="mt-3 grid gap-3" onSubmit={(event) => void submit(event)}>
      <div className={className}>
        <Field name={name} label={label} autoComplete="off" problem={problem} {...(note === undefined ? {} : { note })} />
      </div>
      <button type="submit" className="button" disabled={waiting}>
        {button}
      </button>
    </form>
  )
}

/** Joins by code. */
export function JoinClassroomForm() {
  return (
    <OneFieldForm
      name="code"
      label="Join code"
      note="Your teacher has it. Capitals and dashes do not matter."
      button="Join"
      className="[&_input]:font-mono [&_input]:uppercase"
      act={joinByCode}
    />
  )
}

/** Opens a classroom, with oneself as its teacher. */
export function CreateClassroomForm() {
  return <OneFieldForm name="name" label="Name" note="For example: Systems programming, autumn" button="Open the classroom" act={openClassroom} />
}
