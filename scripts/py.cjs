// `npm run -s py -- …`: starts the engine's command line. Bundles scripts/py.ts when a source is newer than the
// last bundle (one file starts ten times faster than a loader), then runs it. Needs nothing but Node until then.
// CommonJS, with few modules and no hashing: what stands here is paid at every start, before the program's first line.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const root = path.join(__dirname, '..')
const cache = `${root}/node_modules/.cache/pyarena`
const STALE_MS = 10 * 60_000

/** Tells one state of every file that can end up in the bundle from another: their number, sizes and times of change. */
function fingerprint() {
  let count = 0
  let sum = 0
  const add = (file) => {
    const { mtimeMs, size } = fs.statSync(file)
    count++
    // Exact as long as it stays below 2 ** 53; each file's place in the order weighs in.
    sum = (sum * 31 + Math.floor(mtimeMs) + size * 7919) % 281474976710597
  }
  const walk = (dir) => {
    for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
      // Not path.join: it takes longer than looking at the file.
      const file = `${dir}/${entry.name}`
      if (entry.isDirectory()) walk(file)
      else if (entry.name.endsWith('.ts') || entry.name.endsWith('.json')) add(file)
    }
  }
  for (const dir of ['lib/engine', 'lib/std']) walk(`${root}/${dir}`)
  for (const file of ['scripts/py.ts', 'scripts/py-output.ts', 'scripts/py-repl.ts', 'scripts/py-repl-protocol.ts', 'scripts/py-repl-worker.ts', 'scripts/py.cjs', 'package.json', 'package-lock.json']) add(`${root}/${file}`)
  return `${count.toString(36)}-${sum.toString(36)}`
}

/**
 * Runs the bundle from V8's compiled form of it, kept beside it: reading 3 MB of source takes longer than most programs. The form is kept when the
 * first run ends, so that it holds what that run compiled; V8 refuses it when it is another Node's.
 */
function start(file) {
  const kept = `${file}.${process.version}.bin`
  let cachedData
  try {
    cachedData = fs.readFileSync(kept)
  } catch {
    // The first start.
  }
  // The bundle is ASCII (esbuild escapes the rest), and reading it as bytes of one character each copies it just once.
  const script = new vm.Script(fs.readFileSync(file, 'latin1'), { filename: file, cachedData })
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
  script.runInThisContext()(require('node:module').createRequire(file), process)
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
      // A script rather than a module: only a script's compiled code can be kept (above). It is one function expression.
      format: 'cjs',
      banner: { js: '(function (require, process) {' },
      footer: { js: '})' },
      charset: 'ascii',
      // V8 reads, hashes and interns less: a tenth of the way to a short program's result.
      minify: true,
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
    if (!file.startsWith(keep) && /^(py|draft)-/.test(name) && stat && Date.now() - stat.mtimeMs > STALE_MS) fs.rmSync(file, { force: true })
  }
}

async function build(file) {
  try {
    await bundle(file)
  } catch (error) {
    console.error(`The engine's command line could not be built: ${error.message}`)
    process.exit(70)
  }
}

const file = `${cache}/py-${fingerprint()}.cjs`
const run = () => {
  // npm moves to the project's folder; files are named from where the person stands.
  if (process.env.npm_lifecycle_event === 'py' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  start(file)
}
if (fs.existsSync(file)) run()
else void build(file).then(run)
