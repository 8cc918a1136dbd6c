// `npm run prove [SLUG …]`: judges every solution of the challenges and prints what each got, with its cost; ends with 1 when one differs
// from what its header says. `--trouble` shows what the checks themselves complained about.
import { loadCatalogue } from '#challenges/catalogue.ts'
import { prove, solutionsOf } from '#challenges/proofs.ts'
import { examine } from '#lib/grading/index.ts'
import type { ChallengeDefinition } from '#lib/grading/types.ts'

const SEED = 20_260_101

const slugs = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const showTrouble = process.argv.includes('--trouble')
const catalogue = loadCatalogue().filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
if (catalogue.length === 0) {
  console.error(`There is no challenge ${slugs.join(', ')}: the slugs stand in challenges/units.json.`)
  process.exit(2)
}
let wrong = 0
for (const challenge of catalogue) wrong += proveOne(challenge)
console.log(wrong === 0 ? 'Every solution got what it must get.' : `${wrong} solutions got something else than they must get.`)
process.exitCode = wrong === 0 ? 0 : 1

function proveOne(challenge: ChallengeDefinition): number {
  const { metric, medals } = challenge
  const cuts = medals === null ? '' : `, gold ${medals.gold}, silver ${medals.silver}`
  console.log(`\n${challenge.slug} (${challenge.unitTitle})${metric === null ? '' : `: ${metric.label}${cuts}`}`)
  const proofs = solutionsOf(challenge).map((solution) => prove(challenge, solution, SEED))
  for (const { solution, result, complaints, ms } of proofs) {
    const cost = metric === null ? '' : String(result.metrics[metric.id] ?? '–')
    const columns = [complaints.length === 0 ? '  ' : '✗ ', solution.name.padEnd(26), result.verdict.padEnd(14), (result.medal ?? '').padEnd(7), cost.padStart(9), `${ms.toFixed(0)} ms`.padStart(9)]
    console.log(`${columns.join(' ')}  ${result.verdict === 'accepted' ? '' : (result.message ?? '').replaceAll('\n', ' ').slice(0, 160)}`)
    for (const complaint of complaints) console.log(`      ${complaint}`)
    if (showTrouble && result.verdict === 'judge-error') console.log(examine(challenge, solution.source, SEED))
  }
  return proofs.filter(({ complaints }) => complaints.length > 0).length
}
