'use client'
// A plain text field with line numbers: for phones, screen readers and anyone who prefers it.
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { InlineValues } from '../workbench/code/code-lines.tsx'
import { codeEnd } from '../workbench/code/inline-values.ts'
import { markWords, type EditorNotes, type EditorProps } from './editor-types.ts'

/** As workbench.css has it. */
const lineHeight = 22

/** The plain editor. Tab indents; Escape, then Tab, leaves. */
export function PlainEditor({ value, onChange, onReady, errorLine, notes, onRun, label, describedBy }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const tabLeaves = useRef(false)
  const sight = useRef<Sight>(null)
  const lines = value.split('\n')

  useEffect(() => {
    onReady({ goToLine: (line) => field.current !== null && showLine(field.current, line) })
  }, [onReady])

  const line = notes?.currentLine ?? null
  useEffect(() => {
    if (line !== null) sight.current?.keep(line)
  }, [line])
  useEffect(() => {
    const frame = field.current?.parentElement
    if (frame === null || frame === undefined) return
    sight.current = new Sight(frame)
    return () => sight.current?.close()
  }, [])

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onRun()
    } else if (event.key === 'F9' && notes !== null) {
      event.preventDefault()
      notes.onBreakpoint(caretLine(event.currentTarget))
    } else if (event.key === 'Escape') tabLeaves.current = true
    else if (event.key === 'Tab' && !tabLeaves.current && !event.shiftKey) {
      event.preventDefault()
      insert(event.currentTarget, '    ', onChange)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      insert(event.currentTarget, `\n${nextIndent(event.currentTarget)}`, onChange)
    } else if (event.key !== 'Tab' && event.key !== 'Shift') tabLeaves.current = false
  }

  return (
    <div className="plain-editor">
      <div className="plain-gutter" aria-hidden="true">
        {lines.map((_, index) => (
          <GutterLine key={index} line={index + 1} isError={index + 1 === errorLine} notes={notes} />
        ))}
      </div>
      {notes === null ? null : <LineNotes lines={lines} notes={notes} />}
      <textarea
        ref={field}
        className="plain-text"
        value={value}
        rows={lines.length}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={keyDown}
        onBlur={() => {
          tabLeaves.current = false
        }}
        aria-label={label}
        aria-describedby={describedBy}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap="off"
      />
    </div>
  )
}

function GutterLine({ line, isError, notes }: { readonly line: number; readonly isError: boolean; readonly notes: EditorNotes | null }) {
  const mark = notes?.marks.get(line)
  return (
    <button
      type="button"
      tabIndex={-1}
      className="gutter-line"
      data-error={isError || undefined}
      data-now={notes?.currentLine === line || undefined}
      data-break={notes?.breakpoints.has(line) || undefined}
      data-made={(mark?.made ?? 0) > 0 || undefined}
      data-freed={(mark?.freed ?? 0) > 0 || undefined}
      title={mark === undefined ? undefined : markWords(mark)}
      onClick={() => notes?.onBreakpoint(line)}
    >
      {line}
    </button>
  )
}

/** The current line's ground lies under the text field; values lie over it, where a line's code ends. */
function LineNotes({ lines, notes }: { readonly lines: readonly string[]; readonly notes: EditorNotes }) {
  return (
    <>
      {notes.currentLine === null ? null : <div className="plain-now" aria-hidden="true" style={{ top: topOf(notes.currentLine) }} />}
      <div className="plain-notes" aria-hidden="true">
        {[...notes.values].map(([line, values]) => (
          <span key={line} className="plain-value" style={{ top: topOf(line), left: `calc(${codeEnd(lines[line - 1] ?? '')}ch + 12px + 1.2rem)` }}>
            <InlineValues values={values} focus={notes.focus} />
          </span>
        ))}
      </div>
    </>
  )
}

const topOf = (line: number) => 10 + (line - 1) * lineHeight

function caretLine(field: HTMLTextAreaElement): number {
  return field.value.slice(0, field.selectionStart).split('\n').length
}

/** Inserts at the caret so that the browser's own undo still works. */
function insert(field: HTMLTextAreaElement, text: string, onChange: (value: string) => void): void {
  // The command is old, but no newer one keeps the undo history of a text field.
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  onChange(field.value)
}

/** The indentation of the caret's line, one step deeper after a colon. */
function nextIndent(field: HTMLTextAreaElement): string {
  const before = field.value.slice(0, field.selectionStart)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  return line.trimEnd().endsWith(':') ? `${indent}    ` : indent
}

/** Keeps a line in sight. It knows where the frame is scrolled to and never asks the layout, which would cost a reflow at every step. */
class Sight {
  readonly #frame: HTMLElement
  readonly #watcher: ResizeObserver
  #top = 0
  #height = 0

  constructor(frame: HTMLElement) {
    this.#frame = frame
    this.#watcher = new ResizeObserver(([entry]) => {
      this.#height = entry?.contentRect.height ?? this.#height
    })
    this.#watcher.observe(frame)
    frame.addEventListener('scroll', this.#follow, { passive: true })
  }

  keep(line: number): void {
    const top = (line - 1) * lineHeight
    if (this.#height === 0 || (top >= this.#top && top + 2 * lineHeight <= this.#top + this.#height)) return
    this.#top = Math.max(0, top - this.#height / 2)
    this.#frame.scrollTop = this.#top
  }

  close(): void {
    this.#watcher.disconnect()
    this.#frame.removeEventListener('scroll', this.#follow)
  }

  readonly #follow = () => {
    this.#top = this.#frame.scrollTop
  }
}

function showLine(field: HTMLTextAreaElement, line: number): void {
  const start = field.value
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, text) => sum + text.length + 1, 0)
  const end = field.value.indexOf('\n', start)
  field.focus()
  field.setSelectionRange(start, end === -1 ? field.value.length : end)
  const frame = field.parentElement
  if (frame !== null) frame.scrollTop = Math.max(0, (line - 4) * lineHeight)
}
