// Challenges as the server keeps them: the catalogue's definitions, loaded as immutable versions. What decides a
// verdict makes a version; a better wording does not, so that ranks survive it.
import { createHash } from 'node:crypto'
import { type PublicTask, atSeed, explanationAt, publicTask } from '#lib/grading/index.ts'
import type { ChallengeDefinition } from '#lib/grading/types.ts'
import { present } from '#lib/std/assert.ts'
import { type Result, done } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { type Prisma, database } from './db.ts'
import { nextSeed } from './variants.ts'

/** What a list of challenges shows. */
export interface ChallengeSummary {
  readonly slug: string
  readonly versionId: string
  readonly unit: string
  readonly unitTitle: string
  readonly position: number
  readonly title: string
  readonly summary: string
  readonly kind: ChallengeDefinition['kind']
  readonly difficulty: ChallengeDefinition['difficulty']
  readonly concepts: readonly string[]
  readonly prerequisites: readonly string[]
  readonly pythonVersion: string
  readonly metricName: string | null
  /** The open-ended one at the end of its unit. */
  readonly golf: boolean
}

/** What the workbench may know. Written field by field: a new field of the definition stays on the server. */
export interface PublicChallenge extends ChallengeSummary {
  readonly statementMarkdown: string
  readonly starter: string
  readonly goals: ChallengeDefinition['goals']
  readonly metric: ChallengeDefinition['metric']
  readonly medals: ChallengeDefinition['medals']
  readonly hints: number
  readonly limits: ChallengeDefinition['limits']
  readonly forbidden: readonly string[]
  readonly task: PublicTask
  /** The variant that the texts and the task show. */
  readonly seed: number
  readonly next: { readonly slug: string; readonly title: string } | null
  /** Only for who has solved it. */
  readonly explanationMarkdown: string | null
}

/** Texts that may change without making a new version. */
const TEXT_FIELDS: ReadonlySet<string> = new Set<keyof ChallengeDefinition>([
  'unitTitle', 'position', 'title', 'summary', 'statementMarkdown', 'starter', 'hints', 'prerequisites', 'explanationMarkdown', 'difficulty', 'concepts', 'golf',
])

/** Every challenge that is played now, in order. */
export async function challengeList(): Promise<ChallengeSummary[]> {
  const rows = await database().challenge.findMany({ where: { retired: false, currentVersionId: { not: null } }, orderBy: [{ position: 'asc' }, { slug: 'asc' }] })
  return rows.map((row) => summary(definition(row.content), present(row.currentVersionId, 'selected with a version')))
}

/** A challenge for the workbench, in the variant of the actor's next try, or of a day's challenge. */
export async function publicChallenge(slug: string, actor: Actor | null = null, day: string | null = null): Promise<Result<PublicChallenge, 'not-found'>> {
  const challenge = await database().challenge.findUnique({ where: { slug } })
  if (!challenge || challenge.retired || !challenge.currentVersionId) return notFound('challenge')
  const stored = definition(challenge.content)
  const seed = await nextSeed(database(), actor, { challenge: stored, versionId: challenge.currentVersionId, day })
  const content = atSeed(stored, seed)
  const [next, solved] = await Promise.all([
    database().challenge.findFirst({ where: { retired: false, position: { gt: challenge.position } }, orderBy: { position: 'asc' }, select: { slug: true, title: true } }),
    actor ? database().submission.findFirst({ where: { userId: actor.userId, slug, verdict: 'accepted' }, select: { id: true } }) : null,
  ])
  return done({
    ...summary(content, challenge.currentVersionId),
    statementMarkdown: content.statementMarkdown,
    starter: content.starter,
    goals: content.goals.map(({ id, title, hidden }) => ({ id, title, hidden })),
    metric: content.metric && { id: content.metric.id, label: content.metric.label, lowerIsBetter: content.metric.lowerIsBetter },
    medals: content.medals && { gold: content.medals.gold, silver: content.medals.silver },
    hints: content.hints.length,
    limits: { steps: content.limits.steps, memoryBytes: content.limits.memoryBytes, outputChars: content.limits.outputChars },
    forbidden: content.forbidden,
    task: publicTask(content),
    seed,
    next,
    explanationMarkdown: solved ? explanationAt(stored, seed) : null,
  })
}

/** The definition that judges a version. */
export async function definitionOf(challengeVersionId: string): Promise<ChallengeDefinition> {
  const version = await database().challengeVersion.findUnique({ where: { id: challengeVersionId } })
  return definition(present(version, `no challenge version ${challengeVersionId}`).definition)
}

/** Loads the catalogue: new versions are added, texts updated, challenges that left it retired. */
export async function loadChallenges(catalogue: readonly ChallengeDefinition[]): Promise<{ added: string[]; retired: string[] }> {
  const added: string[] = []
  for (const challenge of catalogue) {
    const versionId = versionIdOf(challenge)
    const texts = { unit: challenge.unit, unitTitle: challenge.unitTitle, position: challenge.position, title: challenge.title, content: json(challenge), retired: false }
    await database().$transaction(async (tx) => {
      await tx.challenge.upsert({ where: { slug: challenge.slug }, create: { slug: challenge.slug, ...texts }, update: texts })
      const { count } = await tx.challengeVersion.createMany({
        data: [{
          id: versionId,
          slug: challenge.slug,
          definition: json(challenge),
          pythonVersion: challenge.pythonVersion,
          metricName: challenge.metric?.label ?? null,
          higherIsBetter: challenge.metric?.lowerIsBetter === false,
        }],
        skipDuplicates: true,
      })
      await tx.challenge.update({ where: { slug: challenge.slug }, data: { currentVersionId: versionId } })
      if (count > 0) added.push(versionId)
    })
  }
  const gone = await database().challenge.findMany({ where: { retired: false, slug: { notIn: catalogue.map(({ slug }) => slug) } }, select: { slug: true } })
  await database().challenge.updateMany({ where: { slug: { in: gone.map(({ slug }) => slug) } }, data: { retired: true } })
  return { added, retired: gone.map(({ slug }) => slug) }
}

/** `slug@hash`, over everything that decides a verdict. */
export function versionIdOf(challenge: ChallengeDefinition): string {
  const judged = Object.entries(challenge).filter(([field]) => !TEXT_FIELDS.has(field))
  return `${challenge.slug}@${createHash('sha256').update(canonical(Object.fromEntries(judged))).digest('hex').slice(0, 12)}`
}

/** JSON whose bytes don't depend on the order of keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{${entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}

function summary(content: ChallengeDefinition, versionId: string): ChallengeSummary {
  const { slug, unit, unitTitle, position, title, kind, difficulty, concepts, prerequisites, pythonVersion } = content
  return { slug, versionId, unit, unitTitle, position, title, summary: content.summary, kind, difficulty, concepts, prerequisites, pythonVersion, metricName: content.metric?.label ?? null, golf: content.golf }
}

function json(challenge: ChallengeDefinition): Prisma.InputJsonObject {
  return challenge as unknown as Prisma.InputJsonObject
}

function definition(stored: Prisma.JsonValue): ChallengeDefinition {
  // Versions from before there were variants have none.
  const content = stored as unknown as ChallengeDefinition
  return 'variants' in content ? content : { ...(content as ChallengeDefinition), variants: [], difficulty: 1, concepts: [] }
}
