'use client'
// The editor of a workbench: Monaco, or a plain text field for those who pick it. The choice is remembered.
import dynamic from 'next/dynamic'
import { memo, useEffect, useId, useState } from 'react'
import { loadEditorChoice, saveEditorChoice, type EditorChoice } from '#lib/client/local-work.ts'
import type { EditorProps } from './editor-types.ts'
import { PlainEditor } from './plain-editor.tsx'

const MonacoEditor = dynamic(() => import('./monaco-editor.tsx'), { ssr: false, loading: () => <EditorSkeleton /> })

/** The editor with its switch and the note about the Tab key. */
export const CodeEditor = memo(function CodeEditor(props: Omit<EditorProps, 'describedBy'>) {
  const [choice, setChoice] = useState<EditorChoice | null>(null)
  const noteId = useId()
  useEffect(() => setChoice(loadEditorChoice() ?? firstChoice()), [])
  const pick = (next: EditorChoice) => {
    setChoice(next)
    saveEditorChoice(next)
  }
  return (
    <div className="editor-shell">
      <div className="editor-frame">
        {choice === null ? (
          <EditorSkeleton />
        ) : choice === 'plain' ? (
          <PlainEditor {...props} describedBy={noteId} />
        ) : (
          <MonacoEditor {...props} describedBy={noteId} />
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-1.5 text-[0.8125rem] text-faint">
        <p id={noteId}>
          Leave with <kbd>Esc</kbd> <kbd>Tab</kbd>
        </p>
        <p className="mark-legend" aria-hidden="true" hidden={props.notes === null}>
          <span className="mark-made" /> made <span className="mark-freed" /> freed
        </p>
        <label className="inline-flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-(--copper)"
            checked={choice === 'plain'}
            onChange={(event) => pick(event.target.checked ? 'plain' : 'monaco')}
          />
          Plain text editor
        </label>
      </div>
    </div>
  )
})

/** Fingers type better into a plain field. */
function firstChoice(): EditorChoice {
  return window.matchMedia('(pointer: coarse)').matches ? 'plain' : 'monaco'
}

function EditorSkeleton() {
  return (
    <div className="grid h-full content-start gap-2 p-4" role="status">
      <span className="sr-only">The editor is loading</span>
      {[38, 62, 54, 20, 46].map((width) => (
        <div key={width} className="skeleton h-3.5" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
