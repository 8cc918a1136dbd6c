// What an author sees beside a challenge while `npm run dev` runs: the verdicts of its solutions, judged whenever a file is saved
// (scripts/preview.ts). On any other server there is none.
import fs from 'node:fs/promises'
import path from 'node:path'
import { previewFolder } from './env.ts'

/** A solution with what it got. */
export interface PreviewRow {
  readonly name: string
  readonly verdict: string
  readonly medal: string | null
  readonly cost: number | null
  readonly message: string | null
  /** In which ways that is not what its header promises. */
  readonly complaints: readonly string[]
}

export interface Preview {
  readonly slug: string
  /** When the challenge was last read, in ms: what a page shows is older if this grows. */
  readonly loadedAt: number
  /** Whether more rows are to come. */
  readonly busy: boolean
  readonly rows: readonly PreviewRow[]
  /** Rules that are not kept. */
  readonly complaints: readonly string[]
  /** Why the files could not be read; null when they could. */
  readonly trouble: string | null
}

/** Whether this server is an author's. */
export function hasPreviews(): boolean {
  return previewFolder() !== null
}

/** The last proof of a challenge; null when nothing was saved since the start, or on any other server. */
export async function previewOf(slug: string): Promise<Preview | null> {
  const folder = previewFolder()
  if (folder === null || !/^[a-z0-9-]+$/.test(slug)) return null
  const text = await fs.readFile(path.join(folder, `${slug}.json`), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Preview)
}
