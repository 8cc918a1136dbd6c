'use client'
// The inspector of the chosen object: asks for what the recording knows about it at the shown moment.
import { useEffect, useState } from 'react'
import type { Inspection, Lifetime, ReferenceHistory } from '#lib/engine/index.ts'
import { isGarbage } from '../../heap/heap-model.ts'
import { RefRing } from '../../ref-ring.tsx'
import type { Bench } from '../model/bench.ts'
import type { Focus } from '../model/focus.ts'
import { called } from '../model/changes.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import { ObjectButton } from '../object-button.tsx'
import { drawField } from '../share/draw-view.ts'
import { ExportMenu } from '../share/export-menu.tsx'
import { InspectorView } from './inspector-view.tsx'

interface Known {
  readonly serial: number
  readonly inspection: Inspection | null
  readonly lifetime: Lifetime | null
}

/** Follows choice and step. What was known stays until the newer answer is there, so that nothing flickers. */
export function InspectorPanel({ bench, onLine }: { readonly bench: Bench; readonly onLine: (line: number) => void }) {
  const { moment, focus, ask, run } = bench
  const serial = focus.chosen
  const step = moment?.step ?? null
  const isAlive = serial !== null && moment?.index.bySerial.has(serial) === true
  const [known, setKnown] = useState<Known | null>(null)
  const [history, setHistory] = useState<ReferenceHistory | null>(null)

  useEffect(() => {
    if (serial === null || step === null) return
    let wanted = true
    void Promise.all([ask.inspect(step, serial), ask.lifetime(serial)]).then(([inspection, lifetime]) => {
      // An overtaken question has no answer: what is shown stays until the newer one is there.
      if (wanted && (inspection !== null || !isAlive)) setKnown({ serial, inspection, lifetime: inspection?.lifetime ?? lifetime })
    })
    return () => {
      wanted = false
    }
  }, [ask, serial, step, isAlive])

  useEffect(() => {
    setHistory(null)
    if (serial === null || run === null) return
    let wanted = true
    void ask.history(serial).then((found) => {
      if (wanted) setHistory(found)
    })
    return () => {
      wanted = false
    }
  }, [ask, serial, run])

  if (serial === null || moment === null) return <NothingChosen index={moment?.index ?? null} focus={focus} />
  if (known === null || known.serial !== serial) return <p className="view-empty">Looking…</p>
  return (
    <div className="view-frame">
      <div className="view-tools">
        <span className="text-faint">At step {moment.step.toLocaleString('en')}</span>
        <span className="ml-auto flex items-center gap-1">
          <ExportMenu name="object" draw={drawField} />
        </span>
      </div>
      <div className="view-field inspector-field" tabIndex={0} role="region" aria-label="Inspector">
        <InspectorView
          serial={serial}
          inspection={known.inspection}
          lifetime={known.lifetime}
          history={history?.serial === serial ? history : null}
          index={moment.index}
          lastStep={run?.lastStep ?? 0}
          focus={focus}
          onStep={bench.goTo}
          onLine={onLine}
        />
      </div>
    </div>
  )
}

const mostOffered = 12

/** What stands here before a choice, and some objects to begin with. */
function NothingChosen({ index, focus }: { readonly index: SnapshotIndex | null; readonly focus: Focus }) {
  const offered = index?.shown.slice(0, mostOffered) ?? []
  return (
    <div className="view-empty">
      <p>Choose an object in any view{offered.length === 0 ? '' : ', or here'}: its size part by part, its bytes, its holders and its history stand here.</p>
      <ul className="offered">
        {offered.map((object) => (
          <li key={object.serial}>
            <ObjectButton serial={object.serial} focus={focus} look="chip" garbage={isGarbage(object)}>
              {called(object)}
              <RefRing count={object.refcount} garbage={isGarbage(object)} />
            </ObjectButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
