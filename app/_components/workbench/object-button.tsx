// The button that stands for an object wherever one is named: pointing at it lights the object up in every view, pressing chooses it.
import type { ReactNode } from 'react'
import type { ObjectSerial } from '#lib/engine/index.ts'
import type { Focus } from './model/focus.ts'

interface ObjectButtonProps {
  readonly serial: ObjectSerial
  readonly focus: Focus
  /** A chip stands by itself, a link within a sentence or table, a value beside code: the way of a Tab through a program does not stop at each. */
  readonly look?: 'chip' | 'link' | 'value'
  readonly garbage?: boolean
  readonly title?: string
  readonly children: ReactNode
}

const classOf = { chip: 'object-chip', link: 'object-link', value: 'inline-value' } as const

/** Whoever comes by keyboard points with the focus. */
export function ObjectButton({ serial, focus, look = 'link', garbage = false, title, children }: ObjectButtonProps) {
  const point = () => focus.point(serial)
  const leave = () => focus.point(null)
  return (
    <button
      type="button"
      className={classOf[look]}
      title={title}
      tabIndex={look === 'value' ? -1 : undefined}
      data-garbage={garbage || undefined}
      data-pointed={focus.pointed === serial || undefined}
      aria-pressed={focus.chosen === serial}
      onClick={() => focus.choose(serial)}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      {children}
    </button>
  )
}
