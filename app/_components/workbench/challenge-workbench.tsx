'use client'
// The workbench of a challenge: statement and goals, editor and console, heap.
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { AttemptView, GoalView } from '#lib/client/submission-client.ts'
import { TargetPanel } from '../challenge-kinds/target-panel.tsx'
import { useStable } from '../use-stable.ts'
import { CodeEditor } from '../editor/code-editor.tsx'
import type { EditorHandle } from '../editor/editor-types.ts'
import { ResetIcon, UpIcon } from '../icons.tsx'
import { BenchTime } from './bench/bench-time.tsx'
import { BenchViews } from './bench/bench-views.tsx'
import { useShortcuts } from './bench/use-shortcuts.ts'
import { viewIds, type ViewId } from './bench/view-names.ts'
import { useEditorNotes } from './code/use-editor-notes.ts'
import { AttemptsPanel } from './attempts-panel.tsx'
import { judgedHere, type ChallengeView } from './challenge-view.ts'
import { ConsolePanel } from './console-panel.tsx'
import { GoalsPanel, type GoalSource } from './goals-panel.tsx'
import { HintsPanel } from './hints-panel.tsx'
import { useMentions } from './mentions.tsx'
import { RunBar, RunProgress } from './run-bar.tsx'
import { runSentence } from './run-sentence.ts'
import { useBench } from './model/use-bench.ts'
import { useChecker } from './use-checker.ts'
import { useSubmission } from './use-submission.ts'
import { useWork } from './use-work.ts'
import { VerdictBanner } from './verdict-banner.tsx'

interface ChallengeWorkbenchProps {
  readonly challenge: ChallengeView
  readonly owner: string
  readonly guest: boolean
  readonly draft: { readonly source: string; readonly savedAt: number } | null
  readonly attempts: readonly AttemptView[]
  readonly hints: { readonly count: number; readonly taken: readonly string[] }
  /** The rendered statement. */
  readonly children: ReactNode
}

interface Checked {
  readonly outcomes: readonly GoalView[]
  readonly source: GoalSource
}

/** The starter's run is for looking at its memory; its output would look like an answer to Run. */
const beforeFirstRun = { output: [], phase: 'idle', failure: null, run: null, moment: null } as const

/** The starter's own heap is shown before the first run; a starter that runs longer than this shows what it has by then. */
const previewSteps = 200_000

