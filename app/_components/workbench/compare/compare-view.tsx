'use client'
// Two moments, two programs, or one program under two versions: figures, output, objects and graphs side by side.
import { useMemo, useRef, type KeyboardEvent } from 'react'
import type { ObjectSerial } from '#lib/engine/index.ts'
import { graphPicture } from '../graph/graph-picture.ts'
import { GraphSvg } from '../graph/graph-svg.tsx'
import type { GraphNode } from '../graph/graph-types.ts'
import { focusNode, isArrow, nodeToward } from '../graph/move-focus.ts'
import { noChanges } from '../model/changes.ts'
import type { Focus } from '../model/focus.ts'
import type { Moment, Reference } from '../model/bench.ts'
import type { OwnedBench } from '../model/use-bench.ts'
import { nameOf, type SnapshotIndex } from '../model/snapshot-index.ts'
import { ObjectButton } from '../object-button.tsx'
import { StopIcon } from '../../icons.tsx'
import { RunProgress } from '../run-bar.tsx'
import { pythonVersions } from '../model/versions.ts'
import { compareFigures, compareLines, compareObjects, isDifferent, type ComparedObject } from './compare-model.ts'
import { drawField } from '../share/draw-view.ts'
import { ExportMenu } from '../share/export-menu.tsx'
import { useReference } from './use-reference.ts'

/** The view; on the left the reference, on the right the moment that is shown. */
export function CompareView({ bench, moment }: { readonly bench: OwnedBench; readonly moment: Moment }) {
  const { run } = bench
  const { reference, work, pin, runUnder, stop } = useReference(bench)
  return (
    <div className="view-frame">
      <div className="view-tools">
        <button type="button" className="button button-small" disabled={run === null} onClick={() => run !== null && pin(run, moment)}>
          Pin this moment
        </button>
        <label className="tool-field">
          or run under
          <select
            className="tool-select"
            value=""
            disabled={run === null || work.kind === 'working'}
            onChange={(event) => {
              const python = pythonVersions.find((version) => version === event.target.value)
              if (run !== null && python !== undefined) void runUnder(run, moment, python)
            }}
          >
            <option value="" disabled>
              another Python
            </option>
            {pythonVersions.filter((version) => version !== run?.python).map((version) => (
              <option key={version} value={version}>
                Python {version}
              </option>
            ))}
          </select>
        </label>
        <span role="status" className="text-faint">
          {work.kind === 'working' ? 'Running it there…' : work.kind === 'failed' ? work.message : ''}
        </span>
        {work.kind === 'working' && work.progress !== null ? (
          <button type="button" className="button button-small" onClick={stop}>
            <StopIcon />
            Stop
          </button>
        ) : null}
        {reference === null ? null : (
          <span className="ml-auto flex items-center gap-1">
            <ExportMenu name="comparison" draw={drawField} />
          </span>
        )}
      </div>
      <RunProgress progress={work.kind === 'working' ? work.progress : null} />
      <div className="view-field view-scroll" tabIndex={0} role="region" aria-label="Comparison" data-testid="compare">
        {reference !== null && run !== null ? (
          <Comparison reference={reference} moment={moment} title={`Here: Python ${run.python}, step ${moment.step.toLocaleString('en')}`} isSameRun={reference.run === run} focus={bench.focus} />
        ) : (
          <p className="view-empty">Pin a moment, then go to another step, change the program, or run it under another version: what differs is marked here.</p>
        )}
      </div>
    </div>
  )
}

interface ComparisonProps {
  readonly reference: Pick<Reference, 'title' | 'index'>
  readonly moment: Pick<Moment, 'index'>
  readonly title: string
  readonly isSameRun: boolean
  readonly focus: Focus
}

