// Run after `npm install` (npm run lock): a registry mirror that lacks some platforms' packages leaves them out of
// package-lock.json, and `npm ci` elsewhere then refuses the lock. This adds their entries.
import fs from 'node:fs'
import { at } from './places.ts'

interface LockEntry {
  version?: string
  license?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}

const file = at('package-lock.json')
const lock = JSON.parse(fs.readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> }
const added: string[] = []
for (const [where, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [...(where ? [`${where}/node_modules/${name}`] : []), `node_modules/${name}`]
    if (places.some((place) => lock.packages[place])) continue
    const os = /darwin|win32|windows|linux|android|freebsd|openharmony/.exec(name)?.[0].replace('windows', 'win32')
    const cpu = /arm64|x64|ia32|arm(?=-|$)|wasm32|riscv64|s390x|ppc64/.exec(name)?.[0]
    lock.packages[`node_modules/${name}`] = { version: range.replace(/^[~^]/, ''), license: 'MIT', optional: true, ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}) }
    added.push(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)))
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length > 0 ? `Added to the lock: ${added.join(', ')}.` : 'The lock is complete.')
