'use client'
// A program to read, with line numbers; where a line is asked for, every line is a button.

interface ProgramViewProps {
  readonly program: string
  readonly marked?: number | null
  /** Present where lines can be marked. */
  readonly onMark?: (line: number) => void
  readonly label?: string
}

/** The program's lines. */
export function ProgramView({ program, marked = null, onMark, label = 'The program' }: ProgramViewProps) {
  const lines = program.replace(/\n$/, '').split('\n')
  return (
    <ol className="program-lines" aria-label={label} tabIndex={onMark === undefined ? 0 : -1}>
      {lines.map((text, index) => {
        const line = index + 1
        const isMarked = marked === line
        return (
          <li key={line} className="program-line" data-marked={isMarked}>
            {onMark === undefined || text.trim() === '' ? (
              <>
                <span className="program-number">{line}</span>
                <code>{text === '' ? ' ' : text}</code>
              </>
            ) : (
              <button type="button" aria-pressed={isMarked} onClick={() => onMark(line)}>
                <span className="program-number">
                  <span className="sr-only">line </span>
                  {line}
                </span>
                <code>{text}</code>
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}
