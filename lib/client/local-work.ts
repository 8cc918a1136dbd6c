// What the browser keeps of a person's work: the source as typed, the choice of editor, and a submission that has no answer yet.
// Storage may be full or forbidden; then the page still works, it only forgets.

const prefix = 'pyarena:'

function read(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key)
  } catch {
    return null
  }
}

function write(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, value)
    return true
  } catch {
    return false
  }
}

/** Source that was being typed, with the moment of the last keystroke. */
export interface SavedWork {
  readonly source: string
  readonly savedAt: number
}

function parseRecord(text: string | null): Record<string, unknown> | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Whose work it is: a member's id, or `guest` for anyone who has not signed in on this browser. */
export type WorkOwner = string

const guest: WorkOwner = 'guest'

function workAt(owner: WorkOwner, key: string): SavedWork | null {
  const record = parseRecord(read(`work:${owner}:${key}`))
  if (record === null) return null
  const { source, savedAt } = record
  return typeof source === 'string' && typeof savedAt === 'number' ? { source, savedAt } : null
}

/** The newest work kept under a key (a challenge's slug, or `playground`). What was typed as a guest becomes the member's at the first look. */
export function loadWork(owner: WorkOwner, key: string): SavedWork | null {
  const own = workAt(owner, key)
  if (owner === guest) return own
  const asGuest = workAt(guest, key)
  if (asGuest === null) return own
  const newest = own === null || asGuest.savedAt > own.savedAt ? asGuest : own
  if (saveWork(owner, key, newest.source, newest.savedAt)) write(`work:${guest}:${key}`, null)
  return newest
}

/** Keeps work; false when the browser refuses. */
export function saveWork(owner: WorkOwner, key: string, source: string, savedAt: number): boolean {
  return write(`work:${owner}:${key}`, JSON.stringify({ source, savedAt } satisfies SavedWork))
}

/** A submission that was sent (or was about to be) and has not been answered. */
export interface PendingSubmission {
  readonly requestId: string
  readonly challengeVersionId: string
  readonly source: string
  /** The variant that was answered. */
  readonly seed?: number
  readonly day?: string
}

/** The unanswered submission of a challenge, if there is one; a guest's counts for the member that the guest became. */
export function loadPending(owner: WorkOwner, slug: string): PendingSubmission | null {
  const record = parseRecord(read(`pending:${owner}:${slug}`)) ?? parseRecord(read(`pending:${guest}:${slug}`))
  if (record === null) return null
  const { requestId, challengeVersionId, source, seed, day } = record
  if (typeof requestId !== 'string' || typeof challengeVersionId !== 'string' || typeof source !== 'string') return null
  return { requestId, challengeVersionId, source, ...(typeof seed === 'number' ? { seed } : {}), ...(typeof day === 'string' ? { day } : {}) }
}

/** Remembers a submission before it is sent. */
export function savePending(owner: WorkOwner, slug: string, pending: PendingSubmission): void {
  write(`pending:${owner}:${slug}`, JSON.stringify(pending))
}

/** Forgets it once it is answered, or refused for good. */
export function clearPending(owner: WorkOwner, slug: string): void {
  write(`pending:${owner}:${slug}`, null)
  write(`pending:${guest}:${slug}`, null)
}

/** Which editor the person picked: the coloured one or the plain text field. */
export type EditorChoice = 'monaco' | 'plain'

/** The remembered choice; null before there was one. */
export function loadEditorChoice(): EditorChoice | null {
  const choice = read('editor')
  return choice === 'monaco' || choice === 'plain' ? choice : null
}

/** Remembers the choice. */
export function saveEditorChoice(choice: EditorChoice): void {
  write('editor', choice)
}

/** The time zone that the server was told for a member; null before that. */
export function loadTimeZone(owner: WorkOwner): string | null {
  return read(`time-zone:${owner}`)
}

/** Remembers it. */
export function saveTimeZone(owner: WorkOwner, timeZone: string): void {
  write(`time-zone:${owner}`, timeZone)
}
