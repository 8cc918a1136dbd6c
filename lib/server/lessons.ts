// The lessons that open the units, as the repository brings them.
import { type Result, done } from '#lib/std/result.ts'
import { notFound } from './actor.ts'
import { database } from './db.ts'

export interface StoredLesson {
  readonly unit: string
  readonly title: string
  readonly position: number
  readonly markdown: string
}

/** The lesson of a unit, with its neighbours. */
export async function lessonOf(unit: string): Promise<Result<{ lesson: StoredLesson; next: StoredLesson | null }, 'not-found'>> {
  const lesson = await database().lesson.findUnique({ where: { unit } })
  if (!lesson) return notFound('lesson')
  return done({ lesson, next: await database().lesson.findFirst({ where: { position: { gt: lesson.position } }, orderBy: { position: 'asc' } }) })
}

/** The units that have a lesson. */
export async function unitsWithLesson(): Promise<ReadonlySet<string>> {
  const rows = await database().lesson.findMany({ select: { unit: true } })
  return new Set(rows.map(({ unit }) => unit))
}

/** Makes the stored lessons those of the repository. */
export async function loadLessons(lessons: readonly StoredLesson[]): Promise<void> {
  await database().$transaction([
    database().lesson.deleteMany({ where: { unit: { notIn: lessons.map(({ unit }) => unit) } } }),
    ...lessons.map((lesson) => database().lesson.upsert({ where: { unit: lesson.unit }, create: lesson, update: lesson })),
  ])
}
