// My classrooms: open one, make one, or join one with a code.
import type { Metadata } from 'next'
import Link from 'next/link'
import { homeworkOf } from '#lib/server/assignments.ts'
import { classroomsOf } from '#lib/server/classrooms.ts'
import type { Actor } from '#lib/server/actor.ts'
import { currentMember } from '#lib/server/session.ts'
import { AssignmentList } from '../_components/classroom/assignment-list.tsx'
import { PageTitle } from '../_components/page-title.tsx'
import { CreateClassroomForm, JoinClassroomForm } from './classroom-forms.tsx'

export const metadata: Metadata = { title: 'Classrooms' }

const roleWords = { teacher: 'you teach', 'co-teacher': 'you co-teach', student: 'you learn' } as const

export default async function ClassroomsPage() {
  const member = await currentMember()
  return (
    <div className="shell pb-16">
      <PageTitle title="Classrooms">A teacher opens a classroom and passes on its join code. Only its teachers see how its learners are doing.</PageTitle>
      {member === null ? <MembersOnly /> : <MemberView member={member} />}
    </div>
  )
}

function MembersOnly() {
  return (
    <div className="notice max-w-xl">
      <p>To join or open a classroom you need an account, so that your teacher knows who you are. What you did as a guest comes with you.</p>
      <p className="mt-3 flex gap-2">
        <Link className="button button-main button-small" href="/sign-up">
          Sign up
        </Link>
        <Link className="button button-small" href="/sign-in?callbackUrl=/classrooms">
          Sign in
        </Link>
      </p>
    </div>
  )
}

async function MemberView({ member }: { readonly member: Actor }) {
  const [classrooms, homework] = await Promise.all([classroomsOf(member), homeworkOf(member)])
  return (
    <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid content-start gap-10">
        <section aria-labelledby="mine">
          <h2 id="mine" className="text-xl">
            Mine
          </h2>
          {classrooms.length === 0 ? (
            <p className="mt-3 text-soft">You are in no classroom yet.</p>
          ) : (
            <ul className="mt-4 grid gap-3 sm:grid-cols-2">
              {classrooms.map((classroom) => (
                <li key={classroom.id}>
                  <Link href={`/classrooms/${classroom.id}`} className="block rounded-(--radius-panel) border border-line bg-surface p-4 hover:border-copper">
                    <span className="block text-[1.0625rem] font-semibold">{classroom.name}</span>
                    <span className="mt-1 block text-sm text-faint">
                      {roleWords[classroom.role]}, {classroom.students === 1 ? '1 learner' : `${classroom.students} learners`}
                      {classroom.archivedAt === null ? '' : ', archived'}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </section>
        {homework.length === 0 ? null : (
          <section aria-labelledby="homework">
            <h2 id="homework" className="mb-4 text-xl">
              To do
            </h2>
            <AssignmentList assignments={homework} showClassroom />
          </section>
        )}
      </div>
      <div className="grid content-start gap-6">
        <section aria-labelledby="join" className="panel p-5">
          <h2 id="join" className="text-lg">
            Join with a code
          </h2>
          <JoinClassroomForm />
        </section>
        <section aria-labelledby="create" className="panel p-5">
          <h2 id="create" className="text-lg">
            Open a classroom
          </h2>
          <CreateClassroomForm />
        </section>
      </div>
    </div>
  )
}
