// The catalogue proves itself: every solution gets its verdict, whatever the variant, and every challenge is fit to be played.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, loadCatalogue } from '#challenges/catalogue.ts'
import { type Solution, answerFor, complaintsAbout, seedsOf, solutionsOf } from '#challenges/proofs.ts'
import { judge, publicTask, atSeed, visibleDefinition } from '#lib/grading/index.ts'
import type { ChallengeDefinition, ChallengeKind, JudgeResult } from '#lib/grading/types.ts'

const catalogue = loadCatalogue()
const slugs = new Set(catalogue.map(({ slug }) => slug))

const results = new Map<string, JudgeResult>()

/** Judges, once for each question. */
function judged(challenge: ChallengeDefinition, source: string, seed: number, where: 'server' | 'browser' = 'server'): JudgeResult {
  const key = `${challenge.slug} ${where} ${seed}\n${source}`
  const result = results.get(key) ?? judge({ challenge, source, seed })
  results.set(key, result)
  return result
}

/** What a browser finds by itself; null where it may not judge. */
function judgedInBrowser(challenge: ChallengeDefinition, solution: Solution): JudgeResult | null {
  const seed = seedsOf(challenge)[0] ?? 0
  const visible = visibleDefinition(atSeed(challenge, seed), publicTask(atSeed(challenge, seed)))
  return visible === null ? null : judged(visible, answerFor(challenge, solution, seed), 0, 'browser')
}

const WORDS_ON_A_PHONE = 190
const LEAST_OF_A_KIND: Readonly<Record<ChallengeKind, number>> = { code: 4, predict: 4, cut: 4, build: 4, hunt: 4 }

