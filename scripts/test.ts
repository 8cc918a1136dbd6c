// `npm test`: every check of the project, one stage after the other, with its time; ends with the totals.
// `npm test -- STAGE …` runs only the named ones.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { at, programs } from './places.ts'
import { buildJudge, buildSite, generateClient, runNode } from './steps.ts'
import { SetupError } from './trouble.ts'

interface Tally {
  readonly passed: number
  readonly failed: number
}

interface Stage {
  readonly name: string
  run(): Promise<Tally>
}

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'pyarena-reports-'))

const STAGES: readonly Stage[] = [
  { name: 'types', run: () => eachPasses([[programs.tsc, '-p', 'tsconfig.json'], [programs.tsc, '-p', 'tsconfig.engine.json']]) },
  { name: 'lint', run: () => eachPasses([[programs.oxlint, '--quiet']]) },
  { name: 'layers', run: () => eachPasses([['scripts/run.mjs', 'layers']]) },
  { name: 'unused', run: () => eachPasses([[programs.knip, '--no-progress']]) },
  { name: 'unit', run: vitest },
  { name: 'build', run: build },
  { name: 'e2e', run: playwright },
]

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !STAGES.some((stage) => stage.name === name))
if (unknown) throw new SetupError(`There is no stage "${unknown}": name some of ${STAGES.map(({ name }) => name).join(', ')}, or none for all.`)

try {
  await runStages(STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
} finally {
  fs.rmSync(reports, { recursive: true, force: true })
}

async function runStages(stages: readonly Stage[]): Promise<void> {
  await generateClient()
  await routeTypes()
  const lines: string[] = []
  const total = { passed: 0, failed: 0 }
  for (const { name, run } of stages) {
    console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`)
    const startedAt = Date.now()
    const { passed, failed } = await run().catch((error: unknown) => {
      console.error(error instanceof SetupError ? error.message : error)
      return { passed: 0, failed: 1 }
    })
    total.passed += passed
    total.failed += failed
    lines.push(`${name.padEnd(8)} ${((Date.now() - startedAt) / 1000).toFixed(1).padStart(7)} s  ${passed} passed, ${failed} failed`)
    console.log(lines.at(-1))
  }
  console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

/** Next writes the file that declares images and styles to TypeScript; a fresh clone has none yet. */
async function routeTypes(): Promise<void> {
  if (!fs.existsSync(at('next-env.d.ts'))) await runNode([programs.next, 'typegen'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Programs that pass or fail as a whole; all run, even after a failure. */
async function eachPasses(commands: readonly (readonly string[])[]): Promise<Tally> {
  const codes: number[] = []
  for (const command of commands) codes.push(await runNode(command))
  const passed = codes.filter((code) => code === 0).length
  return { passed, failed: codes.length - passed }
}

async function vitest(): Promise<Tally> {
  await buildJudge()
  const report = path.join(reports, 'vitest.json')
  const code = await runNode([programs.vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const { numPassedTests: passed, numFailedTests: failed } = readReport<{ numPassedTests: number; numFailedTests: number }>(report, { numPassedTests: 0, numFailedTests: 1 })
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

async function build(): Promise<Tally> {
  await buildJudge()
  await buildSite()
  return { passed: 1, failed: 0 }
}

async function playwright(): Promise<Tally> {
  await buildJudge()
  await buildSite()
  const report = path.join(reports, 'playwright.json')
  const code = await runNode([programs.playwright, 'test', '--reporter=list,json'], { env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } })
  const { stats } = readReport(report, { stats: { expected: 0, unexpected: 1, flaky: 0, skipped: 0 } })
  // A test that passes only when repeated, or that was not run, has not passed.
  const failed = stats.unexpected + stats.flaky + stats.skipped
  return { passed: stats.expected, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function readReport<T>(file: string, otherwise: T): T {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as T) : otherwise
}
