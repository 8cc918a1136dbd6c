'use client'
// The embedded program: read from the hash, which stays in the reader's browser.
import { useEffect, useState } from 'react'
import { isViewId } from '../_components/workbench/bench/view-names.ts'
import type { Sample } from '../_components/workbench/gallery/sample.ts'
import { sharedFrom } from '../_components/workbench/share/share-link.ts'
import { SteppableSample, type SamplePanel, type SteppableSampleProps } from '../_components/workbench/steppable-sample.tsx'

interface EmbeddedSampleProps {
  readonly panels: readonly SamplePanel[]
  readonly samples: readonly Sample[]
}

type Found = Pick<SteppableSampleProps, 'source' | 'python' | 'openAt' | 'title'> & { readonly view: string }

/** Shows it, with a link to the playground. */
export function EmbeddedSample({ panels, samples }: EmbeddedSampleProps) {
  const [found, setFound] = useState<Found | 'nothing' | null>(null)
  useEffect(() => {
    void programOf(window.location.hash, samples).then((program) => setFound(program ?? 'nothing'))
  }, [samples])
  if (found === null) return <div className="embed" />
  if (found === 'nothing') return <p className="embed notice m-4">This address names no program. Copy one with “Share” in the playground.</p>
  const { view, ...program } = found
  const ordered = isViewId(view) && panels.includes(view) ? [view, ...panels.filter((panel) => panel !== view)] : panels
  return (
    <div className="embed">
      <SteppableSample {...program} panels={ordered} fill />
    </div>
  )
}

async function programOf(hash: string, samples: readonly Sample[]): Promise<Found | null> {
  const sample = samples.find(({ id }) => hash === `#${id}`)
  if (sample !== undefined) return { source: sample.source, python: sample.python ?? '3.13', openAt: sample.openAt, title: sample.title, view: sample.view }
  const shared = await sharedFrom(hash)
  return shared === null ? null : { source: shared.source, python: shared.python, openAt: { step: shared.step }, title: 'A shared program', view: shared.view }
}
