// Browser and server give the same result, to the bit: every solution of every challenge goes through the engine worker of the built site and
// through the judge's worker file, with the same inputs.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadCatalogue } from '../../challenges/catalogue.ts'
import { solutionsOf } from '../../challenges/proofs.ts'
import type { EngineAnswer, EngineRequest } from '../../lib/client/engine-protocol.ts'
import type { JudgeResult } from '../../lib/grading/types.ts'
import type { JudgeTask } from '../../lib/server/judge/pool.ts'
import { editorOf, expect, test, usePlainEditor } from './fixtures.ts'

/** The variant that the browser checks. */
const seed = 0

interface Recorded {
  engineWorker?: { readonly address: string; readonly options: WorkerOptions | undefined }
}

test.setTimeout(1_200_000)

test('every solution is judged alike by browser and server', async ({ page }) => {
  const tasks = loadCatalogue().flatMap((challenge) => solutionsOf(challenge).map(({ name, source }) => ({ name: `${challenge.slug} ${name}`, challenge, source })))
  expect(tasks.length).toBeGreaterThan(100)

  await page.addInitScript(() => {
    const Native = Worker
    window.Worker = class extends Native {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options)
        if (options?.name === 'pyarena-engine') Object.assign(window, { engineWorker: { address: String(address), options } } satisfies Recorded)
      }
    }
  })
  await usePlainEditor(page)
  await page.goto('/challenges/free-this-cycle')
  await editorOf(page)
  // The first check starts the worker.
  await page.getByRole('button', { name: 'Run' }).click()
  await page.waitForFunction(() => (window as unknown as Recorded).engineWorker !== undefined)
  await page.evaluate(() => {
    const { address, options } = (window as unknown as Required<Recorded>).engineWorker
    Object.assign(window, { ownWorker: new Worker(address, options) })
  })
  const inBrowser = (request: EngineRequest) =>
    page.evaluate((order) => {
      const { ownWorker } = window as unknown as { ownWorker: Worker }
      return new Promise<EngineAnswer>((settle) => {
        ownWorker.onmessage = ({ data }: MessageEvent<EngineAnswer>) => settle(data)
        ownWorker.postMessage(order)
      })
    }, request)

  // The file that the server's judging threads run.
  const { default: judge } = (await import(pathToFileURL(path.join(import.meta.dirname, '../../dist/judge-worker.mjs')).href)) as { default: (task: JudgeTask) => JudgeResult }
  const kinds = new Set<string>()
  for (const [id, { name, challenge, source }] of tasks.entries()) {
    const answering = inBrowser({ kind: 'check', id, order: { challenge, source } })
    const onServer = judge({ challenge, source, seed })
    const answer = await answering
    expect(answer, name).toEqual({ kind: 'checked', id, result: onServer })
    kinds.add(onServer.verdict)
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['accepted', 'partial', 'wrong-answer', 'runtime-error', 'step-limit', 'forbidden']))
})
