// Medals as rings of metal: the letter and the words say which, never the colour alone.

export type MedalName = 'gold' | 'silver' | 'bronze'

const colours: Record<MedalName, string> = {
  gold: 'text-gold bg-gold-soft',
  silver: 'text-silver bg-silver-soft',
  bronze: 'text-bronze bg-bronze-soft',
}

/** True for the three words that name a medal. */
export function isMedal(value: unknown): value is MedalName {
  return value === 'gold' || value === 'silver' || value === 'bronze'
}

/** A medal; `compact` shows only the ring, for tables and maps. */
export function Medal({ medal, compact = false }: { readonly medal: MedalName; readonly compact?: boolean }) {
  const ring = (
    <span
      aria-hidden="true"
      className="inline-grid size-5 place-items-center rounded-full border-2 border-current font-mono text-[0.6875rem] font-bold leading-none"
    >
      {medal.charAt(0).toUpperCase()}
    </span>
  )
  if (compact) {
    return (
      <span className={`inline-flex rounded-full ${colours[medal]}`} title={`${medal} medal`}>
        {ring}
        <span className="sr-only">{medal} medal</span>
      </span>
    )
  }
  return (
    <span className={`inline-flex items-center gap-2 rounded-full py-1 pl-1 pr-3 text-sm font-semibold ${colours[medal]}`}>
      {ring}
      <span className="capitalize">{medal}</span>
    </span>
  )
}
