// Source that wants to break the parser: whatever it is, there is a result, and soon.
import { expect, test } from 'vitest'
import { parse, PARSER_FEATURES, type ParseOptions } from '#lib/engine/parser/index.ts'

const features = PARSER_FEATURES['3.13']

function outcome(source: string, mode: ParseOptions['mode'] = 'exec'): string {
  const result = parse(source, { filename: 'program.py', mode, features })
  return result.ok ? 'ok' : `${result.error.type}: ${result.error.msg}`
}

const tooComplex = 'MemoryError: Parser stack overflowed - Python source too complex to parse'

test('parser: brackets nest 200 deep and no deeper', () => {
  for (const [open, close] of [['(', ')'], ['[', ']'], ['f(', ')'], ['a[', ']'], ['{1:', '}'], ['(lambda:', ')']] as const) {
    expect(outcome(`${open.repeat(200)}1${close.repeat(200)}`), open).toBe('ok')
    expect(outcome(`${open.repeat(201)}1${close.repeat(201)}`), open).toBe('SyntaxError: too many nested parentheses')
    expect(outcome(open.repeat(100_000)), open).toBe('SyntaxError: too many nested parentheses')
  }
})

test('parser: nesting without brackets ends where the real stack does', () => {
  const forms: [text: string, limit: number][] = [
    ['-', 5968], ['not ', 5968], ['1 if 1 else ', 5968], ['lambda:', 2984], ['1**', 2984],
  ]
  for (const [text, limit] of forms) {
    expect(outcome(`${text.repeat(limit)}1`), text).toBe('ok')
    expect(outcome(`${text.repeat(limit + 1)}1`), text).toBe(tooComplex)
    expect(outcome(`${text.repeat(100_000)}1`), text).toBe(tooComplex)
  }
})

test('parser: 99 indents and no more', () => {
  const nested = (depth: number): string =>
    Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}if 1:\n`).join('') + `${' '.repeat(depth)}pass\n`
  expect(outcome(nested(99))).toBe('ok')
  expect(outcome(nested(100))).toBe('IndentationError: too many levels of indentation')
})

test('parser: left-deep chains have no limit', () => {
  for (const text of ['.a', '()', '[1]', ' + 1', ' < 1', ' and 1', ' for a in a']) {
    expect(outcome(text === ' for a in a' ? `[a${text.repeat(20_000)}]` : `a${text.repeat(20_000)}`), text).toBe('ok')
  }
})

test('parser: every single character, alone and in odd places', () => {
  for (let code = 0; code < 256; code++) {
    const character = String.fromCharCode(code)
    for (const source of [character, `x = ${character}`, `f"{${character}}"`, `'${character}'`, `if x:\n ${character}\n`]) {
      for (const mode of ['exec', 'eval', 'single'] as const) expect(outcome(source, mode)).toBeTypeOf('string')
    }
  }
})

test('parser: lone surrogates, prototype names and megabytes are only text', () => {
  expect(outcome('\ud800')).toMatch(/^SyntaxError/)
  expect(outcome('__proto__ = constructor = toString\nhasOwnProperty(__proto__=1)')).toBe('ok')
  expect(outcome(`x = "${'a'.repeat(1_000_000)}"`)).toBe('ok')
  expect(outcome('x = 1\n'.repeat(160_000))).toBe('ok')
  expect(outcome(`${'x = 1\n'.repeat(160_000)}x y`)).toBe('SyntaxError: invalid syntax')
  expect(outcome('"'.repeat(1_000_000))).toMatch(/^SyntaxError: unterminated triple-quoted/)
  expect(outcome('1'.repeat(1_000_000))).toMatch(/^SyntaxError: Exceeds the limit/)
})

test('parser: random scraps of syntax always end in a result', () => {
  const scraps = [
    '(', ')', '[', ']', '{', '}', 'f"', "f'", '"', "'", ':', '=', 'x', '1', ' ', '\n', 'if ', 'for ', 'in ', 'lambda ', '*',
    '**', 'match ', 'case ', '\\', '#', ',', '.', '@', '!', 'é', '\0', 'class ', 'def ', 'with ', 'as ', 'try:', 'except ',
    'yield ', 'await ', 'async ', 'not ', 'import ', 'from ', 'type ', '\t', '  ', '0', '_', 'e', 'else:', ':=',
  ]
  let seed = 7
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return (seed >>> 8) % below
  }
  for (let i = 0; i < 4000; i++) {
    const source = Array.from({ length: random(25) }, () => scraps[random(scraps.length)]).join('')
    for (const version of ['3.11', '3.13', '3.15'] as const) {
      const result = parse(source, { filename: 'program.py', mode: 'exec', features: PARSER_FEATURES[version] })
      // Whatever the fast pass refuses, the grammar must refuse too.
      if (!result.ok) expect(result.error.type, source).not.toBe('MemoryError')
    }
  }
})
