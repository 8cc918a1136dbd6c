'use client'
// The state of a workbench: one recording, the step that is looked at, and everything that follows from it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { RecordingClient } from '#lib/client/recording-client.ts'
import type { Direction, LeakMark, Move, ObjectSerial, PythonVersion, RunLimits } from '#lib/engine/index.ts'
import { askFor } from './ask.ts'
import type { Bench, BenchPhase, OutputPiece, RecordedRun, Reference } from './bench.ts'
import { onceLong } from './long-run.ts'
import { openingStep, type OpenAt } from './open-at.ts'
import { useMoment } from './use-moment.ts'
import { usePlaying, type Pace } from './use-playing.ts'

export interface BenchOrder {
  readonly source: string
  readonly python: PythonVersion
  readonly limits?: Partial<RunLimits>
  /** Where to look first; the end unless told otherwise. */
  readonly openAt?: OpenAt
}

/** The bench with what only its owner needs. */
export interface OwnedBench extends Bench {
  /** Records a program; null when it was stopped, failed, or another one was started meanwhile. */
  start(order: BenchOrder): Promise<RecordedRun | null>
  readonly unit: Move
  setUnit(unit: Move): void
  readonly pace: Pace
  setPace(pace: Pace): void
  /** null until the page has started its worker. */
  readonly client: RecordingClient | null
  readonly reference: Reference | null
  keepReference(reference: Reference): void
}

interface RunPart {
  readonly phase: BenchPhase
  readonly failure: string | null
  readonly output: readonly OutputPiece[]
  readonly progress: Bench['progress']
  readonly run: RecordedRun | null
  readonly leak: LeakMark | null
}

const idle: RunPart = { phase: 'idle', failure: null, output: [], progress: null, run: null, leak: null }
const overviewPoints = 2_000

/** One workbench. */
export function useBench(): OwnedBench {
  const [client, setClient] = useState<RecordingClient | null>(null)
  const [part, setPart] = useState<RunPart>(idle)
  const [step, setStep] = useState(0)
  const [playing, setPlaying] = useState(false)
  const [unit, setUnit] = useState<Move>('line')
  const [pace, setPace] = useState<Pace>('walk')
  const [reference, keepReference] = useState<Reference | null>(null)
  const [breakpoints, setBreakpoints] = useState<ReadonlySet<number>>(new Set())
  const focus = useFocus()
  const { run } = part
  const clearChoice = focus.choose
  const moment = useMoment(client, run, step)

  useEffect(() => {
    const made = new RecordingClient()
    made.warmUp()
    setClient(made)
    return () => made.close()
  }, [])

  const stepNow = useRef(0)
  const goTo = useCallback(
    (next: number) => {
      stepNow.current = Math.max(0, Math.min(next, run?.lastStep ?? 0))
      setStep(stepNow.current)
    },
    [run],
  )
  const goToNow = useRef(goTo)
  useEffect(() => {
    goToNow.current = goTo
  })
  // Presses that come faster than answers are carried out one after the other.
  const moves = useRef<Promise<void>>(Promise.resolve())
  const inTurn = useCallback((find: () => Promise<number | null>) => {
    moves.current = moves.current.then(async () => {
      const found = await find()
      if (found !== null) goToNow.current(found)
    })
  }, [])
  const move = useCallback(
    (kind: Move, direction: Direction) =>
      inTurn(async () => {
        const found = await askFor(client, 'neighbour', stepNow.current, kind, direction)
        return found ?? (kind === 'line' || kind === 'instruction' || kind === 'over' ? (direction > 0 ? Infinity : 0) : null)
      }),
    [client, inTurn],
  )
  const toBreakpoint = useCallback(
    (direction: Direction) => inTurn(async () => (breakpoints.size === 0 ? null : (await askFor(client, 'breakpoint', stepNow.current, [...breakpoints], direction)))),
    [client, inTurn, breakpoints],
  )
  const toggleBreakpoint = useCallback((line: number) => {
    setBreakpoints((before) => {
      const next = new Set(before)
      if (!next.delete(line)) next.add(line)
      return next
    })
  }, [])

  const nextOnPlay = useCallback(() => move(unit, 1), [move, unit])
  const endPlay = useCallback(() => setPlaying(false), [])
  usePlaying({ on: playing, pace, arrived: moment !== null && moment.step === step, atEnd: run === null || step >= run.lastStep, next: nextOnPlay, end: endPlay })
  const play = useCallback(
    (on: boolean) => {
      if (on && run !== null && stepNow.current >= run.lastStep) goTo(0)
      setPlaying(on)
    },
    [run, goTo],
  )

  const ticket = useRef(0)
  const start = useCallback(
    async ({ source, python, limits, openAt = 'end' }: BenchOrder): Promise<RecordedRun | null> => {
      if (client === null) return null
      const mine = ++ticket.current
      setPlaying(false)
      setPart((before) => ({ ...idle, phase: 'running', run: before.run, leak: before.leak }))
      const end = await client.record(
        { source, python, ...(limits === undefined ? {} : { limits }) },
        {
          onOutput: (stream, text) => ticket.current === mine && setPart((now) => ({ ...now, output: [...now.output, { stream, text }] })),
          onProgress: onceLong((progress) => ticket.current === mine && setPart((now) => ({ ...now, progress }))),
        },
      )
      if (ticket.current !== mine) return null
      if (end.kind !== 'done') {
        setPart((now) => ({ ...now, phase: end.kind, progress: null, failure: end.kind === 'failed' ? end.message : null }))
        return null
      }
      const overview = await askFor(client, 'overview', overviewPoints)
      if (ticket.current !== mine || overview === null) return null
      const recorded: RecordedRun = { source, python, ...end.value, overview }
      const first = await openingStep(client, recorded, openAt)
      if (ticket.current !== mine) return null
      stepNow.current = first
      // Serials of another run mean other objects.
      clearChoice(null)
      setStep(first)
      setPart((now) => ({ ...now, phase: 'done', progress: null, run: recorded, leak: null }))
      return recorded
    },
    [client, clearChoice],
  )
  // The search for the first leak runs the program several times: it waits until the first moment is there.
  const isShown = moment !== null && moment.run === run
  useEffect(() => {
    if (!isShown || run === null) return
    void askFor(client, 'firstLeak').then((leak) => setPart((now) => (now.run === run ? { ...now, leak } : now)))
  }, [client, run, isShown])
  const stop = useCallback(() => client?.stop(), [client])
  const ask = useMemo(() => questionsOf(client), [client])
  return { ...part, step, moment, focus, breakpoints, playing, unit, setUnit, pace, setPace, ask, client, reference, keepReference, start, goTo, move, toBreakpoint, toggleBreakpoint, play, stop }
}

function questionsOf(client: RecordingClient | null): Bench['ask'] {
  return {
    memoryMap: (step) => askFor(client, 'memoryMap', step),
    inspect: (step, serial) => askFor(client, 'inspect', step, serial),
    history: (serial) => askFor(client, 'history', serial),
    lifetime: (serial) => askFor(client, 'lifetime', serial),
    collection: (index) => askFor(client, 'collection', index),
  }
}

function useFocus(): Bench['focus'] {
  const [chosen, setChosen] = useState<ObjectSerial | null>(null)
  const [pointed, setPointed] = useState<ObjectSerial | null>(null)
  const choose = useCallback((serial: ObjectSerial | null) => setChosen((before) => (before === serial ? null : serial)), [])
  return useMemo(() => ({ chosen, pointed, choose, point: setPointed }), [chosen, pointed, choose])
}
