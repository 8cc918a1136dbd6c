'use client'
// The heap that is to be built, as a picture.
import type { ShownTarget } from '#lib/grading/types.ts'
import { CodeText } from '../code-text.tsx'
import { HeapPicture } from '../heap/heap-picture.tsx'

/** The target, with the expressions from which it is looked at. */
export function TargetPanel({ target, roots }: { readonly target: ShownTarget; readonly roots: readonly string[] }) {
  return (
    <section aria-labelledby="target-title" className="panel min-w-0 overflow-hidden">
      <div className="px-5 pt-4">
        <h2 id="target-title" className="text-lg">
          The heap to build
        </h2>
        <p className="mt-1 text-sm text-soft">
          Compared from <CodeText text={roots.map((root) => `\`${root}\``).join(' and ')} /> on.
        </p>
      </div>
      <HeapPicture snapshot={target.snapshot} label="The heap to build" className="p-3" />
    </section>
  )
}
