// Variants: a seed picks a row of values, which take the places `{{name}}` of a challenge's texts.
import type { BuildChallenge, ChallengeDefinition, Find, PredictChallenge, Question, Variant } from './types.ts'

/** Kinds whose answer is a choice: each new try gets the next variant, so that guessing gains nothing. */
const CHOICES: ReadonlySet<ChallengeDefinition['kind']> = new Set(['predict', 'hunt'])

/** The seed of the next try, from the first one's and how many tries there were. */
export function seedOfTry(challenge: Pick<ChallengeDefinition, 'kind'>, firstSeed: number, triesBefore: number): number {
  return CHOICES.has(challenge.kind) ? (firstSeed + triesBefore) & 0x7fffffff : firstSeed
}

/** The row that a seed picks. */
export function variantFor({ variants }: Pick<ChallengeDefinition, 'variants'>, seed: number): Variant {
  return variants[seed % variants.length] ?? {}
}

/** A text with the values of a row in its places. */
export function filled(text: string, variant: Variant): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (place, name: string) => String(variant[name] ?? place))
}

/** The challenge as this seed makes it: every place filled. */
export function atSeed(challenge: ChallengeDefinition, seed: number): ChallengeDefinition {
  if (challenge.variants.length === 0) return challenge
  const variant = variantFor(challenge, seed)
  const fill = (text: string) => filled(text, variant)
  const facts = {
    variants: [],
    statementMarkdown: fill(challenge.statementMarkdown),
    starter: fill(challenge.starter),
    goals: challenge.goals.map((goal) => ({ ...goal, title: fill(goal.title) })),
  }
  switch (challenge.kind) {
    case 'code':
      return { ...challenge, ...facts }
    case 'predict':
      return { ...challenge, ...facts, ...predictAt(challenge, fill) }
    case 'cut':
      return { ...challenge, ...facts, program: fill(challenge.program) }
    case 'build':
      return { ...challenge, ...facts, ...buildAt(challenge, fill) }
    case 'hunt':
      return { ...challenge, ...facts, program: fill(challenge.program), finds: challenge.finds.map((find) => findAt(find, fill)) }
    default:
      return challenge satisfies never
  }
}

/** A heap to be built, in every variant; the seed's own comes first. */
export function allVariants(challenge: BuildChallenge, seed: number): BuildChallenge[] {
  if (challenge.variants.length === 0) return [challenge]
  return challenge.variants.flatMap((_, index) => atSeed(challenge, seed + index)).filter((variant) => variant.kind === 'build')
}

type Fill = (text: string) => string

function predictAt({ program, questions, models }: PredictChallenge, fill: Fill): Pick<PredictChallenge, 'program' | 'questions' | 'models'> {
  return {
    program: fill(program),
    questions: questions.map((question): Question => ({ ...question, ask: fill(question.ask), key: filledValues(question.key, fill), choices: question.choices.map(fill) })),
    models: models.map((model) => ({ belief: fill(model.belief), program: fill(model.program) })),
  }
}

function buildAt({ target, roots }: BuildChallenge, fill: Fill): Pick<BuildChallenge, 'target' | 'roots'> {
  return { target: typeof target === 'string' ? fill(target) : target, roots: roots.map(fill) }
}

function findAt(find: Find, fill: Fill): Find {
  return { ...find, ask: fill(find.ask), key: filledValues(find.key, fill) }
}

/** Every text of a flat object filled. */
function filledValues<T extends object>(object: T, fill: Fill): T {
  return Object.fromEntries(Object.entries(object).map(([name, value]: [string, unknown]) => [name, typeof value === 'string' ? fill(value) : value])) as T
}
