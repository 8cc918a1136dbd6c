// The grid as browsers see it: moments as text.
import type { Grid, GridCell } from '#lib/server/grid.ts'

export interface GridJson {
  readonly version: string
  readonly columns: readonly {
    readonly assignmentId: string
    readonly assignmentTitle: string
    readonly slug: string
    readonly title: string
    readonly dueAt: string | null
  }[]
  readonly rows: readonly { readonly userId: string; readonly name: string; readonly cells: readonly CellJson[] }[]
  readonly stuck: Grid['stuck']
}

/** One cell; `extendedTo` only where the student was given more time. */
interface CellJson extends Omit<GridCell, 'extendedTo'> {
  readonly extendedTo?: string
}

/** Plain JSON of a grid. */
export function gridJson({ version, columns, rows, stuck }: Grid): GridJson {
  return {
    version,
    stuck,
    rows: rows.map(({ userId, name, cells }) => ({ userId, name, cells: cells.map(cellJson) })),
    columns: columns.map(({ lateUntil: _lateUntil, ...column }) => ({ ...column, dueAt: column.dueAt?.toISOString() ?? null })),
  }
}

function cellJson({ extendedTo, ...cell }: GridCell): CellJson {
  return extendedTo === null ? cell : { ...cell, extendedTo: extendedTo.toISOString() }
}
