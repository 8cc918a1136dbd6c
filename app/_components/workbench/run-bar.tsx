'use client'
// Run and Stop, and the progress of a run that takes over a second.
import type { ReactNode } from 'react'
import { PlayIcon, StopIcon } from '../icons.tsx'
import type { Bench } from './model/bench.ts'

interface RunBarProps {
  readonly phase: Bench['phase']
  readonly onRun: () => void
  readonly onStop: () => void
  readonly children?: ReactNode
}

/** The bar above the editor. */
export function RunBar({ phase, onRun, onStop, children }: RunBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 p-3">
      {phase === 'running' ? (
        <button key="stop" type="button" className="button" onClick={onStop}>
          <StopIcon />
          Stop
        </button>
      ) : (
        <button key="run" type="button" className="button" onClick={onRun} title="Ctrl or Command with Enter">
          <PlayIcon />
          Run
        </button>
      )}
      {children}
    </div>
  )
}

/** A bar over the steps that a run may take; its place is always kept. */
export function RunProgress({ progress }: { readonly progress: Bench['progress'] }) {
  if (progress === null) return <div className="progress" aria-hidden="true" />
  const { steps, stepLimit } = progress
  const percent = Math.min(100, Math.round((steps / stepLimit) * 100))
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={`${steps.toLocaleString('en')} steps of at most ${stepLimit.toLocaleString('en')}`}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${Math.max(2, percent)}%` }} />
    </div>
  )
}
