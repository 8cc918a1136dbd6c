'use client'
// The playground: any program, any simulated Python, nothing judged.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PythonVersion } from '#lib/engine/index.ts'
import { useStable } from '../use-stable.ts'
import { CodeEditor } from '../editor/code-editor.tsx'
import type { EditorHandle } from '../editor/editor-types.ts'
import { BenchTime } from './bench/bench-time.tsx'
import { BenchViews } from './bench/bench-views.tsx'
import { useShortcuts } from './bench/use-shortcuts.ts'
import { isViewId, viewIds, type ViewId } from './bench/view-names.ts'
import { useEditorNotes } from './code/use-editor-notes.ts'
import { ConsolePanel } from './console-panel.tsx'
import { Gallery } from './gallery/gallery.tsx'
import type { Sample } from './gallery/sample.ts'
import type { MapColoring } from './map/map-colors.ts'
import type { OpenAt } from './model/open-at.ts'
import { useBench } from './model/use-bench.ts'
import { isKnownPython, pythonVersions, usualPython } from './model/versions.ts'
import { RunBar, RunProgress } from './run-bar.tsx'
import { runSentence } from './run-sentence.ts'
import { ShareButton } from './share/share-button.tsx'
import { sharedFrom } from './share/share-link.ts'
import { useWork } from './use-work.ts'

interface PlaygroundProps {
  readonly owner: string
  readonly samples: readonly Sample[]
}

/** A program that runs by itself when the page opens shows what it has by then. */
const unaskedSteps = 2_000_000

