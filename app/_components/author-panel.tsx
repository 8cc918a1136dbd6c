'use client'
// Beside a challenge while `npm run dev` runs: what its solutions get. Looks again every second, and loads the page anew when the challenge changed.
import { useEffect, useState } from 'react'
import type { Preview } from '#lib/server/preview.ts'
import { CodeText } from './code-text.tsx'

const LOOK_MS = 1000

/** The panel above a workbench. */
export function AuthorPanel({ slug, first }: { readonly slug: string; readonly first: Preview | null }) {
  const [preview, setPreview] = useState(first)
  useEffect(() => {
    const look = async () => {
      const answer = await fetch(`/api/preview/${slug}`).catch(() => null)
      if (answer?.ok !== true) return
      const now = (await answer.json()) as Preview | null
      if (now !== null && now.loadedAt !== first?.loadedAt) location.reload()
      else setPreview(now)
    }
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [slug, first])
  const wrong = preview === null ? 0 : preview.complaints.length + preview.rows.filter(({ complaints }) => complaints.length > 0).length + (preview.trouble === null ? 0 : 1)
  return (
    <details className="panel mx-[clamp(0.75rem,2vw,1.5rem)] mt-4 p-3 text-sm" open={wrong > 0}>
      <summary className="font-semibold">
        Author’s preview: <span role="status">{stateWords(preview, wrong)}</span>
      </summary>
      {preview === null ? <p className="mt-2 text-soft">Save any file of challenges/…/{slug}: the page loads it, and its solutions are judged here.</p> : <Found preview={preview} />}
    </details>
  )
}

function stateWords(preview: Preview | null, wrong: number): string {
  if (preview === null) return 'nothing was saved yet'
  if (preview.trouble !== null) return 'the files can’t be read'
  if (preview.busy) return `judging, ${preview.rows.length} done …`
  return wrong === 0 ? `${preview.rows.length} solutions, all as promised` : `${wrong} complaints`
}

function Found({ preview: { trouble, complaints, rows } }: { readonly preview: Preview }) {
  return (
    <>
      {trouble === null ? null : <pre className="mt-2 whitespace-pre-wrap text-garbage">{trouble}</pre>}
      {complaints.length === 0 ? null : (
        <ul className="mt-2 list-disc pl-5 text-garbage">
          {complaints.map((complaint) => (
            <li key={complaint}>{complaint}</li>
          ))}
        </ul>
      )}
      {rows.length === 0 ? null : (
        <div className="table-wrap mt-2">
          <table className="table">
            <caption className="sr-only">Solutions</caption>
            <thead>
              <tr>
                <th scope="col">Solution</th>
                <th scope="col">Verdict</th>
                <th scope="col">Medal</th>
                <th scope="col" className="num">
                  Cost
                </th>
                <th scope="col">Message</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td>{row.verdict}</td>
                  <td>{row.medal ?? '–'}</td>
                  <td className="num">{row.cost ?? '–'}</td>
                  <td>
                    {row.complaints.map((complaint) => (
                      <p key={complaint} className="text-garbage">
                        ✗ {complaint}
                      </p>
                    ))}
                    {row.complaints.length > 0 || row.message === null ? null : <CodeText text={row.message} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
