// The catalogue proves itself: every solution gets its verdict, whatever the variant and whenever the collector runs, and every challenge
// keeps every rule.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, loadCatalogue } from '#challenges/catalogue.ts'
import { LINTS } from '#challenges/lints.ts'
import { Proving, solutionsOf } from '#challenges/proofs.ts'
import type { ChallengeKind } from '#lib/grading/types.ts'

const catalogue = loadCatalogue()
const slugs = new Set(catalogue.map(({ slug }) => slug))
const root = path.join(folderOf({ unit: '.', slug: '.' }), '.')

const LEAST_OF_A_KIND: Readonly<Record<ChallengeKind, number>> = { code: 25, predict: 15, cut: 8, build: 8, hunt: 7 }

test('the units hold every challenge folder', () => {
  const folders = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => path.basename(name) === 'challenge.json')
  expect(folders.map((file) => path.basename(path.dirname(file))).sort()).toEqual([...slugs].sort())
})

test('slugs are unique', () => {
  expect(slugs.size).toBe(catalogue.length)
})

test('what was published keeps its name and its goals', () => {
  // People's progress hangs on them. A new challenge adds its line; no line goes.
  const published = fs.readFileSync(path.join(root, 'published.txt'), 'utf8').trim().split('\n')
  expect(published.toSorted()).toEqual(catalogue.map(({ slug, kind, goals }) => `${slug} ${kind}: ${goals.map(({ id }) => id).join(' ')}`).sort())
})

test('each unit ends with its only golf, which has a metric and medals', () => {
  for (const unit of new Set(catalogue.map((challenge) => challenge.unit))) {
    const ofUnit = catalogue.filter((challenge) => challenge.unit === unit)
    expect(ofUnit.filter(({ golf }) => golf).map(({ slug }) => slug), unit).toEqual([ofUnit.at(-1)?.slug])
    expect(ofUnit.at(-1)).toMatchObject({ metric: { label: expect.any(String) }, medals: { gold: expect.any(Number) } })
  }
})

test('there are enough of each kind', () => {
  for (const [kind, least] of Object.entries(LEAST_OF_A_KIND)) {
    expect(catalogue.filter((challenge) => challenge.kind === kind).length, kind).toBeGreaterThanOrEqual(least)
  }
})

test('the adversary matters: in more than one unit something wrong passes only while the collector happens to run', () => {
  const lucky = catalogue.filter((challenge) => solutionsOf(challenge).some(({ verdict }) => verdict === 'gc-dependent'))
  expect(new Set(lucky.map(({ unit }) => unit)).size).toBeGreaterThanOrEqual(2)
})

describe.each(catalogue)('$slug', (challenge) => {
  const proving = new Proving(challenge)

  test.each(proving.solutions)('$name gets what its header says, whenever the collector runs', (solution) => {
    expect(proving.proofs(solution).flatMap(({ complaints }) => complaints)).toEqual([])
  })

  test.each(Object.entries(LINTS))('%s', (_, rule) => {
    expect(rule(proving, catalogue)).toEqual([])
  })
})