/** Code and console, the views, and time below them. */
export function Playground({ owner, samples }: PlaygroundProps) {
  const { source: work, change: changeWork, kept } = useWork({ owner, workKey: 'playground', starter: samples[0]?.source ?? '', keepDraft: false })
  // A sample or a shared program is one's own work only from the first change on.
  const [opened, setOpened] = useState<string | null>(null)
  const source = opened ?? work
  const bench = useBench()
  const [python, setPython] = useState<PythonVersion>(usualPython)
  const [view, setView] = useState<ViewId>('graph')
  const [colouring, setColouring] = useState<MapColoring>('type')
  // The run that the page starts by itself shows no Stop where Run was.
  const [asked, setAsked] = useState(false)
  const [phoneTab, setPhoneTab] = useState<'code' | 'views'>('code')
  const editor = useRef<EditorHandle>(null)
  const ready = useCallback((handle: EditorHandle) => {
    editor.current = handle
  }, [])
  const goToLine = useCallback((line: number) => {
    setPhoneTab('code')
    editor.current?.goToLine(line)
  }, [])
  const notes = useEditorNotes(bench, source)
  const { start, client } = bench

  const change = useStable((next: string) => {
    setOpened(null)
    changeWork(next)
  })
  const run = useStable(() => {
    setAsked(true)
    if (source !== null) void start({ source, python })
  })
  const shared = useStable(() => (source === null ? null : { source, python, step: bench.step, view }))
  // A sample may have an object to look at from the start.
  const toChoose = useRef<Pick<Sample, 'source' | 'choose'> | null>(null)
  const { moment, focus } = bench
  useEffect(() => {
    const sample = toChoose.current
    if (moment === null || sample === null || moment.run.source !== sample.source) return
    toChoose.current = null
    const target = moment.index.snapshot.globals.find(({ name }) => name === sample.choose)?.target
    if (target !== undefined && focus.chosen !== target) focus.choose(target)
  }, [moment, focus])

  const openSample = useCallback(
    (sample: Sample) => {
      toChoose.current = sample
      setOpened(sample.source)
      setView(sample.view)
      setColouring(sample.colouring ?? 'type')
      setPython(sample.python ?? usualPython)
      void start({ source: sample.source, python: sample.python ?? usualPython, openAt: sample.openAt })
    },
    [start],
  )

  const arrived = useRef(false)
  useEffect(() => {
    if (client === null || work === null || arrived.current) return
    arrived.current = true
    void openArrival(samples).then((arrival) => {
      if (arrival === null) {
        const own = samples.find((sample) => sample.source === work)
        void start({ source: work, python: usualPython, openAt: own?.openAt ?? 'end', limits: { steps: unaskedSteps } })
        return
      }
      toChoose.current = arrival
      setOpened(arrival.source)
      setPython(arrival.python)
      setView(arrival.view)
      setColouring(arrival.colouring ?? 'type')
      void start(arrival)
    })
  }, [client, work, samples, start])

  const chooseView = useCallback((number: number) => setView((now) => viewIds[number - 1] ?? now), [])
  const box = useRef<HTMLDivElement>(null)
  useShortcuts({ box, bench, onView: chooseView })
  const exception = bench.run !== null && bench.run.source === source ? bench.run.result.exception : null
  const line = bench.moment?.index.snapshot.line ?? null

  return (
    <div ref={box} className="workbench" data-phone={phoneTab}>
      <PhoneTabs chosen={phoneTab} onChoose={setPhoneTab} />
      <div className="panel workbench-code">
        <RunBar phase={asked || bench.phase !== 'running' ? bench.phase : 'idle'} onRun={run} onStop={bench.stop}>
          <Gallery samples={samples} onOpen={openSample} />
          <span className="ml-auto flex items-center gap-2">
            <label className="tool-field">
              Python
              <select className="tool-select" value={python} onChange={(event) => setPython(isKnownPython(event.target.value) ? event.target.value : usualPython)}>
                {pythonVersions.map((version) => (
                  <option key={version}>{version}</option>
                ))}
              </select>
            </label>
            <ShareButton disabled={source === null} shared={shared} />
          </span>
        </RunBar>
        <RunProgress progress={bench.progress} />
        <CodeEditor value={source ?? ''} onChange={change} onReady={ready} errorLine={exception?.line ?? null} notes={notes} onRun={run} label="Python source" />
        {kept ? null : <p className="notice mx-3 mb-3 text-sm">This browser does not keep your work: copy it before you leave the page.</p>}
        <ConsolePanel bench={bench} onLine={goToLine} />
        <p className="sr-only" role="status">
          {runSentence(bench)}
        </p>
      </div>
      <div className="workbench-views">
        {bench.run !== null && bench.run.source !== source ? <p className="stale-note tag text-warn bg-warn-soft">from before your last edit</p> : null}
        <BenchViews bench={bench} view={view} onView={setView} onLine={goToLine} colouring={colouring} before={<p>Run the program: its names, objects, reference counts and garbage appear here.</p>} />
      </div>
      <BenchTime bench={bench} lineText={line === null ? null : (bench.run?.source.split('\n')[line - 1] ?? null)} />
    </div>
  )
}

interface Arrival {
  readonly source: string
  readonly python: PythonVersion
  readonly view: ViewId
  readonly openAt: OpenAt
  readonly choose?: string | undefined
  readonly colouring?: MapColoring | undefined
}

/** What the address asks for: a shared program, or a sample by its name. */
async function openArrival(samples: readonly Sample[]): Promise<Arrival | null> {
  const { hash } = window.location
  const sample = samples.find(({ id }) => hash === `#${id}`)
  if (sample !== undefined) return { ...sample, python: sample.python ?? usualPython }
  const shared = await sharedFrom(hash)
  return shared === null ? null : { source: shared.source, python: shared.python, view: isViewId(shared.view) ? shared.view : 'graph', openAt: { step: shared.step } }
}

interface PhoneTabsProps {
  readonly chosen: 'code' | 'views'
  readonly onChoose: (tab: 'code' | 'views') => void
}

/** On a phone, code and views are seen in turn. */
function PhoneTabs({ chosen, onChoose }: PhoneTabsProps) {
  return (
    <div className="phone-tabs" role="group" aria-label="What to see">
      {(['code', 'views'] as const).map((tab) => (
        <button key={tab} type="button" className="tab" aria-pressed={chosen === tab} onClick={() => onChoose(tab)}>
          {tab === 'code' ? 'Code' : 'Memory views'}
        </button>
      ))}
    </div>
  )
}
