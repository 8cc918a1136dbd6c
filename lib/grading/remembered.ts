// What was computed lately from a challenge alone, so that judging the next answer to it does not compute it again. Bounded, and never needed.

const MOST = 40
const values = new Map<string, unknown>()

/** The value of a pure computation whose inputs the key names in full. */
export function remembered<T>(key: string, compute: () => T): T {
  const value = values.has(key) ? (values.get(key) as T) : compute()
  values.delete(key)
  values.set(key, value)
  const [oldest] = values.keys()
  if (values.size > MOST && oldest !== undefined) values.delete(oldest)
  return value
}
