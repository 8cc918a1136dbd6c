// Real programs with tokens dropped, doubled, swapped and replaced, compiled and run for a moment: whatever comes out ends with a verdict, never with a failure of
// the engine. The seed is fixed, so that the budget
// and the programs are the same in every run; ADVERSARY_SEED and ADVERSARY_COUNT ask for others and more.
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createMachine } from '#lib/engine/index.ts'
import { createRng, type Rng } from '#lib/std/rng.ts'

const PROGRAMS = path.join(import.meta.dirname, '../../conformance/programs/language')
const LIMITS = { steps: 2_000, memoryBytes: 4 << 20, outputChars: 2_000 }
const COUNT = Number(process.env['ADVERSARY_COUNT'] ?? 80)
const OTHERS = ['(', ')', '[', ']', '{', '}', ':', ',', '=', ':=', '*', '**', '->', '@', 'if', 'for', 'in', 'lambda', 'yield', 'await', 'async', 'match', 'case', 'def', 'class', 'global', 'nonlocal', 'with', 'try', 'except', 'f"{x}"', '1', 'x', '...', 'type', '!', '$']

const pick = <V>(rng: Rng, items: readonly V[]): V => items[rng.below(items.length)] as V

/** Words, numbers, strings, spaces and single characters; joined they are the source again. */
const tokensOf = (source: string): string[] => source.match(/\w+|"[^"\n]*"|'[^'\n]*'|\s+|[^]/g) ?? []

function mutated(rng: Rng, tokens: readonly string[]): string {
  const mixed = [...tokens]
  for (let times = 1 + rng.below(3); times > 0; times--) {
    const at = rng.below(mixed.length)
    const kind = rng.below(4)
    if (kind === 0) mixed.splice(at, 1)
    else if (kind === 1) mixed.splice(at, 0, ` ${pick(rng, OTHERS)} `)
    else if (kind === 2) mixed[at] = ` ${pick(rng, OTHERS)} `
    else mixed.splice(at, 0, pick(rng, mixed))
  }
  return mixed.join('')
}

test('a program with its tokens mixed ends with a verdict', () => {
  const rng = createRng(Number(process.env['ADVERSARY_SEED'] ?? 20_261_130))
  const programs = fs.readdirSync(PROGRAMS).filter((file) => file.endsWith('.py')).sort()
  for (let i = 0; i < COUNT; i++) {
    const source = mutated(rng, tokensOf(fs.readFileSync(path.join(PROGRAMS, pick(rng, programs)), 'utf8')))
    const { status, message } = createMachine({ source, python: pick(rng, ['3.11', '3.13', '3.14'] as const), limits: LIMITS }).run()
    expect(`${status} ${status === 'internal-error' ? `${message ?? ''}\n${source}` : ''}`).not.toMatch(/^internal-error/)
  }
})
