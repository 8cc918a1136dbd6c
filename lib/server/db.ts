// The one connection pool to PostgreSQL.
import { PrismaPg } from '@prisma/adapter-pg'
import { databaseUrl } from './env.ts'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'

// Next loads server code more than once (pages, actions, instrumentation); all of it shares one pool.
const shared = globalThis as { pyarenaDatabase?: PrismaClient }

/** The database client, made at first use. */
export function database(): PrismaClient {
  shared.pyarenaDatabase ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl(), max: 20 }) })
  return shared.pyarenaDatabase
}

/** What runs inside a transaction. */
export type Transaction = Prisma.TransactionClient

export { Prisma }

/** True for "such a row exists already". */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
