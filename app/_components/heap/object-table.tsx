'use client'
// Names and their objects as a table: the same facts as the picture, for reading.
import type { ObjectSerial, Snapshot } from '#lib/engine/index.ts'
import { RefRing } from '../ref-ring.tsx'
import { hex, isGarbage, isScaffolding, kindOf, nameOf, objectsBySerial, shownNames } from './heap-model.ts'

interface ObjectTableProps {
  readonly snapshot: Snapshot
  readonly selected: ObjectSerial | null
  readonly onSelect: (serial: ObjectSerial) => void
  readonly showScaffolding?: boolean
}

const mostRows = 200

/** One row a name, then one row an unreachable object. */
export function ObjectTable({ snapshot, selected, onSelect, showScaffolding = false }: ObjectTableProps) {
  const objects = objectsBySerial(snapshot)
  const named = shownNames(snapshot).flatMap((name) => {
    const object = objects.get(name.target)
    return object === undefined || (!showScaffolding && isScaffolding(object))
      ? []
      : [{ name: name.frame === 'globals' ? name.name : `${name.frame} ${name.name}`, object }]
  })
  const garbage = snapshot.objects.filter((object) => isGarbage(object) && !isScaffolding(object)).map((object) => ({ name: null, object }))
  const all = [...named, ...garbage]
  const rows = all.slice(0, mostRows)
  if (rows.length === 0) return <p className="px-4 py-6 text-sm text-faint">No names are bound to an object here.</p>
  return (
    <div className="overflow-x-auto" role="region" aria-label="Names and objects" tabIndex={0}>
      <table className="table text-[0.8125rem]">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Value</th>
            <th scope="col">Address</th>
            <th scope="col" className="!text-center">
              Refcount
            </th>
            <th scope="col" className="num">
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, object }, index) => (
            <tr key={`${index}-${object.serial}`} className={selected === object.serial ? 'bg-copper-soft' : ''}>
              <th scope="row" className="!font-mono !text-[0.8125rem]">
                <button
                  type="button"
                  className="rounded-sm text-left underline decoration-dotted underline-offset-4 hover:decoration-solid"
                  aria-pressed={selected === object.serial}
                  onClick={() => onSelect(object.serial)}
                >
                  {name ?? <span className="text-garbage">garbage</span>}
                </button>
              </th>
              <td className={`font-mono kind-${kindOf(object)}`}>{nameOf(snapshot, object)}</td>
              <td className="max-w-56 truncate font-mono" title={object.repr}>
                {object.repr}
              </td>
              <td className="hex">{hex(object.address)}</td>
              <td className="text-center">
                <RefRing count={object.refcount} garbage={isGarbage(object)} />
              </td>
              <td className="num">{object.sizeBytes} B</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > rows.length ? <p className="px-4 py-3 text-sm text-faint">and {all.length - rows.length} more</p> : null}
    </div>
  )
}
