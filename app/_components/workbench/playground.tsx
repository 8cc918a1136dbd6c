'use client'
// The playground: any program, any simulated Python, nothing judged.
import { useCallback, useRef, useState } from 'react'
import type { PythonVersion } from '#lib/engine/index.ts'
import { CodeEditor } from '../editor/code-editor.tsx'
import type { EditorHandle } from '../editor/editor-types.ts'
import { ConsolePanel } from './console-panel.tsx'
import { HeapPanel } from './heap-panel.tsx'
import { RunBar, RunProgress } from './run-bar.tsx'
import { runSentence } from './run-sentence.ts'
import { useEngineRun } from './use-engine-run.ts'
import { useWork } from './use-work.ts'

export interface Sample {
  readonly title: string
  readonly source: string
}

interface PlaygroundProps {
  readonly owner: string
  readonly samples: readonly Sample[]
  readonly versions: readonly PythonVersion[]
}

/** Editor, console and heap. */
export function Playground({ owner, samples, versions }: PlaygroundProps) {
  const { source, change, kept } = useWork({ owner, workKey: 'playground', starter: samples[0]?.source ?? '', keepDraft: false })
  const { state, run, stop } = useEngineRun()
  const [python, setPython] = useState<PythonVersion>('3.13')
  const [ranSource, setRanSource] = useState<string | null>(null)
  const editor = useRef<EditorHandle>(null)
  const ready = useCallback((handle: EditorHandle) => {
    editor.current = handle
  }, [])

  const start = () => {
    if (source === null) return
    setRanSource(source)
    void run({ source, python })
  }
  const exception = ranSource === source ? (state.outcome?.result.exception ?? null) : null

  return (
    <div className="bench bench-free">
      <div className="panel min-w-0 overflow-hidden [grid-area:editor]">
        <RunBar state={state} onRun={start} onStop={stop}>
          <label className="ml-auto flex items-center gap-2 text-sm text-soft">
            Sample
            <select className="input !min-h-10 !w-44 !py-1 !text-sm" value="" onChange={(event) => change(samples[Number(event.target.value)]?.source ?? '')}>
              <option value="" disabled>
                Choose one
              </option>
              {samples.map(({ title }, index) => (
                <option key={title} value={index}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          {versions.length > 1 ? (
            <label className="flex items-center gap-2 text-sm text-soft">
              Python
              <select
                className="input !min-h-10 !w-24 !py-1 !text-sm"
                value={python}
                onChange={(event) => setPython(versions.find((version) => version === event.target.value) ?? '3.13')}
              >
                {versions.map((version) => (
                  <option key={version}>{version}</option>
                ))}
              </select>
            </label>
          ) : null}
        </RunBar>
        <RunProgress state={state} />
        <CodeEditor value={source ?? ''} onChange={change} onReady={ready} errorLine={exception?.line ?? null} onRun={start} label="Python source" />
        {kept ? null : <p className="notice mx-3 mb-3 text-sm">This browser does not keep your work: copy it before you leave the page.</p>}
        <ConsolePanel state={state} onLine={(line) => editor.current?.goToLine(line)} />
        <p className="sr-only" role="status">
          {runSentence(state)}
        </p>
      </div>
      <div className="min-w-0 [grid-area:heap]">
        <HeapPanel snapshot={state.outcome?.snapshot ?? null} stale={ranSource !== source} title="Heap when the program ends" />
      </div>
    </div>
  )
}