/** Everything between the header and the board. */
export function ChallengeWorkbench({ challenge, owner, guest, draft, attempts, hints, children }: ChallengeWorkbenchProps) {
  const router = useRouter()
  const { source, change, kept } = useWork({ owner, workKey: challenge.slug, starter: challenge.starter, draft, keepDraft: true })
  const bench = useBench()
  const { start: record, client } = bench
  const { check, stop: stopCheck } = useChecker()
  const [view, setView] = useState<ViewId>('graph')
  const notes = useEditorNotes(bench, source)
  const [ranSource, setRanSource] = useState<string | null>(null)
  const [replaced, setReplaced] = useState<string | null>(null)
  const [checked, setChecked] = useState<Checked>({ outcomes: [], source: 'none' })
  const editor = useRef<EditorHandle>(null)
  const ready = useCallback((handle: EditorHandle) => {
    editor.current = handle
  }, [])
  const goToLine = useCallback((line: number) => editor.current?.goToLine(line), [])

  const { starter, python, limits } = challenge
  useEffect(() => {
    if (client !== null) void record({ source: starter, python, limits: { ...limits, steps: previewSteps } })
  }, [client, record, starter, python, limits])

  const onJudged = (attempt: AttemptView) => {
    setChecked({ outcomes: attempt.goals, source: 'server' })
    router.refresh()
  }
  const submission = useSubmission({ owner, challenge, onJudged })
  const underWay = submission.state.kind === 'under-way'

  const start = async () => {
    if (source === null) return
    setRanSource(source)
    const recorded = await record({ source, python: challenge.python, limits: challenge.limits })
    if (recorded === null) return
    const definition = judgedHere(challenge)
    const judged = definition === null ? null : await check({ challenge: definition, source })
    if (judged !== null) setChecked({ outcomes: judged.goals, source: 'browser' })
  }
  const run = useStable(() => void start())
  const replace = (next: string) => {
    setReplaced(source)
    change(next)
  }
  const stop = () => {
    bench.stop()
    stopCheck()
  }
  const exception = ranSource === source ? (bench.run?.result.exception ?? null) : null
  const line = bench.moment?.index.snapshot.line ?? null
  const mentions = useMentions(bench)
  const chooseView = useCallback((number: number) => setView((now) => viewIds[number - 1] ?? now), [])
  const box = useRef<HTMLDivElement>(null)
  useShortcuts({ box, bench, onView: chooseView })

  return (
    <div ref={box} className="bench">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 [grid-area:info]">
        <section aria-label="Statement" className="panel p-5">
          {children}
        </section>
        <GoalsPanel challenge={challenge} outcomes={checked.outcomes} source={checked.source} mentions={mentions} />
      </div>
      <div className="grid min-w-0 gap-4 [grid-area:editor]">
        {challenge.task.kind === 'build' ? <TargetPanel target={challenge.task.target} roots={challenge.task.roots} /> : null}
        <section aria-label="Your program" className="panel min-w-0 overflow-hidden">
          <RunBar phase={ranSource === null ? 'idle' : bench.phase} onRun={() => void start()} onStop={stop}>
            <button
              type="button"
              className="button button-main"
              disabled={underWay || source === null}
              onClick={() => source !== null && submission.submit(source)}
            >
              <UpIcon />
              {underWay ? 'Judging…' : 'Submit'}
            </button>
            <span className="ml-auto flex gap-1">
              {replaced === null ? null : (
                <button
                  type="button"
                  className="button button-quiet button-small"
                  onClick={() => {
                    change(replaced)
                    setReplaced(null)
                  }}
                >
                  Undo
                </button>
              )}
              <button type="button" className="button button-quiet button-small" onClick={() => replace(challenge.starter)}>
                <ResetIcon />
                Start again
              </button>
            </span>
          </RunBar>
          <RunProgress progress={ranSource === null ? null : bench.progress} />
          <CodeEditor
            value={source ?? ''}
            onChange={change}
            onReady={ready}
            errorLine={exception?.line ?? null}
            notes={notes}
            onRun={run}
            label="Your program, in Python"
          />
          {kept ? null : <p className="notice mx-3 mb-3 text-sm">This browser does not keep your work: copy it before you leave the page.</p>}
          <VerdictBanner challenge={challenge} state={submission.state} guest={guest} mentions={mentions} onLine={goToLine} />
          <ConsolePanel bench={ranSource === null ? beforeFirstRun : bench} onLine={goToLine} />
          <p className="sr-only" role="status">
            {ranSource === null ? '' : runSentence(bench)}
          </p>
        </section>
      </div>
      <div className="min-w-0 [grid-area:heap]">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-base">{ranSource === null ? 'The memory you start with' : 'Your run'}</h2>
          {ranSource !== null && ranSource !== source ? <span className="tag text-warn bg-warn-soft">from before your last edit</span> : null}
        </div>
        <div className="bench-heap">
          <BenchViews bench={bench} view={view} onView={setView} onLine={goToLine} before={<p>{bench.failure ?? 'Running the program you start with…'}</p>} />
        </div>
        <div className="mt-3">
          <BenchTime bench={bench} lineText={line === null ? null : (bench.run?.source.split('\n')[line - 1] ?? null)} />
        </div>
      </div>
      <div className="grid min-w-0 gap-4 [grid-area:extra]">
        <HintsPanel slug={challenge.slug} count={hints.count} taken={hints.taken} />
        <AttemptsPanel attempts={attempts} onRestore={replace} />
      </div>
    </div>
  )
}
