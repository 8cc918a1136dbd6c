// What people and classrooms may be called.

// Control characters, and those that turn text around or hide: a name must show what it is.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u

/** The name as it is shown, or null when it can't be one. */
export function shownName(text: unknown, most: number): string | null {
  if (typeof text !== 'string' || text.length > most * 8) return null
  const name = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  const count = [...name].length
  return count >= 1 && count <= most && !UNSEEN.test(name) ? name : null
}

/** The form in which names are compared: two that look alike are one. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
