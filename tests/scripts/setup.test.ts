// Setting up: each trouble is one clear sentence with its remedy; the command line's launcher; the layer rules.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { breaches, edgesOf } from '../../scripts/check-layers.ts'
import { nodeTrouble, roomTrouble, takeLock } from '../../scripts/install.mjs'
import { at, dataDir } from '../../scripts/places.ts'
import { checkRoom, databaseTrouble, portOf } from '../../scripts/trouble.ts'

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'pyarena-setup-'))
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }))

/** Runs `npm start`'s script; gives what it printed once it ended. */
async function start(env: Readonly<Record<string, string>>): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, [at('scripts/run.mjs'), 'start'], {
    env: { ...process.env, DATABASE_URL: '', PYARENA_DATA: path.join(scratch, 'data'), PORT: String(await freePort()), ...env },
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const code = await new Promise<number | null>((settle) => child.on('close', settle))
  return { code, lines: text.trim().split('\n') }
}

async function freePort(): Promise<number> {
  const { port, close } = await occupied()
  await close()
  return port
}

async function occupied(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = net.createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return { port: (server.address() as AddressInfo).port, close: () => new Promise((settle) => server.close(() => settle())) }
}

describe('npm start says in one sentence', () => {
  test('that the port is taken', async () => {
    const { port, close } = await occupied()
    expect(await start({ PORT: String(port) })).toEqual({
      code: 1,
      lines: [`Port ${port} is taken by another program: stop that one, or choose another port, for example PORT=${port + 1} npm start.`],
    })
    await close()
  })
  test('that DATABASE_URL does not answer', async () => {
    const port = await freePort()
    expect(await start({ DATABASE_URL: `postgresql://user:secret@127.0.0.1:${port}/name` })).toEqual({
      code: 1,
      lines: [`The PostgreSQL of DATABASE_URL at 127.0.0.1:${port} cannot be used (ECONNREFUSED): start it, correct the address, or unset DATABASE_URL to use the embedded PostgreSQL.`],
    })
  })
  test('that DATABASE_URL is no address', async () => {
    expect(await start({ DATABASE_URL: 'mysql://somewhere' })).toEqual({
      code: 1,
      lines: ['DATABASE_URL is not a PostgreSQL address: write it as postgresql://user:password@host:5432/name, or unset it to use the embedded PostgreSQL.'],
    })
  })
  test('that PORT is no number', async () => {
    expect(await start({ PORT: 'web' })).toEqual({ code: 1, lines: ['PORT is "web", which is no port number: set it to a number from 1 to 65535, or unset it for 3000.'] })
  })
  test('that the data folder cannot be written', async () => {
    const file = path.join(scratch, 'file')
    fs.writeFileSync(file, '')
    expect(await start({ PYARENA_DATA: path.join(file, 'data') })).toEqual({
      code: 1,
      lines: [`PyArena cannot write to its data folder ${path.join(file, 'data')} (ENOTDIR): give yourself write permission, or set PYARENA_DATA to another folder.`],
    })
  })
  test('that the disk is nearly full', () => {
    expect(() => checkRoom('/data', 12 * 1024 * 1024)).toThrow('The disk that holds /data has only 12 MB left: free at least 400 MB, or set PYARENA_DATA to a folder on another disk.')
    expect(() => checkRoom('/data', 400 * 1024 * 1024)).not.toThrow()
  })
  test('that there is no room for the packages', () => {
    expect(roomTrouble(300 * 1024 ** 2)).toBe(`The disk that holds ${path.resolve(at())} has only 300 MB left: free at least 2 GB for the packages and the built site, and start again.`)
    expect(roomTrouble(2 * 1024 ** 3)).toBeNull()
  })
  test('that Node is too old', () => {
    expect(nodeTrouble('18.20.4')).toBe('PyArena needs Node 20.19 or newer and this is 18.20.4: install a current one from https://nodejs.org and start again.')
    expect(nodeTrouble('20.18.3')).not.toBeNull()
    for (const version of ['20.19.0', '22.1.0', '24.0.0']) expect(nodeTrouble(version)).toBeNull()
  })
  test('that a password is wrong', () => {
    expect(databaseTrouble('postgresql://a:b@db:5433/x', Object.assign(new Error('no'), { code: '28P01' })).message).toBe(
      'The PostgreSQL at db:5433 refuses the user name or password of DATABASE_URL: correct them there, or unset DATABASE_URL to use the embedded PostgreSQL.',
    )
  })
})

