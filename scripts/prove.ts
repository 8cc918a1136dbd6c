// `npm run prove [SLUG …]`: judges every solution of the challenges under every variant and prints what each got, with its cost; ends with 1
// when one differs from what its header says. `--trouble` shows what the checks themselves complained about.
import { loadCatalogue } from '#challenges/catalogue.ts'
import { type Proof, prove, seedsOf, solutionsOf } from '#challenges/proofs.ts'
import { examine } from '#lib/grading/index.ts'
import type { ChallengeDefinition } from '#lib/grading/types.ts'

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
  const { metric, medals, kind, variants } = challenge
  const cuts = medals === null ? '' : `, gold ${medals.gold}, silver ${medals.silver}`
  console.log(`\n${challenge.slug} (${challenge.unitTitle}, ${kind}${variants.length > 0 ? `, ${variants.length} variants` : ''})${metric === null ? '' : `: ${metric.label}${cuts}`}`)
  return solutionsOf(challenge).filter((solution) => {
    const proofs = seedsOf(challenge).map((seed) => prove(challenge, solution, seed))
    const [first] = proofs
    if (first !== undefined) report(challenge, proofs.find(({ complaints }) => complaints.length > 0) ?? first, proofs)
    return proofs.some(({ complaints }) => complaints.length > 0)
  }).length
}

function report(challenge: ChallengeDefinition, { solution, result, complaints, seed }: Proof, proofs: readonly Proof[]): void {
  const { metric } = challenge
  const cost = metric === null ? '' : [...new Set(proofs.map((proof) => String(proof.result.metrics[metric.id] ?? '–')))].join(' ')
  const ms = proofs.reduce((sum, proof) => sum + proof.ms, 0)
  const columns = [complaints.length === 0 ? '  ' : '✗ ', solution.name.padEnd(26), result.verdict.padEnd(14), (result.medal ?? '').padEnd(7), cost.padStart(9), `${ms.toFixed(0)} ms`.padStart(9)]
  console.log(`${columns.join(' ')}  ${result.verdict === 'accepted' ? '' : (result.message ?? '').replaceAll('\n', ' ').slice(0, 240)}`)
  for (const complaint of complaints) console.log(`      seed ${seed}: ${complaint}`)
  if (showTrouble && result.verdict === 'judge-error' && challenge.kind === 'code') console.log(examine(challenge, solution.source, seed))
}
