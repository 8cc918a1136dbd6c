// The catalogue proves itself: every solution gets its verdict, whatever the variant, and every challenge is fit to be played.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, loadCatalogue } from '#challenges/catalogue.ts'
import { complaintsAbout, solutionsOf } from '#challenges/proofs.ts'
import { judge } from '#lib/grading/index.ts'
import type { ChallengeDefinition, JudgeResult } from '#lib/grading/types.ts'

const catalogue = loadCatalogue()
const slugs = new Set(catalogue.map(({ slug }) => slug))

/** Accepted solutions are judged under all of these variants, wrong ones under the first. */
const SEEDS = [7, 4_711, 1_234_567_891]
const firstSeed = 7

const results = new Map<string, JudgeResult>()

/** Judges, once for each question. */
function judged(challenge: ChallengeDefinition, source: string, seed: number, inBrowser = false): JudgeResult {
  const key = `${challenge.slug} ${seed} ${inBrowser}\n${source}`
  const checks = inBrowser ? { ...challenge.checks, hidden: '' } : challenge.checks
  const result = results.get(key) ?? judge({ challenge: { ...challenge, checks }, source, seed })
  results.set(key, result)
  return result
}

const WORDS_ON_A_PHONE = 190

test('the units hold every challenge folder', () => {
  const root = path.join(folderOf({ unit: '.', slug: '.' }), '.')
  const folders = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => path.basename(name) === 'challenge.json')
  expect(folders.map((file) => path.basename(path.dirname(file))).sort()).toEqual([...slugs].sort())
})

test('slugs are unique', () => {
  expect(slugs.size).toBe(catalogue.length)
})

describe.each(catalogue)('$slug', (challenge) => {
  const solutions = solutionsOf(challenge)
  const named = (prefix: string) => solutions.filter(({ name }) => name.startsWith(prefix))

  test.each(solutions)('$name gets what its header says', (solution) => {
    const seeds = solution.verdict === 'accepted' ? SEEDS : [firstSeed]
    for (const seed of seeds) expect(complaintsAbout(solution, judged(challenge, solution.source, seed))).toEqual([])
  })

  test('it has accepted, par and at least three wrong solutions, each saying what must be seen', () => {
    expect(solutions.map(({ name }) => name)).toEqual(expect.arrayContaining(['accepted', 'par']))
    expect(named('wrong-').length).toBeGreaterThanOrEqual(3)
    for (const { name, verdict, says } of solutions) {
      expect(verdict === 'accepted', name).toBe(!name.startsWith('wrong-'))
      if (verdict !== 'accepted') expect(says, `${name} needs a says: line`).not.toBeNull()
    }
  })

  test('the gold medal is reachable, and par earns it', () => {
    expect(solutions.find(({ name }) => name === 'par')?.medal).toBe('gold')
    if (challenge.medals === null) return
    const { gold, silver } = challenge.medals
    expect(challenge.metric?.lowerIsBetter === false ? gold >= silver : gold <= silver).toBe(true)
  })

  test('the starter runs and is not accepted', () => {
    const result = judged(challenge, challenge.starter, firstSeed)
    expect(['partial', 'wrong-answer']).toContain(result.verdict)
    expect(result.message).toBeTruthy()
  })

  test('a program that knows only the visible cases is refused', () => {
    const fooled = named('wrong-').filter(({ source }) => judged(challenge, source, 0, true).verdict === 'accepted')
    expect(fooled.map(({ name }) => name)).toContain('wrong-hard-coded')
  })

  test('browser and server agree on every solution, as far as a browser can see', () => {
    for (const { source, verdict } of solutions) {
      const [here, there] = [judged(challenge, source, 0, true), judged(challenge, source, firstSeed)]
      if (verdict === 'accepted') expect(here.verdict).toBe('accepted')
      for (const goal of here.goals) if (!goal.passed) expect(there.goals.find(({ id }) => id === goal.id)).toEqual(goal)
    }
  })

  test('its texts are fit to be read', () => {
    const words = challenge.statementMarkdown.split(/\s+/).length
    expect(words, 'words of the statement: it must fit a phone screen').toBeLessThanOrEqual(WORDS_ON_A_PHONE)
    expect(challenge.statementMarkdown, 'the page shows the title').not.toMatch(/^# /m)
    expect(challenge.summary.length).toBeLessThanOrEqual(120)
    expect(challenge.hints).toHaveLength(3)
    expect(challenge.hints.map(({ costsGold }) => costsGold)).toEqual([false, false, true])
    expect(challenge.explanationMarkdown.length).toBeGreaterThan(200)
  })

  test('no hint is the solution', () => {
    const starter = new Set(lines(challenge.starter))
    const solving = solutions.filter(({ verdict }) => verdict === 'accepted').flatMap(({ source }) => lines(source).filter((line) => line.length > 12 && !starter.has(line)))
    const told = [challenge.statementMarkdown, ...challenge.hints.map(({ text }) => text)].join('\n')
    for (const line of solving) expect(told.includes(line), `tells the solution's line: ${line}`).toBe(false)
  })

  test('each goal is necessary: some wrong solution fails it', () => {
    const results = solutions.map(({ source }) => judged(challenge, source, firstSeed))
    const failing = new Set(results.flatMap(({ goals }) => goals.filter(({ passed }) => !passed).map(({ id }) => id)))
    for (const { id } of challenge.goals) expect(failing).toContain(id)
  })

  test('its prerequisites come before it', () => {
    for (const slug of challenge.prerequisites) {
      const earlier = catalogue.find((other) => other.slug === slug)
      expect(earlier?.position, slug).toBeLessThan(challenge.position)
    }
  })
})

function lines(source: string): string[] {
  return source.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
}
