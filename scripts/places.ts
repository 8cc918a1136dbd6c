// Where PyArena keeps things: the project's own folder (nothing but build output) and the data folder (yours).
import os from 'node:os'
import path from 'node:path'

/** The project's folder. */
export const root = path.join(import.meta.dirname, '..')

/** A path inside the project. */
export function at(...parts: string[]): string {
  return path.join(root, ...parts)
}

/** The data folder: PYARENA_DATA, else the system's usual place, never the repository. */
export function dataDir(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.PYARENA_DATA) return path.resolve(env.PYARENA_DATA)
  if (env.XDG_DATA_HOME) return path.join(env.XDG_DATA_HOME, 'pyarena')
  // PostgreSQL never runs as root and its user can't look into root's home.
  if (process.getuid?.() === 0) return '/var/lib/pyarena'
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support', 'pyarena')
  if (process.platform === 'win32') return path.join(env.LOCALAPPDATA ?? os.homedir(), 'pyarena')
  return path.join(os.homedir(), '.local', 'share', 'pyarena')
}

/** The command-line programs that the scripts start, as files for `node`. */
export const programs = {
  next: at('node_modules/next/dist/bin/next'),
  prisma: at('node_modules/prisma/build/index.js'),
  vitest: at('node_modules/vitest/vitest.mjs'),
  playwright: at('node_modules/@playwright/test/cli.js'),
  tsc: at('node_modules/typescript/bin/tsc'),
  oxlint: at('node_modules/oxlint/bin/oxlint'),
  knip: at('node_modules/knip/bin/knip.js'),
} as const