/** Two moments side by side. */
export function Comparison({ reference, moment, title, isSameRun, focus }: ComparisonProps) {
  const [left, right] = [reference.index, moment.index]
  const objects = useMemo(() => compareObjects(left, right, isSameRun), [left, right, isSameRun])
  const different = objects.filter(isDifferent)
  return (
    <div className="compare">
      <table className="table compare-figures">
        <caption className="sr-only">Figures of both moments</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" className="num">
              {reference.title}
            </th>
            <th scope="col" className="num">
              {title}
            </th>
            <th scope="col" className="num">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {compareFigures(left.snapshot, right.snapshot).map(({ name, left: before, right: after }) => (
            <tr key={name} data-differs={before !== after || undefined}>
              <th scope="row">{name}</th>
              <td className="num">{before.toLocaleString('en')}</td>
              <td className="num">{after.toLocaleString('en')}</td>
              <td className="num">{signed(after - before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <OutputComparison left={left.snapshot.stdout} right={right.snapshot.stdout} />
      <h3>{different.length === 0 ? 'All objects are alike' : `${different.length.toLocaleString('en')} ${different.length === 1 ? 'object differs' : 'objects differ'}`}</h3>
      {different.length === 0 ? null : <ObjectComparison objects={different} focus={focus} />}
      <div className="compare-graphs">
        <SideGraph title={reference.title} index={left} marked={marksOf(objects, 'left')} focus={isSameRun ? focus : null} />
        <SideGraph title={title} index={right} marked={marksOf(objects, 'right')} focus={focus} />
      </div>
    </div>
  )
}

const signed = (value: number) => (value === 0 ? '=' : value > 0 ? `+${value.toLocaleString('en')}` : `−${(-value).toLocaleString('en')}`)

function marksOf(objects: readonly ComparedObject[], side: 'left' | 'right'): ReadonlySet<ObjectSerial> {
  return new Set(objects.filter(isDifferent).flatMap((object) => object[side]?.serial ?? []))
}

function OutputComparison({ left, right }: { readonly left: string; readonly right: string }) {
  const lines = useMemo(() => compareLines(left, right), [left, right])
  if (lines.every(({ side }) => side === 'both')) return <p className="text-sm text-faint">{lines.length === 0 ? 'Neither printed anything.' : 'Both printed the same.'}</p>
  return (
    <div>
      <h3>Output</h3>
      <pre className="compare-output" role="group" tabIndex={0} aria-label="Output of both, lines of one side marked">
        {lines.map(({ text, side }, order) => (
          <span key={order} className="compare-line" data-side={side}>
            <span className="compare-sign">{side === 'left' ? '−' : side === 'right' ? '+' : ' '}</span>
            {text}
            {'\n'}
          </span>
        ))}
      </pre>
    </div>
  )
}

const mostRows = 100

interface ObjectComparisonProps {
  readonly objects: readonly ComparedObject[]
  readonly focus: Focus
}

function ObjectComparison({ objects, focus }: ObjectComparisonProps) {
  return (
    <div className="table-wrap">
      <table className="table text-[0.8125rem]">
        <thead>
          <tr>
            <th scope="col">Object</th>
            <th scope="col">Value</th>
            <th scope="col" className="num">
              Count
            </th>
            <th scope="col" className="num">
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {objects.slice(0, mostRows).map(({ path, left: before, right: after, differs }) => (
            <tr key={`${path} ${before?.serial} ${after?.serial}`}>
              <th scope="row" className="!font-mono !text-[0.8125rem]">
                {after === null ? path : (
                  <ObjectButton serial={after.serial} focus={focus}>
                    {path}
                  </ObjectButton>
                )}
                <span className="compare-side"> {before === null ? `new: ${nameIn(after)}` : after === null ? `gone: ${nameIn(before)}` : ''}</span>
              </th>
              <td className="max-w-72 truncate font-mono">{pair(before?.repr, after?.repr, differs.includes('value'))}</td>
              <td className="num">{pair(countOf(before), countOf(after), differs.includes('count'))}</td>
              <td className="num whitespace-nowrap">{pair(before?.sizeBytes.toLocaleString('en'), after?.sizeBytes.toLocaleString('en'), differs.includes('size'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {objects.length > mostRows ? <p className="px-4 py-2 text-sm text-faint">and {(objects.length - mostRows).toLocaleString('en')} more</p> : null}
    </div>
  )
}

const nameIn = (object: ComparedObject['left']) => (object === null ? '' : nameOf(object))
const countOf = (object: ComparedObject['left']) => (object === null ? undefined : (object.refcount?.toLocaleString('en') ?? '∞'))

function pair(before: string | undefined, after: string | undefined, differs: boolean) {
  if (!differs) return after ?? before ?? ''
  return (
    <>
      <span className="compare-before">{before}</span> → <span className="compare-after">{after}</span>
    </>
  )
}

interface SideGraphProps {
  readonly title: string
  readonly index: SnapshotIndex
  readonly marked: ReadonlySet<ObjectSerial>
  readonly focus: Focus | null
}

function SideGraph({ title, index, marked, focus }: SideGraphProps) {
  const picture = useMemo(() => graphPicture(index), [index])
  const field = useRef<HTMLDivElement>(null)
  const choose = (node: GraphNode) => node.kind === 'card' && focus?.choose(node.object.serial)
  const key = (event: KeyboardEvent<SVGElement>, node: GraphNode) => {
    if (event.key === 'Enter') choose(node)
    else if (isArrow(event.key) && !event.shiftKey) focusNode(field.current, nodeToward(picture.nodes, node, event.key))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <figure className="compare-graph">
      <figcaption>{title}</figcaption>
      <div ref={field} className="view-field lattice" tabIndex={0} role="region" aria-label={`Graph, ${title}`}>
        <GraphSvg
          picture={picture}
          changes={noChanges}
          marked={marked}
          chosen={focus?.chosen ?? null}
          pointed={focus?.pointed ?? null}
          zoom={0.8}
          label={title}
          onChoose={focus === null ? undefined : choose}
          onPoint={focus?.point}
          onKey={key}
        />
      </div>
    </figure>
  )
}
