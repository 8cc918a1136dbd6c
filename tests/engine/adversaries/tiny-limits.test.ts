// Limits too small for anything, through every door: the run ends with the limit's verdict, and nothing is thrown at the host.
import { describe, expect, test } from 'vitest'
import { PYTHON_VERSIONS, createInteractive, createMachine, createRecording, createSession } from '#lib/engine/index.ts'
import type { MachineOptions, RunLimits, RunStatus } from '#lib/engine/index.ts'

const SOURCE = `
import os
class Node:
    def __del__(self):
        print('gone')
held = [Node(), 'x' * 100, list(range(50))]
print(len(held))
`

interface Tiny {
  readonly limits: Partial<RunLimits>
  readonly ends: RunStatus
}

const TINY: readonly Tiny[] = [
  ...[0, 1, 2, 3, 10].map((steps): Tiny => ({ limits: { steps }, ends: 'step-limit' })),
  ...[0, 1, 100, 1000].map((memoryBytes): Tiny => ({ limits: { memoryBytes }, ends: 'memory-limit' })),
  ...[0, 1].map((outputChars): Tiny => ({ limits: { outputChars }, ends: 'output-limit' })),
]

describe.each(PYTHON_VERSIONS)('tiny limits in %s', (python) => {
  test.each(TINY)('$limits ends with $ends', ({ limits, ends }) => {
    const options: MachineOptions = { source: SOURCE, python, limits }
    const machine = createMachine(options)
    expect(machine.run().status).toBe(ends)
    expect(machine.finalSnapshot().stdout.length).toBeLessThanOrEqual(limits.outputChars ?? 0)
    expect(machine.lineSnapshots(3).length).toBeLessThanOrEqual(4)

    const recording = createRecording(options)
    expect(recording.result.status).toBe(ends)
    expect(recording.snapshot(recording.lastStep).step).toBe(recording.lastStep)
    expect(recording.snapshot(0).step).toBeLessThanOrEqual(recording.lastStep)

    const session = createSession(options)
    expect(session.exec().status).toBe(ends)
    session.evaluate('1 + 1')
    expect(session.collect()).toBeGreaterThanOrEqual(0)
    session.finish()

    const interactive = createInteractive({ python, limits })
    interactive.push(SOURCE)
    interactive.finish()
  })
})
