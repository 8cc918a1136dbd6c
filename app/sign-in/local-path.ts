// Where to go after signing in: only paths of this site, so that a link can't lead a person astray.

/** The path of a callback address, or the map of challenges. */
export function localPath(callbackUrl: string | string[] | undefined): string {
  const home = '/challenges'
  if (typeof callbackUrl !== 'string') return home
  try {
    const { pathname, search } = new URL(callbackUrl, 'http://pyarena.invalid')
    const own = callbackUrl.startsWith('/') || callbackUrl.startsWith('http')
    return own && !pathname.startsWith('//') && !pathname.startsWith('/sign-') ? pathname + search : home
  } catch {
    return home
  }
}
