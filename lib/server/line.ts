// Waiting in line: what one person asks for at once is done one after the other, so that a burst holds one database connection and not all of them.
// Within this process; what must hold for good is held by rows.

const lines = new Map<string, { length: number; last: Promise<unknown> }>()

/** Does `act` when everything before it in the line of `key` is done; null, without doing it, when already `most` are in line. */
export async function inLine<T>(key: string, most: number, act: () => Promise<T>): Promise<T | null> {
  const line = lines.get(key) ?? { length: 0, last: Promise.resolve() }
  if (line.length >= most) return null
  lines.set(key, line)
  line.length++
  const mine = line.last.then(act)
  // The next one starts whatever becomes of this one.
  line.last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    if (--line.length === 0) lines.delete(key)
  }
}
