'use client'
// Sharing what is shown: a link to it, or a frame with chosen panels for another page.
import { memo, useId, useRef, useState } from 'react'
import { ShareIcon } from '../../icons.tsx'
import { viewIds, viewNames } from '../bench/view-names.ts'
import type { SamplePanel } from '../steppable-sample.tsx'
import { hashOf, type SharedView } from './share-link.ts'

const panelNames: Partial<Record<SamplePanel, string>> = { code: 'Code', ...viewNames, time: 'Time', console: 'Console' }
const panelIds: readonly SamplePanel[] = ['code', ...viewIds, 'time', 'console']
const usualPanels: readonly SamplePanel[] = ['code', 'graph', 'object', 'time', 'console']

interface ShareButtonProps {
  readonly disabled: boolean
  /** What is shown now. */
  readonly shared: () => SharedView | null
}

/** The button and what it opens. */
export const ShareButton = memo(function ShareButton({ disabled, shared }: ShareButtonProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [note, setNote] = useState('')
  const [panels, setPanels] = useState<readonly SamplePanel[]>(usualPanels)
  const copy = async (what: 'link' | 'frame') => {
    const now = shared()
    const hash = now === null ? null : await hashOf(now)
    if (hash === null) {
      setNote('This program is too long for a link.')
      return
    }
    if (what === 'link') window.history.replaceState(window.history.state, '', hash)
    const { origin, href } = window.location
    const frame = `<iframe src="${origin}/embed?panels=${panels.join(',')}${hash}" width="100%" height="640" style="border:1px solid #ccc" title="A Python program, step by step"></iframe>`
    try {
      await navigator.clipboard.writeText(what === 'link' ? href : frame)
      setNote(what === 'link' ? 'Link copied.' : 'Frame copied: paste it into the page’s HTML.')
    } catch {
      setNote(what === 'link' ? 'The link is in the address bar.' : frame)
    }
  }
  const toggle = (panel: SamplePanel) => setPanels((before) => panelIds.filter((known) => (known === panel ? !before.includes(known) : before.includes(known))))
  return (
    <>
      <button type="button" className="button button-quiet button-small" disabled={disabled} popoverTarget={id}>
        <ShareIcon />
        Share
      </button>
      <div ref={box} id={id} popover="auto" className="share-box panel" role="dialog" aria-label="Share">
        <h2 className="text-base">Share what is shown</h2>
        <p className="text-sm text-soft">The link carries the program, its Python version, the step and the view. Nothing is stored on the server.</p>
        <button type="button" className="button button-main button-small" onClick={() => void copy('link')}>
          Copy link
        </button>
        <fieldset className="share-panels">
          <legend>Or show it in a frame on another page, with</legend>
          {panelIds.map((panel) => (
            <label key={panel} className="tool-field">
              <input type="checkbox" className="size-4 accent-(--copper)" checked={panels.includes(panel)} onChange={() => toggle(panel)} />
              {panelNames[panel]}
            </label>
          ))}
        </fieldset>
        <button type="button" className="button button-small" onClick={() => void copy('frame')}>
          Copy frame
        </button>
        <p role="status" className="share-note">
          {note}
        </p>
      </div>
    </>
  )
})
