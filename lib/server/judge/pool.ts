// The worker threads that judge. The engine's own limits (steps, bytes) decide every honest verdict; the limits here
// are the last resort against a bug of ours: a thread that spins or explodes is killed and replaced, its neighbours
// never notice.
import fs from 'node:fs'
import path from 'node:path'
import { Piscina } from 'piscina'
import type { ChallengeDefinition, JudgeResult } from '#lib/grading/types.ts'

/** All that a verdict depends on. */
export interface JudgeTask {
  readonly challenge: ChallengeDefinition
  readonly source: string
  readonly seed: number
}

/** What came of a task: a result, or the way in which the thread was lost. */
export type JudgeOutcome = { readonly kind: 'result'; readonly result: JudgeResult } | { readonly kind: 'lost'; readonly why: 'time' | 'memory' | 'crash'; readonly detail: string }

export interface JudgePool {
  readonly threads: number
  run(task: JudgeTask): Promise<JudgeOutcome>
  close(): Promise<void>
}

interface PoolOptions {
  readonly threads: number
  readonly workerFile?: string
  readonly wallMs?: number
  readonly heapMegabytes?: number
}

const WALL_MS = 30_000
const HEAP_MEGABYTES = 768

/** Starts the threads. */
export function createPool({ threads, workerFile = builtWorker(), wallMs = WALL_MS, heapMegabytes = HEAP_MEGABYTES }: PoolOptions): JudgePool {
  const start = () =>
    new Piscina({
      filename: workerFile,
      // All stay, so that whoever comes after a quiet hour meets a warm one.
      minThreads: threads,
      maxThreads: threads,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      // A judge has no business with the server's secrets.
      env: {},
    })
  let pool = start()
  let builtAt = modifiedAt(workerFile)
  return {
    threads,
    run: async (task) => {
      // `npm run dev` rebuilds the worker while the server runs.
      if (process.env.NODE_ENV === 'development' && modifiedAt(workerFile) !== builtAt) {
        builtAt = modifiedAt(workerFile)
        void pool.close()
        pool = start()
      }
      return runOne(pool, task, wallMs)
    },
    close: () => pool.destroy(),
  }
}

async function runOne(pool: Piscina, task: JudgeTask, wallMs: number): Promise<JudgeOutcome> {
  const signal = AbortSignal.timeout(wallMs)
  try {
    return { kind: 'result', result: (await pool.run(task, { signal })) as JudgeResult }
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    if (signal.aborted) return { kind: 'lost', why: 'time', detail }
    const code = error instanceof Error && 'code' in error ? error.code : null
    return { kind: 'lost', why: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', detail }
  }
}

function builtWorker(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'dist', 'judge-worker.mjs')
}

function modifiedAt(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
