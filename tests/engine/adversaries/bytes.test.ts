// Byte strings of every kind as the source of a module and as compile()'s argument: random ones, broken UTF-8, byte order marks, coding cookies of known, unknown and
// hostile names, null bytes. Whatever they are, the run ends with a verdict, never with a failure of the engine. The seed is fixed; ADVERSARY_SEED and
// ADVERSARY_COUNT ask for others and more.
import { expect, test } from 'vitest'
import { PYTHON_VERSIONS, createMachine } from '#lib/engine/index.ts'
import { createRng, type Rng } from '#lib/std/rng.ts'

const LIMITS = { steps: 20_000, memoryBytes: 8 << 20, outputChars: 4_000 }
const SEED = Number(process.env['ADVERSARY_SEED'] ?? 20_261_201)
const COUNT = Number(process.env['ADVERSARY_COUNT'] ?? 120)

const PROGRAM = `
import sys
with open('evil.py', 'rb') as f:
    source = f.read()
for attempt in (lambda: __import__('evil'), lambda: compile(source, 'evil.py', 'exec'), lambda: eval(source), lambda: exec(source, {})):
    try:
        attempt()
    except BaseException as e:
        print(type(e).__name__, str(e)[:60].encode('ascii', 'backslashreplace'))
print('end')
`
const ENCODINGS = ['utf-8', 'utf8', 'UTF-8-SIG', 'latin-1', 'iso-8859-15', 'ascii', 'cp1252', 'utf-16', 'utf-7', 'rot13', 'punycode', 'idna', 'undefined', 'constructor', '__proto__', 'utf-8-unix', '-', 'x'.repeat(200)]
const SCRAPS = ['x = 1\n', 'def f():\n', '    return ', '"', "'''", 'f"{', '}', '(', '[', '\\', '\n', '\r', '\r\n', '\f', '\0', '\t', '#', 'é', '한', '🐍', '\u2028', '\ufeff', 'class A: pass\n', 'lambda: ', '0x', '1e', '1_', ':=', '\\N{', '\\x4']

const pick = <V>(rng: Rng, items: readonly V[]): V => items[rng.below(items.length)] as V

function bytesOf(rng: Rng): Uint8Array {
  const kind = rng.below(5)
  if (kind === 0) return Uint8Array.from({ length: rng.below(60) }, () => rng.below(256))
  const text = new TextEncoder().encode(Array.from({ length: rng.below(30) }, () => pick(rng, SCRAPS)).join(''))
  if (kind === 1) return text
  if (kind === 2) return Uint8Array.from([...[0xef, 0xbb, 0xbf].slice(0, 1 + rng.below(3)), ...text])
  if (kind === 3) return Uint8Array.from([...new TextEncoder().encode(`${pick(rng, ['', '#!/bin/python\n', '\n'])}# -*- coding: ${pick(rng, ENCODINGS)} -*-\n`), ...text])
  // Broken somewhere in the middle.
  return text.map((byte) => (rng.below(8) === 0 ? rng.below(256) : byte))
}

test('byte strings as source end with a verdict', () => {
  const rng = createRng(SEED)
  for (let i = 0; i < COUNT; i++) {
    const evil = bytesOf(rng)
    const { status, message } = createMachine({ source: PROGRAM, files: { 'evil.py': evil }, python: pick(rng, PYTHON_VERSIONS), limits: LIMITS }).run()
    expect(`${status} ${status === 'internal-error' ? `${message ?? ''} ${[...evil].join(',')}` : ''}`).not.toMatch(/^internal-error/u)
  }
})
