// Everything about one object at one moment. A pure function of what the recording answered.
import type { ReactNode } from 'react'
import type { Inspection, Lifetime, ObjectSerial, ReferenceHistory } from '#lib/engine/index.ts'
import { CodeText } from '../../code-text.tsx'
import { hex, kindOf } from '../../heap/heap-model.ts'
import { RefRing } from '../../ref-ring.tsx'
import type { Focus } from '../model/focus.ts'
import { nameOf, type SnapshotIndex } from '../model/snapshot-index.ts'
import { ObjectButton } from '../object-button.tsx'
import { HistoryView } from './history-view.tsx'
import { SizeView } from './size-view.tsx'
import { WordsView } from './words-view.tsx'

export interface InspectorViewProps {
  readonly serial: ObjectSerial
  /** null while the object does not exist. */
  readonly inspection: Inspection | null
  readonly lifetime: Lifetime | null
  readonly history: ReferenceHistory | null
  readonly index: SnapshotIndex
  readonly lastStep: number
  readonly focus: Focus
  readonly onStep: (step: number) => void
  readonly onLine: (line: number) => void
}

/** The inspector. */
export function InspectorView(props: InspectorViewProps) {
  const { inspection, lifetime, history, lastStep, onStep, onLine } = props
  return (
    <div className="inspector" data-testid="inspector">
      {inspection === null ? <Absent lifetime={lifetime} step={props.index.snapshot.step} /> : <Present {...props} inspection={inspection} />}
      {lifetime === null ? null : <LifeSection lifetime={lifetime} onStep={onStep} onLine={onLine} />}
      <Section title="Count over time">
        {history === null ? <p className="text-faint">Following every reference…</p> : <HistoryView history={history} lastStep={lastStep} step={props.index.snapshot.step} onStep={onStep} />}
      </Section>
      {inspection === null ? null : (
        <Section title="Bytes in memory">
          <WordsView blocks={inspection.blocks} nameOf={(serial) => nameAt(props.index, serial)} focus={props.focus} />
        </Section>
      )}
    </div>
  )
}

function nameAt(index: SnapshotIndex, serial: ObjectSerial): string | null {
  const object = index.bySerial.get(serial)
  return object === undefined ? null : nameOf(object)
}

function Absent({ lifetime, step }: { readonly lifetime: Lifetime | null; readonly step: number }) {
  const notYet = lifetime?.bornStep !== null && lifetime?.bornStep !== undefined && step < lifetime.bornStep
  return (
    <header className="inspector-head">
      <h3 className="text-base">{lifetime?.type ?? 'An object'}</h3>
      <p className="notice text-sm">{notYet ? 'At this step it does not exist yet.' : 'At this step it is dead.'}</p>
    </header>
  )
}

function Present({ inspection, index, focus }: InspectorViewProps & { readonly inspection: Inspection }) {
  const { object, parts, rootPath, sentence, heldByInterpreter } = inspection
  const garbage = !object.reachable && object.refcount !== null
  const holders = index.holdersOf(object.serial)
  return (
    <>
      <header className="inspector-head">
        <div className="flex items-center gap-2">
          <h3 className={`font-mono text-base kind-${kindOf(object)}`} title={object.ordinal === null ? undefined : `Number ${object.ordinal} of the objects of this type that the program made`}>
            {nameOf(object)}
          </h3>
          <RefRing count={object.refcount} garbage={garbage} />
          <span className="hex ml-auto">{hex(object.address)}</span>
        </div>
        <p className="truncate font-mono text-[0.8125rem]" title={object.repr}>
          {object.repr}
        </p>
        <p className={`notice text-sm ${garbage ? 'notice-bad' : ''}`}>
          <CodeText text={sentence} />
        </p>
      </header>
      <Section title={`sys.getsizeof: ${object.sizeBytes.toLocaleString('en')} bytes`}>
        <SizeView parts={parts} />
      </Section>
      <Section title="Held by">
        <ul className="plain-list">
          {holders.map(({ serial, text }, order) => (
            <li key={`${order} ${text}`}>
              {serial === null ? (
                text
              ) : (
                <ObjectButton serial={serial} focus={focus}>
                  {text}
                </ObjectButton>
              )}
            </li>
          ))}
          {heldByInterpreter > 0 ? (
            <li className="text-faint">
              {heldByInterpreter.toLocaleString('en')} more {heldByInterpreter === 1 ? 'reference' : 'references'} by the interpreter itself
            </li>
          ) : null}
          {holders.length === 0 && heldByInterpreter <= 0 ? <li className="text-faint">nothing</li> : null}
        </ul>
      </Section>
      {rootPath === null || rootPath.length === 0 ? null : (
        <Section title="Shortest way from a name">
          <ol className="root-path">
            {rootPath.map(({ label, serial }, order) => (
              <li key={`${order} ${label}`}>
                <span className="font-mono">{label}</span>
                <ObjectButton serial={serial} focus={focus}>
                  {nameAt(index, serial) ?? 'an object'}
                </ObjectButton>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

interface LifeSectionProps {
  readonly lifetime: Lifetime
  readonly onStep: (step: number) => void
  readonly onLine: (line: number) => void
}

function LifeSection({ lifetime, onStep, onLine }: LifeSectionProps) {
  const { bornStep, bornLine, diedStep, diedLine, cause } = lifetime
  return (
    <Section title="Life">
      <p className="text-sm">
        <CodeText text={`${cause.charAt(0).toUpperCase()}${cause.slice(1)}.`} />
      </p>
      <p className="mt-1.5 flex flex-wrap gap-1.5">
        <LifeEnd word="Born" step={bornStep} line={bornLine} onStep={onStep} onLine={onLine} />
        <LifeEnd word="Died" step={diedStep} line={diedLine} onStep={onStep} onLine={onLine} />
      </p>
    </Section>
  )
}

interface LifeEndProps extends Omit<LifeSectionProps, 'lifetime'> {
  readonly word: string
  readonly step: number | null
  readonly line: number | null
}

function LifeEnd({ word, step, line, onStep, onLine }: LifeEndProps) {
  if (step === null) return null
  return (
    <span className="flex items-center gap-1.5">
      <button type="button" className="button button-small" onClick={() => onStep(step)}>
        {word} at step {step.toLocaleString('en')}
      </button>
      {line === null ? null : (
        <button type="button" className="line-link text-sm" onClick={() => onLine(line)}>
          line {line}
        </button>
      )}
    </span>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="inspector-section">
      <h4>{title}</h4>
      {children}
    </section>
  )
}
