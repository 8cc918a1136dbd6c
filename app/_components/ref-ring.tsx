// The ring: how a reference count looks everywhere in PyArena.

/** A reference count as a ring; `null` is an immortal object. */
export function RefRing({ count, garbage = false }: { readonly count: number | null; readonly garbage?: boolean }) {
  const kind = count === null ? 'ring ring-immortal' : garbage ? 'ring ring-garbage' : 'ring'
  const words = count === null ? 'immortal' : `reference count ${count}`
  return (
    <span className={kind} title={words}>
      <span aria-hidden="true">{count === null ? '∞' : count}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
