'use client'
// Names and their objects as a table: the same facts as the graph, for reading and for screen readers.
import { RefRing } from '../../ref-ring.tsx'
import { hex, isGarbage, isScaffolding, kindOf, shownNames } from '../../heap/heap-model.ts'
import { drawField } from '../share/draw-view.ts'
import { ExportMenu } from '../share/export-menu.tsx'
import type { Focus } from '../model/focus.ts'
import { nameOf, type SnapshotIndex } from '../model/snapshot-index.ts'
import { ObjectButton } from '../object-button.tsx'

interface OutlineTableProps {
  readonly index: SnapshotIndex
  readonly focus: Focus
}

const mostRows = 300
const mostHolders = 3

/** A row for every name, then for every other object, then for garbage. */
export function OutlineTable({ index, focus }: OutlineTableProps) {
  const { snapshot, bySerial } = index
  const named = shownNames(snapshot).flatMap(({ frame, name, target }) => {
    const object = bySerial.get(target)
    return object === undefined || isScaffolding(object) ? [] : [{ name: frame === 'globals' ? name : `${frame} ${name}`, object }]
  })
  const withName = new Set(named.map(({ object }) => object.serial))
  const others = index.shown.filter(({ serial }) => !withName.has(serial)).map((object) => ({ name: null, object }))
  const all = [...named, ...others]
  const rows = all.slice(0, mostRows)
  return (
    <div className="view-frame">
      <div className="view-tools">
        <span className="text-faint">
          {all.length.toLocaleString('en')} {all.length === 1 ? 'object' : 'objects'}, names first
        </span>
        <span className="ml-auto flex items-center gap-1">
          <ExportMenu name="table" draw={drawField} />
        </span>
      </div>
      <div className="view-field view-scroll" role="region" aria-label="Names and objects as a table" tabIndex={0} data-testid="outline">
        {rows.length === 0 ? <p className="view-empty">No names are bound to an object here.</p> : null}
        <table className="table text-[0.8125rem]" hidden={rows.length === 0}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Type</th>
              <th scope="col">Value</th>
              <th scope="col" className="!text-center">
                Refcount
              </th>
              <th scope="col">Held by</th>
              <th scope="col" className="num">
                Size
              </th>
              <th scope="col">Address</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, object }, order) => {
              const holders = index.holdersOf(object.serial)
              return (
                <tr
                  key={`${order}-${object.serial}`}
                  className={focus.chosen === object.serial || focus.pointed === object.serial ? 'bg-copper-soft' : ''}
                  // Over, not enter: the pointer may come from the button inside, which has let go.
                  onPointerOver={() => focus.point(object.serial)}
                  onPointerLeave={() => focus.point(null)}
                >
                  <th scope="row" className="!font-mono !text-[0.8125rem]">
                    <ObjectButton serial={object.serial} focus={focus}>
                      {name ?? (isGarbage(object) ? <span className="text-garbage">garbage</span> : <span className="text-faint">no name</span>)}
                    </ObjectButton>
                  </th>
                  <td className={`font-mono kind-${kindOf(object)}`}>{nameOf(object)}</td>
                  <td className="max-w-56 truncate font-mono" title={object.repr}>
                    {object.repr}
                  </td>
                  <td className="text-center">
                    <RefRing count={object.refcount} garbage={isGarbage(object)} />
                  </td>
                  <td className="max-w-72 truncate">
                    {holders
                      .slice(0, mostHolders)
                      .map(({ text }) => text)
                      .join(', ')}
                    {holders.length > mostHolders ? ` and ${(holders.length - mostHolders).toLocaleString('en')} more` : ''}
                  </td>
                  <td className="num whitespace-nowrap">{object.sizeBytes.toLocaleString('en')} B</td>
                  <td className="hex">{hex(object.address)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {all.length > rows.length ? <p className="px-4 py-3 text-sm text-faint">and {(all.length - rows.length).toLocaleString('en')} more</p> : null}
      </div>
    </div>
  )
}
