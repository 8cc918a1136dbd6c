// Grades as a file: one line a student, whole points a challenge.
import { type Result, done } from '#lib/std/result.ts'
import type { Actor } from './actor.ts'
import { gridOf } from './grid.ts'
import { pointsFor } from './medals.ts'
import { membershipWith } from './rights.ts'

/** A classroom's grades as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the names right). */
export async function gradesCsv(actor: Actor, classroomId: string): Promise<Result<{ fileName: string; csv: string }, 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'students')
  if (!membership.ok) return membership
  const grid = await gridOf(actor, classroomId)
  if (!grid.ok) return grid
  const { columns, rows } = grid.value
  const head = ['Student', 'Student id', ...columns.flatMap(({ assignmentTitle, title }) => [`${assignmentTitle}: ${title}`, `${assignmentTitle}: ${title} (state)`]), 'Passed', 'Points']
  const lines = rows.map(({ userId, name, cells }) => {
    // A challenge in two assignments counts once, by the one that has the better of it.
    const once = new Map<string, number>()
    columns.forEach(({ slug }, index) => once.set(slug, Math.max(once.get(slug) ?? 0, pointsFor(cells[index]?.medal ?? null))))
    const points = [...once.values()]
    return [
      name,
      userId,
      ...cells.flatMap(({ state, medal, late, extendedTo }) => [String(pointsFor(medal)), `${state}${late ? ' late' : ''}${extendedTo === null ? '' : ` (extended to ${extendedTo.toISOString()})`}`]),
      String(points.filter((value) => value > 0).length),
      String(points.reduce((sum, value) => sum + value, 0)),
    ]
  })
  const stem = membership.value.classroom.name.normalize('NFKD').replace(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'class'
  return done({ fileName: `${stem}-grades.csv`, csv: `\ufeff${[head, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n` })
}

/** A cell that no spreadsheet takes for a formula. */
export function csvCell(text: string): string {
  const plain = /^[\s]*[=+\-@\t\r|%]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
