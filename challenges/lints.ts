// The rules that every challenge keeps, beside the verdicts of its solutions: each rule looks at one challenge and says what breaks it. `npm run
// prove` and the catalogue's test apply them all.
import { atSeed, explanationAt } from '#lib/grading/index.ts'
import { InvariantError } from '#lib/std/assert.ts'
import type { ChallengeDefinition, JudgeResult } from '#lib/grading/types.ts'
import { type Proving, type Solution, answerFor, seedsOf } from './proofs.ts'

/** A rule: complaints about one challenge, in words that say what to do. */
export type Lint = (proving: Proving, catalogue: readonly ChallengeDefinition[]) => string[]

const WORDS_ON_A_PHONE = 190
const LINES_ON_A_PHONE = 30
const LONGEST_LINE_OF_CODE = 46
const LONGEST_SUMMARY = 120
const SHORTEST_EXPLANATION = 200

/** Average word and sentence lengths together (Flesch–Kincaid's grade) that a text may reach: what a fifteen-year-old reads with ease. */
const READING_GRADE = 9

/** Every rule, by what it wants. */
export const LINTS: Readonly<Record<string, Lint>> = {
  'it has accepted and at least three wrong solutions, each saying what must be seen': solutionsAreThere,
  'the gold medal is reachable': goldIsReachable,
  'what one starts from runs and is not accepted': starterIsNoSolution,
  'an answer that knows only what is seen is refused': hardCodingIsRefused,
  'browser and server agree on every solution': browserAgrees,
  'its texts are fit to be read': textsAreReadable,
  'its statement fits a phone screen': statementFits,
  'it has three hints, of which the last costs the gold medal': hintsAreThere,
  'no place of a variant is left open': placesAreFilled,
  'the explanation computes its sizes': sizesAreComputed,
  'no hint is the solution': hintsTellNoSolution,
  'each goal is necessary: something wrong fails only it': goalsAreNecessary,
  'its prerequisites come before it': prerequisitesComeFirst,
}

/** What all rules have to say. */
export function lint(proving: Proving, catalogue: readonly ChallengeDefinition[]): string[] {
  return Object.values(LINTS).flatMap((rule) => rule(proving, catalogue))
}

function solutionsAreThere({ solutions }: Proving): string[] {
  const wrong = solutions.filter(({ name }) => name.startsWith('wrong-'))
  return [
    ...(solutions.some(({ name }) => name === 'accepted') ? [] : ['there is no solution called accepted']),
    ...(wrong.length >= 3 ? [] : [`there are ${wrong.length} wrong solutions, and three are needed: each a thought that a learner may have`]),
    ...solutions.flatMap(({ name, verdict, says }) => [
      ...((verdict === 'accepted') === !name.startsWith('wrong-') ? [] : [`solutions/${name} has the verdict ${verdict}: the names of wrong ones start with wrong-`]),
      ...(verdict === 'accepted' || says !== null ? [] : [`solutions/${name} needs a line “# says: …”`]),
    ]),
  ]
}

function goldIsReachable(proving: Proving): string[] {
  const { metric, medals } = proving.challenge
  if (metric === null) return accepted(proving).some((solution) => proving.result(solution).medal === 'gold') ? [] : ['no solution earns gold']
  const par = proving.solutions.find(({ name }) => name === 'par')
  return [
    ...(par?.medal === 'gold' && proving.result(par).medal === 'gold' ? [] : ['solutions/par must say “# medal: gold” and earn it']),
    ...(medals === null || (metric.lowerIsBetter ? medals.gold <= medals.silver : medals.gold >= medals.silver) ? [] : ['silver is harder to earn than gold']),
  ]
}

function starterIsNoSolution(proving: Proving): string[] {
  const { starter } = proving.challenge
  const { verdict, message } = proving.judged(starter, { seed: proving.firstSeed, schedule: 'normal' })
  const fair = starter === '' ? ['compile-error'] : ['partial', 'wrong-answer']
  return fair.includes(verdict) && message ? [] : [`what one starts from gets ${verdict} (${message ?? 'no message'}) instead of ${fair.join(' or ')} with a message`]
}

