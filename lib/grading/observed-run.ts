// One run of a program that is only looked at: what it prints, its heap before every line and at the end, and when objects die.
import { type MachineOptions, type ObjectSerial, createMachine, createSession, isPythonVersion } from '#lib/engine/index.ts'
import { InvariantError, present } from '#lib/std/assert.ts'
import { type Heap, heapOf, objectAt, ofType } from './heap.ts'
import { remembered } from './remembered.ts'
import type { ChallengeDefinition, CollectorSchedule, Key } from './types.ts'

/** Lines that are looked at; programs to be understood are shorter. */
const MOST_LINES = 2_000

interface RunOptions {
  readonly extraModules?: Readonly<Record<string, string>>
  readonly schedule: CollectorSchedule
}

/** A program, run once for each kind of question that is asked about it. */
export class ObservedRun {
  readonly program: string
  readonly schedule: CollectorSchedule
  private readonly options: MachineOptions
  private knownMoments: readonly Heap[] | null = null
  private knownOutput: readonly string[] | null = null

  constructor(program: string, { pythonVersion, limits }: Pick<ChallengeDefinition, 'pythonVersion' | 'limits'>, { extraModules, schedule }: Required<RunOptions>) {
    this.program = program
    this.schedule = schedule
    this.options = { source: program, limits, python: isPythonVersion(pythonVersion) ? pythonVersion : '3.13', extraModules, gcSchedule: schedule }
  }

  /** The heap before each line that is run, then the heap at the end. */
  get moments(): readonly Heap[] {
    this.knownMoments ??= createMachine(this.options).lineSnapshots(MOST_LINES).map((snapshot) => heapOf(snapshot))
    return this.knownMoments
  }

  /** The heap after the last line. */
  get end(): Heap {
    return present(this.moments.at(-1), 'a run has an end')
  }

  /** The lines printed, those of the end of the interpreter included. */
  get output(): readonly string[] {
    this.knownOutput ??= createMachine(this.options).run().stdout.split('\n')
    return this.knownOutput
  }

  /** The heap once a line has run for the last time. */
  after(line: number): Heap {
    const last = this.moments.findLastIndex(({ snapshot }, index) => snapshot.line === line && index < this.moments.length - 1)
    const depth = this.moments[last]?.snapshot.frames.length ?? 0
    const next = this.moments.find(({ snapshot }, index) => index > last && snapshot.frames.length <= depth)
    return last < 0 ? this.end : (next ?? this.end)
  }

  /** The repr of an expression's value at the end, or the type of the exception it raises. */
  value(expression: string): string {
    const session = createSession(this.options)
    session.exec()
    const outcome = session.evaluate(expression)
    return outcome.ok ? session.describe(outcome.handle).repr : (outcome.exception?.type ?? outcome.status)
  }

  /** The line that was running when an object died; null when it is alive at the end. */
  lineOfDeath(serial: ObjectSerial): number | null {
    // An object whose type changed is, to those who look for it, another one.
    const type = this.moments.find(({ bySerial }) => bySerial.has(serial))?.bySerial.get(serial)?.type
    const last = this.moments.findLastIndex(({ bySerial }) => bySerial.get(serial)?.type === type)
    return last === this.moments.length - 1 ? null : lineOutsideFinalizers(this.moments[last])
  }

  /** The object that a name like `Node #2` means over the whole run: the second `Node` that was made. */
  objectEverCalled(name: string): ObjectSerial {
    const [, type = '', number = ''] = /^(.+) #(\d+)$/.exec(name) ?? []
    const made = [...new Set(this.moments.flatMap((heap) => ofType(heap, type).map(({ serial }) => serial)))].sort((one, other) => one - other)
    return present(made[Number(number) - 1], `no object is ever called ${name}`)
  }
}

/** The line that runs at a moment; inside a finalizer the one that led to it. */
function lineOutsideFinalizers(moment: Heap | undefined): number | null {
  const frames = (moment?.snapshot.frames ?? []).filter(({ file }) => file === 'main.py')
  const finalizer = frames.findIndex(({ name }) => name === '__del__')
  return frames.at(finalizer < 0 ? -1 : finalizer - 1)?.line ?? null
}

/** A run, or the one that was looked at before. */
export function observedRun(program: string, challenge: Pick<ChallengeDefinition, 'pythonVersion' | 'limits'>, { extraModules = {}, schedule }: RunOptions): ObservedRun {
  const { pythonVersion, limits } = challenge
  return remembered(`run ${JSON.stringify([program, pythonVersion, limits, Object.keys(extraModules), schedule])}`, () => new ObservedRun(program, challenge, { extraModules, schedule }))
}

/** The answer that a run gives to a question. */
export function answerTo(key: Key, run: ObservedRun): string {
  if ('prints' in key) return run.output[key.prints - 1] ?? ''
  if ('value' in key) return run.value(key.value)
  if ('dies' in key) return String(run.lineOfDeath(run.objectEverCalled(key.dies)) ?? 'never')
  const heap = key.after === undefined ? run.end : run.after(Number(key.after))
  if ('alive' in key) return String(ofType(heap, key.alive).length)
  const object = objectAt(heap, key.refcount)
  if (object === null) throw new InvariantError(`there is nothing at ${key.refcount}`)
  return object.refcount === null ? 'immortal' : String(object.refcount)
}
