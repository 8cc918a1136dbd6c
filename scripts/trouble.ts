// What can go wrong while setting up, each said in one sentence with its remedy.
import fs from 'node:fs'
import net from 'node:net'

/** Trouble that the person at the keyboard can mend; its message is all they see. */
export class SetupError extends Error {
  override name = 'SetupError'
}

const LEAST_FREE_BYTES = 400 * 1024 * 1024

/** Refuses a disk that would fill up half way through. */
export function checkRoom(dir: string, freeBytes = freeBytesOf(dir)): void {
  if (freeBytes >= LEAST_FREE_BYTES) return
  throw new SetupError(
    `The disk that holds ${dir} has only ${Math.floor(freeBytes / 1024 / 1024)} MB left: free at least ${LEAST_FREE_BYTES / 1024 / 1024} MB, or set PYARENA_DATA to a folder on another disk.`,
  )
}

function freeBytesOf(dir: string): number {
  const { bavail, bsize } = fs.statfsSync(dir)
  return bavail * bsize
}

/** Makes a folder of ours, or says why it can't be. */
export function makeDataDir(dir: string): void {
  try {
    fs.mkdirSync(dir, { recursive: true })
    fs.accessSync(dir, fs.constants.W_OK)
  } catch (error) {
    throw new SetupError(
      codeOf(error) === 'ENOSPC'
        ? `The disk that holds ${dir} is full: free some space, or set PYARENA_DATA to a folder on another disk.`
        : `PyArena cannot write to its data folder ${dir} (${codeOf(error)}): give yourself write permission, or set PYARENA_DATA to another folder.`,
    )
  }
}

/** Refuses a port on which somebody listens. */
export async function checkPort(port: number, host: string): Promise<void> {
  const code = await new Promise<string | null>((settle) => {
    const probe = net.createServer()
    probe.once('error', (error) => settle(codeOf(error)))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => settle(null)))
  })
  if (code === null) return
  throw new SetupError(
    code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program: stop that one, or choose another port, for example PORT=${port + 1} npm start.`
      : `PyArena cannot listen on ${host}:${port} (${code}): choose another port with PORT, or another address with HOST.`,
  )
}

/** Reads PORT. */
export function portOf(text: string | undefined): number {
  const port = Number(text || '3000')
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new SetupError(`PORT is "${text}", which is no port number: set it to a number from 1 to 65535, or unset it for 3000.`)
}

/** Turns a failed connection to DATABASE_URL into a sentence. */
export function databaseTrouble(url: string, error: unknown): SetupError {
  const target = URL.canParse(url) ? new URL(url) : null
  if (!target || !/^postgres(ql)?:$/.test(target.protocol))
    return new SetupError('DATABASE_URL is not a PostgreSQL address: write it as postgresql://user:password@host:5432/name, or unset it to use the embedded PostgreSQL.')
  const where = `${target.hostname}:${target.port || 5432}`
  const code = codeOf(error)
  if (code === '28P01' || code === '28000')
    return new SetupError(`The PostgreSQL at ${where} refuses the user name or password of DATABASE_URL: correct them there, or unset DATABASE_URL to use the embedded PostgreSQL.`)
  return new SetupError(
    `The PostgreSQL of DATABASE_URL at ${where} cannot be used (${code}): start it, correct the address, or unset DATABASE_URL to use the embedded PostgreSQL.`,
  )
}

/** An error's code, or else its message. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.message
  return String(error)
}
