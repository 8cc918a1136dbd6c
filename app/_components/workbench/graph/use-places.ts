'use client'
// The places that objects have had so far: an object keeps its place for as long as a recording is looked at.
import { useMemo, useState } from 'react'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import { graphPicture, placesAfter } from './graph-picture.ts'
import type { GraphNode, GraphOptions, GraphPicture } from './graph-types.ts'
import type { Places } from './place.ts'

interface ShownGraph {
  readonly picture: GraphPicture
  /** Nodes of the picture before whose objects have died. */
  readonly ghosts: readonly GraphNode[]
}

/** Draws one moment after the other, each knowing the places of those before. */
class PlaceKeeper {
  #owner: unknown = null
  #places: Places = new Map()
  #last: { readonly index: SnapshotIndex; readonly options: GraphOptions; readonly shown: ShownGraph } | null = null

  show(owner: unknown, index: SnapshotIndex, options: GraphOptions): ShownGraph {
    if (owner !== this.#owner) {
      this.#owner = owner
      this.#places = new Map()
      this.#last = null
    }
    if (this.#last?.index === index && this.#last.options === options) return this.#last.shown
    const picture = graphPicture(index, this.#places, options)
    const ghosts = (this.#last?.shown.picture.nodes ?? []).filter((node) => node.kind === 'card' && !index.bySerial.has(node.object.serial))
    const shown = { picture, ghosts }
    this.#places = placesAfter(picture, this.#places)
    this.#last = { index, options, shown }
    return shown
  }
}

/** `owner` names the recording; another one starts afresh. */
export function useGraphPicture(owner: unknown, index: SnapshotIndex, options: GraphOptions): ShownGraph {
  const [keeper] = useState(() => new PlaceKeeper())
  return useMemo(() => keeper.show(owner, index, options), [keeper, owner, index, options])
}
