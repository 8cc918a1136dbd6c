// Who may do and see what in a classroom; the grid and the grades.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/server/actor.ts'
import { assignmentsOf, createAssignment, homeworkOf, removeAssignment, updateAssignment } from '#lib/server/assignments.ts'
import { archiveClassroom, classroomOf, classroomsOf, createClassroom, duplicateClassroom, renameClassroom, reopenClassroom, rotateJoinCode, setBoardsOff } from '#lib/server/classrooms.ts'
import { database } from '#lib/server/db.ts'
import { joinClassroom, membersOf, removeMember, setRole } from '#lib/server/enrollments.ts'
import { setExtension } from '#lib/server/extensions.ts'
import { csvCell, gradesCsv } from '#lib/server/grades.ts'
import { STUCK_AFTER, gridOf, gridVersion, studentAttempts } from '#lib/server/grid.ts'
import { LIMITS } from '#lib/server/limits.ts'
import type { Result } from '#lib/std/result.ts'
import { attempt, challenges, classroomWith, emptyDatabase, guest, member, reason, value } from './stage.ts'

interface Cast {
  readonly teacher: Actor
  readonly 'co-teacher': Actor
  readonly student: Actor
  readonly 'other teacher': Actor
  readonly stranger: Actor
  readonly guest: Actor
}
let cast: Cast
let classroomId: string
let assignmentId: string

beforeEach(async () => {
  await emptyDatabase()
  await challenges('cycle', 'slots')
  cast = {
    teacher: await member('Teacher'),
    'co-teacher': await member('Co'),
    student: await member('Student'),
    'other teacher': await member('Other'),
    stranger: await member('Stranger'),
    guest: await guest(),
  }
  classroomId = await classroomWith(cast.teacher, cast['co-teacher'], cast.student)
  value(await setRole(cast.teacher, classroomId, cast['co-teacher'].userId, 'co-teacher'))
  await classroomWith(cast['other teacher'])
  assignmentId = value(await createAssignment(cast.teacher, classroomId, { title: 'Week 1', slugs: ['cycle'] })).id
})

