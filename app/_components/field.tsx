// A labelled input with its note and its problem, tied together for screen readers.
import { useId, type InputHTMLAttributes } from 'react'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly name: string
  readonly label: string
  readonly note?: string
  readonly problem?: string | null
}

/** One field of a form; required unless said otherwise. */
export function Field({ name, label, note, problem = null, required = true, ...input }: FieldProps) {
  const id = useId()
  const described = [note === undefined ? null : `${id}-note`, problem === null ? null : `${id}-problem`].filter((part) => part !== null).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        required={required}
        className="input"
        aria-invalid={problem !== null}
        aria-describedby={described === '' ? undefined : described}
        {...input}
      />
      {note === undefined ? null : (
        <p id={`${id}-note`} className="field-note">
          {note}
        </p>
      )}
      {problem === null ? null : (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
