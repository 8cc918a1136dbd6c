// The mark: a core plane of nine rings, one of them holding a count.

/** The product's mark, with its name beside it. */
export function Logo() {
  const rings = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ cx: 5 + column * 9, cy: 5 + row * 9, key: `${row}${column}` })))
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
        <path d="M5 0v28M14 0v28M23 0v28M0 5h28M0 14h28M0 23h28" stroke="var(--line-strong)" strokeWidth="1" />
        {rings.map((ring) => (
          <circle
            key={ring.key}
            cx={ring.cx}
            cy={ring.cy}
            r="3.1"
            fill={ring.key === '11' ? 'var(--copper)' : 'var(--paper)'}
            stroke={ring.key === '11' ? 'var(--copper)' : 'var(--ink)'}
            strokeWidth="1.7"
          />
        ))}
      </svg>
      <span className="text-[1.0625rem] font-[680] tracking-[-0.03em]">PyArena</span>
    </span>
  )
}
