// How the Prisma CLI finds the schema. Its native schema engine is a download that many networks block, so the
// WebAssembly build from npm stands in (scripts/schema-engine.mjs); set PRISMA_SCHEMA_ENGINE_BINARY to use another.
import path from 'node:path'
import { defineConfig } from 'prisma/config'

process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'scripts/schema-engine.mjs')
process.env.CHECKPOINT_DISABLE ??= '1'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