describe('the lock of the installation', () => {
  const lock = path.join(scratch, 'installing')
  /** A process that takes the lock, adds a line at each end, and holds it for a moment. */
  function holder(log: string): Promise<unknown> {
    const script = `import fs from 'node:fs'; import { takeLock } from ${JSON.stringify(at('scripts/install.mjs'))}
      const release = takeLock(${JSON.stringify(lock)}); fs.appendFileSync(${JSON.stringify(log)}, 'in ')
      setTimeout(() => { fs.appendFileSync(${JSON.stringify(log)}, 'out '); release() }, 150)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'pipe'] })
    return new Promise((settle) => child.on('close', settle))
  }
  test('lets in one command at a time', async () => {
    const log = path.join(scratch, 'lock-log')
    expect(await Promise.all([1, 2, 3, 4].map(() => holder(log)))).toEqual([0, 0, 0, 0])
    expect(fs.readFileSync(log, 'utf8')).toBe('in out in out in out in out ')
    expect(fs.existsSync(lock)).toBe(false)
  })
  test('is taken over from a command that was killed', () => {
    fs.writeFileSync(lock, '999999999')
    const release = takeLock(lock)
    expect(fs.readFileSync(lock, 'utf8')).toBe(String(process.pid))
    release()
    // Its writer died before it had written its number.
    fs.writeFileSync(lock, '')
    fs.utimesSync(lock, new Date(0), new Date(0))
    takeLock(lock)()
    expect(fs.existsSync(lock)).toBe(false)
  })
})

describe('places and ports', () => {
  test('PORT', () => {
    expect([portOf(undefined), portOf(''), portOf('8080')]).toEqual([3000, 3000, 8080])
    for (const text of ['0', '65536', '1.5', '-1']) expect(() => portOf(text)).toThrow(/no port number/)
  })
  test('the data folder is never in the repository', () => {
    expect(dataDir({ PYARENA_DATA: '/somewhere' })).toBe('/somewhere')
    expect(dataDir({ XDG_DATA_HOME: '/home/ada/.data' })).toBe('/home/ada/.data/pyarena')
    expect(dataDir({}).startsWith(at())).toBe(false)
  })
})

describe('layers', () => {
  const breachesOf = (file: string, source: string) => breaches(edgesOf(file, source))
  test.each([
    ['lib/std/a.ts', `import { x } from '#lib/engine/index.ts'`, /lib\/std may import nothing/],
    ['lib/engine/gc/a.ts', `import type { X } from '#lib/grading/types.ts'`, /lib\/engine may import lib\/std\./],
    ['lib/engine/gc/a.ts', `import fs from 'node:fs'`, /no Node module and no npm package/],
    ['lib/client/a.ts', `export { x } from '../server/db.ts'`, /lib\/client may import/],
    ['lib/client/a.ts', `const x = await import('#lib/server/db.ts')`, /lib\/client may import/],
    ['app/page.tsx', `import { x } from '#lib/engine/vm/eval.ts'; export default () => <p>{x}</p>`, /one door/],
    ['app/page.tsx', `import { x } from '#challenges/catalogue.ts'`, /app may import/],
    ['app/page.tsx', `import { cookies } from 'next/headers'`, /only lib\/server\/session\.ts/],
    ['lib/server/a.ts', `import { x } from '../../app/x.ts'`, /lib\/server may import/],
    ['lib/server/a.ts', `import { x } from '../../scripts/x.ts'`, /lib\/server may import/],
  ])('%s: %s', (file, source, message) => expect(breachesOf(file, source)).toEqual([expect.stringMatching(message)]))
  test.each([
    ['lib/engine/modules/decimal.ts', `import Decimal from 'decimal.js'`],
    ['app/page.tsx', `import { x } from '#lib/server/db.ts'; import { y } from '#lib/engine/index.ts'; import React from 'react'`],
    ['lib/server/session.ts', `import { cookies } from 'next/headers'`],
  ])('%s: %s is fine', (file, source) => expect(breachesOf(file, source)).toEqual([]))
  test('a cycle of imports is shown whole; one of types alone is none', () => {
    const edges = (kind: string) => [...edgesOf('lib/server/a.ts', `import ${kind} { b } from './b.ts'`), ...edgesOf('lib/server/b.ts', `import ${kind} { a } from './a.ts'`)]
    expect(breaches(edges(''))).toEqual([expect.stringContaining('lib/server/a.ts → lib/server/b.ts → lib/server/a.ts: a cycle of imports')])
    expect(breaches(edges('type'))).toEqual([])
  })
})
