'use client'
// Two buttons that save the view's picture.
import { useState } from 'react'
import { download, fileOf } from './export-picture.ts'
import type { Drawing } from './svg-text.ts'

interface ExportMenuProps {
  /** Stem of the file's name. */
  readonly name: string
  /** Draws what is shown now, within the view's frame; null when there is nothing to draw. */
  readonly draw: (frame: Element) => Drawing | null
}

/** SVG and PNG. */
export function ExportMenu({ name, draw }: ExportMenuProps) {
  const [note, setNote] = useState('')
  const save = async (button: HTMLElement, kind: 'svg' | 'png') => {
    const frame = button.closest('.view-frame')
    const drawing = frame === null ? null : draw(frame)
    const blob = drawing === null ? null : await fileOf(drawing, kind)
    if (blob !== null) download(blob, `pyarena-${name}.${kind}`)
    setNote(blob === null ? 'There is nothing to save.' : (drawing?.note ?? ''))
  }
  return (
    <>
      <span role="status" className="export-note">
        {note}
      </span>
      {(['svg', 'png'] as const).map((kind) => (
        <button key={kind} type="button" className="tool-button" aria-label={`Save the picture as ${kind.toUpperCase()}`} title={`Save the picture as ${kind.toUpperCase()}`} onClick={(event) => void save(event.currentTarget, kind)}>
          {kind.toUpperCase()}
        </button>
      ))}
    </>
  )
}
