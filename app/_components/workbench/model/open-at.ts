// Where to look first in a recorded run.
import type { RecordingClient } from '#lib/client/recording-client.ts'
import { askFor } from './ask.ts'
import type { RecordedRun } from './bench.ts'

/** The start, the end, a mark, or the moment before a line runs for the n-th time. */
export type OpenAt = 'start' | 'end' | 'peak' | 'leak' | 'collection' | { readonly line: number; readonly time?: number } | { readonly step: number }

/** The step that it means in this run; the end where there is no such moment. */
export async function openingStep(client: RecordingClient, run: RecordedRun, openAt: OpenAt): Promise<number> {
  const { lastStep, overview } = run
  if (typeof openAt === 'object') return 'step' in openAt ? Math.min(openAt.step, lastStep) : ((await stepOfLine(client, openAt.line, openAt.time ?? 1)) ?? lastStep)
  switch (openAt) {
    case 'start':
      return 0
    case 'end':
      return lastStep
    case 'peak':
      return overview.peakStep
    case 'leak':
      return (await askFor(client, 'firstLeak'))?.step ?? lastStep
    case 'collection':
      return (overview.collections.find(({ collected }) => collected > 0) ?? overview.collections[0])?.step ?? lastStep
    default:
      return openAt satisfies never
  }
}

async function stepOfLine(client: RecordingClient, line: number, time: number): Promise<number | null> {
  let step: number | null = 0
  for (let turn = 0; turn < time && step !== null; turn += 1) step = await askFor(client, 'breakpoint', step, [line], 1)
  return step
}
