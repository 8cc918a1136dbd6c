// End-to-end tests: the built site on an embedded PostgreSQL of its own, in a real Chromium.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const PORT = Number(process.env.E2E_PORT ?? 3417)
const KNOWN_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** CHROMIUM, else a browser of the machine, else the one inside an npm package. */
async function browserFile(): Promise<string> {
  const found = process.env.CHROMIUM ?? KNOWN_BROWSERS.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.size)
  if (found) return found
  // Makes the package unpack its system libraries too.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

/** A new data folder a run; the workers that Playwright starts read its name from the environment. */
function dataFolder(): string {
  if (!process.env.E2E_DATA) {
    process.env.E2E_DATA = fs.mkdtempSync(path.join(os.tmpdir(), 'pyarena-e2e-'))
    fs.chmodSync(process.env.E2E_DATA, 0o755)
    const folder = process.env.E2E_DATA
    process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  }
  return process.env.E2E_DATA
}

const data = dataFolder()

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  // One picture for all machines: the fonts come with the site.
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: {
      executablePath: await browserFile(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `"${process.execPath}" scripts/run.mjs start`,
    url: `http://localhost:${PORT}`,
    env: { PORT: String(PORT), PYARENA_DATA: data, DATABASE_URL: '' },
    timeout: 900_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
