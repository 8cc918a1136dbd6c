// `npm run prove [SLUG …]`: judges every solution of the challenges in every way and prints what each got, with its cost; applies the rules; ends
// with a table of all challenges, and with 1 when something is not as it must be. `--trouble` shows what the checks themselves complained about.
import { loadCatalogue } from '#challenges/catalogue.ts'
import { lint } from '#challenges/lints.ts'
import { type Proof, Proving, seedsOf } from '#challenges/proofs.ts'
import { examine } from '#lib/grading/index.ts'
import type { ChallengeDefinition } from '#lib/grading/types.ts'

const slugs = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const showTrouble = process.argv.includes('--trouble')
const all = readCatalogue()
const catalogue = all.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
if (catalogue.length === 0) {
  console.error(`There is no challenge ${slugs.join(', ')}: the slugs stand in challenges/units.json.`)
  process.exit(2)
}
const rows: string[][] = []
let wrong = 0
for (const challenge of catalogue) wrong += proveOne(challenge)
const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
console.log(`\n${rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')}\n`)
console.log(wrong === 0 ? `Every solution got what it must get, and every rule is kept (${(process.cpuUsage().user / 1e6).toFixed(0)} s of CPU time).` : `${wrong} complaints: see ✗ above.`)
process.exitCode = wrong === 0 ? 0 : 1

/** The catalogue; what is wrong with a file is a sentence for its author, not a stack. */
function readCatalogue(): ChallengeDefinition[] {
  try {
    return loadCatalogue()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return process.exit(2)
  }
}

/** Proves a challenge and prints it; the number of complaints. */
function proveOne(challenge: ChallengeDefinition): number {
  console.log(`\n${challenge.slug} (${challenge.unitTitle}, ${challenge.kind}${challenge.golf ? ', golf' : ''}, seeds ${seedsOf(challenge).join(' ')})${metricWords(challenge)}`)
  const proving = new Proving(challenge)
  const proofs = proving.solutions.map((solution) => proving.proofs(solution))
  for (const ofOne of proofs) report(challenge, ofOne)
  const complaints = lint(proving, all)
  for (const complaint of complaints) console.log(`✗  ${complaint}`)
  rows.push(rowOf(proving))
  return complaints.length + proofs.flat().flatMap((proof) => proof.complaints).length
}

function metricWords({ metric, medals }: ChallengeDefinition): string {
  if (metric === null) return ''
  return `: ${metric.label}${medals === null ? '' : `, gold ${medals.gold}, silver ${medals.silver}`}`
}

function report(challenge: ChallengeDefinition, proofs: readonly Proof[]): void {
  const shown = proofs.find(({ complaints }) => complaints.length > 0) ?? proofs[0]
  if (shown === undefined) return
  const { solution, result } = shown
  const { metric } = challenge
  const cost = metric === null ? '' : [...new Set(proofs.filter(({ trial }) => trial.schedule === 'normal').map((proof) => String(proof.result.metrics[metric.id] ?? '–')))].join(' ')
  const ms = proofs.reduce((sum, proof) => sum + proof.ms, 0)
  const isFine = proofs.every(({ complaints }) => complaints.length === 0)
  const columns = [isFine ? '  ' : '✗ ', solution.name.padEnd(26), result.verdict.padEnd(14), (result.medal ?? '').padEnd(7), cost.padStart(9), `${ms.toFixed(0)} ms`.padStart(9)]
  console.log(`${columns.join(' ')}  ${result.verdict === 'accepted' ? '' : (result.message ?? '').replaceAll('\n', ' ').slice(0, 240)}`)
  for (const { complaints, trial } of proofs) for (const complaint of complaints) console.log(`      seed ${trial.seed}: ${complaint}`)
  if (showTrouble && result.verdict === 'judge-error' && challenge.kind === 'code') console.log(examine(challenge, solution.source, { seed: shown.trial.seed }))
}

/** A line of the table: unit, challenge, kind, goals, metric, par, cut-offs, wrong solutions. */
function rowOf(proving: Proving): string[] {
  const { slug, unit, kind, golf, goals, metric, medals } = proving.challenge
  const par = proving.solutions.find(({ name }) => name === 'par')
  const cost = metric === null || par === undefined ? '–' : String(proving.result(par).metric ?? '–')
  const wrongOnes = proving.solutions.filter(({ name }) => name.startsWith('wrong-')).map(({ name }) => name.slice('wrong-'.length))
  return [unit, slug, golf ? `${kind}, golf` : kind, goals.map(({ id }) => id).join(' '), metric?.label ?? '–', cost, medals === null ? '–' : `${medals.gold}/${medals.silver}`, wrongOnes.join(' ')]
}
