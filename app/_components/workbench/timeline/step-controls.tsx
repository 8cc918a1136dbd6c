'use client'
// The buttons below the timeline: one step of a kind back or forth, playing, and the places worth going to.
import { useState } from 'react'
import type { Direction, Move } from '#lib/engine/index.ts'
import { BackIcon, EndIcon, ForthIcon, PauseIcon, PlayIcon, StartIcon } from '../../icons.tsx'
import type { Bench } from '../model/bench.ts'
import type { Pace } from '../model/use-playing.ts'

const moveNames: Record<Move, string> = {
  line: 'line',
  over: 'line, over calls',
  out: 'out of the call',
  instruction: 'instruction',
  call: 'call',
  allocation: 'allocation',
  collection: 'collection',
}

const moves = Object.keys(moveNames) as Move[]

interface StepControlsProps {
  readonly bench: Bench
  readonly unit: Move
  readonly onUnit: (unit: Move) => void
  readonly pace: Pace
  readonly onPace: (pace: Pace) => void
}

/** All of them; each names its key. At an end of the run they do nothing but keep the focus. */
export function StepControls({ bench, unit, onUnit, pace, onPace }: StepControlsProps) {
  const { run, step, playing } = bench
  const none = run === null
  const go = (direction: Direction) => () => bench.move(unit, direction)
  return (
    <div className="step-controls" role="group" aria-label="Steps">
      <div className="step-group">
        <button type="button" className="step-button" disabled={none} aria-disabled={step === 0} onClick={() => bench.goTo(0)} aria-label="To the start" title="To the start (Home)">
          <StartIcon />
        </button>
        <button type="button" className="step-button" disabled={none} aria-disabled={step === 0} onClick={go(-1)} title="Back (Left arrow)">
          <BackIcon />
          Back
        </button>
        <button type="button" className="step-button step-main" disabled={none} aria-disabled={step >= (run?.lastStep ?? 0)} onClick={go(1)} title="Next (Right arrow)">
          Next
          <ForthIcon />
        </button>
        <button type="button" className="step-button" disabled={none} aria-disabled={step >= (run?.lastStep ?? 0)} onClick={() => bench.goTo(run?.lastStep ?? 0)} aria-label="To the end" title="To the end (End)">
          <EndIcon />
        </button>
      </div>
      <label className="tool-field">
        by
        <select className="tool-select" value={unit} onChange={(event) => onUnit(moves.find((move) => move === event.target.value) ?? 'line')}>
          {moves.map((move) => (
            <option key={move} value={move}>
              {moveNames[move]}
            </option>
          ))}
        </select>
      </label>
      <div className="step-group">
        <button type="button" className="step-button" disabled={none} aria-pressed={playing} onClick={() => bench.play(!playing)} title="Play or pause (Space)">
          {playing ? <PauseIcon /> : <PlayIcon />}
          {playing ? 'Pause' : 'Play'}
        </button>
        <label className="tool-field">
          <span className="sr-only">Pace</span>
          <select className="tool-select" value={pace} onChange={(event) => onPace(event.target.value === 'slow' ? 'slow' : event.target.value === 'fast' ? 'fast' : 'walk')}>
            <option value="slow">slow</option>
            <option value="walk">steady</option>
            <option value="fast">fast</option>
          </select>
        </label>
      </div>
      <JumpMenu bench={bench} />
    </div>
  )
}

function JumpMenu({ bench }: { readonly bench: Bench }) {
  const { run, leak, focus } = bench
  const [note, setNote] = useState('')
  const chosen = focus.chosen
  const toLifetime = async (end: 'born' | 'died') => {
    const life = chosen === null ? null : await bench.ask.lifetime(chosen)
    const step = end === 'born' ? life?.bornStep : life?.diedStep
    if (step === null || step === undefined) setNote(end === 'born' ? 'It was there before the program began.' : 'It never dies in this run.')
    else {
      setNote('')
      bench.goTo(step)
    }
  }
  return (
    <div className="step-group" role="group" aria-label="Jump to">
      <button type="button" className="step-button" disabled={run === null} onClick={() => run !== null && bench.goTo(run.overview.peakStep)} title="Where most bytes were alive (P)">
        Peak
      </button>
      <button type="button" className="step-button" disabled={leak === null} onClick={() => leak !== null && bench.goTo(leak.step)} title="Where an object was first unreachable but alive (L)">
        First leak
      </button>
      <button type="button" className="step-button" disabled={chosen === null} onClick={() => void toLifetime('born')} title="Where the chosen object was born (B)">
        Born
      </button>
      <button type="button" className="step-button" disabled={chosen === null} onClick={() => void toLifetime('died')} title="Where the chosen object died (D)">
        Died
      </button>
      <span role="status" className="text-[0.8125rem] text-faint">
        {note}
      </span>
    </div>
  )
}
