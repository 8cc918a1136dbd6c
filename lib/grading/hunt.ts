// Judging what was marked: the engine takes references away, or looks back at the run, to find out what is really to blame.
import { answerLines } from './answer-forms.ts'
import { CutTable, lostFrom, stillAlive } from './cut.ts'
import type { Edge } from './heap.ts'
import { type ObservedRun, observedRun } from './observed-run.ts'
import { remembered } from './remembered.ts'
import type { CollectorSchedule, Find, GoalResult, HuntChallenge, JudgeResult } from './types.ts'
import { choiceResult, refusedResult } from './verdict.ts'

/** Judges the marks of a program whose places are filled. */
export function judgeHunt(challenge: HuntChallenge, source: string, schedule: CollectorSchedule): JudgeResult {
  const marks = answerLines(source)
  const run = observedRun(challenge.program, challenge, { schedule })
  const goals: GoalResult[] = []
  for (const find of challenge.finds) {
    const mark = marks.get(find.id) ?? ''
    const trouble = find.mark === 'line' ? lineTrouble(mark, challenge.program) : edgeTrouble(mark, challenge)
    if (trouble !== null) return refusedResult(challenge, 'compile-error', `${trouble} (${find.ask})`)
    const message = find.mark === 'line' ? lineFault(Number(mark.replace('line ', '')), find, challenge, run) : edgeFault(mark, find, challenge)
    goals.push({ id: find.id, title: find.ask, passed: message === null, message, hidden: false })
  }
  return choiceResult(challenge, goals, {})
}

function lineTrouble(mark: string, program: string): string | null {
  const [, digits] = /^line (\d+)$/.exec(mark) ?? []
  return digits !== undefined && program.split('\n')[Number(digits) - 1]?.trim() ? null : 'No line is marked yet.'
}

function edgeTrouble(mark: string, challenge: HuntChallenge): string | null {
  return new CutTable(challenge, true).edges.some(({ text }) => text === mark) ? null : 'No reference is marked yet.'
}

/** Why a marked reference is not the one; null when it is. */
function edgeFault(mark: string, { key }: Find, challenge: HuntChallenge): string | null {
  if (!('frees' in key)) return 'This find asks for a line.'
  const table = new CutTable(challenge, true)
  const edge = table.edges.find(({ text }) => text === mark)
  return edge === undefined ? 'No reference is marked yet.' : withoutEdge(table, edge, key)
}

/** What is still wrong once a reference is gone and the collector has run; null when the right objects are freed, and only they. */
function withoutEdge(table: CutTable, edge: Edge, { frees, keeps }: { readonly frees: string; readonly keeps: readonly string[] }): string | null {
  table.cut(edge)
  table.session.collect()
  const end = table.now()
  const alive = stillAlive(table.start, end, [frees])
  if (alive !== null) return `Without \`${edge.text}\`: ${alive}`
  const lost = lostFrom(table.start, end, keeps)
  return lost === null ? null : `Without \`${edge.text}\`: ${lost}`
}

/** Why a marked line is not the one; null when it is. */
function lineFault(line: number, { key }: Find, challenge: HuntChallenge, run: ObservedRun): string | null {
  const { program, pythonVersion, limits } = challenge
  const right = remembered(`lines ${JSON.stringify([program, pythonVersion, limits, key, run.schedule])}`, () => keyLines(key, challenge, run))
  if (right.has(line)) return null
  const text = challenge.program.split('\n')[line - 1]?.trim() ?? ''
  if ('made' in key) return `Line ${line}, \`${text}\`, does not make that object.`
  if ('dies' in key) return `When line ${line}, \`${text}\`, has run, that object lives on, or has died before.`
  return `Line ${line}, \`${text}\`, makes no reference that still keeps \`${key.frees}\` alive at the end.`
}

function keyLines(key: Find['key'], challenge: HuntChallenge, run: ObservedRun): ReadonlySet<number | null> {
  if ('made' in key) {
    const serial = run.objectEverCalled(key.made)
    return new Set(run.moments.flatMap(({ bySerial }) => bySerial.get(serial)?.line ?? []))
  }
  if ('dies' in key) return new Set([run.lineOfDeath(run.objectEverCalled(key.dies))])
  const { edges } = new CutTable(challenge, true)
  const guilty = edges.filter((edge) => {
    const table = new CutTable(challenge, true)
    const same = table.edges.find(({ text }) => text === edge.text)
    return same !== undefined && withoutEdge(table, same, key) === null
  })
  return new Set(guilty.map((edge) => lineThatMade(edge, run)))
}

/** The line after which a reference was first there. */
function lineThatMade({ holder, label, target }: Edge, { moments }: ObservedRun): number | null {
  const first = moments.findIndex(({ snapshot, bySerial }) =>
    holder === null
      ? snapshot.globals.some((binding) => binding.name === label && binding.target === target)
      : (bySerial.get(holder)?.references.some((reference) => reference.label === label && reference.target === target) ?? false),
  )
  return moments[first - 1]?.snapshot.line ?? null
}
