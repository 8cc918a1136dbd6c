// Literals, their warnings, and the ways into the parser.
import { expect, test } from 'vitest'
import { byteToCharOffset, decodeSource, dump, lookUpCharacter, parse, PARSER_FEATURES } from '#lib/engine/parser/index.ts'

function warnings(source: string, version: keyof typeof PARSER_FEATURES): string[] {
  const result = parse(source, { filename: 'program.py', mode: 'exec', features: PARSER_FEATURES[version] })
  return result.warnings.map(({ category, msg, lineno }) => `${category} ${lineno}: ${msg}`)
}

function tree(source: string, mode: 'eval' | 'single', version: keyof typeof PARSER_FEATURES = '3.13'): string {
  const result = parse(source, { filename: 'program.py', mode, features: PARSER_FEATURES[version] })
  return result.ok ? dump(result.module) : result.error.msg
}

test('literals: an unknown escape warns in the words of each version', () => {
  expect(warnings(String.raw`'\d\w'`, '3.11')).toEqual([String.raw`DeprecationWarning 1: invalid escape sequence '\d'`])
  expect(warnings(String.raw`b'\d'`, '3.13')).toEqual([String.raw`SyntaxWarning 1: invalid escape sequence '\d'`])
  expect(warnings(String.raw`f'\d{x}'`, '3.14')).toEqual([
    String.raw`SyntaxWarning 1: "\d" is an invalid escape sequence. Such sequences will not work in the future. `
    + String.raw`Did you mean "\\d"? A raw string is also an option.`,
  ])
  expect(warnings(String.raw`'\777'`, '3.13')).toEqual([String.raw`SyntaxWarning 1: invalid octal escape sequence '\777'`])
  expect(warnings(String.raw`r'\d'`, '3.13')).toEqual([])
})

test('literals: a number that touches a keyword warns', () => {
  expect(warnings('1or 2', '3.13')).toEqual(['SyntaxWarning 1: invalid decimal literal'])
  expect(warnings('[0x1 for x in y]', '3.13')).toEqual([])
})

test('literals: adjacent surrogate escapes stay two characters', () => {
  const result = parse(String.raw`'\ud83d\ude00'`, { filename: 'p.py', mode: 'eval', features: PARSER_FEATURES['3.13'] })
  expect(result.ok && result.module.kind === 'Expression' && result.module.body.kind === 'Constant' && result.module.body.value)
    .toEqual({ t: 'str', v: '\u{1f600}', codePoints: [0xd83d, 0xde00] })
})

test('literals: characters by name', () => {
  expect(lookUpCharacter('BULLET')).toBe(0x2022)
  expect(lookUpCharacter('snowman')).toBe(0x2603)
  expect(lookUpCharacter('GRINNING FACE')).toBe(0x1f600)
  expect(lookUpCharacter('CJK UNIFIED IDEOGRAPH-4E00')).toBe(0x4e00)
  expect(lookUpCharacter('constructor')).toBeNull()
})

test('modes: an expression, one interactive statement', () => {
  expect(tree(' 1, 2', 'eval')).toMatch(/invalid|unexpected indent/)
  expect(tree('1, 2', 'eval')).toBe('Expression(body=Tuple(elts=[Constant(value=1), Constant(value=2)], ctx=Load()))')
  expect(tree('x = 1', 'single')).toBe("Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])")
  expect(tree('if x:\n  pass\n', 'single')).toBe("Interactive(body=[If(test=Name(id='x', ctx=Load()), body=[Pass()])])")
})

test('versions: newer syntax is refused by older parsers', () => {
  const accepts = (source: string, version: keyof typeof PARSER_FEATURES): boolean =>
    parse(source, { filename: 'p.py', mode: 'exec', features: PARSER_FEATURES[version] }).ok
  const since: [source: string, version: keyof typeof PARSER_FEATURES][] = [
    ['type X = int', '3.12'], ['def f[T](): pass', '3.12'], ['f"{"a"}"', '3.12'], ['class A[T = int]: pass', '3.13'],
    ['t"{a}"', '3.14'], ['try: pass\nexcept A, B: pass', '3.14'], ['lazy import a', '3.15'], ['[*x for x in y]', '3.15'],
    ['{**x for x in y}', '3.15'], ['f(*x for x in y)', '3.15'],
  ]
  const versions = ['3.11', '3.12', '3.13', '3.14', '3.15'] as const
  for (const [source, first] of since) {
    expect(versions.filter((version) => accepts(source, version)), source).toEqual(versions.slice(versions.indexOf(first)))
  }
})

test('t-strings: interpolations keep their source text', () => {
  expect(tree('t"a{b + c = !r:>{d}}"', 'eval', '3.14')).toBe(
    "Expression(body=TemplateStr(values=[Constant(value='ab + c = '), Interpolation(value=BinOp(left=Name(id='b', "
    + "ctx=Load()), op=Add(), right=Name(id='c', ctx=Load())), str='b + c', conversion=114, format_spec=JoinedStr(values=["
    + "Constant(value='>'), FormattedValue(value=Name(id='d', ctx=Load()), conversion=-1)]))]))")
})

test('source: byte columns become characters', () => {
  expect(byteToCharOffset('é = "😀" + x', 4)).toBe(3)
  expect(byteToCharOffset('é = "😀" + x', 10)).toBe(6)
  expect(byteToCharOffset('abc', 5)).toBe(5)
})

test('source: marks, cookies and bytes that are no text', () => {
  const bytes = (...parts: (string | number)[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((c) => c.charCodeAt(0)))))
  expect(decodeSource(bytes(0xef, 0xbb, 0xbf, 'x = 1'), 'p.py')).toEqual({ ok: true, text: 'x = 1' })
  expect(decodeSource(bytes('# coding: latin-1\n', 0xe9), 'p.py')).toEqual({ ok: true, text: '# coding: latin-1\né' })
  expect(decodeSource(bytes('"', 0xf0, 0x9f, 0x98, 0x80, '"'), 'p.py')).toEqual({ ok: true, text: '"😀"' })
  expect(decodeSource(bytes('# -*- coding: nope -*-\n'), 'p.py')).toMatchObject({ ok: false, error: { msg: 'unknown encoding: nope' } })
  expect(decodeSource(bytes('x\n', 0xe9), 'p.py')).toMatchObject({
    ok: false,
    error: {
      msg: "Non-UTF-8 code starting with '\\xe9' in file p.py on line 2, but no encoding declared; "
        + 'see https://peps.python.org/pep-0263/ for details',
    },
  })
})
