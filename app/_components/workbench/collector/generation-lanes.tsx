// The generations as lanes: how full each is towards its threshold, and who is in it.
import { RefRing } from '../../ref-ring.tsx'
import { isGarbage } from '../../heap/heap-model.ts'
import type { Focus } from '../model/focus.ts'
import { nameOf, type SnapshotIndex } from '../model/snapshot-index.ts'
import { ObjectButton } from '../object-button.tsx'

const mostInLane = 24
const laneWords = ['new objects: collected most often', 'survived one collection', 'survived two: collected seldom'] as const

interface GenerationLanesProps {
  readonly index: SnapshotIndex
  readonly focus: Focus
}

/** Three lanes; only what the program made is drawn, but everything is counted. */
export function GenerationLanes({ index, focus }: GenerationLanesProps) {
  const { counts, thresholds, enabled } = index.snapshot.gc
  const tracked = index.snapshot.objects.filter(({ generation }) => generation !== null)
  const untracked = index.shown.filter(({ generation, refcount }) => generation === null && refcount !== null).length
  return (
    <div className="lanes">
      {enabled ? null : <p className="notice text-sm">The collector is switched off: gc.disable(). Only gc.collect() runs it.</p>}
      {([0, 1, 2] as const).map((generation) => {
        const members = tracked.filter((object) => object.generation === generation)
        const own = members.filter(({ serial }) => index.isShown(serial))
        return (
          <section key={generation} className="lane" aria-label={`Generation ${generation}`}>
            <div className="lane-head">
              <h3>
                generation {generation} <span className="font-normal text-faint">{laneWords[generation]}</span>
              </h3>
              <Threshold count={counts[generation]} threshold={thresholds[generation]} generation={generation} />
            </div>
            <ul className="lane-objects">
              {own.slice(0, mostInLane).map((object) => (
                <li key={object.serial}>
                  <ObjectButton serial={object.serial} focus={focus} look="chip" garbage={isGarbage(object)}>
                    {nameOf(object)}
                    <RefRing count={object.refcount} garbage={isGarbage(object)} />
                  </ObjectButton>
                </li>
              ))}
              {members.length > Math.min(own.length, mostInLane) ? (
                <li className="lane-rest">and {(members.length - Math.min(own.length, mostInLane)).toLocaleString('en')} more, of classes, modules and the interpreter</li>
              ) : null}
              {members.length === 0 ? <li className="lane-rest">nobody</li> : null}
            </ul>
          </section>
        )
      })}
      {untracked === 0 ? null : (
        <p className="text-sm text-faint">
          {untracked.toLocaleString('en')} of the shown objects {untracked === 1 ? 'is' : 'are'} not tracked: what can hold no other object, or holds only such, is in no cycle.
        </p>
      )}
    </div>
  )
}

function Threshold({ count, threshold, generation }: { readonly count: number; readonly threshold: number; readonly generation: number }) {
  const unit = generation === 0 ? 'allocations less deallocations' : `collections of generation ${generation - 1}`
  return (
    <div className="lane-threshold">
      {threshold > 0 ? (
        <meter min={0} max={threshold} value={Math.min(count, threshold)} aria-label={`${count} of ${threshold} ${unit}`}>
          {count} of {threshold}
        </meter>
      ) : null}
      <span className="font-mono tabular-nums">
        {count.toLocaleString('en')} / {threshold.toLocaleString('en')}
      </span>
      <span className="text-faint">{unit}</span>
    </div>
  )
}
