// Every hostile program ends within its limits, with the right verdict, without a host exception, and without more host memory than is promised:
// they run one after the other in a worker whose heap is HEAP_PER_SIMULATED times the simulated limit above what the engine itself needs.
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import type { RunResult } from '#lib/engine/index.ts'
import { KINDS } from './programs.ts'

const MEBIBYTE = 1 << 20
const LIMITS = { steps: 300_000, memoryBytes: 8 * MEBIBYTE, outputChars: 20_000 }
/** What the engine needs by itself: its code, start-up objects, and the tree of a megabyte of source. */
const ENGINE_HEAP_MB = 320
/** Host bytes for a simulated byte, at most. */
const HEAP_PER_SIMULATED = 16

async function startWorker(): Promise<Worker> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('./adversary-worker.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  })
  return new Worker(bundle.outputFiles[0]?.text ?? '', {
    eval: true,
    workerData: LIMITS,
    resourceLimits: { maxOldGenerationSizeMb: ENGINE_HEAP_MB + (HEAP_PER_SIMULATED * LIMITS.memoryBytes) / MEBIBYTE, stackSizeMb: 1 },
  })
}

/** `once` rejects when the worker dies, as it does without heap. */
async function ran(worker: Worker, source: string): Promise<Pick<RunResult, 'status' | 'message'>> {
  worker.postMessage(source)
  const [end] = (await once(worker, 'message')) as [Pick<RunResult, 'status' | 'message'>]
  return end
}

test('every hostile program ends as it must, in bounded host memory', async () => {
  const worker = await startWorker()
  const wrong: string[] = []
  try {
    for (const { name, ends, source } of Object.values(KINDS).flat()) {
      const { status, message } = await ran(worker, source)
      if (status !== ends) wrong.push(`${name}: ${status} instead of ${ends} ${message ?? ''}`)
    }
  } finally {
    await worker.terminate()
  }
  expect(wrong).toEqual([])
})

test('README.md lists the programs of each kind', () => {
  const readme = fs.readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8')
  const rows = Object.entries(KINDS).map(([kind, programs]) => {
    const counted = new Map<string, number>()
    for (const { ends } of programs) counted.set(ends, (counted.get(ends) ?? 0) + 1)
    return `| ${kind} | ${programs.length} | ${[...counted].map(([ends, count]) => `${ends} ${count}`).join(', ')} |`
  })
  const names = Object.values(KINDS).flat().map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(readme.split('\n').filter((line) => / \d+ \|/u.test(line))).toEqual(rows)
})
