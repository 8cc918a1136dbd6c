'use client'
// Everything about time: the timeline, the steps, what just changed in words, and the list of keys.
import { memo, useId, useRef } from 'react'
import { KeyboardIcon } from '../../icons.tsx'
import type { OwnedBench } from '../model/use-bench.ts'
import { StepControls } from '../timeline/step-controls.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { shortcuts } from './use-shortcuts.ts'

interface BenchTimeProps {
  readonly bench: OwnedBench
  /** The line's text, for the sentence. */
  readonly lineText: string | null
}

/** The strip below the views. */
export function BenchTime({ bench, lineText }: BenchTimeProps) {
  const { moment, unit, setUnit, pace, setPace, run } = bench
  // Line 0 is the module's own entry.
  const line = moment?.index.snapshot.line || null
  const ended = run !== null && moment !== null && moment.step >= run.lastStep
  return (
    <section className="bench-time panel" aria-label="Time">
      <Timeline bench={bench} />
      <div className="time-row">
        <StepControls bench={bench} unit={unit} onUnit={setUnit} pace={pace} onPace={setPace} />
        <ShortcutHelp />
      </div>
      <p className="time-says" role="status" data-testid="changes">
        {moment === null ? 'Run the program, then walk through it.' : ended ? 'The program has ended.' : line === null ? 'Nothing has run yet.' : `Line ${line} is next`}
        {!ended && line !== null && lineText !== null ? (
          <>
            : <code className="time-code">{lineText.trim()}</code>
          </>
        ) : null}
        {moment === null || moment.sentence === '' ? null : <span className="time-changes"> {moment.sentence}</span>}
      </p>
    </section>
  )
}

const ShortcutHelp = memo(function ShortcutHelp() {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  return (
    <>
      <button type="button" className="step-button ml-auto" popoverTarget={id} data-shortcut-help>
        <KeyboardIcon />
        Keys
      </button>
      <div ref={box} id={id} popover="auto" className="shortcut-help panel">
        <h3 className="text-base">Keys</h3>
        <p className="text-sm text-faint">They work while the focus is in the workbench and not in a text field.</p>
        <dl>
          {shortcuts.map(([keys, what]) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
})
