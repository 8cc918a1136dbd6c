// Lays out a graph with ELK (layered, left to right), away from the page: it takes tens of milliseconds and half a megabyte.
import ELK from 'elkjs/lib/elk.bundled.js'
import { elkGraph, placesFrom } from './elk-graph.ts'
import type { LayoutAnswer, LayoutRequest } from './tidy.ts'

interface WorkerScope {
  onmessage: ((event: MessageEvent<LayoutRequest>) => void) | null
  postMessage(answer: LayoutAnswer): void
}

const scope = self as unknown as WorkerScope
const elk = new ELK()

scope.onmessage = ({ data }) => {
  void elk.layout(elkGraph(data)).then((root) => scope.postMessage({ id: data.id, places: placesFrom(root, data.origin) }))
}
