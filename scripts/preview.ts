// What `npm run dev` does for authors: when a file below challenges/ is saved, the site gets the new text at once, and the solutions of the challenge
// are judged; the challenge's page shows both (lib/server/preview.ts).
import fs from 'node:fs'
import path from 'node:path'
import { loadCatalogue } from '#challenges/catalogue.ts'
import { lint } from '#challenges/lints.ts'
import { Proving } from '#challenges/proofs.ts'
import type { ChallengeDefinition } from '#lib/grading/types.ts'
import type { Preview, PreviewRow } from '#lib/server/preview.ts'
import { prepareContent } from './content.ts'
import { at } from './places.ts'

/** Editors save in several steps; this long nothing may have changed before we look. */
const QUIET_MS = 300

/** Watches the challenges; results go into the folder. */
export function startPreview(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  const touched = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let work = Promise.resolve()
  fs.watch(at('challenges'), { recursive: true }, (_, name) => {
    const [, slug] = (name ?? '').split(path.sep)
    if (slug !== undefined) touched.add(slug)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const slugs = [...touched]
      touched.clear()
      work = work.then(() => reload(folder, slugs)).catch((error: unknown) => console.error(error))
    }, QUIET_MS)
  })
}

async function reload(folder: string, slugs: readonly string[]): Promise<void> {
  const loadedAt = Date.now()
  try {
    const catalogue = loadCatalogue()
    await prepareContent({ demoAccounts: false })
    for (const challenge of catalogue.filter(({ slug }) => slugs.includes(slug))) await proveInSteps(folder, { challenge, catalogue, loadedAt })
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error)
    console.error(trouble)
    for (const slug of slugs) write(folder, { slug, loadedAt, busy: false, rows: [], complaints: [], trouble })
  }
}

interface Proof {
  readonly challenge: ChallengeDefinition
  readonly catalogue: readonly ChallengeDefinition[]
  readonly loadedAt: number
}

async function proveInSteps(folder: string, { challenge, catalogue, loadedAt }: Proof): Promise<void> {
  const { slug } = challenge
  const proving = new Proving(challenge)
  const rows: PreviewRow[] = []
  for (const solution of proving.solutions) {
    write(folder, { slug, loadedAt, busy: true, rows, complaints: [], trouble: null })
    await new Promise((settle) => setImmediate(settle))
    const proofs = proving.proofs(solution)
    const { result } = proofs.find(({ complaints }) => complaints.length > 0) ?? proofs[0] ?? { result: null }
    if (result === null) continue
    const cost = challenge.metric === null ? null : (result.metrics[challenge.metric.id] ?? null)
    rows.push({ name: solution.name, verdict: result.verdict, medal: result.medal, cost, message: result.message, complaints: [...new Set(proofs.flatMap(({ complaints }) => complaints))] })
  }
  const complaints = lint(proving, catalogue)
  write(folder, { slug, loadedAt, busy: false, rows, complaints, trouble: null })
  const wrong = complaints.length + rows.filter((row) => row.complaints.length > 0).length
  console.log(`${slug}: ${rows.length} solutions judged, ${wrong === 0 ? 'all as promised' : `${wrong} complaints`}.`)
}

/** Replaced in one step, so that nobody reads half a file. */
function write(folder: string, preview: Preview): void {
  const file = path.join(folder, `${preview.slug}.json`)
  fs.writeFileSync(`${file}.new`, JSON.stringify(preview))
  fs.renameSync(`${file}.new`, file)
}
