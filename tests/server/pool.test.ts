// The pool of judging threads: whatever one submission does, the others are judged.
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { judge } from '#lib/grading/index.ts'
import { createPool } from '#lib/server/judge/pool.ts'
import { WARM_UP } from '#lib/server/judge/warm-up.ts'
import { buildJudge } from '../../scripts/steps.ts'
import { challenge } from './stage.ts'

const pool = createPool({ threads: 2, workerFile: path.join(import.meta.dirname, 'fixtures/rogue-judge.mjs'), wallMs: 1500, heapMegabytes: 96 })
afterAll(() => pool.close())

const run = (source: string) => pool.run({ challenge: challenge('any'), source, seed: 1 })
const fine = async (source: string) => expect(await run(source)).toMatchObject({ kind: 'result', result: { stdout: source } })

describe('judging threads', () => {
  test.each([
    ['spin', 'time'],
    ['explode', 'memory'],
    ['exit', 'crash'],
    ['throw', 'crash'],
  ])('one that would %s is lost to %s and replaced', async (source, why) => {
    expect(await run(source)).toMatchObject({ kind: 'lost', why })
    await fine('next')
  })
  test('a spinning one does not delay its neighbour', async () => {
    const spinning = run('spin')
    const startedAt = Date.now()
    for (let index = 0; index < 20; index++) await fine(`neighbour ${index}`)
    expect(Date.now() - startedAt).toBeLessThan(1400)
    expect(await spinning).toMatchObject({ kind: 'lost', why: 'time' })
  })
  test('ten bad ones in a row leave the pool whole', async () => {
    for (let index = 0; index < 10; index++) await run(index % 2 ? 'exit' : 'throw')
    await Promise.all(['a', 'b', 'c', 'd'].map(fine))
  })
  test('the server’s environment is not theirs', async () => {
    expect(await run('secrets')).toMatchObject({ result: { stdout: '{}' } })
  })
})

describe('the file that the site’s threads run', () => {
  test('warms up with a program that is accepted', () => expect(judge(WARM_UP)).toMatchObject({ verdict: 'accepted', medal: 'gold' }))
  test('judges as the function does', async () => {
    await buildJudge()
    const real = createPool({ threads: 1 })
    try {
      expect(await real.run(WARM_UP)).toEqual({ kind: 'result', result: judge(WARM_UP) })
    } finally {
      await real.close()
    }
  })
})
