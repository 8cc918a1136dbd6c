'use client'
// The last resort: shown when even the frame of the page failed.
import './globals.css'

export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="shell py-24 text-center">
          <title>Something broke · PyArena</title>
          <h1 className="text-4xl">Something broke on our side</h1>
          <p className="mt-3 text-soft">Your work is safe in this browser.</p>
          <p className="mt-6">
            <button type="button" className="button button-main" onClick={reset}>
              Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}
