// What another site's page may show in a frame: one program with the panels that its author chose.
import type { Metadata } from 'next'
import { samples } from '../playground/samples.ts'
import { EmbeddedSample } from './embedded-sample.tsx'
import { panelsFrom } from './panels.ts'

export const metadata: Metadata = { title: 'A program to walk through', robots: { index: false } }

interface PageProps {
  readonly searchParams: Promise<{ panels?: string | string[] }>
}

/** `/embed?panels=code,graph,time#…`: the hash is that of a shared link, or the name of a sample. */
export default async function EmbedPage({ searchParams }: PageProps) {
  const { panels } = await searchParams
  return <EmbeddedSample panels={panelsFrom(typeof panels === 'string' ? panels : '')} samples={samples} />
}
