// Sets the theme before the first paint, so that nothing flashes.

/** Where the choice of theme is kept in the browser. */
export const themeStorageKey = 'pyarena:theme'

const script = `(function(){var t;try{t=localStorage.getItem('${themeStorageKey}')}catch(e){}
if(t!=='light'&&t!=='dark')t=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';
document.documentElement.dataset.theme=t})()`

/** An inline script for the head. */
export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: script }} />
}
