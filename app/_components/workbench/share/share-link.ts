// A link that carries a program, its version, the step and the view: packed into the address's hash, which never reaches a server.
import type { PythonVersion } from '#lib/engine/index.ts'
import { isKnownPython } from '../model/versions.ts'

export interface SharedView {
  readonly source: string
  readonly python: PythonVersion
  readonly step: number
  readonly view: string
}

const mark = 'p1.'
/** What unpacks to more than this is not opened. */
const mostBytes = 400_000

/** The hash for a view, with its leading `#`; null for a program that is too long for a link. */
export async function hashOf({ source, python, step, view }: SharedView): Promise<string | null> {
  const bytes = await through(new TextEncoder().encode(JSON.stringify([python, step, view, source])), new CompressionStream('deflate-raw'))
  return bytes === null ? null : `#${mark}${base64url(bytes)}`
}

/** What a hash carries; null if it is none of ours or spoilt. */
export async function sharedFrom(hash: string): Promise<SharedView | null> {
  const text = hash.replace(/^#/, '')
  if (!text.startsWith(mark)) return null
  try {
    const bytes = await through(fromBase64url(text.slice(mark.length)), new DecompressionStream('deflate-raw'))
    if (bytes === null) return null
    const parts: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!Array.isArray(parts)) return null
    const [python, step, view, source] = parts as unknown[]
    if (typeof python !== 'string' || !isKnownPython(python) || typeof step !== 'number' || typeof view !== 'string' || typeof source !== 'string') return null
    return { python, step: Math.max(0, Math.floor(step)), view, source }
  } catch {
    return null
  }
}

/** null when more comes out than a program may be long: a small hash could unpack to gigabytes. */
async function through(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream): Promise<Uint8Array | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    length += part.value.length
    if (length > mostBytes) {
      await reader.cancel()
      return null
    }
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function base64url(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
