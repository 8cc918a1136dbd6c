'use client'
// The places that objects have had so far: an object keeps its place for as long as a recording is looked at, or until the graph is tidied.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import { graphStructure, placedPicture, placesAfter, type GraphStructure } from './graph-picture.ts'
import type { GraphNode, GraphOptions, GraphPicture } from './graph-types.ts'
import type { Places } from './place.ts'
import { Tidier } from './tidy.ts'

interface ShownGraph {
  readonly picture: GraphPicture
  /** Nodes of the picture before whose objects have died. */
  readonly ghosts: readonly GraphNode[]
}

/** From so many nodes on, the first picture of a recording waits for the layout engine. */
const worthLayout = 10
/** The picture waits no longer than this. */
const layoutDeadlineMs = 1_500

/** Draws one moment after the other, each knowing the places of those before. */
class PlaceKeeper {
  #owner: unknown = null
  #places: Places = new Map()
  #last: { readonly structure: GraphStructure; readonly round: number; readonly shown: ShownGraph } | null = null

  show(owner: unknown, index: SnapshotIndex, structure: GraphStructure, round: number): ShownGraph {
    this.#start(owner)
    if (this.#last?.structure === structure && this.#last.round === round) return this.#last.shown
    const drawn = placedPicture(structure, this.#places)
    // What was once as large stays so: the scroll bars do not jump, and the browser need not measure every text anew.
    const before = this.#last?.round === round ? this.#last.shown.picture : drawn
    const picture = { ...drawn, width: Math.max(drawn.width, before.width), height: Math.max(drawn.height, before.height) }
    const ghosts = (this.#last?.shown.picture.nodes ?? []).filter((node) => node.kind === 'card' && !index.bySerial.has(node.object.serial))
    const shown = { picture, ghosts }
    this.#places = placesAfter(picture, this.#places)
    this.#last = { structure, round, shown }
    return shown
  }

  /** New places for what is drawn now. */
  adopt(owner: unknown, places: Places): void {
    this.#start(owner)
    this.#places = new Map([...this.#places, ...places])
  }

  #start(owner: unknown): void {
    if (owner === this.#owner) return
    this.#owner = owner
    this.#places = new Map()
    this.#last = null
  }
}

/** `owner` names the recording; another one starts afresh. The picture is null while the first layout of a larger graph is under way. */
export function useGraphPicture(owner: unknown, index: SnapshotIndex, options: GraphOptions): { shown: ShownGraph | null; tidy: () => void } {
  const [keeper] = useState(() => new PlaceKeeper())
  const [tidier] = useState(() => new Tidier())
  const [round, setRound] = useState(0)
  const [settled, setSettled] = useState<unknown>(null)
  const structure = useMemo(() => graphStructure(index, options), [index, options])
  const waits = settled !== owner && structure.nodes.length >= worthLayout
  const tidy = useCallback(() => {
    const deadline = new Promise<null>((resolve) => setTimeout(() => resolve(null), layoutDeadlineMs * 2))
    void Promise.race([tidier.layout(structure.sized, structure.links), deadline]).then((places) => {
      if (places !== null) keeper.adopt(owner, places)
      setRound((before) => before + 1)
    })
  }, [tidier, keeper, owner, structure])

  useEffect(() => {
    if (settled === owner) return
    let current = true
    const settle = (places: Places | null) => {
      if (!current) return
      current = false
      if (places !== null) keeper.adopt(owner, places)
      setSettled(owner)
    }
    if (!waits) {
      settle(null)
      return
    }
    const deadline = setTimeout(() => settle(null), layoutDeadlineMs)
    void tidier.layout(structure.sized, structure.links).then(settle)
    return () => {
      current = false
      clearTimeout(deadline)
    }
  }, [settled, owner, waits, structure, keeper, tidier])
  useEffect(() => () => tidier.close(), [tidier])
  const shown = useMemo(() => (waits ? null : keeper.show(owner, index, structure, round)), [waits, keeper, owner, index, structure, round])
  return { shown, tidy }
}
