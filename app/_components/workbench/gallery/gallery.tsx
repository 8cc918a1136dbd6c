'use client'
// The gallery of samples, in a popover.
import { memo, useId, useRef } from 'react'
import type { Sample } from './sample.ts'

interface GalleryProps {
  readonly samples: readonly Sample[]
  readonly onOpen: (sample: Sample) => void
}

/** The button and its list. */
export const Gallery = memo(function Gallery({ samples, onOpen }: GalleryProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const open = (sample: Sample) => {
    box.current?.hidePopover()
    onOpen(sample)
  }
  return (
    <>
      <button type="button" className="button" popoverTarget={id}>
        Samples
      </button>
      <div ref={box} id={id} popover="auto" className="gallery panel" role="dialog" aria-label="Samples">
        <h2 className="text-lg">Samples</h2>
        <ul>
          {samples.map((sample) => (
            <li key={sample.id}>
              <button type="button" className="gallery-card" onClick={() => open(sample)}>
                <strong>{sample.title}</strong>
                <span>{sample.about}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
})
