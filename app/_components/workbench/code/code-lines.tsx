// A program to read along: the current line, values, marks and breakpoints, without an editor. For lessons, embedding and comparing.
import { useEffect, useRef } from 'react'
import { markWords, type EditorNotes } from '../../editor/editor-types.ts'
import type { Focus } from '../model/focus.ts'
import { ObjectButton } from '../object-button.tsx'
import type { InlineValue } from './inline-values.ts'

interface CodeLinesProps {
  readonly source: string
  readonly notes: EditorNotes | null
  readonly errorLine?: number | null
  readonly label: string
}

/** The lines; a click on a number sets a breakpoint. */
export function CodeLines({ source, notes, errorLine = null, label }: CodeLinesProps) {
  const list = useRef<HTMLOListElement>(null)
  const current = notes?.currentLine ?? null
  useEffect(() => {
    const row = current === null ? null : list.current?.children[current - 1]
    const box = list.current
    if (box === null || !(row instanceof HTMLElement)) return
    // Only the list itself scrolls, never the page around it.
    if (row.offsetTop < box.scrollTop || row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = row.offsetTop - box.clientHeight / 2
  }, [current])
  return (
    <ol ref={list} className="code-lines" aria-label={label} tabIndex={0}>
      {source.replace(/\n$/, '').split('\n').map((text, index) => (
        <CodeLine key={index} line={index + 1} text={text} notes={notes} isError={errorLine === index + 1} />
      ))}
    </ol>
  )
}

interface CodeLineProps {
  readonly line: number
  readonly text: string
  readonly notes: EditorNotes | null
  readonly isError: boolean
}

function CodeLine({ line, text, notes, isError }: CodeLineProps) {
  const mark = notes?.marks.get(line)
  const isNow = notes?.currentLine === line
  return (
    <li className="code-line" data-now={isNow || undefined} data-error={isError || undefined} aria-current={isNow ? 'step' : undefined}>
      <button
        type="button"
        tabIndex={-1}
        className="gutter-line"
        data-now={isNow || undefined}
        data-break={notes?.breakpoints.has(line) || undefined}
        data-made={(mark?.made ?? 0) > 0 || undefined}
        data-freed={(mark?.freed ?? 0) > 0 || undefined}
        aria-label={`Line ${line}${notes?.breakpoints.has(line) ? ', breakpoint' : ''}`}
        title={mark === undefined ? undefined : markWords(mark)}
        onClick={() => notes?.onBreakpoint(line)}
      >
        {line}
      </button>
      <code>
        {colored(text)}
        {notes === null ? null : <InlineValues values={notes.values.get(line)} focus={notes.focus} />}
      </code>
    </li>
  )
}

interface InlineValuesProps {
  readonly values: readonly InlineValue[] | undefined
  readonly focus: Focus
}

/** The values beside a line. */
export function InlineValues({ values = [], focus }: InlineValuesProps) {
  return values.map(({ text, serial }) => (
    <ObjectButton key={text} serial={serial} focus={focus} look="value">
      {text}
    </ObjectButton>
  ))
}

const token = /(#.*$)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\b(False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)\b|\b(\d[\w.]*)/g
const tokenClasses = ['token-comment', 'token-string', 'token-keyword', 'token-number']

/** Colours for reading; texts over several lines stay plain. */
function colored(text: string) {
  const parts: React.ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(token)) {
    if (match.index > end) parts.push(text.slice(end, match.index))
    const kind = match.slice(1, 5).findIndex((group) => group !== undefined)
    parts.push(
      <span key={match.index} className={tokenClasses[kind]}>
        {match[0]}
      </span>,
    )
    end = match.index + match[0].length
  }
  parts.push(text.slice(end) || (parts.length === 0 ? ' ' : ''))
  return parts
}
