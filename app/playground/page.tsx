// The playground: run anything, see its heap.
import type { Metadata } from 'next'
import { currentActor } from '#lib/server/session.ts'
import { Playground } from '../_components/workbench/playground.tsx'
import { samples } from './samples.ts'

export const metadata: Metadata = { title: 'Playground' }

export default async function PlaygroundPage() {
  const actor = await currentActor()
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-[clamp(0.75rem,2vw,1.5rem)] pt-3">
        <h1 className="text-xl">Playground</h1>
        <p className="text-sm text-faint max-sm:sr-only">Run any program and look at what it leaves in memory. Nothing is judged.</p>
      </div>
      <Playground owner={actor?.kind === 'member' ? actor.userId : 'guest'} samples={samples} />
    </>
  )
}