describe('rights', () => {
  const YES = 'ok'
  const NO = 'not-found'
  type Act = (actor: Actor) => Promise<Result<unknown>>
  const matrix: [string, Act, Record<keyof Cast, string>][] = [
    ['see the classroom', (actor) => classroomOf(actor, classroomId), { teacher: YES, 'co-teacher': YES, student: YES, 'other teacher': NO, stranger: NO, guest: NO }],
    ['see its assignments', (actor) => assignmentsOf(actor, classroomId), { teacher: YES, 'co-teacher': YES, student: YES, 'other teacher': NO, stranger: NO, guest: NO }],
    ['list its members', (actor) => membersOf(actor, classroomId), { teacher: YES, 'co-teacher': YES, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['see the grid', (actor) => gridOf(actor, classroomId), { teacher: YES, 'co-teacher': YES, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['ask whether the grid changed', (actor) => gridVersion(actor, classroomId), { teacher: YES, 'co-teacher': YES, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['open a student’s attempts', (actor) => studentAttempts(actor, classroomId, cast.student.userId, 'cycle'), { teacher: YES, 'co-teacher': YES, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['download the grades', (actor) => gradesCsv(actor, classroomId), { teacher: YES, 'co-teacher': YES, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['assign', (actor) => createAssignment(actor, classroomId, { title: 'More', slugs: ['slots'] }), { teacher: YES, 'co-teacher': YES, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['change an assignment', (actor) => updateAssignment(actor, assignmentId, { title: 'New' }), { teacher: YES, 'co-teacher': YES, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['give a student more time', (actor) => setExtension(actor, assignmentId, cast.student.userId, null), { teacher: YES, 'co-teacher': YES, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['withdraw an assignment', (actor) => removeAssignment(actor, assignmentId), { teacher: YES, 'co-teacher': YES, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['replace the join code', (actor) => rotateJoinCode(actor, classroomId), { teacher: YES, 'co-teacher': NO, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['rename', (actor) => renameClassroom(actor, classroomId, 'New'), { teacher: YES, 'co-teacher': NO, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['archive', (actor) => archiveClassroom(actor, classroomId), { teacher: YES, 'co-teacher': NO, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['open it again', (actor) => reopenClassroom(actor, classroomId), { teacher: YES, 'co-teacher': NO, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['turn boards off', (actor) => setBoardsOff(actor, classroomId, true), { teacher: YES, 'co-teacher': NO, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['duplicate', (actor) => duplicateClassroom(actor, classroomId), { teacher: YES, 'co-teacher': NO, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['change roles', (actor) => setRole(actor, classroomId, cast.student.userId, 'teacher'), { teacher: YES, 'co-teacher': NO, student: NO, 'other teacher': NO, stranger: NO, guest: NO }],
    ['put a student out', (actor) => removeMember(actor, classroomId, cast.student.userId), { teacher: YES, 'co-teacher': NO, student: YES, 'other teacher': NO, stranger: NO, guest: NO }],
  ]
  for (const [what, act, expected] of matrix) {
    for (const who of ['stranger', 'guest', 'student', 'co-teacher', 'other teacher', 'teacher'] as const) {
      test(`${who}: ${what}: ${expected[who]}`, async () => expect(reason(await act(cast[who]))).toBe(expected[who]))
    }
  }
  test('unknown and forbidden are the same answer', async () => {
    expect(await gridOf(cast.stranger, classroomId)).toEqual(await gridOf(cast.teacher, 'no-such-classroom'))
    expect(await updateAssignment(cast.stranger, assignmentId, { title: 'x' })).toEqual(await updateAssignment(cast.teacher, 'no-such-assignment', { title: 'x' }))
  })
  test('only staff see the join code', async () => {
    expect(value(await classroomOf(cast.student, classroomId)).joinCode).toBeNull()
    expect(value(await classroomOf(cast['co-teacher'], classroomId)).joinCode).toMatch(/^[A-Z2-9]{8}$/)
  })
  test('attempts open only for students of the class and for what was assigned', async () => {
    await attempt(cast.student, 'slots', 'accepted 5')
    await attempt(cast.stranger, 'cycle', 'accepted 5')
    expect(reason(await studentAttempts(cast.teacher, classroomId, cast.student.userId, 'slots'))).toBe(NO)
    expect(reason(await studentAttempts(cast.teacher, classroomId, cast.stranger.userId, 'cycle'))).toBe(NO)
    value(await removeMember(cast.teacher, classroomId, cast.student.userId))
    expect(reason(await studentAttempts(cast.teacher, classroomId, cast.student.userId, 'cycle'))).toBe(NO)
  })
})

describe('joining', () => {
  test('needs an account and the present code, in any spelling', async () => {
    const { joinCode: old } = value(await classroomOf(cast.teacher, classroomId))
    const { joinCode } = value(await rotateJoinCode(cast.teacher, classroomId))
    expect(reason(await joinClassroom(cast.guest, joinCode))).toBe('members-only')
    expect(reason(await joinClassroom(cast.stranger, old ?? ''))).toBe('not-found')
    expect(reason(await joinClassroom(cast.stranger, ` ${joinCode.slice(0, 4).toLowerCase()}-${joinCode.slice(4)} `))).toBe('ok')
    expect(value(await classroomOf(cast.stranger, classroomId)).role).toBe('student')
  })
  test('twice changes nothing, not even for the teacher', async () => {
    const { joinCode } = value(await classroomOf(cast.teacher, classroomId))
    await Promise.all(Array.from({ length: 5 }, () => joinClassroom(cast.teacher, joinCode ?? '')))
    expect(value(await classroomOf(cast.teacher, classroomId)).role).toBe('teacher')
    expect((await classroomsOf(cast.teacher)).length).toBe(1)
  })
  test('guessing codes is limited', async () => {
    const answers = []
    for (let index = 0; index <= LIMITS.joinsPerTenMinutes; index++) answers.push(reason(await joinClassroom(cast.stranger, 'AAAAAAAA')))
    expect(answers.slice(0, -1)).toEqual(Array.from({ length: LIMITS.joinsPerTenMinutes }, () => 'not-found'))
    expect(answers.at(-1)).toBe('too-many')
  })
  test('an archived classroom takes nobody in', async () => {
    const { joinCode } = value(await classroomOf(cast.teacher, classroomId))
    value(await archiveClassroom(cast.teacher, classroomId))
    expect(reason(await joinClassroom(cast.stranger, joinCode ?? ''))).toBe('not-found')
  })
  test('a classroom keeps a teacher, even when two leave at once', async () => {
    expect(reason(await removeMember(cast.teacher, classroomId, cast.teacher.userId))).toBe('last-teacher')
    expect(reason(await setRole(cast.teacher, classroomId, cast.teacher.userId, 'student'))).toBe('last-teacher')
    value(await setRole(cast.teacher, classroomId, cast['co-teacher'].userId, 'teacher'))
    const both = [cast.teacher, cast['co-teacher']].map((actor) => removeMember(actor, classroomId, actor.userId))
    expect((await Promise.all(both)).map(reason).sort()).toEqual(['last-teacher', 'ok'])
  })
  test('a guest can’t open a classroom', async () => {
    expect(reason(await createClassroom(cast.guest, { name: 'x' }))).toBe('members-only')
  })
})

describe('assignments', () => {
  test('students see the open ones with their own state, late or not', async () => {
    const past = new Date(Date.now() - 1000)
    value(await updateAssignment(cast.teacher, assignmentId, { openAt: new Date(Date.now() - 5000), dueAt: past }))
    value(await createAssignment(cast.teacher, classroomId, { title: 'Later', slugs: ['slots'], openAt: new Date(Date.now() + 60_000) }))
    await attempt(cast.student, 'cycle', 'accepted 5')
    const [own, ...more] = value(await assignmentsOf(cast.student, classroomId))
    expect([own?.title, own?.challenges, more.length]).toEqual(['Week 1', [{ slug: 'cycle', title: 'Title of cycle', passed: true, late: true }], 0])
    expect(value(await assignmentsOf(cast.teacher, classroomId)).length).toBe(2)
    expect((await homeworkOf(cast.student)).map(({ title }) => title)).toEqual(['Week 1'])
    expect(await homeworkOf(cast.teacher)).toEqual([])
  })
  test.each([
    ['no title', { title: ' ', slugs: ['cycle'] }],
    ['no challenge', { title: 'x', slugs: [] }],
    ['an unknown challenge', { title: 'x', slugs: ['nothing'] }],
    ['a due date before the opening', { title: 'x', slugs: ['cycle'], openAt: new Date(2000), dueAt: new Date(1000) }],
    ['no date', { title: 'x', slugs: ['cycle'], dueAt: new Date('never') }],
  ])('%s is refused', async (_name, input) => expect(reason(await createAssignment(cast.teacher, classroomId, input))).toBe('bad-request'))
})

describe('the last moment for late work', () => {
  test('after it an attempt is seen but does not count, each assignment by its own dates', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    value(await updateAssignment(cast.teacher, assignmentId, { openAt: ago(30), dueAt: ago(20), lateUntil: ago(10) }))
    value(await createAssignment(cast.teacher, classroomId, { title: 'Again', slugs: ['cycle'], openAt: ago(30), dueAt: ago(20) }))
    await attempt(cast.student, 'cycle', 'accepted 5 gold')
    const { rows } = value(await gridOf(cast.teacher, classroomId))
    expect(rows[0]?.cells).toEqual([
      { state: 'tried', medal: null, attempts: 1, late: false, extendedTo: null },
      { state: 'passed', medal: 'gold', attempts: 1, late: true, extendedTo: null },
    ])
    expect(value(await assignmentsOf(cast.student, classroomId)).map(({ title, challenges: content }) => [title, content[0]?.passed, content[0]?.late])).toEqual([
      ['Week 1', false, false],
      ['Again', true, true],
    ])
    expect(value(await gradesCsv(cast.teacher, classroomId)).csv).toContain(',0,tried,160,passed late,1,160')
  })
  test('comes after a due date', async () => {
    const [soon, later] = [new Date(Date.now() + 60_000), new Date(Date.now() + 120_000)]
    expect(reason(await updateAssignment(cast.teacher, assignmentId, { lateUntil: later }))).toBe('bad-request')
    expect(reason(await updateAssignment(cast.teacher, assignmentId, { dueAt: later, lateUntil: soon }))).toBe('bad-request')
    expect(reason(await updateAssignment(cast.teacher, assignmentId, { dueAt: soon, lateUntil: later }))).toBe('ok')
    expect(reason(await updateAssignment(cast.teacher, assignmentId, { dueAt: null, lateUntil: null }))).toBe('ok')
  })
})

describe('more time for one student', () => {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  const soon = new Date(Date.now() + 86_400_000)
  const cells = async () => value(await gridOf(cast.teacher, classroomId)).rows.map(({ name, cells: row }) => [name, row[0]?.state, row[0]?.late, row[0]?.extendedTo])

  beforeEach(async () => {
    value(await joinClassroom(cast.stranger, value(await classroomOf(cast.teacher, classroomId)).joinCode ?? ''))
    value(await updateAssignment(cast.teacher, assignmentId, { openAt: ago(30), dueAt: ago(20), lateUntil: ago(10) }))
  })
  test('moves their due date and the last moment, in the grid, the grades and their own list; nobody else’s', async () => {
    value(await setExtension(cast['co-teacher'], assignmentId, cast.student.userId, soon))
    for (const learner of [cast.student, cast.stranger]) await attempt(learner, 'cycle', 'accepted 5 gold')
    expect(await cells()).toEqual([
      ['Stranger', 'tried', false, null],
      ['Student', 'passed', false, soon],
    ])
    const { csv } = value(await gradesCsv(cast.teacher, classroomId))
    expect(csv).toContain(`,160,passed (extended to ${soon.toISOString()}),1,160`)
    expect(csv).toContain(',0,tried,0,0')
    const own = async (actor: Actor) => value(await assignmentsOf(actor, classroomId)).map(({ dueAt, isExtended, challenges: content }) => [dueAt?.getTime(), isExtended, content[0]?.passed, content[0]?.late])
    expect(await own(cast.student)).toEqual([[soon.getTime(), true, true, false]])
    expect((await own(cast.stranger)).map(([, ...rest]) => rest)).toEqual([[false, false, false]])
  })
  test('who has it, staff see and learners do not', async () => {
    value(await setExtension(cast.teacher, assignmentId, cast.student.userId, soon))
    expect(value(await assignmentsOf(cast.teacher, classroomId))[0]?.extensions).toEqual([{ userId: cast.student.userId, name: 'Student', dueAt: soon }])
    for (const learner of [cast.student, cast.stranger]) expect(value(await assignmentsOf(learner, classroomId))[0]?.extensions).toEqual([])
  })
  test('changes, and is taken back', async () => {
    const versions = new Set<string>()
    const later = new Date(soon.getTime() + 60_000)
    for (const [given, seen] of [[soon, soon], [later, later], [null, null]] as const) {
      value(await setExtension(cast.teacher, assignmentId, cast.student.userId, given))
      expect((await cells())[1]?.[3]).toEqual(seen)
      versions.add(value(await gridVersion(cast.teacher, classroomId)))
    }
    expect(versions.size).toBe(3)
  })
  test('never takes time away when the assignment’s own date moves on', async () => {
    value(await setExtension(cast.teacher, assignmentId, cast.student.userId, soon))
    const later = new Date(soon.getTime() + 60_000)
    value(await updateAssignment(cast.teacher, assignmentId, { dueAt: later, lateUntil: null }))
    expect((await cells())[1]?.[3]).toBeNull()
    expect(value(await assignmentsOf(cast.student, classroomId))[0]).toMatchObject({ dueAt: later, isExtended: false })
  })
  test.each([
    ['a date that is not later', async () => setExtension(cast.teacher, assignmentId, cast.student.userId, ago(25)), 'bad-request'],
    ['no date', async () => setExtension(cast.teacher, assignmentId, cast.student.userId, new Date('never')), 'bad-request'],
    ['somebody who is no student', async () => setExtension(cast.teacher, assignmentId, cast['co-teacher'].userId, soon), 'not-found'],
    ['somebody of another class', async () => setExtension(cast.teacher, assignmentId, cast['other teacher'].userId, soon), 'not-found'],
    ['an assignment that is not there', async () => setExtension(cast.teacher, 'nothing', cast.student.userId, soon), 'not-found'],
    [
      'an assignment without a due date',
      async () => {
        value(await updateAssignment(cast.teacher, assignmentId, { dueAt: null, lateUntil: null }))
        return setExtension(cast.teacher, assignmentId, cast.student.userId, soon)
      },
      'bad-request',
    ],
  ])('%s is refused', async (_what, act, expected) => expect(reason(await act())).toBe(expected))
  test('goes with the student', async () => {
    value(await setExtension(cast.teacher, assignmentId, cast.student.userId, soon))
    value(await removeMember(cast.teacher, classroomId, cast.student.userId))
    value(await joinClassroom(cast.student, value(await classroomOf(cast.teacher, classroomId)).joinCode ?? ''))
    expect((await cells())[1]).toEqual(['Student', 'untouched', false, null])
  })
})

test('a duplicate has the assignments, but neither people nor dates', async () => {
  value(await updateAssignment(cast.teacher, assignmentId, { slugs: ['slots', 'cycle'], dueAt: new Date(Date.now() + 60_000) }))
  const copy = value(await duplicateClassroom(cast.teacher, classroomId))
  expect(copy).toMatchObject({ name: 'Copy of Class', students: 0, role: 'teacher' })
  expect(copy.joinCode).not.toBe(value(await classroomOf(cast.teacher, classroomId)).joinCode)
  expect(value(await assignmentsOf(cast.teacher, copy.id)).map(({ title, dueAt, challenges: content }) => [title, dueAt, content.map(({ slug }) => slug)])).toEqual([['Week 1', null, ['slots', 'cycle']]])
})

describe('grid', () => {
  const states = async () => value(await gridOf(cast.teacher, classroomId)).rows.map(({ name, cells }) => [name, ...cells.map(({ state, medal, attempts }) => `${state} ${medal} ${attempts}`)])
  test('shows untouched, tried, stuck and passed, and students only', async () => {
    expect(await states()).toEqual([['Student', 'untouched null 0']])
    await attempt(cast.student, 'cycle', 'wrong-answer', 'judge-error')
    expect(await states()).toEqual([['Student', 'tried null 1']])
    await attempt(cast.student, 'cycle', ...Array.from({ length: STUCK_AFTER - 1 }, () => 'compile-error'))
    expect(await states()).toEqual([['Student', `stuck null ${STUCK_AFTER}`]])
    await attempt(cast.student, 'cycle', 'accepted 15 silver', 'accepted 90')
    expect(await states()).toEqual([['Student', `passed silver ${STUCK_AFTER + 2}`]])
  })
  test('says what most of the stuck fail at, with an example', async () => {
    const others = await Promise.all(['Anna', 'Ben'].map(member))
    const { joinCode } = value(await classroomOf(cast.teacher, classroomId))
    for (const other of others) value(await joinClassroom(other, joinCode ?? ''))
    const tries = (last: string) => Array.from({ length: STUCK_AFTER }, (_, index) => (index === STUCK_AFTER - 1 ? last : 'wrong-answer'))
    await attempt(cast.student, 'cycle', ...tries('compile-error'))
    for (const other of others) await attempt(other, 'cycle', ...tries('wrong-answer'))
    expect(value(await gridOf(cast.teacher, classroomId)).stuck).toEqual([
      { slug: 'cycle', title: 'Title of cycle', goal: 'It is done', verdict: 'wrong-answer', learners: 2, outOf: 3, example: { userId: others[0]?.userId, name: 'Anna' } },
    ])
    for (const other of others) await attempt(other, 'cycle', 'accepted 5')
    expect(value(await gridOf(cast.teacher, classroomId)).stuck).toMatchObject([{ goal: null, verdict: 'compile-error', learners: 1, outOf: 1, example: { name: 'Student' } }])
  })
  test('its version changes with an attempt, a member and an assignment, and with nothing else', async () => {
    const versions = [value(await gridVersion(cast.teacher, classroomId))]
    const changed = async () => {
      const version = value(await gridVersion(cast.teacher, classroomId))
      const fresh = !versions.includes(version)
      versions.push(version)
      return fresh
    }
    await attempt(cast.student, 'slots', 'accepted 5')
    await attempt(cast.stranger, 'cycle', 'accepted 5')
    expect(await changed()).toBe(false)
    await attempt(cast.student, 'cycle', 'wrong-answer')
    expect(await changed()).toBe(true)
    value(await joinClassroom(cast.stranger, value(await classroomOf(cast.teacher, classroomId)).joinCode ?? ''))
    expect(await changed()).toBe(true)
    value(await createAssignment(cast.teacher, classroomId, { title: 'x', slugs: ['slots'] }))
    expect(await changed()).toBe(true)
    expect(value(await gridOf(cast.teacher, classroomId)).version).toBe(versions.at(-1))
  })
})

describe('grades', () => {
  test('are whole points, one line a student', async () => {
    await attempt(cast.student, 'cycle', 'accepted 15 silver')
    const { fileName, csv } = value(await gradesCsv(cast.teacher, classroomId))
    expect(fileName).toBe('Class-grades.csv')
    expect(csv).toBe(
      `\ufeffStudent,Student id,Week 1: Title of cycle,Week 1: Title of cycle (state),Passed,Points\r\nStudent,${cast.student.userId},130,passed,1,130\r\n`,
    )
  })
  test('a challenge in two assignments counts once', async () => {
    value(await createAssignment(cast.teacher, classroomId, { title: 'Again', slugs: ['cycle', 'slots'] }))
    await attempt(cast.student, 'cycle', 'accepted 15')
    expect(value(await gradesCsv(cast.teacher, classroomId)).csv.trim().split(',').slice(-2)).toEqual(['1', '100'])
  })
  test('and by the one that it counts for', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    value(await createAssignment(cast.teacher, classroomId, { title: 'Again', slugs: ['cycle'], openAt: ago(30), dueAt: ago(20), lateUntil: ago(10) }))
    await attempt(cast.student, 'cycle', 'accepted 15')
    expect(value(await gradesCsv(cast.teacher, classroomId)).csv.trim().split(',').slice(-6)).toEqual(['100', 'passed', '0', 'tried', '1', '100'])
  })
  test('a name can’t become a formula', async () => {
    await database().user.update({ where: { id: cast.student.userId }, data: { name: '=HYPERLINK("x","y")' } })
    expect(value(await gradesCsv(cast.teacher, classroomId)).csv).toContain(`"'=HYPERLINK(""x"",""y"")",`)
  })
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['Zoë', 'Zoë'],
    ['a-b', 'a-b'],
  ])('cell %j is %j', (text, cell) => expect(csvCell(text)).toBe(cell))
})
