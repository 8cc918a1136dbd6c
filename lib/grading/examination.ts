// The examination of one program: the grader's interpreter runs the checks, and what it asks about the learner's program arrives here as
// host calls. Keeps the sessions, and a protocol of what was checked; verdicts are made from that in verdict.ts.
import {
  type CallArgument,
  type CallOutcome,
  type ExceptionView,
  type HostAnswer,
  type MachineOptions,
  type Metrics,
  type PlainValue,
  type PythonVersion,
  type RunResult,
  type Session,
  createMachine,
  createSession,
  isPythonVersion,
  plainInt,
  plainList,
} from '#lib/engine/index.ts'
import { InvariantError, present } from '#lib/std/assert.ts'
import { OBSERVE_SOURCE } from './observe.py.ts'
import { entriesOf, itemsOf, numberOf, optionalText, plainDict, textOf } from './plain.ts'
import type { CodeChallenge, CollectorSchedule } from './types.ts'
import { survivorViews } from './words.ts'

/** Where in the examination something happened. */
interface Place {
  readonly caseTitle: string
  readonly hidden: boolean
  readonly schedule: CollectorSchedule
}

/** One look at a goal. */
export interface CheckRecord extends Place {
  readonly goal: string
  readonly passed: boolean
  readonly message: string
}

/** Why the program did not get to the end. */
export interface Stop extends Place {
  readonly status: Exclude<RunResult['status'], 'ok'>
  readonly exception: ExceptionView | null
  readonly message: string | null
}

/** All that was found out. */
export interface Examination {
  readonly checks: readonly CheckRecord[]
  readonly measures: readonly { readonly metric: string | null; readonly value: number; readonly hidden: boolean }[]
  readonly stop: Stop | null
  /** Of the first visible case. */
  readonly stdout: string
  readonly counters: Metrics | null
  /** The checks themselves failed: our fault, in Python's words. */
  readonly trouble: string | null
}

/** The grader's own bounds; generous, because the checks are ours. */
const GRADER_LIMITS = { steps: 50_000_000, memoryBytes: 128 * 1024 * 1024, outputChars: 100_000 }

/** Runs a challenge's checks on a source; `schedule` is the collector's where a case does not name one. */
export function examine(challenge: CodeChallenge, source: string, { seed, schedule = 'normal' }: { readonly seed: number; readonly schedule?: CollectorSchedule }): Examination {
  const examiner = new Examiner(challenge, source, { seed, schedule })
  const { hidden, visible } = challenge.checks
  const withHidden = hidden.trim() !== ''
  const grader = createMachine({
    source: `import observe\nimport checks\n${withHidden ? 'observe._begin_hidden()\nimport hidden\n' : ''}observe._run_cases()\n`,
    filename: 'judge.py',
    python: '3.13',
    limits: GRADER_LIMITS,
    extraModules: { observe: OBSERVE_SOURCE, checks: visible, ...(withHidden ? { hidden } : {}) },
    hostCall: (name, args) => examiner.answer(name, args),
  }).run()
  return examiner.report(grader.status === 'ok' ? null : (grader.exception?.traceback ?? grader.message ?? `The checks ended with ${grader.status}.`))
}

const NOWHERE: Place = { caseTitle: '', hidden: false, schedule: 'normal' }

class Examiner {
  private readonly challenge: CodeChallenge
  private readonly source: string
  private readonly seed: number
  private readonly schedule: CollectorSchedule
  private readonly sessions: Session[] = []
  private readonly checks: CheckRecord[] = []
  private readonly measures: { metric: string | null; value: number; hidden: boolean }[] = []
  private place: Place = NOWHERE
  private stop: Stop | null = null
  /** The session whose output and counters are reported: the learner's program in the first case. */
  private shown: Session | null = null

  constructor(challenge: CodeChallenge, source: string, { seed, schedule }: { readonly seed: number; readonly schedule: CollectorSchedule }) {
    this.challenge = challenge
    this.source = source
    this.seed = seed
    this.schedule = schedule
  }

  report(trouble: string | null): Examination {
    const { checks, measures, stop, shown } = this
    return { checks, measures, stop, stdout: shown?.stdout() ?? '', counters: shown?.metrics() ?? null, trouble }
  }

  /** One host call of the grader. Trouble of ours becomes a refusal, which ends the checks. */
  answer(name: string, args: readonly PlainValue[]): HostAnswer | undefined {
    const question = QUESTIONS[name]
    if (question === undefined) return undefined
    try {
      return { ok: true, value: question.call(this, args) }
    } catch (error) {
      if (error instanceof InvariantError) return { ok: false, reason: error.message }
      throw error
    }
  }

  /**
   * Whether this case is to be run: not after the program stopped; hidden inputs or other schedules only for what holds so far; and without the collector
   * only if that can make a difference to the run with it, which came just before.
   */
  beginCase([title, hidden, schedule]: readonly PlainValue[]): boolean {
    const place: Place = { caseTitle: textOf(title), hidden: hidden === true, schedule: textOf(schedule) as CollectorSchedule }
    if (this.stop !== null || (this.hasFailed() && (place.hidden || place.schedule !== 'normal'))) return false
    if (place.schedule === 'disabled' && this.sessions.every((session) => !session.askedCollector())) return false
    this.place = place
    this.sessions.length = 0
    return true
  }

  hasFailed(): boolean {
    return this.checks.some(({ passed }) => !passed)
  }

