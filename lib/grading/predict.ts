// Judging predictions: the engine computes the key, and a wrong answer is compared with what follows from well-known wrong beliefs.
import { InvariantError } from '#lib/std/assert.ts'
import { answerLines, canonicalAnswer } from './answer-forms.ts'
import { BELIEF_MODULES, believedPrograms } from './beliefs.ts'
import { type ObservedRun, answerTo, observedRun } from './observed-run.ts'
import { type Parting, partingOf } from './parting.ts'
import type { CollectorSchedule, GoalResult, JudgeResult, PredictChallenge, Question } from './types.ts'
import { choiceResult, refusedResult } from './verdict.ts'

/** Judges answers to a program whose places are filled. */
export function judgePrediction(challenge: PredictChallenge, source: string, schedule: CollectorSchedule): JudgeResult {
  const answers = answerLines(source)
  const run = observedRun(challenge.program, challenge, { schedule })
  const looks = challenge.questions.map((question) => ({ question, written: answers.get(question.id) ?? '', truth: answerTo(question.key, run) }))
  for (const { question, written, truth } of looks) {
    if (written === '') return refusedResult(challenge, 'compile-error', `Not answered yet: ${question.ask}`)
    if (readAnswer(question, written, truth) === null) return refusedResult(challenge, 'compile-error', `“${written}” can't be read as an answer to: ${question.ask}`)
  }
  const isRight = looks.every(({ question, written, truth }) => readAnswer(question, written, truth) === truth)
  const beliefs = isRight ? [] : beliefsBehind(challenge, looks, schedule)
  const goals = looks.map((look): GoalResult => {
    const passed = readAnswer(look.question, look.written, look.truth) === look.truth
    return { id: look.question.id, title: look.question.ask, passed, message: passed ? null : diagnosis(challenge, look, { run, beliefs }), hidden: false }
  })
  return choiceResult(challenge, goals, {}, isRight ? run.output.join('\n') : '')
}

/** What is printed may be any text, so any text is an answer to it. */
function readAnswer({ key }: Question, written: string, truth: string): string | null {
  return canonicalAnswer(written, truth) ?? ('prints' in key && written !== '' ? written : null)
}

interface Look {
  readonly question: Question
  readonly written: string
  readonly truth: string
}

/** A belief with the run that it leads to, the ids of the questions that it answers as the learner did, and how well it explains all answers. */
interface Held {
  readonly belief: string
  readonly run: ObservedRun
  readonly agrees: ReadonlySet<string>
  readonly score: number
}

/** The beliefs that lead to some wrong answer, those first that explain most of what was answered. */
function beliefsBehind(challenge: PredictChallenge, looks: readonly Look[], schedule: CollectorSchedule): Held[] {
  const programs = [...challenge.models, ...believedPrograms(challenge.program, challenge.pythonVersion)]
  return programs
    .map(({ belief, program }): Held => {
      const run = observedRun(program, challenge, { extraModules: BELIEF_MODULES, schedule })
      const compared = looks.map(({ question, written, truth }) => ({ id: question.id, truth, given: readAnswer(question, written, truth), believed: readAnswer(question, answerIfAny(question.key, run) ?? '', truth) }))
      const agreeing = compared.filter(({ given, believed }) => given === believed)
      // Who holds a belief would hold it in every question that it concerns.
      const against = compared.filter(({ given, believed, truth }) => given !== believed && believed !== truth)
      return { belief, run, agrees: new Set(agreeing.map(({ id }) => id)), score: agreeing.length - against.length * compared.length }
    })
    .sort((one, other) => other.score - one.score)
}

/** Which idea a wrong answer reveals, and where it and the interpreter part. */
function diagnosis(challenge: PredictChallenge, { question, written }: Look, { run, beliefs }: { readonly run: ObservedRun; readonly beliefs: readonly Held[] }): string {
  const held = beliefs.find(({ agrees }) => agrees.has(question.id))
  if (held === undefined) return `“${written}” is not what the interpreter finds. ${adviceFor(question.key)}`
  return `“${written}” would be right if ${held.belief}.${placeWords(challenge.program, partingOf(run, held.run))}`
}

/** What to look at again, by what was asked. */
function adviceFor(key: Question['key']): string {
  if ('prints' in key || 'value' in key) return 'Ask of each line what it makes or changes, and of the last step what it looks at: the object itself, or what it refers to.'
  return 'Go through the program line by line: which names and which objects hold it at each moment?'
}

/** A belief may lead to a program that never gets there. */
function answerIfAny(key: Question['key'], run: ObservedRun): string | null {
  try {
    return answerTo(key, run)
  } catch (error) {
    if (error instanceof InvariantError) return null
    throw error
  }
}

function placeWords(program: string, parting: Parting | null): string {
  if (parting === null) return ''
  const text = program.split('\n')[parting.line - 1]?.trim() ?? ''
  return ` The interpreter goes another way from line ${parting.line} on, \`${text}\`: ${parting.words}.`
}
