// A program of the gallery: what it shows, and where to look first.
import type { PythonVersion } from '#lib/engine/index.ts'
import type { ViewId } from '../bench/view-names.ts'
import type { MapColoring } from '../map/map-colors.ts'
import type { OpenAt } from '../model/open-at.ts'

export interface Sample {
  /** Stands in the address: `/playground#cycle`. */
  readonly id: string
  readonly title: string
  /** One sentence: what to see. */
  readonly about: string
  readonly source: string
  readonly openAt: OpenAt
  readonly view: ViewId
  readonly python?: PythonVersion
  /** The name whose object is chosen at first. */
  readonly choose?: string
  /** What the memory map's colours stand for at first; types unless told otherwise. */
  readonly colouring?: MapColoring
}
