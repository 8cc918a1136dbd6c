// The grid as browsers see it: moments as text.
import type { Grid } from '#lib/server/grid.ts'

export interface GridJson {
  readonly version: string
  readonly columns: readonly {
    readonly assignmentId: string
    readonly assignmentTitle: string
    readonly slug: string
    readonly title: string
    readonly dueAt: string | null
  }[]
  readonly rows: Grid['rows']
  readonly stuck: Grid['stuck']
}

/** Plain JSON of a grid. */
export function gridJson({ version, columns, rows, stuck }: Grid): GridJson {
  return { version, rows, stuck, columns: columns.map(({ lateUntil: _lateUntil, ...column }) => ({ ...column, dueAt: column.dueAt?.toISOString() ?? null })) }
}
