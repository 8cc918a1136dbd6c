// One classroom: for its teachers everything, for its learners the assignments.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { assignmentsOf } from '#lib/server/assignments.ts'
import { challengeList } from '#lib/server/challenges.ts'
import { classroomOf, type ClassroomView } from '#lib/server/classrooms.ts'
import { membersOf } from '#lib/server/enrollments.ts'
import { gridOf } from '#lib/server/grid.ts'
import type { Actor } from '#lib/server/actor.ts'
import { currentActor } from '#lib/server/session.ts'
import { AssignmentList } from '../../_components/classroom/assignment-list.tsx'
import { AssignmentsManager } from '../../_components/classroom/assignments-manager.tsx'
import { ClassroomSettings } from '../../_components/classroom/classroom-settings.tsx'
import { JoinCode } from '../../_components/classroom/join-code.tsx'
import { LeaveClassroom } from '../../_components/classroom/leave-classroom.tsx'
import { LiveGrid } from '../../_components/classroom/live-grid.tsx'
import { MembersTable } from '../../_components/classroom/members-table.tsx'
import { DownloadIcon } from '../../_components/icons.tsx'
import { PageTitle } from '../../_components/page-title.tsx'
import { gridJson } from '../../api/classrooms/grid-json.ts'

interface PageProps {
  readonly params: Promise<{ id: string }>
}

async function load({ params }: PageProps): Promise<{ actor: Actor; classroom: ClassroomView } | null> {
  const actor = await currentActor()
  if (actor === null) return null
  const classroom = await classroomOf(actor, (await params).id)
  return classroom.ok ? { actor, classroom: classroom.value } : null
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  return { title: (await load(props))?.classroom.name ?? 'Not found' }
}

export default async function ClassroomPage(props: PageProps) {
  const loaded = await load(props)
  if (loaded === null) notFound()
  const { actor, classroom } = loaded
  return (
    <div className="shell pb-16">
      {classroom.role === 'student' ? <StudentView actor={actor} classroom={classroom} /> : <TeacherView actor={actor} classroom={classroom} />}
    </div>
  )
}

interface ViewProps {
  readonly actor: Actor
  readonly classroom: ClassroomView
}

async function StudentView({ actor, classroom }: ViewProps) {
  const assignments = await assignmentsOf(actor, classroom.id)
  const list = assignments.ok ? assignments.value : []
  return (
    <>
      <PageTitle title={classroom.name}>Your teacher sees your attempts at what is assigned here. Other learners do not.</PageTitle>
      <h2 className="mb-4 text-xl">Assignments</h2>
      {list.length === 0 ? <p className="text-soft">Nothing is assigned yet.</p> : <AssignmentList assignments={list} />}
      <div className="mt-12">
        <LeaveClassroom classroomId={classroom.id} />
      </div>
    </>
  )
}

async function TeacherView({ actor, classroom }: ViewProps) {
  const [grid, assignments, members, challenges] = await Promise.all([
    gridOf(actor, classroom.id),
    assignmentsOf(actor, classroom.id),
    membersOf(actor, classroom.id),
    challengeList(),
  ])
  if (!grid.ok || !assignments.ok || !members.ok) notFound()
  return (
    <>
      <PageTitle
        title={classroom.name}
        actions={
          <a className="button" href={`/classrooms/${classroom.id}/grades.csv`} download>
            <DownloadIcon />
            Grades as CSV
          </a>
        }
      >
        {classroom.archivedAt === null ? null : 'This classroom is archived: everything stays readable, nobody can join.'}
      </PageTitle>
      <div className="grid grid-cols-1 gap-12">
        {classroom.joinCode === null || classroom.archivedAt !== null ? null : <JoinCode classroomId={classroom.id} joinCode={classroom.joinCode} />}
        <LiveGrid classroomId={classroom.id} initial={gridJson(grid.value)} />
        <AssignmentsManager
          classroomId={classroom.id}
          assignments={assignments.value.map(({ id, title, openAt, isOpen, dueAt, lateUntil, extensions, challenges: content }) => ({
            id,
            title,
            openAt: openAt.toISOString(),
            isOpen,
            dueAt: dueAt?.toISOString() ?? null,
            lateUntil: lateUntil?.toISOString() ?? null,
            slugs: content.map((challenge) => challenge.slug),
            titles: content.map((challenge) => challenge.title),
            extensions: extensions.map((one) => ({ ...one, dueAt: one.dueAt.toISOString() })),
          }))}
          challenges={challenges.map(({ slug, title, unitTitle }) => ({ slug, title, unitTitle }))}
          learners={members.value.flatMap(({ userId, name, role }) => (role === 'student' ? [{ userId, name }] : []))}
        />
        <MembersTable
          classroomId={classroom.id}
          classroomName={classroom.name}
          ownId={actor.userId}
          mayManage={classroom.role === 'teacher'}
          mayAdd={classroom.role === 'teacher' && classroom.archivedAt === null}
          members={members.value.map((one) => ({ ...one, joinedAt: one.joinedAt.toISOString() }))}
        />
        {classroom.role === 'teacher' ? (
          <ClassroomSettings classroomId={classroom.id} name={classroom.name} boardsOff={classroom.boardsOff} archived={classroom.archivedAt !== null} />
        ) : (
          <LeaveClassroom classroomId={classroom.id} />
        )}
      </div>
    </>
  )
}
