// The server is killed while it judges: after it is back, nothing is lost and nothing is doubled. A server of its own, on data of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { editorOf, expect, submit, test, usePlainEditor } from './fixtures.ts'
import { starterOf } from './solutions.ts'

const root = path.join(import.meta.dirname, '../..')
const slug = 'free-this-cycle'
const others = 14

// The page keeps asking while nobody answers.
test.use({
  expectedConsole: [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_SOCKET_NOT_CONNECTED|Failed to fetch/],
})
test.setTimeout(240_000)

class OwnServer {
  readonly url: string
  readonly #data = fs.mkdtempSync(path.join(os.tmpdir(), 'pyarena-kill-'))
  readonly #port: number
  #process: ChildProcess | null = null

  constructor(port: number) {
    fs.chmodSync(this.#data, 0o755)
    this.#port = port
    this.url = `http://localhost:${port}`
  }

  async start(): Promise<void> {
    const env = { ...process.env, PORT: String(this.#port), PYARENA_DATA: this.#data, DATABASE_URL: '', JUDGE_THREADS: '1' }
    this.#process = spawn(process.execPath, ['scripts/run.mjs', 'start'], { cwd: root, env, stdio: 'ignore', detached: true })
    await expect(async () => expect((await fetch(`${this.url}/robots.txt`)).status).toBe(200)).toPass({ timeout: 120_000 })
  }

  /** As a power cut would: the whole group at once, nothing is told. */
  async kill(): Promise<void> {
    this.#signal('SIGKILL')
    await expect(async () =>
      expect(
        await fetch(this.url).then(
          () => true,
          () => false,
        ),
      ).toBe(false),
    ).toPass({ timeout: 20_000 })
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process?.once('exit', resolve))
    this.#signal('SIGTERM')
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 20_000))])
    this.#endDatabase()
    fs.rmSync(this.#data, { recursive: true, force: true })
  }

  /** A database that survived its killed server and found no successor. */
  #endDatabase(): void {
    const pidFile = path.join(this.#data, 'pg/postmaster.pid')
    const pid = fs.existsSync(pidFile) ? Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]) : Number.NaN
    if (Number.isInteger(pid) && pid > 1) process.kill(pid, 'SIGINT')
  }

  #signal(signal: NodeJS.Signals): void {
    const pid = this.#process?.pid
    if (pid === undefined) return
    try {
      process.kill(-pid, signal)
    } catch {
      // Gone already.
    }
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

test('a server that is killed while judging loses nothing and doubles nothing', async ({ page, context }) => {
  const server = new OwnServer(await freePort())
  try {
    await server.start()
    await usePlainEditor(page)
    await page.goto(`${server.url}/challenges/${slug}`)
    const editor = await editorOf(page)
    const first = page.waitForRequest((request) => request.url().endsWith('/api/submissions'))
    await submit(page)
    const { challengeVersionId } = (await first).postDataJSON() as { challengeVersionId: string }

    // One judge, and a row of programs that run into the step limit: the page's own waits behind them.
    const requestIds = Array.from({ length: others }, () => randomUUID())
    const send = (requestId: string) =>
      context.request.post(`${server.url}/api/submissions`, { data: { challengeVersionId, source: `# ${requestId}\nwhile True:\n    pass\n`, requestId } })
    for (const response of await Promise.all(requestIds.map(send))) expect(response.status()).toBe(200)
    await editor.fill(`${starterOf(slug)}\nwhile True:\n    pass\n`)
    const second = page.waitForResponse((response) => response.url().endsWith('/api/submissions'))
    await page.getByRole('button', { name: 'Submit' }).click()
    expect((await second).status()).toBe(200)

    await server.kill()
    await expect(page.getByTestId('verdict')).toContainText('The server does not answer')
    await server.start()

    await expect(page.getByTestId('verdict')).toContainText('Too many steps', { timeout: 60_000 })
    await Promise.all(requestIds.map(send))
    const attempts = page.getByRole('region', { name: 'Attempts' })
    await expect(async () => {
      await page.reload()
      await expect(attempts.getByText('in the queue')).toHaveCount(0, { timeout: 1_000 })
    }).toPass({ timeout: 60_000 })
    const numbers = await attempts.getByText(/^#\d+$/).allInnerTexts()
    expect(numbers.map((text) => Number(text.slice(1))).sort((one, other) => one - other)).toEqual(Array.from({ length: others + 2 }, (_, index) => index + 1))
    await expect(attempts.getByText('Too many steps')).toHaveCount(others + 1)
  } finally {
    await server.close()
  }
})
