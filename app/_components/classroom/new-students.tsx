'use client'
// Accounts for learners without e-mail, made from a list of names.
import { useState, type FormEvent } from 'react'
import type { LoginCard } from '#lib/server/cards.ts'
import { addStudents } from '#app/classrooms/actions.ts'
import { AnswerLine } from '../answer-line.tsx'
import { useAnswer } from '../use-answer.ts'
import { LoginCards } from './login-cards.tsx'

/** A list of names, then the cards to print. */
export function NewStudents({ classroomId, classroomName }: { readonly classroomId: string; readonly classroomName: string }) {
  const { ask, waiting, problem, news } = useAnswer()
  const [cards, setCards] = useState<readonly LoginCard[]>([])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const names = String(new FormData(form).get('names') ?? '').split('\n')
    ask(
      () => addStudents(classroomId, names),
      'The accounts are made. Print the cards now: the codes can’t be shown again.',
      (made) => {
        form.reset()
        setCards(made)
      },
    )
  }
  return (
    <details className="panel mt-4 p-4">
      <summary className="font-[560]">Make accounts for learners without e-mail</summary>
      <form className="mt-4 grid gap-3" onSubmit={submit}>
        <div className="field">
          <label htmlFor="student-names">Names, one on each line</label>
          <textarea id="student-names" name="names" required rows={6} className="input font-mono" aria-describedby="student-names-note" />
          <p id="student-names-note" className="field-note">
            Each gets a login card, whose code works once: with it the learner chooses a password. Others may see the name on leaderboards, so first names or nicknames are
            best.
          </p>
        </div>
        <AnswerLine problem={problem} news={news} />
        <button type="submit" className="button justify-self-start" disabled={waiting}>
          {waiting ? 'Making accounts…' : 'Make accounts'}
        </button>
      </form>
      <LoginCards cards={cards} classroomName={classroomName} onClose={() => setCards([])} />
    </details>
  )
}
