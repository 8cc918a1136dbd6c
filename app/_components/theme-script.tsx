'use client'
// Sets the theme before the first paint, so that nothing flashes.

/** Where the choice of theme is kept in the browser. */
export const themeStorageKey = 'pyarena:theme'

const script = `(function(){var t;try{t=localStorage.getItem('${themeStorageKey}')}catch(e){}
if(t!=='light'&&t!=='dark')t=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';
document.documentElement.dataset.theme=t})()`

/** An inline script for the head. Only the server's copy runs; in the browser it is inert text, because React warns of scripts that it would have to insert. */
export function ThemeScript() {
  return (
    <script type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
  )
}
