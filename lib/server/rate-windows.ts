// Counters of the limits that hold over a stretch of time and have no rows of their own to count.
import { type Transaction, database } from './db.ts'

/** Counts one use of `key`; false when more than `most` fell into the current window. Inside a transaction it goes on that one's connection. */
export async function spend(key: string, most: number, windowSeconds: number, db: Transaction = database()): Promise<boolean> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_windows (key, starts_at, count) VALUES (${key}, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_windows.starts_at < now() - make_interval(secs => ${windowSeconds}) THEN 1 ELSE rate_windows.count + 1 END,
      starts_at = CASE WHEN rate_windows.starts_at < now() - make_interval(secs => ${windowSeconds}) THEN now() ELSE rate_windows.starts_at END
    RETURNING count`
  const count = rows[0]?.count ?? 0
  if (count === 1) await forgetOld(db)
  return count <= most
}

/** The same for what comes from one network address; nothing is counted where the address is unknown. */
export async function spendFrom(address: string | null, what: string, most: number, windowSeconds: number, db?: Transaction): Promise<boolean> {
  return address === null || (await spend(`${what}@${address}`, most, windowSeconds, db))
}

/** Whenever a window opens, some that are long over go. */
async function forgetOld(db: Transaction): Promise<void> {
  await db.$executeRaw`
    DELETE FROM rate_windows WHERE key IN (
      SELECT key FROM rate_windows WHERE starts_at < now() - interval '2 days' LIMIT 20 FOR UPDATE SKIP LOCKED
    )`
}
