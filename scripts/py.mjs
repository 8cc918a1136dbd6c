// `npm run -s py -- …`: starts the engine's command line. Bundles scripts/py.ts when a source is newer than the
// last bundle (one file starts ten times faster than a loader), then runs it. Needs nothing but Node until then.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const cache = path.join(root, 'node_modules', '.cache', 'pyarena')
const STALE_MS = 10 * 60_000

/** Every file that can end up in the bundle, with what tells an edit apart. */
function fingerprint() {
  const hash = createHash('sha1')
  const walk = (dir) => {
    for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
      const file = path.join(dir, entry.name)
      if (entry.isDirectory()) walk(file)
      else if (entry.name.endsWith('.ts') || entry.name.endsWith('.json')) {
        const { mtimeMs, size } = fs.statSync(file)
        hash.update(`${file}:${mtimeMs}:${size}\n`)
      }
    }
  }
  for (const dir of ['lib/engine', 'lib/std']) if (fs.existsSync(path.join(root, dir))) walk(path.join(root, dir))
  for (const file of ['scripts/py.ts', 'package.json', 'package-lock.json']) {
    const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false })
    hash.update(`${file}:${stat?.mtimeMs}:${stat?.size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * Runs the bundle from V8's compiled form of it, kept beside it: reading 3 MB of source takes longer than most programs. The form is kept when the
 * first run ends, so that it holds what that run compiled; V8 refuses it when it is another Node's.
 */
function start(file) {
  const kept = `${file}.${process.version}.bin`
  const cachedData = fs.existsSync(kept) ? fs.readFileSync(kept) : undefined
  const wrapped = `(function (require, process, __filename) {${fs.readFileSync(file, 'utf8')}\n})`
  const script = new vm.Script(wrapped, { filename: file, cachedData })
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', () => {
      const draft = `${kept}-${process.pid}`
      try {
        fs.writeFileSync(draft, script.createCachedData())
        fs.renameSync(draft, kept)
      } catch {
        // Without it the next start is slower, nothing else.
      }
    })
  }
  script.runInThisContext()(createRequire(file), process, file)
}

/** Several may bundle at once: each writes its own file and renames it into place. */
async function bundle(outfile) {
  if (!fs.existsSync(path.join(root, 'node_modules', 'esbuild'))) {
    const { install } = await import('./install.mjs')
    install()
  }
  const esbuild = await import('esbuild')
  fs.mkdirSync(cache, { recursive: true })
  const draft = path.join(cache, `draft-${process.pid}-${Date.now()}.cjs`)
  try {
    await esbuild.build({
      entryPoints: [path.join(root, 'scripts/py.ts')],
      outfile: draft,
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      // A script rather than a module: only a script's compiled code can be kept (below).
      format: 'cjs',
      minifyWhitespace: true,
      minifySyntax: true,
      target: 'node20',
      logLevel: 'error',
    })
    fs.renameSync(draft, outfile)
  } finally {
    fs.rmSync(draft, { force: true })
    await esbuild.stop()
  }
  removeStale(outfile)
}

/** Old bundles go only once no start can still be about to import them. */
function removeStale(keep) {
  for (const name of fs.readdirSync(cache)) {
    const file = path.join(cache, name)
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (file !== keep && /^(py|draft)-/.test(name) && stat && Date.now() - stat.mtimeMs > STALE_MS) fs.rmSync(file, { force: true })
  }
}

const file = path.join(cache, `py-${fingerprint()}.cjs`)
if (!fs.existsSync(file)) {
  try {
    await bundle(file)
  } catch (error) {
    console.error(`The engine's command line could not be built: ${error.message}`)
    process.exit(70)
  }
}
// npm moves to the project's folder; files are named from where the person stands.
if (process.env.npm_lifecycle_event === 'py' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
start(file)
