// What PostgreSQL cannot hold is not found, wherever it comes in.
import { beforeEach, expect, test } from 'vitest'
import { memberByPassword } from '#lib/server/accounts.ts'
import type { Actor } from '#lib/server/actor.ts'
import { cardOwner } from '#lib/server/cards.ts'
import { publicChallenge } from '#lib/server/challenges.ts'
import { classroomOf } from '#lib/server/classrooms.ts'
import { saveDraft } from '#lib/server/drafts.ts'
import { joinClassroom } from '#lib/server/enrollments.ts'
import { gridVersion } from '#lib/server/grid.ts'
import { profileOf } from '#lib/server/profile.ts'
import { submissionOf, submit } from '#lib/server/submissions.ts'
import type { Result } from '#lib/std/result.ts'
import { challenges, emptyDatabase, member, reason, requestFor } from './stage.ts'

let ada: Actor
beforeEach(async () => {
  await emptyDatabase()
  await challenges('cycle')
  ada = await member('Ada')
})

test.each<[string, () => Promise<Result<unknown>>, string]>([
  ['a profile', () => profileOf(ada, `${ada.userId}\0`), 'not-found'],
  ['a challenge', () => publicChallenge('cycle\0', ada), 'not-found'],
  ['a classroom', () => classroomOf(ada, '\0'), 'not-found'],
  ['a grid', () => gridVersion(ada, 'a\0b'), 'not-found'],
  ['a join code', () => joinClassroom(ada, 'ABC\0DEFG'), 'not-found'],
  ['a login card', () => cardOwner('ABC\0', '192.0.2.1'), 'not-found'],
  ['a draft', () => saveDraft(ada, { slug: 'cycle\0', source: 'x' }), 'not-found'],
  ['a submission', () => submissionOf(ada, '\0'), 'not-found'],
  ['a version, inside a transaction', () => submit(ada, { ...requestFor('cycle', 'x'), challengeVersionId: 'cycle@\0' }), 'not-found'],
  ['a name to sign in with', () => memberByPassword({ name: 'Ad\0a', password: 'correct horse', address: null }), 'no-match'],
])('%s with a NUL in it', async (_what, ask, expected) => expect(reason(await ask())).toBe(expected))
