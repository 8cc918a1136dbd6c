// The challenges of this repository, read from their folders. For scripts and tests only: it reads files, and what it returns holds the
// hidden checks.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ChallengeDefinition, Goal } from '#lib/grading/types.ts'

const FOLDER = import.meta.dirname

/** Bounds of a learner's program, unless challenge.json names others. */
const LIMITS = { steps: 5_000_000, memoryBytes: 32 * 1024 * 1024, outputChars: 100_000 }

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens')
const text = z.string().min(1)
const typeNames = z.array(text)

const unitsFile = z.array(z.strictObject({ id, title: text, challenges: z.array(id) }))

/** What challenge.json holds for every kind. */
const facts = {
  title: text,
  summary: text,
  difficulty: z.literal([1, 2, 3]),
  concepts: z.array(text).min(1).max(5),
  python: z.enum(['3.11', '3.12', '3.13', '3.14', '3.15']).default('3.13'),
  metric: z.strictObject({ id: text, label: text, lowerIsBetter: z.boolean().default(true) }).nullable().default(null),
  medals: z.strictObject({ gold: z.int(), silver: z.int() }).nullable().default(null),
  golf: z.boolean().default(false),
  /** The last one costs the gold medal. */
  hints: z.array(text).length(3),
  limits: z.strictObject({ steps: z.int(), memoryBytes: z.int(), outputChars: z.int() }).partial().default({}),
  prerequisites: z.array(id).default([]),
  variants: z.array(z.record(z.string(), z.union([z.string(), z.number()]))).default([]),
}

const forbidden = z.array(z.string().regex(/^(import|name|attribute|node) \w+$/)).default([])
const after = z.union([z.int(), z.string()]).optional()

const key = z.union([
  z.strictObject({ prints: z.int() }),
  z.strictObject({ value: text }),
  z.strictObject({ refcount: text, after }),
  z.strictObject({ alive: text, after }),
  z.strictObject({ dies: text }),
])

const findKey = z.union([z.strictObject({ frees: text, keeps: typeNames.default([]) }), z.strictObject({ made: text }), z.strictObject({ dies: text })])

const challengeFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), ...facts, forbidden, goals: z.array(z.strictObject({ id, title: text, hidden: z.boolean().default(false) })).min(1) }),
  z.strictObject({ kind: z.literal('predict'), ...facts, questions: z.array(z.strictObject({ id, ask: text, key, choices: z.array(text).default([]) })).min(1) }),
  z.strictObject({ kind: z.literal('cut'), ...facts, free: typeNames.min(1), keep: typeNames.default([]), cutNames: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('build'), ...facts, forbidden, roots: z.array(text).min(1), compare: z.array(z.enum(['objects', 'sharing', 'counts'])).min(1) }),
  z.strictObject({ kind: z.literal('hunt'), ...facts, finds: z.array(z.strictObject({ id, ask: text, mark: z.enum(['line', 'reference']), key: findKey })).min(1) }),
])

type ChallengeFile = z.infer<typeof challengeFile>

/** The lesson that opens a unit, as its Markdown file has it. */
export interface Lesson {
  readonly unit: string
  readonly title: string
  readonly position: number
  readonly markdown: string
}

/** All lessons, in the order of the units. */
export function loadLessonFiles(): Lesson[] {
  const units = read('units.json', (source) => unitsFile.parse(parsed(source)))
  return units.map(({ id: unit, title }, position) => ({ unit, title, position, markdown: read(path.join(unit, 'lesson.md'), (source) => source) }))
}

/** All challenges, in the order in which they are played. */
export function loadCatalogue(): ChallengeDefinition[] {
  const units = read('units.json', (source) => unitsFile.parse(parsed(source)))
  return units
    .flatMap(({ id: unit, title, challenges }) => challenges.map((slug) => ({ unit, unitTitle: title, slug })))
    .map((place, position) => loadChallenge(place, position))
}

/** The folder of a challenge. */
export function folderOf({ unit, slug }: Pick<ChallengeDefinition, 'unit' | 'slug'>): string {
  return path.join(FOLDER, unit, slug)
}

type Place = Pick<ChallengeDefinition, 'unit' | 'unitTitle' | 'slug'>

