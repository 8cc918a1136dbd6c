'use client'
// What a page shows when the server failed.

export default function ErrorPage({ error, reset }: { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }) {
  return (
    <div className="shell py-24 text-center">
      <p className="hex">0x1f4</p>
      <h1 className="mt-2 text-4xl">Something broke on our side</h1>
      <p className="mx-auto mt-3 max-w-md text-soft">
        Your work is safe in this browser. Try again; if it stays broken, tell us the number {error.digest ?? 'below the address'}.
      </p>
      <p className="mt-6">
        <button type="button" className="button button-main" onClick={reset}>
          Try again
        </button>
      </p>
    </div>
  )
}
