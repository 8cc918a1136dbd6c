// Applies prisma/migrations as `prisma migrate deploy` would (same table, lock and checksums), needing only `pg`.
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { at } from './places.ts'
import { SetupError, codeOf, databaseTrouble } from './trouble.ts'

const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`
const PRISMA_LOCK = 72707369

/** Creates the database if it is missing and applies what is new; returns the names of the migrations applied. */
export async function migrate(url: string, dir = at('prisma/migrations')): Promise<string[]> {
  const client = await connect(url)
  try {
    await client.query(`SELECT pg_advisory_lock(${PRISMA_LOCK})`)
    await client.query(LEDGER)
    const applied = await appliedChecksums(client)
    const fresh: string[] = []
    for (const name of fs.readdirSync(dir).sort()) {
      const file = path.join(dir, name, 'migration.sql')
      if (!fs.existsSync(file)) continue
      const sql = fs.readFileSync(file, 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      const before = applied.get(name)
      if (before === checksum) continue
      if (before) throw new SetupError(`Migration ${name} was changed after it had been applied to this database: restore the file, or start from an empty data folder (PYARENA_DATA).`)
      await apply(client, name, sql, checksum)
      fresh.push(name)
    }
    return fresh
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  try {
    return await connected(url)
  } catch (error) {
    if (codeOf(error) !== '3D000') throw databaseTrouble(url, error)
  }
  try {
    await createDatabase(url)
    return await connected(url)
  } catch (error) {
    throw databaseTrouble(url, error)
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  return client
}

async function createDatabase(url: string): Promise<void> {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  target.pathname = '/postgres'
  const admin = await connected(target.href)
  try {
    await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    if (codeOf(error) !== '42P04') throw error // another start was faster
  } finally {
    await admin.end()
  }
}

async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  const failed = rows.find((row) => !row.finished_at)
  if (failed) throw new SetupError(`Migration ${failed.migration_name} failed on this database before: mend it and run "npm run prisma -- migrate resolve", or start from an empty data folder (PYARENA_DATA).`)
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

async function apply(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  const id = randomUUID()
  await client.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, checksum, name])
  try {
    await client.query(sql)
  } catch (error) {
    await client.query('UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1', [id, String(error)])
    throw new SetupError(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}.`)
  }
  await client.query('UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}
