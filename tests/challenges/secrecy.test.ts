// What browsers must never get: hidden checks and solutions. Neither by import nor inside the bundle of the engine's worker.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { folderOf, loadCatalogue } from '#challenges/catalogue.ts'
import { solutionsOf } from '#challenges/proofs.ts'
import { projectEdges } from '../../scripts/check-layers.ts'

const root = path.join(import.meta.dirname, '../..')

/** Lines that stand in secret files and in no public one. */
function secretLines(): string[] {
  return loadCatalogue().flatMap((challenge) => {
    const open = [challenge.statementMarkdown, challenge.starter, 'program' in challenge ? challenge.program : '', challenge.kind === 'code' ? challenge.checks.visible : ''].join('\n')
    const hidden = challenge.kind === 'code' ? challenge.checks.hidden : challenge.kind === 'build' ? String(challenge.target) : ''
    return [hidden, ...solutionsOf(challenge).map(({ source }) => source)]
      .flatMap((source) => source.split('\n'))
      .map((line) => line.trim())
      .filter((line) => line.length > 45 && !open.includes(line))
  })
}

test('nothing that can reach a browser imports challenges', () => {
  const reaching = projectEdges().filter(({ from, to }) => /^(app|lib\/(client|grading|engine|std))\//.test(from) && to.startsWith('challenges/'))
  expect(reaching).toEqual([])
})

test('the engine’s worker holds no hidden check and no solution', async () => {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'lib/client/engine-worker.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    charset: 'utf8',
    logLevel: 'silent',
  })
  const bundle = outputFiles.map(({ text }) => text).join('\n')
  expect(bundle.length).toBeGreaterThan(100_000)
  expect(secretLines().length).toBeGreaterThan(20)
  expect(secretLines().filter((line) => bundle.includes(line))).toEqual([])
})

test('no other code reads the folders', () => {
  const readers = ['app', 'lib', 'public']
    .flatMap((dir) => fs.readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' }).map((name) => path.join(root, dir, name)))
    .filter((file) => /\.(tsx?|mjs|js)$/.test(file) && !file.includes('generated'))
    .filter((file) => /hidden\.py|solutions\//.test(fs.readFileSync(file, 'utf8')))
  expect(readers).toEqual([])
  expect(fs.existsSync(path.join(folderOf({ unit: 'cycles', slug: 'free-this-cycle' }), 'hidden.py'))).toBe(true)
})
