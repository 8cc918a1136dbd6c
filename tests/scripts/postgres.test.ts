// The embedded PostgreSQL outlives whoever started it, however that one died.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../scripts/migrate.ts'
import { at } from '../../scripts/places.ts'
import { startPostgres } from '../../scripts/postgres.ts'

let dir = ''
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'pyarena-pg-'))
  fs.chmodSync(dir, 0o755)
})
afterAll(async () => {
  await (await startPostgres({ dir })).stop()
  fs.rmSync(dir, { recursive: true, force: true })
})

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

test('a killed owner leaves a server that the next start takes over, data and all, and stops', async () => {
  const script = `import { startPostgres } from './scripts/postgres.ts'
    const { url } = await startPostgres({ dir: ${JSON.stringify(dir)} }); console.log(url); setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: at(), stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((settle) => owner.stdout.once('data', (chunk: Buffer) => settle(chunk.toString().trim())))
  expect((await migrate(url)).length).toBeGreaterThan(0)
  expect(await migrate(url)).toEqual([])
  await query(url, `INSERT INTO users (id, name) VALUES ('u', 'Ada')`)
  const second = await startPostgres({ dir })
  expect([second.url, second.owned]).toEqual([url, false])
  await second.stop() // not its own: stays up
  const gone = new Promise((settle) => owner.once('exit', settle))
  owner.kill('SIGKILL')
  await gone
  const third = await startPostgres({ dir })
  expect(third.owned).toBe(true)
  expect(await query(third.url, 'SELECT name FROM users')).toEqual([{ name: 'Ada' }])
  await third.stop()
  await expect(query(third.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('a stale pid file whose number belongs to another program is no obstacle', async () => {
  fs.writeFileSync(path.join(dir, 'pg', 'postmaster.pid'), `${process.pid}\n${path.join(dir, 'pg')}\n0\n1\n\n127.0.0.1\n`)
  const cluster = await startPostgres({ dir })
  expect(await query(cluster.url, 'SELECT name FROM users')).toEqual([{ name: 'Ada' }])
  await cluster.stop()
})

test('a creation that was interrupted is begun again', async () => {
  const other = path.join(dir, 'other')
  fs.mkdirSync(path.join(other, 'pg', 'base'), { recursive: true })
  fs.mkdirSync(path.join(other, 'pg-new'))
  const cluster = await startPostgres({ dir: other })
  await migrate(cluster.url)
  expect(await query(cluster.url, 'SELECT count(*)::int AS n FROM users')).toEqual([{ n: 0 }])
  await cluster.stop()
})

test('a migration that was edited after it had been applied is refused', async () => {
  const cluster = await startPostgres({ dir })
  const migrations = path.join(dir, 'migrations')
  fs.mkdirSync(path.join(migrations, '1_first'), { recursive: true })
  const file = path.join(migrations, '1_first', 'migration.sql')
  fs.writeFileSync(file, 'CREATE TABLE one (id int)')
  expect(await migrate(cluster.url, migrations)).toEqual(['1_first'])
  fs.writeFileSync(file, 'CREATE TABLE two (id int)')
  await expect(migrate(cluster.url, migrations)).rejects.toThrow('Migration 1_first was changed after it had been applied to this database')
  await cluster.stop()
})
