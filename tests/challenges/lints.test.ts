// Every rule of the catalogue can fail: a small challenge keeps them all, and for each rule there is a change that only it complains about.
import { expect, test } from 'vitest'
import { LINTS, lint, readingGrade } from '#challenges/lints.ts'
import { Proving, type Solution } from '#challenges/proofs.ts'
import type { ChallengeDefinition, CodeChallenge } from '#lib/grading/types.ts'
import { challengeWith } from '../grading/stage.ts'

const CHECK = 'def double(program, n):\n    answer = program.call("double", n)\n    check("right", answer.value == 2 * n, f"`double({n})` is {answer.value}.")\n    measure(answer.steps)\n'

function sound(change: Partial<CodeChallenge> = {}): CodeChallenge {
  return challengeWith({
    slug: 'double',
    position: 5,
    summary: 'Twice as much.',
    statementMarkdown: 'A number is an object.\n\n**Your task:** write `double(n)`.\n',
    explanationMarkdown: `It takes {{ sys.getsizeof(1) }} bytes. ${'There is more to say about it. '.repeat(8)}`,
    starter: 'def double(n):\n    return n\n',
    goals: [{ id: 'right', title: '`double(n)` is twice `n`', hidden: false }],
    metric: { id: 'steps', label: 'steps', lowerIsBetter: true },
    medals: { gold: 10, silver: 20 },
    hints: [{ text: 'Look.', costsGold: false }, { text: 'Think.', costsGold: false }, { text: 'Twice is two times.', costsGold: true }],
    checks: { visible: `from observe import case, check, measure\n${CHECK}\n@case\ndef one(program):\n    double(program, 1)\n`, hidden: 'from checks import double\nfrom observe import case\n@case\ndef other(program):\n    double(program, 21)\n' },
    ...change,
  })
}

function solution(name: string, source: string, change: Partial<Solution> = {}): Solution {
  const right = !name.startsWith('wrong-')
  return { name, source, verdict: right ? 'accepted' : 'wrong-answer', medal: name === 'par' ? 'gold' : null, fails: null, says: right ? null : 'is', ...change }
}

const SOLUTIONS: readonly Solution[] = [
  solution('accepted', 'def double(n):\n    total = n\n    total += n\n    return total\n'),
  solution('par', 'def double(n):\n    return (n * 2)\n'),
  solution('wrong-starter', 'def double(n):\n    return n\n'),
  solution('wrong-none', 'def double(n):\n    pass\n'),
  solution('wrong-hard-coded', 'def double(n):\n    return 2\n', { says: 'hidden' }),
]

function without(name: string, ...others: Solution[]): readonly Solution[] {
  return [...SOLUTIONS.filter((one) => one.name !== name), ...others]
}