  start([source, schedule]: readonly PlainValue[]): PlainValue {
    const own = optionalText(source)
    const gcSchedule = (optionalText(schedule) ?? (this.place.schedule === 'normal' ? this.schedule : this.place.schedule)) as CollectorSchedule
    const session = createSession({ source: own ?? this.source, ...this.options(), gcSchedule })
    if (own === null && !this.place.hidden) this.shown ??= session
    this.sessions.push(session)
    const result = session.exec()
    if (result.status !== 'ok') this.noteStop(result.status, result.exception, result.message)
    return plainDict({ session: this.sessions.length - 1, ok: result.status === 'ok' })
  }

  private options(): Partial<MachineOptions> {
    const { limits, pythonVersion } = this.challenge
    const python: PythonVersion = isPythonVersion(pythonVersion) ? pythonVersion : '3.13'
    return { limits, python }
  }

  call([session, target, args, kwargs, must]: readonly PlainValue[]): PlainValue {
    const packed = itemsOf(args).map((pair): CallArgument => {
      const [handle, value] = itemsOf(pair)
      return handle === null || handle === undefined ? (value ?? null) : { t: 'handle', handle: numberOf(handle) }
    })
    const callee = typeof target === 'string' ? target : numberOf(target)
    return this.outcome(this.session(session).call(callee, packed, Object.fromEntries(entriesOf(kwargs))), must === true)
  }

  evaluate([session, expression]: readonly PlainValue[]): PlainValue {
    return this.outcome(this.session(session).evaluate(textOf(expression)), true)
  }

  attribute([session, handle, path]: readonly PlainValue[]): PlainValue {
    return this.outcome(this.session(session).attribute(numberOf(handle), textOf(path)), true)
  }

  private outcome(outcome: CallOutcome, must: boolean): PlainValue {
    const { stdout, metrics } = outcome
    const costs = { stdout, metrics: plainDict({ ...metrics }) }
    if (outcome.ok) return plainDict({ ok: true, handle: outcome.handle, value: outcome.value, ...costs })
    if (must || outcome.status !== 'exception') this.noteStop(outcome.status, outcome.exception, outcome.message)
    return plainDict({ ok: false, exception: outcome.exception?.type ?? outcome.status, ...costs })
  }

  private noteStop(status: Stop['status'], exception: ExceptionView | null, message: string | null): void {
    this.stop ??= { ...this.place, status, exception, message }
  }

  session(index: PlainValue | undefined): Session {
    return present(this.sessions[numberOf(index)], 'a Program is of no use outside the case that made it')
  }

  survivors([session, type]: readonly PlainValue[]): PlainValue {
    const asked = this.session(session)
    const snapshot = asked.snapshot()
    const alive = new Set(asked.survivors(textOf(type)).map(({ serial }) => serial))
    const views = survivorViews(snapshot, snapshot.objects.filter(({ serial }) => alive.has(serial)))
    return plainList(
      views.map(({ line, refcount, heldBy, sizeBytes, ...view }) =>
        plainDict({ ...view, size: sizeBytes, line: optionalInt(line), refcount: optionalInt(refcount), held_by: plainList(heldBy) }),
      ),
    )
  }

  check([goal, passed, message]: readonly PlainValue[]): void {
    const id = textOf(goal)
    present(this.challenge.goals.find((known) => known.id === id), `challenge.json has no goal '${id}'`)
    this.checks.push({ ...this.place, goal: id, passed: passed === true, message: textOf(message) })
  }

  measure([metric, value]: readonly PlainValue[]): void {
    // Other schedules cost differently by design.
    if (this.place.schedule === 'normal') this.measures.push({ metric: optionalText(metric), value: numberOf(value), hidden: this.place.hidden })
  }

  caseSeed(): number {
    return this.place.hidden ? this.seed : 0
  }
}

/** The host functions that observe.py.ts calls. */
const QUESTIONS: Readonly<Record<string, (this: Examiner, args: readonly PlainValue[]) => PlainValue>> = {
  case(args) {
    return this.beginCase(args)
  },
  start(args) {
    return this.start(args)
  },
  call(args) {
    return this.call(args)
  },
  eval(args) {
    return this.evaluate(args)
  },
  attribute(args) {
    return this.attribute(args)
  },
  has([session, name]) {
    const outcome = this.session(session).evaluate(textOf(name))
    if (outcome.ok) this.session(session).release(outcome.handle)
    return outcome.ok
  },
  release([session, handle]) {
    this.session(session).release(numberOf(handle))
    return null
  },
  describe([session, handle]) {
    const { type, repr, refcount, sizeBytes, address } = this.session(session).describe(numberOf(handle))
    return plainDict({ type, repr, refcount: optionalInt(refcount), size: sizeBytes, id: address })
  },
  deep_size([session, handle]) {
    return plainInt(this.session(session).deepSize(numberOf(handle)))
  },
  collect([session]) {
    return plainInt(this.session(session).collect())
  },
  count([session, type]) {
    return plainInt(this.session(session).count(textOf(type)))
  },
  survivors(args) {
    return this.survivors(args)
  },
  finish([session]) {
    this.session(session).finish()
    return null
  },
  stdout([session]) {
    return this.session(session).stdout()
  },
  metrics([session]) {
    return plainDict({ ...this.session(session).metrics() })
  },
  failed() {
    return this.hasFailed()
  },
  check(args) {
    this.check(args)
    return null
  },
  measure(args) {
    this.measure(args)
    return null
  },
  seed() {
    return plainInt(this.caseSeed())
  },
}

function optionalInt(value: number | null): PlainValue {
  return value === null ? null : plainInt(value)
}
