// What an object's bytes are for: a bar whose parts are to scale, and the same as a list.
import type { LayoutPart } from '#lib/engine/index.ts'

/** The parts; what sys.getsizeof does not count is hatched. */
export function SizeView({ parts }: { readonly parts: readonly LayoutPart[] }) {
  const all = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <div>
      <div className="size-bar" aria-hidden="true">
        {parts.map(({ label, bytes, counted }, order) => (
          <span key={`${order} ${label}`} className="size-part" data-counted={counted} data-tone={order % 6} style={{ flexGrow: Math.max(bytes, all / 60) }} title={`${label}: ${bytes} bytes`}>
            {bytes / all > 0.14 ? bytes : ''}
          </span>
        ))}
      </div>
      <ul className="size-list">
        {parts.map(({ label, bytes, counted }, order) => (
          <li key={`${order} ${label}`}>
            <span className="size-swatch" data-counted={counted} data-tone={order % 6} aria-hidden="true" />
            {label}
            {counted || label.includes('not counted') ? '' : <span className="text-faint"> (not counted)</span>}
            <span className="ml-auto font-mono tabular-nums">{bytes.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
