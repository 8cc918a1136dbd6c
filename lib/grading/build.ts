// Judging a heap that was built: the learner's program and the target's run side by side, and the shapes behind some expressions are compared.
import { type ExceptionView, type Metrics, type RunResult, createSession, isPythonVersion } from '#lib/engine/index.ts'
import { InvariantError, present } from '#lib/std/assert.ts'
import { dataSnapshot, heapOf } from './heap.ts'
import { remembered } from './remembered.ts'
import { type Shape, type ShapeDifferences, compareShapes } from './shape.ts'
import type { BuildChallenge, CollectorSchedule, Goal, GoalResult, JudgeResult, ShownTarget } from './types.ts'
import { ONLY_VISIBLE, choiceResult, stoppedResult } from './verdict.ts'

/** A program's heap, looked at from the roots, or why there is none. */
type Built =
  | { readonly ok: true; readonly shape: Shape; readonly metrics: Metrics; readonly stdout: string }
  | { readonly ok: false; readonly status: Exclude<RunResult['status'], 'ok'>; readonly exception: ExceptionView | null; readonly message: string | null; readonly stdout: string }

/** The target's heap without the program that makes it. */
export function shownTarget(challenge: BuildChallenge): ShownTarget {
  const { target, roots, pythonVersion, limits } = challenge
  if (typeof target !== 'string') return target
  return remembered(`target ${JSON.stringify([target, roots, pythonVersion, limits])}`, () => targetOf(challenge, target))
}

function targetOf(challenge: BuildChallenge, program: string): ShownTarget {
  const target = built(challenge, program, 'normal')
  if (!target.ok) throw new InvariantError(`the target fails: ${target.exception?.traceback ?? target.message ?? target.status}`)
  const { heap, roots } = target.shape
  // A root that is no name gets its expression as one, so that a picture can start from it.
  const globals = roots.map(({ path, serial }) => ({ name: path, target: serial, kind: 'global' as const }))
  return { snapshot: { ...dataSnapshot(heap), globals }, roots: roots.map(({ serial }) => serial) }
}

function built({ roots, pythonVersion, limits }: BuildChallenge, source: string, gcSchedule: CollectorSchedule): Built {
  const session = createSession({ source, limits, python: isPythonVersion(pythonVersion) ? pythonVersion : '3.13', gcSchedule })
  const end = session.exec()
  if (end.status !== 'ok') return { ok: false, status: end.status, exception: end.exception, message: end.message, stdout: end.stdout }
  const found: { path: string; serial: number }[] = []
  for (const path of roots) {
    const outcome = session.evaluate(path)
    if (!outcome.ok) return { ok: false, status: outcome.status, exception: outcome.exception, message: outcome.message, stdout: session.stdout() }
    found.push({ path, serial: session.describe(outcome.handle).serial })
    // What a name holds needs no hold of ours, which would count; a value that was only computed is held as a caller would.
    if (/^\w+$/.test(path)) session.release(outcome.handle)
  }
  return { ok: true, shape: { heap: heapOf(session.snapshot(), found.map(({ serial }) => serial)), roots: found }, metrics: session.metrics(), stdout: session.stdout() }
}

/** Judges a source against all variants of the target: the first is the one that everybody sees, the others are hidden. */
export function judgeBuild(variants: readonly BuildChallenge[], source: string, schedule: CollectorSchedule): JudgeResult {
  const challenge = present(variants[0], 'there is a target')
  let shown: Extract<Built, { ok: true }> | null = null
  let differences: ShapeDifferences = { objects: null, sharing: null, counts: null }
  for (const variant of variants) {
    const ours = built(variant, source, schedule)
    if (!ours.ok) return stoppedResult(challenge, { ...ours, hidden: shown !== null }, ours.stdout)
    const { snapshot, roots } = shownTarget(variant)
    const target = { heap: heapOf(snapshot, roots), roots: variant.roots.map((path, index) => ({ path, serial: present(roots[index], 'a root for each path') })) }
    differences = compareShapes(ours.shape, target)
    if (shown !== null) differences = withoutDetails(differences)
    shown ??= ours
    if (Object.values(differences).some((words) => words !== null)) break
  }
  return choiceResult(challenge, challenge.goals.map((goal) => goalResult(goal, differences)), { ...shown?.metrics }, shown?.stdout)
}

function withoutDetails({ objects, sharing, counts }: ShapeDifferences): ShapeDifferences {
  const words = (difference: string | null) => (difference === null ? null : ONLY_VISIBLE)
  return { objects: words(objects), sharing: words(sharing), counts: words(counts) }
}

function goalResult({ id, title, hidden }: Goal, differences: ShapeDifferences): GoalResult {
  const aspect = (['objects', 'sharing', 'counts'] as const).find((known) => known === id)
  const message = differences[present(aspect, `a heap to be built has no goal '${id}'`)]
  return { id, title, hidden, passed: message === null, message }
}
