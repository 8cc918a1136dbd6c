// Two projects: everything that is pure, and the server on a PostgreSQL of its own.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/server/**', 'tests/e2e/**', 'node_modules/**'],
          pool: 'threads',
          // Some tests run hundreds of programs one after the other; a loaded machine needs minutes for them.
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/server/database.setup.ts'],
          pool: 'forks',
          // One database for all files: they run one after the other.
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
