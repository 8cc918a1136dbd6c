'use client'
// Login cards, to be printed and cut out. Only they are printed: see app/styles/print.css.
import type { LoginCard } from '#lib/server/cards.ts'
import { LocalTime } from '../local-time.tsx'

interface LoginCardsProps {
  readonly cards: readonly LoginCard[]
  readonly classroomName: string
  readonly onClose: () => void
}

/** The cards with a button to print them; nothing while there are none. */
export function LoginCards({ cards, classroomName, onClose }: LoginCardsProps) {
  if (cards.length === 0) return null
  return (
    <div className="mt-4 border-t border-line pt-4">
      <div className="mb-4 flex flex-wrap gap-2 print:hidden">
        <button type="button" className="button button-main" onClick={() => window.print()}>
          Print {cards.length === 1 ? 'the card' : `${cards.length} cards`}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          Done
        </button>
      </div>
      <ul className="login-cards grid gap-3 sm:grid-cols-2" aria-label="Login cards">
        {cards.map((card) => (
          <li key={card.userId} className="rounded-md border border-dashed border-line-strong p-4">
            <p className="text-sm text-faint">PyArena, {classroomName}</p>
            <p className="mt-1 text-lg font-semibold">{card.name}</p>
            <p className="mt-2 text-sm">
              Open <strong>{window.location.host}/card</strong> and type
            </p>
            <p className="mt-1 font-mono text-xl font-semibold tracking-wider">{card.code}</p>
            <p className="mt-1 text-sm text-faint">
              Works once, until <LocalTime iso={new Date(card.until).toISOString()} withTime={false} />.
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
