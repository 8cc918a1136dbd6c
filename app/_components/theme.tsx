'use client'
// The theme switch. The choice is kept in this browser; the script in the layout applies it before the first paint.
import { useSyncExternalStore } from 'react'
import { MoonIcon, SunIcon } from './icons.tsx'
import { themeStorageKey } from './theme-script.tsx'

function subscribe(onChange: () => void): () => void {
  const watcher = new MutationObserver(onChange)
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => watcher.disconnect()
}

const readTheme = () => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light')

/** The theme that is shown now; `light` while the server renders. */
export function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, readTheme, () => 'light')
}

/** A button that switches between light and dark. */
export function ThemeToggle() {
  const theme = useTheme()
  const next = theme === 'dark' ? 'light' : 'dark'
  const change = () => {
    document.documentElement.dataset['theme'] = next
    try {
      localStorage.setItem(themeStorageKey, next)
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }
  return (
    <button type="button" className="button button-quiet button-small" onClick={change} aria-label={`Use the ${next} theme`} title={`Use the ${next} theme`}>
      {theme === 'dark' ? <SunIcon size={18} /> : <MoonIcon size={18} />}
    </button>
  )
}
