// `npm start` and `npm run dev`: everything from nothing to a served page. Each step is skipped when it is done.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { migrate } from './migrate.ts'
import { at, dataDir, programs } from './places.ts'
import { type Cluster, startPostgres } from './postgres.ts'
import { buildJudge, buildSite, generateClient } from './steps.ts'
import { SetupError, checkPort, codeOf, makeDataDir, portOf } from './trouble.ts'

const READY_MS = 120_000

const mode = process.argv[2] === 'dev' ? 'dev' : 'start'
const port = portOf(process.env.PORT)
const embedded = !process.env.DATABASE_URL
// The demo accounts' passwords are public: with them, the site is for this machine only, unless HOST says otherwise.
const host = process.env.HOST || (embedded ? '127.0.0.1' : '0.0.0.0')

let cluster: Cluster | null = null
let site: ChildProcess | null = null
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

try {
  await serve()
} catch (error) {
  await stop(1, error)
}

async function serve(): Promise<void> {
  await checkPort(port, host)
  const { env, demoAccounts } = await prepare()
  if (stopping) return
  const startedAt = Date.now()
  const preloads = ['end-with-parent', 'peer-address'].flatMap((name) => ['--import', `file://${at(`scripts/${name}.mjs`)}`])
  site = spawn(process.execPath, [...preloads, programs.next, mode, '--port', String(port), '--hostname', host], {
    cwd: at(),
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  site.on('exit', (code) => void stop(stopping ? 0 : (code ?? 1)))
  await answered(startedAt)
  if (stopping) return
  const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  console.log(`\nPyArena is at ${process.env.NEXTAUTH_URL ?? `http://${shown}:${port}`}`)
  for (const { role, name, password } of demoAccounts) console.log(`  demo ${role}: name ${name}, password ${password}`)
  console.log('Stop with Ctrl-C.')
}

/** Database, secret, generated code, content and site; returns the server's environment. */
async function prepare() {
  const dir = dataDir()
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), NODE_ENV: mode === 'dev' ? 'development' : 'production' }
  if (!process.env.NEXTAUTH_URL) {
    env.NEXTAUTH_URL = `http://localhost:${port}`
    // 127.0.0.1, localhost and this machine's name are all the right address as long as nobody says which is.
    env.AUTH_TRUST_HOST = 'true'
  }
  if (embedded) {
    cluster = await startPostgres({ dir })
    env.DATABASE_URL = cluster.url
  }
  env.NEXTAUTH_SECRET ||= secretIn(dir)
  const applied = await migrate(env.DATABASE_URL ?? '')
  if (applied.length > 0) console.log(`Database: applied ${applied.join(', ')}.`)
  process.env.DATABASE_URL = env.DATABASE_URL
  await generateClient()
  // Only now: the content's code needs the generated client.
  const { DEMO_ACCOUNTS, prepareContent } = await import('./content.ts')
  await prepareContent({ demoAccounts: embedded })
  await buildJudge({ watch: mode === 'dev' })
  if (mode === 'dev') {
    env.PYARENA_PREVIEW = path.join(dir, 'preview')
    const { startPreview } = await import('./preview.ts')
    startPreview(env.PYARENA_PREVIEW)
  }
  if (mode === 'start') await buildSite()
  return { env, demoAccounts: embedded ? DEMO_ACCOUNTS : [] }
}

/** Signs sessions; kept, so that people stay signed in. */
function secretIn(dir: string): string {
  makeDataDir(dir)
  const file = path.join(dir, 'secret')
  try {
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return fs.readFileSync(file, 'utf8')
}

/** Waits until the site answers anything at all. */
async function answered(startedAt: number): Promise<void> {
  const address = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}/robots.txt`
  while (!stopping && site?.exitCode === null) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(READY_MS) }).catch(() => null)
    if (answer) return
    if (Date.now() - startedAt > READY_MS) throw new SetupError(`The site did not answer on ${address} within ${READY_MS / 1000} s: see the lines above.`)
    await new Promise((settle) => setTimeout(settle, 100))
  }
}

/** Ends the site first, then its database. */
async function stop(code: number, error?: unknown): Promise<void> {
  if (error !== undefined && !stopping) console.error(error instanceof SetupError ? error.message : sentenceOf(error))
  if (stopping && site && site.exitCode === null && site.signalCode === null) return
  stopping = true
  if (site && site.exitCode === null && site.signalCode === null) {
    site.kill('SIGTERM')
    return // its exit comes back here
  }
  await cluster?.stop()
  process.exit(code)
}

function sentenceOf(error: unknown): unknown {
  return codeOf(error) === 'ENOSPC' ? 'The disk is full: free at least 1 GB and start again.' : error
}
