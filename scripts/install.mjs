// The first step of every command: the right Node, and installed packages that match the lock file. Commands that start at once install once: the first
// takes a lock beside the lock file, the others wait for it.
// Runs before anything is installed, so it uses nothing but Node's own modules and old syntax.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const LEAST_NODE = [20, 19]
const NAMELESS_MS = 10_000
/** Packages, and the site that is built next. */
const LEAST_FREE_BYTES = 2 * 1024 ** 3

/** @returns {string | null} one sentence with the remedy, when this Node is too old */
export function nodeTrouble(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  const enough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])
  return enough
    ? null
    : `PyArena needs Node ${LEAST_NODE.join('.')} or newer and this is ${version}: install a current one from https://nodejs.org and start again.`
}

/** Refuses an old Node, then installs when package-lock.json is newer than what is installed. */
export function install() {
  const trouble = nodeTrouble()
  if (trouble) {
    console.error(trouble)
    process.exit(1)
  }
  const lock = path.join(root, 'package-lock.json')
  const stamp = path.join(root, 'node_modules', '.package-lock.json')
  if (mtime(stamp) >= mtime(lock)) return
  const release = takeLock()
  try {
    // Another command may have installed while this one waited.
    if (mtime(stamp) < mtime(lock)) installNow()
  } finally {
    release()
  }
}

/** @returns {string | null} one sentence with the remedy, when the packages would fill the disk */
export function roomTrouble(free = freeBytes()) {
  return free === null || free >= LEAST_FREE_BYTES
    ? null
    : `The disk that holds ${root} has only ${Math.floor(free / 1024 ** 2)} MB left: free at least 2 GB for the packages and the built site, and start again.`
}

function freeBytes() {
  try {
    const { bavail, bsize } = fs.statfsSync(root)
    return bavail * bsize
  } catch {
    return null
  }
}

function installNow() {
  const trouble = roomTrouble()
  if (trouble) {
    console.error(trouble)
    process.exit(1)
  }
  const startedAt = Date.now()
  console.error('Installing packages (npm ci) …')
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) {
    console.error(
      `The packages could not be installed (npm ci ended with ${run.error ? run.error.message : run.status}): check the network, the disk space and the lines above, then start again.`,
    )
    process.exit(1)
  }
  console.error(`Packages installed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
}

/** Waits until no other command installs; a lock whose owner is gone is taken over. @returns {() => void} gives it back */
export function takeLock(file = path.join(root, '.installing')) {
  let told = false
  for (;;) {
    try {
      writeNew(file, String(process.pid))
      const release = () => fs.rmSync(file, { force: true })
      process.once('exit', release)
      return () => {
        process.off('exit', release)
        release()
      }
    } catch (error) {
      if (error.code !== 'EEXIST') {
        console.error(`PyArena cannot write to its own folder ${root} (${error.code}): give yourself write permission there, or free some space, and start again.`)
        process.exit(1)
      }
    }
    const owner = ownerOf(file)
    // One without a name is just being written, unless its writer died over it.
    if (owner === null ? Date.now() - mtime(file) > NAMELESS_MS && fs.existsSync(file) : !isAlive(owner)) {
      // Renamed first, so that of several who see this only one removes it, and never a newer lock.
      const stale = `${file}-${process.pid}`
      try {
        fs.renameSync(file, stale)
        if (ownerOf(stale) === owner) fs.rmSync(stale, { force: true })
        else fs.renameSync(stale, file)
      } catch {
        // Somebody else was faster.
      }
      continue
    }
    if (!told) console.error('Waiting for another command that is installing packages …')
    told = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
  }
}

/** Writes a file that is not there yet; one that could not be written whole does not stay. */
function writeNew(file, text) {
  const made = fs.openSync(file, 'wx')
  try {
    fs.writeSync(made, text)
  } catch (error) {
    fs.rmSync(file, { force: true })
    throw error
  } finally {
    fs.closeSync(made)
  }
}

/** The process that holds a lock; null when it can't be read (just made, or just gone). */
function ownerOf(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || null
  } catch {
    return null
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function mtime(file) {
  return fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0
}