function hardCodingIsRefused(proving: Proving): string[] {
  const { challenge, solutions } = proving
  if (challenge.kind === 'cut' || (challenge.kind === 'build' && challenge.variants.length === 0)) return []
  if (challenge.kind === 'code' || challenge.kind === 'build') {
    const fooling = solutions.find(({ name }) => name === 'wrong-hard-coded')
    return fooling !== undefined && proving.inBrowser(fooling)?.verdict === 'accepted' ? [] : ['solutions/wrong-hard-coded must pass what is seen, and fail what is hidden']
  }
  // Where the answer is a choice, the right one for one variant must not be right for all.
  if (challenge.variants.length < 2) return ['needs at least two variants']
  const right = solutions.find(({ name }) => name === 'accepted')
  const texts = right === undefined ? [] : seedsOf(challenge).map((seed) => answerFor(challenge, right, seed))
  return new Set(texts).size >= 2 ? [] : ['the right answer is the same in all variants']
}

function browserAgrees(proving: Proving): string[] {
  return proving.solutions.flatMap((solution) => {
    const here = proving.inBrowser(solution)
    if (here === null) return []
    const there = proving.result(solution)
    const unlike = here.goals.filter((goal) => !goal.passed && JSON.stringify(there.goals.find(({ id }) => id === goal.id)) !== JSON.stringify(goal))
    return [
      ...(solution.verdict !== 'accepted' || here.verdict === 'accepted' ? [] : [`a browser gives ${solution.name} ${here.verdict}`]),
      ...unlike.map(({ id }) => `browser and server say different things of ${solution.name}: goal ${id}`),
    ]
  })
}

