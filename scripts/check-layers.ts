// The layer rules of docs/decisions/0003: which way imports go. Reads every import and export-from of the project's own
// code (types too) and says for each breach what to do instead.
import fs from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'
import { at } from './places.ts'

export interface Edge {
  readonly from: string
  /** A path inside the project, or the name of a package (`node:fs`, `next/headers`). */
  readonly to: string
  readonly isOwn: boolean
  readonly isType: boolean
}

/** Each layer may import the layers of its row (and itself). */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'lib/std': [],
  'lib/engine': ['lib/std'],
  'lib/grading': ['lib/std', 'lib/engine'],
  challenges: ['lib/std', 'lib/grading'],
  'lib/server': ['lib/std', 'lib/engine', 'lib/grading', 'challenges'],
  'lib/client': ['lib/std', 'lib/engine', 'lib/grading'],
  app: ['lib/std', 'lib/engine', 'lib/grading', 'lib/server', 'lib/client'],
}

interface Rule {
  readonly from: RegExp
  readonly except?: RegExp
  readonly to: RegExp
  readonly toExcept?: RegExp
  readonly own: boolean
  readonly remedy: string
}

const RULES: readonly Rule[] = [
  {
    from: /^lib\/(std|engine|grading)\//,
    except: /^lib\/engine\/modules\//,
    to: /./,
    own: false,
    remedy: 'std, engine and grading run in browsers and judging threads alike: no Node module and no npm package there (the engine may use packages below modules/). Pass in what you need.',
  },
  {
    from: /^(app|lib\/server|lib\/client|challenges)\//,
    to: /^lib\/engine\//,
    toExcept: /^lib\/engine\/(index|limits|recording-types|snapshot\/diff)\.ts$/,
    own: true,
    remedy: 'the engine has one door: import #lib/engine/index.ts, and export there what you miss.',
  },
  {
    from: /^(app|lib)\//,
    except: /^lib\/server\/session\.ts$/,
    to: /^next\/headers$/,
    own: false,
    remedy: 'only lib/server/session.ts reads cookies: call currentActor() or ensureActor().',
  },
  {
    from: /^lib\/client\//,
    to: /^(node:|react$|react-dom|next\/)/,
    own: false,
    remedy: 'lib/client runs in the browser and knows no React: move the component part to app/.',
  },
]

/** Every breach, as a sentence. */
export function breaches(edges: readonly Edge[]): string[] {
  return [...edges.flatMap(layerBreach), ...edges.flatMap(ruleBreaches), ...cycles(edges)]
}

function layerBreach({ from, to, isOwn }: Edge): string[] {
  const [layer, target] = [layerOf(from), layerOf(to)]
  if (!isOwn || !layer || target === layer) return []
  const allowed = LAYERS[layer] ?? []
  if (target && allowed.includes(target)) return []
  return [`${from} imports ${to}: ${layer} may import ${allowed.join(', ') || 'nothing of the project'}. Move the shared piece down into one of those, or pass it in.`]
}

function ruleBreaches({ from, to, isOwn }: Edge): string[] {
  return RULES.filter((rule) => rule.own === isOwn && rule.from.test(from) && !rule.except?.test(from) && rule.to.test(to) && !rule.toExcept?.test(to)).map(
    ({ remedy }) => `${from} imports ${to}: ${remedy}`,
  )
}

function layerOf(file: string): string | undefined {
  return Object.keys(LAYERS).find((layer) => file.startsWith(`${layer}/`)) ?? (/^(scripts|tests)\//.test(file) ? 'outside' : undefined)
}

/** Cycles of imports that exist at run time. The engine's objects need each other as CPython's do: not checked there. */
function cycles(edges: readonly Edge[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, isOwn, isType } of edges) {
    if (isOwn && !isType && !from.startsWith('lib/engine/')) next.set(from, [...(next.get(from) ?? []), to])
  }
  const found: string[] = []
  const finished = new Set<string>()
  const visit = (file: string, trail: readonly string[]) => {
    const start = trail.indexOf(file)
    if (start >= 0) found.push(`${[...trail.slice(start), file].join(' → ')}: a cycle of imports. Move what both need into a file of its own, or pass it in.`)
    if (start >= 0 || finished.has(file)) return
    for (const target of next.get(file) ?? []) visit(target, [...trail, file])
    finished.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return found
}

/** The imports of one source text. */
export function edgesOf(file: string, source: string): Edge[] {
  const { module } = parseSync(file, source)
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({ request: moduleRequest.value, isType: entries.length > 0 && entries.every(({ isType }) => isType) }))
  const reexports = module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ request: moduleRequest.value, isType }] : [])))
  const dynamics = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(source.slice(moduleRequest.start, moduleRequest.end))?.[1]
    return literal ? [{ request: literal, isType: false }] : []
  })
  return [...statics, ...reexports, ...dynamics].map(({ request, isType }) => ({ from: file, isType, ...targetOf(file, request) }))
}

function targetOf(file: string, request: string): { to: string; isOwn: boolean } {
  if (request.startsWith('#')) return { to: request.slice(1), isOwn: true }
  if (request.startsWith('.')) return { to: path.posix.join(path.posix.dirname(file), request), isOwn: true }
  return { to: request, isOwn: false }
}

/** The imports of all code that the rules are about. */
export function projectEdges(): Edge[] {
  const files = ['lib', 'challenges', 'app'].flatMap((dir) =>
    fs.existsSync(at(dir)) ? fs.readdirSync(at(dir), { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(dir, name.split(path.sep).join('/'))) : [],
  )
  return files.filter((file) => /\.tsx?$/.test(file) && !file.includes('/generated/')).flatMap((file) => edgesOf(file, fs.readFileSync(at(file), 'utf8')))
}
