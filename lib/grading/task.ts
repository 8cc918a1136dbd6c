// What a browser gets of a challenge: the task of its kind without anything hidden, and the definition that its own judge uses.
import { shownTarget } from './build.ts'
import type { BuildChallenge, ChallengeDefinition, CodeChallenge, CutChallenge, Find, Question, ShownTarget } from './types.ts'

/** The part of a challenge that only its kind has, as everybody may see it. No key is in it, nor what computes one. */
export type PublicTask =
  | { readonly kind: 'code'; readonly checks: string }
  | { readonly kind: 'predict'; readonly program: string; readonly questions: readonly (Pick<Question, 'id' | 'ask' | 'choices'> & { readonly asksLine: boolean })[] }
  | { readonly kind: 'cut'; readonly program: string; readonly free: readonly string[]; readonly keep: readonly string[]; readonly cutNames: boolean }
  | { readonly kind: 'build'; readonly target: ShownTarget; readonly roots: readonly string[] }
  | { readonly kind: 'hunt'; readonly program: string; readonly finds: readonly Pick<Find, 'id' | 'ask' | 'mark'>[] }

/** The task of a challenge whose places are filled. */
export function publicTask(challenge: ChallengeDefinition): PublicTask {
  switch (challenge.kind) {
    case 'code':
      return { kind: 'code', checks: challenge.checks.visible }
    case 'predict':
      return { kind: 'predict', program: challenge.program, questions: challenge.questions.map(({ id, ask, choices, key }) => ({ id, ask, choices, asksLine: 'dies' in key })) }
    case 'cut': {
      const { program, free, keep, cutNames } = challenge
      return { kind: 'cut', program, free, keep, cutNames }
    }
    case 'build':
      return { kind: 'build', target: shownTarget(challenge), roots: challenge.roots }
    case 'hunt':
      return { kind: 'hunt', program: challenge.program, finds: challenge.finds.map(({ id, ask, mark }) => ({ id, ask, mark })) }
    default:
      return challenge satisfies never
  }
}

/** What judging in a browser needs beside the task. */
export type JudgedFacts = Pick<ChallengeDefinition, 'slug' | 'title' | 'starter' | 'goals' | 'metric' | 'medals' | 'limits' | 'forbidden' | 'pythonVersion'>

/** The definition for a provisional verdict by the server's own function; null where a verdict would tell the key. */
export function visibleDefinition(facts: JudgedFacts, task: PublicTask): CodeChallenge | CutChallenge | BuildChallenge | null {
  const unused = { unit: '', unitTitle: '', position: 0, summary: '', difficulty: 1, concepts: [], golf: false, statementMarkdown: '', hints: [], prerequisites: [], explanationMarkdown: '', variants: [] } as const
  const common = { ...unused, ...facts }
  switch (task.kind) {
    case 'code':
      return { ...common, kind: 'code', checks: { visible: task.checks, hidden: '' } }
    case 'cut':
      return { ...common, ...task }
    case 'build':
      return { ...common, ...task }
    case 'predict':
    case 'hunt':
      return null
    default:
      return task satisfies never
  }
}
