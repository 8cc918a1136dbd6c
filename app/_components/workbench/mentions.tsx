'use client'
// A sentence of the judge in which the objects that it names can be chosen: `Node` #3 lights up in the views where they show it too.
import { useMemo } from 'react'
import type { ObjectSerial } from '#lib/engine/index.ts'
import { CodeText } from '../code-text.tsx'
import type { OwnedBench } from './model/use-bench.ts'
import { nameOf } from './model/snapshot-index.ts'
import { ObjectButton } from './object-button.tsx'

/** The objects of the shown moment by the names that sentences use. */
export interface Mentions {
  readonly byName: ReadonlyMap<string, ObjectSerial>
  readonly focus: OwnedBench['focus']
}

/** Those of the moment that is shown. */
export function useMentions({ moment, focus }: OwnedBench): Mentions {
  const byName = useMemo(() => new Map(moment?.index.snapshot.objects.map((object) => [nameOf(object), object.serial])), [moment])
  return { byName, focus }
}

/** The sentence. */
export function MentioningText({ text, mentions }: { readonly text: string; readonly mentions: Mentions | undefined }) {
  if (mentions === undefined) return <CodeText text={text} />
  const { byName, focus } = mentions
  return text.split(/(`[^`]+` #\d+)/).map((part, order) => {
    const serial = order % 2 === 0 ? undefined : byName.get(part.replaceAll('`', ''))
    if (serial === undefined) return <CodeText key={order} text={part} />
    return (
      <ObjectButton key={order} serial={serial} focus={focus} title="Show it in the views">
        <CodeText text={part} />
      </ObjectButton>
    )
  })
}
