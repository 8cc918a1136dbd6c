'use client'
// Tabs as the ARIA pattern describes them: arrows move, the chosen panel is the only one shown.
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface TabItem {
  readonly id: string
  readonly title: ReactNode
  readonly content: ReactNode
}

interface TabsProps {
  readonly label: string
  readonly tabs: readonly TabItem[]
  /** The chosen tab, where the owner keeps it. */
  readonly chosen?: string
  readonly onChoose?: (id: string) => void
}

/** A row of tabs with their panels. */
export function Tabs({ label, tabs, chosen: chosenByOwner, onChoose }: TabsProps) {
  const [ownChoice, setOwnChoice] = useState(tabs[0]?.id ?? '')
  const chosen = chosenByOwner ?? ownChoice
  const setChosen = onChoose ?? setOwnChoice
  const base = useId()
  const row = useRef<HTMLDivElement>(null)
  // A chosen tab that is out of sight comes into sight, without moving the page; also when the row is shown later or gets narrower.
  useEffect(() => {
    const box = row.current
    if (box === null) return
    const watcher = new ResizeObserver(() => {
      const tab = box.querySelector<HTMLElement>(`[data-tab="${chosen}"]`)
      if (tab === null) return
      const start = tab.offsetLeft - box.offsetLeft
      const end = start + tab.offsetWidth
      if (start < box.scrollLeft) box.scrollLeft = start
      else if (end > box.scrollLeft + box.clientWidth) box.scrollLeft = end - box.clientWidth
    })
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [chosen])
  const move = (event: KeyboardEvent) => {
    const index = tabs.findIndex(({ id }) => id === chosen)
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const tab = tabs[(next + tabs.length) % tabs.length]
    if (tab === undefined) return
    setChosen(tab.id)
    row.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus()
  }
  return (
    <div className="min-w-0">
      <div ref={row} role="tablist" aria-label={label} className="tabs">
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            data-tab={id}
            id={`${base}-${id}`}
            aria-selected={id === chosen}
            aria-controls={`${base}-${id}-panel`}
            tabIndex={id === chosen ? 0 : -1}
            className="tab"
            onKeyDown={move}
            onClick={() => setChosen(id)}
          >
            {title}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content }) => (
        <div key={id} role="tabpanel" id={`${base}-${id}-panel`} aria-labelledby={`${base}-${id}`} hidden={id !== chosen}>
          {id === chosen ? content : null}
        </div>
      ))}
    </div>
  )
}