/** Average word and sentence lengths together (Flesch–Kincaid's grade) that a statement may reach: what a fifteen-year-old reads with ease. */
const READING_GRADE = 9

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

  const seeds = seedsOf(challenge)
  const firstSeed = seeds[0] ?? 0
  const answer = (solution: Solution, seed = firstSeed) => judged(challenge, answerFor(challenge, solution, seed), seed)

  test.each(solutions)('$name gets what its header says', (solution) => {
    // A wrong program is wrong for one draw of hidden inputs as for another; a wrong answer depends on the variant.
    const asked = solution.verdict === 'accepted' || challenge.variants.length > 0 ? seeds : [firstSeed]
    for (const seed of asked) expect(complaintsAbout(solution, answer(solution, seed))).toEqual([])
  })

  test('it has accepted and at least three wrong solutions, each saying what must be seen', () => {
    expect(solutions.map(({ name }) => name)).toContain('accepted')
    expect(named('wrong-').length).toBeGreaterThanOrEqual(3)
    for (const { name, verdict, says } of solutions) {
      expect(verdict === 'accepted', name).toBe(!name.startsWith('wrong-'))
      if (verdict !== 'accepted') expect(says, `${name} needs a says: line`).not.toBeNull()
    }
  })

  test('the gold medal is reachable: par earns it', () => {
    if (challenge.metric === null) return expect(solutions.filter(({ verdict }) => verdict === 'accepted').map((solution) => answer(solution).medal)).toContain('gold')
    expect(solutions.find(({ name }) => name === 'par')?.medal).toBe('gold')
    if (challenge.medals === null) return
    const { gold, silver } = challenge.medals
    expect(challenge.metric.lowerIsBetter ? gold <= silver : gold >= silver).toBe(true)
  })

  test('what one starts from runs and is not accepted', () => {
    const result = judged(challenge, challenge.starter, firstSeed)
    expect(challenge.starter === '' ? ['compile-error'] : ['partial', 'wrong-answer']).toContain(result.verdict)
    expect(result.message).toBeTruthy()
  })

  test('an answer that knows only what is seen is refused', () => {
    const fooled = named('wrong-').filter((solution) => judgedInBrowser(challenge, solution)?.verdict === 'accepted').map(({ name }) => name)
    if (challenge.kind === 'code' || (challenge.kind === 'build' && challenge.variants.length > 0)) expect(fooled).toContain('wrong-hard-coded')
    if (challenge.kind !== 'predict' && challenge.kind !== 'hunt') return
    // Where the answer is a choice, the right one for one variant must not be right for all.
    expect(challenge.variants.length, 'needs at least two variants').toBeGreaterThanOrEqual(2)
    const right = solutions.find(({ name }) => name === 'accepted')
    const texts = seeds.map((seed) => (right === undefined ? '' : answerFor(challenge, right, seed)))
    expect(new Set(texts).size).toBeGreaterThanOrEqual(2)
  })

  test('browser and server agree on every solution, as far as a browser can see', () => {
    for (const solution of solutions) {
      const here = judgedInBrowser(challenge, solution)
      if (solution.verdict === 'accepted' && here !== null) expect(here.verdict).toBe('accepted')
      for (const goal of here?.goals ?? []) if (!goal.passed) expect(answer(solution).goals.find(({ id }) => id === goal.id)).toEqual(goal)
    }
  })

  test('its texts are fit to be read', () => {
    const words = challenge.statementMarkdown.split(/\s+/).length
    expect(words, 'words of the statement: it must fit a phone screen').toBeLessThanOrEqual(WORDS_ON_A_PHONE)
    expect(readingGrade(challenge.statementMarkdown), 'the grade of the statement: shorter sentences, shorter words').toBeLessThanOrEqual(READING_GRADE)
    expect(challenge.statementMarkdown, 'the page shows the title').not.toMatch(/^# /m)
    expect(challenge.summary.length).toBeLessThanOrEqual(120)
    expect(challenge.hints).toHaveLength(3)
    expect(challenge.hints.map(({ costsGold }) => costsGold)).toEqual([false, false, true])
    expect(challenge.explanationMarkdown.length).toBeGreaterThan(200)
  })

  test('no place of a variant is left open', () => {
    for (const seed of seeds) expect(JSON.stringify({ ...atSeed(challenge, seed), hints: [] })).not.toMatch(/\{\{/)
  })

  test('no hint is the solution', () => {
    const shown = new Set(lines(challenge.starter))
    const solving = solutions
      .filter(({ verdict }) => verdict === 'accepted')
      .flatMap((solution) => lines(answerFor(challenge, solution, firstSeed)).filter((line) => line.length > 12 && !shown.has(line)))
    const told = [challenge.statementMarkdown, ...challenge.hints.map(({ text }) => text)].join('\n')
    for (const line of solving) expect(told.includes(line), `tells the solution's line: ${line}`).toBe(false)
  })

  test('each goal is necessary: something wrong fails only it', () => {
    const failures = (result: JudgeResult) => result.goals.filter(({ passed }) => !passed).map(({ id }) => id)
    const right = solutions.find(({ name }) => name === 'accepted')
    // Where questions are independent of each other, a wrong answer to one alone is a mutation of the right one.
    const mutations = challenge.kind === 'predict' || challenge.kind === 'hunt' ? challenge.goals.map(({ id }) => mutated(answerFor(challenge, right ?? fail(), firstSeed), id)) : []
    const found = [...mutations.map((source) => judged(challenge, source, firstSeed)), ...solutions.filter(({ verdict }) => verdict !== 'accepted').map((solution) => answer(solution))].map(failures)
    for (const { id } of challenge.goals) expect(found, `nothing fails ${id} alone`).toContainEqual([id])
  })

  test('its prerequisites come before it', () => {
    for (const slug of challenge.prerequisites) {
      const earlier = catalogue.find((other) => other.slug === slug)
      expect(earlier?.position, slug).toBeLessThan(challenge.position)
    }
  })
})

/** The answer with one part replaced by what cannot be right: another number, another truth, another line or reference. */
function mutated(source: string, id: string): string {
  return source.replace(new RegExp(`^(${id}: )(.*)$`, 'm'), (_, label: string, text: string) => label + otherThan(text))
}

function otherThan(text: string): string {
  if (/^line \d+$/.test(text)) return 'line 1'
  if (/^\d+|^none$|^immortal$/.test(text)) return '98765'
  if (text === 'True' || text === 'False') return text === 'True' ? 'False' : 'True'
  return / \.|\[|^name /.test(text) ? 'no reference' : 'something else'
}

function fail(): never {
  throw new Error('there is no accepted solution')
}

function lines(source: string): string[] {
  return source.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
}

/** Flesch–Kincaid's grade of the prose in a Markdown text; code counts as one short word. */
function readingGrade(markdown: string): number {
  const prose = markdown.replace(/```[^]*?```/g, '.').replace(/`[^`]*`/g, 'it').replace(/[*_#>|]/g, '')
  const sentences = prose.split(/[.!?:]\s|\n\s*\n|\n- /).filter((sentence) => /\w/.test(sentence))
  const words = prose.match(/[A-Za-z][A-Za-z’']*/g) ?? []
  const syllables = words.reduce((sum, word) => sum + Math.max(1, (word.toLowerCase().replace(/e$/, '').match(/[aeiouy]+/g) ?? []).length), 0)
  if (words.length === 0) return 0
  return 0.39 * (words.length / Math.max(1, sentences.length)) + 11.8 * (syllables / words.length) - 15.59
}

test('there are enough of each kind', () => {
  for (const [kind, least] of Object.entries(LEAST_OF_A_KIND)) {
    expect(catalogue.filter((challenge) => challenge.kind === kind).length, kind).toBeGreaterThanOrEqual(least)
  }
})
