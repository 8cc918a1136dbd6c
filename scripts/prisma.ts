// `npm run prisma -- …`: Prisma's command line against DATABASE_URL, else a throw-away embedded PostgreSQL.
import { programs } from './places.ts'
import { migrate } from './migrate.ts'
import { startThrowAway } from './postgres.ts'
import { runNode } from './steps.ts'

const cluster = process.env.DATABASE_URL ? null : await startThrowAway()
try {
  if (cluster) await migrate(cluster.url)
  const env = cluster ? { ...process.env, DATABASE_URL: cluster.url } : process.env
  process.exitCode = await runNode([programs.prisma, ...process.argv.slice(2)], { env })
} finally {
  await cluster?.stop()
}
