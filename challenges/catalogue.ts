// The challenges of this repository, read from their folders. For scripts and tests only: it reads files, and what it returns holds the
// hidden checks.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ChallengeDefinition } from '#lib/grading/types.ts'

const FOLDER = import.meta.dirname

/** Bounds of a learner's program, unless challenge.json names others. */
const LIMITS = { steps: 5_000_000, memoryBytes: 32 * 1024 * 1024, outputChars: 100_000 }

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens')
const text = z.string().min(1)

const unitsFile = z.array(z.strictObject({ id, title: text, challenges: z.array(id) }))

const challengeFile = z.strictObject({
  title: text,
  summary: text,
  python: z.enum(['3.11', '3.12', '3.13', '3.14', '3.15']).default('3.13'),
  goals: z.array(z.strictObject({ id, title: text, hidden: z.boolean().default(false) })).min(1),
  metric: z.strictObject({ id: text, label: text, lowerIsBetter: z.boolean().default(true) }).nullable(),
  medals: z.strictObject({ gold: z.int(), silver: z.int() }).nullable(),
  /** The last one costs the gold medal. */
  hints: z.array(text).length(3),
  limits: z.strictObject({ steps: z.int(), memoryBytes: z.int(), outputChars: z.int() }).partial().default({}),
  forbidden: z.array(z.string().regex(/^(import|name|attribute|node) \w+$/)).default([]),
  prerequisites: z.array(id).default([]),
})

/** All challenges, in the order in which they are played. */
export function loadCatalogue(): ChallengeDefinition[] {
  const units = read('units.json', (source) => unitsFile.parse(JSON.parse(source)))
  return units
    .flatMap(({ id: unit, title, challenges }) => challenges.map((slug) => ({ unit, unitTitle: title, slug })))
    .map((place, position) => loadChallenge(place, position))
}

/** The folder of a challenge. */
export function folderOf({ unit, slug }: Pick<ChallengeDefinition, 'unit' | 'slug'>): string {
  return path.join(FOLDER, unit, slug)
}

function loadChallenge({ unit, unitTitle, slug }: Pick<ChallengeDefinition, 'unit' | 'unitTitle' | 'slug'>, position: number): ChallengeDefinition {
  const file = (name: string) => read(path.join(unit, slug, name), (source) => source)
  const { python, hints, limits, ...facts } = read(path.join(unit, slug, 'challenge.json'), (source) => challengeFile.parse(JSON.parse(source)))
  return {
    slug,
    unit,
    unitTitle,
    position,
    kind: 'code',
    ...facts,
    hints: hints.map((hint, index) => ({ text: hint, costsGold: index === hints.length - 1 })),
    limits: { ...LIMITS, ...limits },
    pythonVersion: python,
    statementMarkdown: file('statement.md'),
    starter: file('starter.py'),
    checks: { visible: file('checks.py'), hidden: file('hidden.py') },
    explanationMarkdown: file('explanation.md'),
  }
}

function read<T>(name: string, parse: (source: string) => T): T {
  try {
    return parse(fs.readFileSync(path.join(FOLDER, name), 'utf8'))
  } catch (error) {
    throw new Error(`challenges/${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