function textsAreReadable({ challenge }: Proving): string[] {
  const { statementMarkdown, summary, explanationMarkdown } = challenge
  const grade = readingGrade(statementMarkdown)
  return [
    ...(grade <= READING_GRADE ? [] : [`statement.md reads like grade ${grade.toFixed(1)}, and ${READING_GRADE} is the most: shorter sentences, shorter words`]),
    ...(/^# /m.test(statementMarkdown) ? ['statement.md needs no title: the page shows it'] : []),
    ...(summary.length <= LONGEST_SUMMARY ? [] : [`the summary has ${summary.length} characters, and ${LONGEST_SUMMARY} fit`]),
    ...(explanationMarkdown.length > SHORTEST_EXPLANATION ? [] : [`explanation.md has ${explanationMarkdown.length} characters: what happens in the heap, other ways, their cost`]),
  ]
}

function statementFits({ challenge }: Proving): string[] {
  const { statementMarkdown } = challenge
  const words = statementMarkdown.split(/\s+/).length
  const lines = statementMarkdown.trim().split('\n').length
  const code = [...statementMarkdown.matchAll(/^```[^\n]*\n([^]*?)^```/gm)].flatMap(([, body = '']) => body.split('\n'))
  const wide = code.find((line) => line.length > LONGEST_LINE_OF_CODE)
  return [
    ...(words <= WORDS_ON_A_PHONE ? [] : [`statement.md has ${words} words, and ${WORDS_ON_A_PHONE} fit a phone screen`]),
    ...(lines <= LINES_ON_A_PHONE ? [] : [`statement.md has ${lines} lines, and ${LINES_ON_A_PHONE} fit a phone screen`]),
    ...(wide === undefined ? [] : [`a line of code in statement.md has ${wide.length} characters, and ${LONGEST_LINE_OF_CODE} fit a phone: ${wide}`]),
  ]
}

function hintsAreThere({ challenge: { hints } }: Proving): string[] {
  const right = hints.length === 3 && hints.every(({ costsGold }, index) => costsGold === (index === 2)) && hints.every(({ text }) => text.trim() !== '')
  return right ? [] : ['three hints are needed: a look, a thought, and one that costs the gold medal']
}

function placesAreFilled({ challenge }: Proving): string[] {
  const open = seedsOf(challenge).flatMap((seed) => {
    const place = /\{\{.*?\}\}/.exec(JSON.stringify({ ...atSeed(challenge, seed), hints: [], explanationMarkdown: '' }))
    return [...(place === null ? [] : [`${place[0]} is no value of variants`]), ...explanationTrouble(challenge, seed)]
  })
  return [...new Set(open)]
}

function explanationTrouble(challenge: ChallengeDefinition, seed: number): string[] {
  try {
    explanationAt(challenge, seed)
    return []
  } catch (error) {
    if (error instanceof InvariantError) return [`explanation.md: ${error.message}`]
    throw error
  }
}

/** Up to a block's step of 16 bytes, and the 512 up to which there are blocks, are words of the subject; what is larger is some object's size. */
function sizesAreComputed({ challenge: { explanationMarkdown } }: Proving): string[] {
  const typed = explanationMarkdown.replace(/\{\{.*?\}\}/g, '').match(/\b(1[7-9]|[2-9]\d|\d[\d,]{2,}) bytes/g) ?? []
  return typed.filter((size) => size !== '512 bytes').map((size) => `explanation.md types ${size}: write {{ sys.getsizeof(…) }}, and the engine computes it`)
}

function hintsTellNoSolution(proving: Proving): string[] {
  const { challenge } = proving
  const shown = new Set(lines(challenge.starter))
  const told = [challenge.statementMarkdown, ...challenge.hints.map(({ text }) => text)].join('\n')
  const solving = accepted(proving).flatMap((solution) => lines(answerFor(challenge, solution, proving.firstSeed)).filter((line) => line.length > 12 && !shown.has(line)))
  return [...new Set(solving)].filter((line) => told.includes(line)).map((line) => `statement or hints tell the solution's line: ${line}`)
}

function goalsAreNecessary(proving: Proving): string[] {
  const { challenge, solutions, firstSeed } = proving
  const right = solutions.find(({ name }) => name === 'accepted')
  // Where questions are independent of each other, a wrong answer to one alone is a mutation of the right one.
  const alone = (challenge.kind === 'predict' || challenge.kind === 'hunt') && right !== undefined
  const mutations = alone ? challenge.goals.map(({ id }) => mutated(answerFor(challenge, right, firstSeed), id)) : []
  const results = [...mutations.map((source) => proving.judged(source, { seed: firstSeed, schedule: 'normal' })), ...solutions.filter(({ verdict }) => verdict !== 'accepted').map((solution) => proving.result(solution))]
  const found = new Set(results.map(failures))
  return challenge.goals.filter(({ id }) => !found.has(id)).map(({ id }) => `nothing wrong fails goal ${id} alone: write a solution that does, or drop the goal`)
}

function failures({ goals }: JudgeResult): string {
  return goals.filter(({ passed }) => !passed).map(({ id }) => id).join(', ')
}

function prerequisitesComeFirst({ challenge }: Proving, catalogue: readonly ChallengeDefinition[]): string[] {
  const places = new Map(catalogue.map(({ slug, position }) => [slug, position]))
  return challenge.prerequisites.filter((slug) => (places.get(slug) ?? Infinity) >= challenge.position).map((slug) => `its prerequisite ${slug} does not come before it in units.json`)
}

function accepted({ solutions }: Proving): readonly Solution[] {
  return solutions.filter(({ verdict }) => verdict === 'accepted')
}

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

function lines(source: string): string[] {
  return source.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
}

/** Flesch–Kincaid's grade of the prose in a Markdown text; code counts as one short word. */
export function readingGrade(markdown: string): number {
  const prose = markdown.replace(/```[^]*?```/g, '.').replace(/`[^`]*`/g, 'it').replace(/[*_#>|]/g, '')
  const sentences = prose.split(/[.!?:]\s|\n\s*\n|\n- /).filter((sentence) => /\w/.test(sentence))
  const words = prose.match(/[A-Za-z][A-Za-z’']*/g) ?? []
  const syllables = words.reduce((sum, word) => sum + Math.max(1, (word.toLowerCase().replace(/e$/, '').match(/[aeiouy]+/g) ?? []).length), 0)
  if (words.length === 0) return 0
  return 0.39 * (words.length / Math.max(1, sentences.length)) + 11.8 * (syllables / words.length) - 15.59
}
