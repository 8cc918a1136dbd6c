'use client'
// A plain text field with line numbers: for phones, screen readers and anyone who prefers it.
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { EditorProps } from './editor-types.ts'

/** The plain editor. Tab indents; Escape, then Tab, leaves. */
export function PlainEditor({ value, onChange, onReady, errorLine, onRun, label, describedBy }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const tabLeaves = useRef(false)
  const lineCount = value.split('\n').length

  useEffect(() => {
    onReady({ goToLine: (line) => field.current !== null && showLine(field.current, line) })
  }, [onReady])

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onRun()
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
        {Array.from({ length: lineCount }, (_, index) => (
          <div key={index} className={index + 1 === errorLine ? 'error-line font-bold text-garbage' : ''}>
            {index + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={field}
        className="plain-text"
        value={value}
        rows={lineCount}
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

function showLine(field: HTMLTextAreaElement, line: number): void {
  const start = field.value
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, text) => sum + text.length + 1, 0)
  const end = field.value.indexOf('\n', start)
  field.focus()
  field.setSelectionRange(start, end === -1 ? field.value.length : end)
  const frame = field.parentElement
  if (frame !== null) frame.scrollTop = Math.max(0, (line - 4) * 22)
}
