// Gives the server tests a PostgreSQL of their own, thrown away afterwards.
import { migrate } from '../../scripts/migrate.ts'
import { startThrowAway } from '../../scripts/postgres.ts'
import { generateClient } from '../../scripts/steps.ts'

export default async function setup(): Promise<() => Promise<void>> {
  await generateClient()
  const cluster = await startThrowAway()
  await migrate(cluster.url)
  process.env.DATABASE_URL = cluster.url
  process.env.NEXTAUTH_SECRET = 'a secret of the tests'
  return cluster.stop
}
