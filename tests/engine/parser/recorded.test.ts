// The parser against what real CPython said: trees with all positions, and messages with their positions. The JSON
// files were recorded from 3.11.7, 3.12.1 and 3.13.0 (the programs were files) and, for 3.14.7 and 3.15.0rc1, from the
// conformance programs (they were strings).
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dump, parse, PARSER_FEATURES, type SourceKind } from '#lib/engine/parser/index.ts'

type Version = keyof typeof PARSER_FEATURES
type ErrorRow = [source: string, expected: (string | number | null)[] | null]

function read<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Row[]
}

function refusal(source: string, version: Version, kind: SourceKind): (string | number | null)[] | null {
  const result = parse(source, { filename: 'program.py', mode: 'exec', features: PARSER_FEATURES[version], kind })
  if (result.ok) return null
  const { type, msg, lineno, offset, endLineno, endOffset } = result.error
  return [type, msg, lineno, offset, endLineno, endOffset]
}

describe.each(['3.11', '3.12', '3.13'] as const)('%s', (version) => {
  const features = PARSER_FEATURES[version]

  test('parser: trees and positions are the real ones', () => {
    for (const [source, expected] of read<[string, string]>(`trees-${version}.json`)) {
      const result = parse(source, { filename: 'program.py', mode: 'exec', features })
      expect(result.ok ? '' : result.error.msg, source).toBe('')
      if (!result.ok) continue
      const options = { includeAttributes: true, omitEmpty: features.dumpOmitsEmpty, typeParams: features.typeParams }
      expect(dump(result.module, options)).toBe(expected)
    }
  })

  test('parser: messages and positions of wrong files are the real ones', () => {
    for (const [source, expected] of read<ErrorRow>(`errors-${version}.json`)) {
      expect(refusal(source, version, 'module'), source).toEqual(expected)
    }
  })
})

test('parser: at the end of a script the column is 0', () => {
  const result = parse('try:\n pass\n', { filename: 'p.py', mode: 'exec', features: PARSER_FEATURES['3.13'], kind: 'script' })
  expect(result.ok ? null : result.error).toEqual({
    type: 'SyntaxError', msg: "expected 'except' or 'finally' block", lineno: 2, offset: 0, endLineno: 2, endOffset: -1,
    text: ' pass\n',
  })
})

test.each(['3.14', '3.15'] as const)('parser: messages and positions of wrong strings are the real ones (%s)', (version) => {
  for (const [source, expected] of read<ErrorRow>(`errors-${version}.json`)) {
    expect(refusal(source, version, 'string'), source).toEqual(expected)
  }
})