const BROKEN: Readonly<Record<string, { readonly challenge?: Partial<CodeChallenge>; readonly solutions?: readonly Solution[]; readonly says: RegExp }>> = {
  'it has accepted and at least three wrong solutions, each saying what must be seen': { solutions: without('wrong-none'), says: /three are needed/ },
  'the gold medal is reachable': { challenge: { medals: { gold: 1, silver: 20 } }, says: /earn it/ },
  'what one starts from runs and is not accepted': { challenge: { starter: 'def double(n):\n    return n + n\n' }, says: /gets accepted/ },
  'an answer that knows only what is seen is refused': { solutions: without('wrong-hard-coded', solution('wrong-hard-coded', 'def double(n):\n    return 42\n')), says: /must pass what is seen/ },
  'browser and server agree on every solution': {
    // Only a program that looks at how often it was started could tell them apart; here the message differs by itself.
    solutions: without('accepted', solution('accepted', 'def double(n):\n    return 3\n')),
    says: /a browser gives accepted/,
  },
  'its texts are fit to be read': { challenge: { statementMarkdown: 'Notwithstanding considerable implementational difficulties, reimplementation necessitates extraordinary perspicacity.' }, says: /reads like grade/ },
  'its statement fits a phone screen': { challenge: { statementMarkdown: `Go on. ${'We do it so. '.repeat(60)}` }, says: /words, and/ },
  'it has three hints, of which the last costs the gold medal': { challenge: { hints: [{ text: 'Look.', costsGold: true }] }, says: /three hints/ },
  'no place of a variant is left open': { challenge: { explanationMarkdown: `It takes {{ nothing_of_that_name }} bytes. ${'More. '.repeat(40)}` }, says: /can't be computed/ },
  'the explanation computes its sizes': { challenge: { explanationMarkdown: `It takes 56 bytes. ${'More. '.repeat(40)}` }, says: /types 56 bytes/ },
  'no hint is the solution': { challenge: { hints: [{ text: 'Look.', costsGold: false }, { text: 'Think.', costsGold: false }, { text: 'Write return (n * 2) there.', costsGold: true }] }, says: /tell the solution's line/ },
  'each goal is necessary: something wrong fails only it': {
    challenge: { goals: [{ id: 'right', title: 'Right', hidden: false }, { id: 'more', title: 'More', hidden: false }], checks: { visible: `${sound().checks.visible}    check("more", True)\n`, hidden: sound().checks.hidden } },
    says: /nothing wrong fails goal more alone/,
  },
  'its prerequisites come before it': { challenge: { prerequisites: ['later'] }, says: /later does not come before/ },
}

const catalogue: readonly ChallengeDefinition[] = [sound(), sound({ slug: 'later', position: 9 })]

test('a sound challenge keeps every rule, and its solutions get what they promise', () => {
  const proving = new Proving(sound(), SOLUTIONS)
  expect(lint(proving, catalogue)).toEqual([])
  expect(SOLUTIONS.flatMap((one) => proving.proofs(one).flatMap(({ complaints }) => complaints))).toEqual([])
})

test('there is a change that breaks each rule', () => {
  expect(Object.keys(BROKEN)).toEqual(Object.keys(LINTS))
})

test.each(Object.entries(LINTS))('can fail: %s', (name, rule) => {
  const { challenge, solutions = SOLUTIONS, says } = BROKEN[name] ?? { says: /nothing/ }
  expect(rule(new Proving(sound(challenge), solutions), catalogue).join('\n')).toMatch(says)
})

test.each([
  ['a wide line of code', '```python\nprint("a very long line of code that no phone can show")\n```\n', /characters, and 46 fit/],
  ['too many lines', 'Go.\n'.repeat(40), /lines, and 30 fit/],
])('a statement does not fit with %s', (_, statementMarkdown, says) => {
  expect(lint(new Proving(sound({ statementMarkdown }), SOLUTIONS), catalogue).join('\n')).toMatch(says)
})

test('a solution is told from its header', () => {
  const [one] = new Proving(sound(), SOLUTIONS).proofs(solution('wrong-none', 'def double(n):\n    pass\n', { verdict: 'partial', fails: 'left', says: 'nobody says this' }))
  expect(one?.complaints.map((complaint) => complaint.split(':')[0])).toEqual(['got wrong-answer instead of partial', 'failed [right] instead of [left]', 'does not say "nobody says this" but'])
})

test('a solution that hangs on the collector’s schedule is found', () => {
  // Nothing looks at the schedule but whether the garbage of the first call is still there at the end of the second.
  const visible = 'from observe import case, check\n@case\ndef one(program):\n    program.call("leak")\n    program.call("leak")\n    check("right", program.count("Node") == 0, f"{program.count(\'Node\')} are left")\n'
  const challenge = sound({ checks: { visible, hidden: '' }, metric: null, medals: null })
  const source = 'class Node:\n    pass\n\nclass Other:\n    pass\n\ndef leak():\n    node = Node()\n    node.me = node\n    del node\n    [Other() for _ in range(9)]\n'
  const complaints = new Proving(challenge, []).proofs(solution('wrong-leak', source, { says: 'are left' })).flatMap((proof) => proof.complaints)
  expect(complaints.join('\n')).toMatch(/hangs on the collector’s schedule: wrong-answer \(right fails\) as usual, accepted with the collector at every allocation/)
})

test('longer words and sentences are harder to read', () => {
  expect(readingGrade('The cat sat. It was glad.')).toBeLessThan(readingGrade('Considerable difficulties accompanied the implementation of the reorganisation.'))
})