function loadChallenge(place: Place, position: number): ChallengeDefinition {
  const { unit, slug } = place
  const file = (name: string) => read(path.join(unit, slug, name), (source) => source)
  const told = read(path.join(unit, slug, 'challenge.json'), (source) => challengeFile.parse({ kind: 'code', ...parsed(source) }))
  const { title, summary, difficulty, concepts, python, golf, metric, medals, hints, limits, prerequisites, variants } = told
  const common = {
    ...place,
    position,
    title,
    summary,
    difficulty,
    concepts,
    golf,
    metric,
    medals,
    prerequisites,
    variants,
    starter: '',
    forbidden: [],
    hints: hints.map((hint, index) => ({ text: hint, costsGold: index === hints.length - 1 })),
    limits: { ...LIMITS, ...limits },
    pythonVersion: python,
    statementMarkdown: file('statement.md'),
    explanationMarkdown: file('explanation.md'),
    goals: goalsOf(told),
  }
  switch (told.kind) {
    case 'code':
      return { ...common, kind: 'code', forbidden: told.forbidden, starter: file('starter.py'), checks: { visible: file('checks.py'), hidden: file('hidden.py') } }
    case 'predict':
      return { ...common, kind: 'predict', program: file('program.py'), questions: told.questions, models: modelsOf(place) }
    case 'cut':
      return { ...common, kind: 'cut', program: file('program.py'), free: told.free, keep: told.keep, cutNames: told.cutNames }
    case 'build':
      return { ...common, kind: 'build', forbidden: told.forbidden, starter: file('starter.py'), target: file('target.py'), roots: told.roots }
    case 'hunt':
      return { ...common, kind: 'hunt', program: file('program.py'), finds: told.finds }
    default:
      return told satisfies never
  }
}

const ASPECTS = { objects: 'The same objects at every path', sharing: 'What is one object there is one object here', counts: 'The same reference counts' }

function goalsOf(told: ChallengeFile): Goal[] {
  const goal = (goalId: string, title: string) => ({ id: goalId, title, hidden: false })
  const names = (types: readonly string[], article: string) => types.map((type) => `${article} \`${type}\``).join(' and ')
  switch (told.kind) {
    case 'code':
      return told.goals
    case 'predict':
      return told.questions.map((question) => goal(question.id, question.ask))
    case 'hunt':
      return told.finds.map((find) => goal(find.id, find.ask))
    case 'build':
      return told.compare.map((aspect) => goal(aspect, ASPECTS[aspect]))
    case 'cut':
      return [goal('freed', `${capital(names(told.free, 'every'))} is freed by counting alone`), ...(told.keep.length === 0 ? [] : [goal('kept', `${capital(names(told.keep, 'no'))} is lost`)])]
    default:
      return told satisfies never
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Programs of the folder `models`: the first line says the belief, the rest stands line by line beside program.py. */
function modelsOf({ unit, slug }: Place): { belief: string; program: string }[] {
  const folder = path.join(unit, slug, 'models')
  if (!fs.existsSync(path.join(FOLDER, folder))) return []
  const files = fs.readdirSync(path.join(FOLDER, folder)).filter((name) => name.endsWith('.py')).sort()
  return files.map((name) =>
    read(path.join(folder, name), (source) => {
      const [, belief, program] = /^# belief: (.+)\n([^]*)$/.exec(source) ?? []
      if (belief === undefined || program === undefined) throw new Error('the first line must be `# belief: …`')
      return { belief, program }
    }),
  )
}

function read<T>(name: string, parse: (source: string) => T): T {
  try {
    return parse(fs.readFileSync(path.join(FOLDER, name), 'utf8'))
  } catch (error) {
    throw new Error(`challenges/${name}: ${troubleWords(error)}`, { cause: error })
  }
}

/** What is wrong with a file, for who wrote it. */
function troubleWords(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  return error instanceof Error ? error.message : String(error)
}

/** JSON, whose mistakes are told by their line. */
function parsed(source: string): object {
  try {
    return JSON.parse(source) as object
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(String(error)) ?? []
    if (position === undefined) throw error
    const before = source.slice(0, Number(position)).split('\n')
    throw new Error(`no JSON from line ${before.length} on (a comma too many or too few, a quote missing?): ${source.split('\n')[before.length - 1]?.trim() ?? ''}`, { cause: error })
  }
}
