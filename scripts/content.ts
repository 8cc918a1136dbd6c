// Fills the database with what the repository brings: the challenges and, on the embedded database, demo accounts.
import { loadCatalogue, loadLessonFiles } from '#challenges/catalogue.ts'
import { signUp } from '#lib/server/accounts.ts'
import { createAssignment } from '#lib/server/assignments.ts'
import { loadChallenges } from '#lib/server/challenges.ts'
import { createClassroom } from '#lib/server/classrooms.ts'
import { database } from '#lib/server/db.ts'
import { joinClassroom } from '#lib/server/enrollments.ts'
import { loadLessons } from '#lib/server/lessons.ts'
import type { Actor } from '#lib/server/actor.ts'

/** Known to everybody: made on the embedded database only. */
export const DEMO_ACCOUNTS = [
  { role: 'learner', name: 'learner', password: 'learner-demo' },
  { role: 'teacher', name: 'teacher', password: 'teacher-demo' },
] as const

const DEMO_CHALLENGES = 3

/** Loads new versions of the challenges; makes the demo accounts and their class once. */
export async function prepareContent({ demoAccounts }: { demoAccounts: boolean }): Promise<void> {
  try {
    const catalogue = loadCatalogue()
    const { added, retired } = await loadChallenges(catalogue)
    await loadLessons(loadLessonFiles())
    if (added.length > 0) console.log(`Challenges: ${added.length} new versions, ${catalogue.length} in all.`)
    if (retired.length > 0) console.log(`Challenges: retired ${retired.join(', ')}.`)
    if (demoAccounts) await makeDemo(catalogue.slice(0, DEMO_CHALLENGES).map(({ slug }) => slug))
  } finally {
    await database().$disconnect()
  }
}

async function makeDemo(slugs: string[]): Promise<void> {
  const [learner, teacher] = await Promise.all(DEMO_ACCOUNTS.map(accountOf))
  if (!learner || !teacher) return
  const classroom = await createClassroom(teacher, { name: 'Demo class' })
  if (!classroom.ok) return
  await joinClassroom(learner, classroom.value.joinCode ?? '')
  await createAssignment(teacher, classroom.value.id, { title: 'First steps', slugs })
}

/** The new account, or null when it was there already. */
async function accountOf({ name, password }: { name: string; password: string }): Promise<Actor | null> {
  if (await database().user.findUnique({ where: { signInName: name } })) return null
  const made = await signUp({ name, password })
  return made.ok ? { userId: made.value.userId, kind: 'member', name } : null
}
