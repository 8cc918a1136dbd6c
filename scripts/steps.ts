// The steps that several commands share: starting a program, and doing a job only when its sources changed.
import { type SpawnOptions, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BuildOptions } from 'esbuild'
import { at, programs } from './places.ts'
import { SetupError } from './trouble.ts'

/** Runs `node args…` in the project's folder; gives its exit status. */
export function runNode(args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, args, { cwd: at(), stdio: 'inherit', ...options })
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass)
    child.on('error', fail)
    child.on('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, pass)
      settle(code ?? 1)
    })
  })
}

/** The same, but shows what it printed only when it failed. */
async function runQuietly(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'pyarena-output-'))
  const file = path.join(dir, 'output')
  const output = fs.openSync(file, 'a')
  try {
    const code = await runNode(args, { env, stdio: ['ignore', output, output] })
    if (code !== 0) console.error(fs.readFileSync(file, 'utf8'))
    return code
  } finally {
    fs.closeSync(output)
    fs.rmSync(dir, { recursive: true, force: true })
  }
}

/** Prisma's client, from the schema. */
export async function generateClient(): Promise<void> {
  await whenChanged('prisma-client', ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'], 'lib/server/generated/prisma/client.ts', async () => {
    const code = await runQuietly([programs.prisma, 'generate'])
    if (code !== 0) throw new SetupError('Prisma could not generate its client from prisma/schema.prisma: see the lines above.')
  })
}

const JUDGE_SOURCES = ['lib/engine', 'lib/std', 'lib/grading', 'lib/server/judge', 'package-lock.json']

/** The judge's worker as one file, because worker threads load plain JavaScript fastest. */
export async function buildJudge({ watch = false } = {}): Promise<void> {
  const esbuild = await import('esbuild')
  const outfile = at('dist/judge-worker.mjs')
  const options: BuildOptions = {
    entryPoints: [at('lib/server/judge/worker.ts')],
    outfile,
    absWorkingDir: at(),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    external: ['node:*'],
  }
  if (watch) {
    const context = await esbuild.context(options)
    await context.watch()
    return
  }
  await whenChanged('judge-worker', JUDGE_SOURCES, 'dist/judge-worker.mjs', async () => {
    const draft = `${outfile}.${process.pid}`
    await esbuild.build({ ...options, outfile: draft })
    fs.renameSync(draft, outfile)
    await esbuild.stop()
  })
}

const SITE_SOURCES = [
  'app', 'lib', 'challenges', 'public', 'content', 'next.config.js', 'postcss.config.mjs', 'instrumentation.ts', 'tsconfig.json', 'package.json', 'package-lock.json',
]

/** The site as `next start` serves it. */
export async function buildSite(): Promise<void> {
  await whenChanged('site', SITE_SOURCES, '.next/BUILD_ID', async () => {
    const startedAt = Date.now()
    console.log('Building the site …')
    // Pages are rendered at request time: the build needs an address, not a database.
    const env = { ...process.env, NODE_ENV: 'production' as const, DATABASE_URL: 'postgresql://build@127.0.0.1:1/none', NEXTAUTH_SECRET: 'build' }
    const code = await runQuietly([programs.next, 'build'], env)
    if (code !== 0) throw new SetupError('The site could not be built: see the lines above; if they speak of space or memory, free some and start again.')
    console.log(`Site built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
  })
}

/** Does the job when a source differs from the last time, or when its output is missing. */
async function whenChanged(name: string, sources: readonly string[], output: string, job: () => Promise<void>): Promise<void> {
  const stampFile = at('node_modules/.cache/pyarena', `${name}.stamp`)
  const stamp = fingerprint(sources)
  if (fs.existsSync(at(output)) && fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return
  fs.mkdirSync(path.dirname(at(output)), { recursive: true })
  await job()
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  fs.writeFileSync(stampFile, stamp)
}

function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha1')
  const visit = (file: string) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (!stat) return
    if (stat.isDirectory()) for (const name of fs.readdirSync(file).sort()) visit(path.join(file, name))
    else hash.update(`${path.relative(at(), file)}:${stat.mtimeMs}:${stat.size}\n`)
  }
  for (const source of sources) visit(at(source))
  return hash.digest('hex')
}
