// A learner's attempts at an assigned challenge, for the classroom's teachers.
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { publicChallenge } from '#lib/server/challenges.ts'
import { classroomOf } from '#lib/server/classrooms.ts'
import { membersOf } from '#lib/server/enrollments.ts'
import { studentAttempts } from '#lib/server/grid.ts'
import { currentActor } from '#lib/server/session.ts'
import { attemptJson } from '#app/api/submissions/attempt-json.ts'
import { PageTitle } from '#app/_components/page-title.tsx'
import { AttemptsPanel } from '#app/_components/workbench/attempts-panel.tsx'

export const metadata: Metadata = { title: 'Attempts' }

interface PageProps {
  readonly params: Promise<{ id: string; userId: string; slug: string }>
}

export default async function StudentAttemptsPage({ params }: PageProps) {
  const { id, userId, slug } = await params
  const actor = await currentActor()
  if (actor === null) notFound()
  const [attempts, classroom, members, challenge] = await Promise.all([
    studentAttempts(actor, id, userId, slug),
    classroomOf(actor, id),
    membersOf(actor, id),
    publicChallenge(slug),
  ])
  if (!attempts.ok || !classroom.ok || !members.ok || !challenge.ok) notFound()
  const name = members.value.find((member) => member.userId === userId)?.name ?? 'A learner'
  return (
    <div className="shell pb-16">
      <PageTitle title={`${name}: ${challenge.value.title}`}>
        <Link className="link" href={`/classrooms/${id}`}>
          Back to {classroom.value.name}
        </Link>
      </PageTitle>
      <AttemptsPanel attempts={attempts.value.map(attemptJson)} />
    </div>
  )
}
