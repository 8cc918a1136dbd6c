// The one connection pool to PostgreSQL.
import { PrismaPg } from '@prisma/adapter-pg'
import { databaseUrl } from './env.ts'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'

// Next loads server code more than once (pages, actions, instrumentation); all of it shares one pool.
const shared = globalThis as { pyarenaDatabase?: PrismaClient }

type Connection = Awaited<ReturnType<PrismaPg['connect']>>
type Queryable = Pick<Connection, 'queryRaw' | 'executeRaw'>

/** PostgreSQL's text holds no NUL. What somebody sends with one (in an address, a name, a code) is looked for as text that nobody has, and not an error. */
class StorablePg extends PrismaPg {
  override async connect(): Promise<Connection> {
    const connection = withStorableArgs(await super.connect())
    const { startTransaction } = connection
    connection.startTransaction = async (...args) => withStorableArgs(await startTransaction.apply(connection, args))
    return connection
  }
}

function withStorableArgs<T extends Queryable>(queryable: T): T {
  const { queryRaw, executeRaw } = queryable
  queryable.queryRaw = (query) => queryRaw.call(queryable, { ...query, args: query.args.map(storable) })
  queryable.executeRaw = (query) => executeRaw.call(queryable, { ...query, args: query.args.map(storable) })
  return queryable
}

function storable(arg: unknown): unknown {
  if (typeof arg === 'string') return arg.includes('\0') ? arg.replaceAll('\0', '\u2400') : arg
  return Array.isArray(arg) ? arg.map(storable) : arg
}

/** The database client, made at first use. */
export function database(): PrismaClient {
  shared.pyarenaDatabase ??= new PrismaClient({ adapter: new StorablePg({ connectionString: databaseUrl(), max: 20 }) })
  return shared.pyarenaDatabase
}

/** What runs inside a transaction. */
export type Transaction = Prisma.TransactionClient

export { Prisma }

/** True for "such a row exists already". */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

/** True for "no connection was free in time" and "the transaction took too long": nothing was written. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2028'
}
