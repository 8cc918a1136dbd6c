// The map as data: what a person sees of each challenge, which one comes next, and which ones a search finds. Pure functions.

export type MapKind = 'code' | 'predict' | 'cut' | 'build' | 'hunt'

/** One challenge as the map shows it. */
export interface MapChallenge {
  readonly slug: string
  readonly unit: string
  readonly unitTitle: string
  readonly title: string
  readonly summary: string
  readonly kind: MapKind
  readonly difficulty: 1 | 2 | 3
  readonly concepts: readonly string[]
  /** The open-ended one at the end of its unit. */
  readonly golf: boolean
  readonly state: 'passed' | 'tried' | 'untouched'
  readonly medal: string | null
  readonly points: number
  /** Titles of prerequisites that are not solved yet. */
  readonly missing: readonly string[]
}

/** What a person looks for; empty fields look for everything. */
export interface MapQuery {
  readonly text: string
  readonly kind: MapKind | ''
  readonly difficulty: '' | '1' | '2' | '3'
  readonly state: '' | 'open' | 'passed'
}

export const everything: MapQuery = { text: '', kind: '', difficulty: '', state: '' }

export const kindWords: Readonly<Record<MapKind, string>> = { code: 'Code', predict: 'Predict', cut: 'Cut', build: 'Build', hunt: 'Hunt' }
export const difficultyWords = { 1: 'easy', 2: 'medium', 3: 'hard' } as const

/** Whether a challenge is among what is looked for. Every word of the text must be found in it. */
export function isFound(challenge: MapChallenge, { text, kind, difficulty, state }: MapQuery): boolean {
  const { title, summary, concepts, unitTitle } = challenge
  const told = [title, summary, unitTitle, challenge.golf ? 'golf' : '', kindWords[challenge.kind], difficultyWords[challenge.difficulty], ...concepts].join(' ').toLowerCase()
  const words = text.toLowerCase().split(/\s+/)
  if (!words.every((word) => told.includes(word))) return false
  if (kind !== '' && challenge.kind !== kind) return false
  if (difficulty !== '' && String(challenge.difficulty) !== difficulty) return false
  return state === '' || (state === 'passed') === (challenge.state === 'passed')
}

/** What to play next: what was begun first of all, then the first unsolved one whose prerequisites are met. */
export function recommended(challenges: readonly MapChallenge[]): MapChallenge | null {
  const open = challenges.filter(({ state }) => state !== 'passed')
  const lastSolved = challenges.findLastIndex(({ state }) => state === 'passed')
  const ready = open.filter(({ missing }) => missing.length === 0)
  const begun = ready.find(({ state }) => state === 'tried')
  return begun ?? ready.find((challenge) => challenges.indexOf(challenge) > lastSolved) ?? ready[0] ?? open[0] ?? null
}
