// Deep recursion in source, 100 nested parentheses.
import { ends, joined, lines } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const deepSource: readonly Adversary[] = [
  ...ends('step-limit', {
    source_type_parameters: `def f[${lines(', ', 2000, (i) => `T${i}`)}](): pass\n`,
  }),
  ...ends('output-limit', {
    src_parens_deep: '('.repeat(100_000),
    src_brackets: '['.repeat(100_000) + ']'.repeat(100_000),
    src_dict_nest: '{1:'.repeat(5000) + '1' + '}'.repeat(5000) + '\n',
    src_import: 'import ' + joined('.', 50_000, 'a') + '\n',
    source_dots: `from ${'.'.repeat(100_000)} import x\n`,
  }),
  ...ends('compile-error', {
    src_parens201: '('.repeat(201) + ')'.repeat(201) + '\n',
    src_unary: '-'.repeat(100_000) + '1\n',
    src_not: 'not '.repeat(100_000) + '1\n',
    src_lambda: 'lambda:'.repeat(100_000) + '1\n',
    src_pow: `x=1
y=` + joined('**', 100_000, 'x') + '\n',
    src_attr: `x=1
x` + '.a'.repeat(100_000) + '\n',
    src_call: `x=1
x` + '()'.repeat(100_000) + '\n',
    src_sub: `x=1
x` + '[0]'.repeat(100_000) + '\n',
    src_if: `x=1
y=` + '1 if x else '.repeat(50_000) + '2\n',
    src_elif: `x=1
if x: pass
` + 'elif x: pass\n'.repeat(20_000),
    src_indent: lines('', 120, (i) => ' '.repeat(i) + 'if 1:\n') + ' '.repeat(120) + 'pass\n',
    src_for_nest: lines('', 30, (i) => ' '.repeat(i) + 'for x in y:\n') + ' '.repeat(30) + 'pass\n',
    src_fstring_nest: 'f"' + '{f\''.repeat(100) + '\n',
    src_fstring_fmt: `x=1
f"{x:` + '{x:'.repeat(200) + '}'.repeat(200) + '}"\n',
    src_await: `async def f():
  ` + 'await '.repeat(10_000) + 'x\n',
    src_star: '*'.repeat(10_000) + 'x\n',
    src_try_nest: lines('', 50, (i) => ' '.repeat(i) + 'try:\n') + ' '.repeat(50) + 'pass\n',
    src_match: `match x:
 case ` + '['.repeat(5000) + ']'.repeat(5000) + ': pass\n',
    src_bigint2: 'x=' + '1'.repeat(100_000) + '\n',
    src_unicode: 'x="\\N{' + 'A'.repeat(100_000) + '}"\n',
    source_with_items: `with ${joined(', ', 300, "open('x')")}: pass\n`,
    source_star_targets: `a, ${'*b, '.repeat(300)}= []\n`,
  }),
  ...ends('exception', {
    src_decor: '@x\n'.repeat(20_000) + 'def f(): pass\n',
    source_subscripts: `x = {}\nx${'[x'.repeat(150)}${']'.repeat(150)}\n`,
  }),
  ...ends('ok', {
    src_parens: '('.repeat(100) + ')'.repeat(100) + '\n',
    src_plus: joined('+', 100_000, '1') + '\n',
    src_plusx: `x=1
y=` + joined('+', 100_000, 'x') + '\n',
    src_and: `x=1
y=` + joined(' and ', 50_000, 'x') + '\n',
    src_cmp: `x=1
y=` + joined('<', 50_000, 'x') + '\n',
    src_nested_def: lines('', 99, (i) => ' '.repeat(i) + 'def f():\n') + ' '.repeat(99) + 'pass\n',
    src_match_or: `match 1:
 case ` + joined('|', 20_000, '1') + ': pass\n',
    src_strings: 'x=' + '"a" '.repeat(100_000) + '\n',
    src_bigint: 'x=' + '1'.repeat(4000) + '\n',
    src_hexint: 'x=0x' + 'f'.repeat(500_000) + '\n',
    src_float: 'x=1.' + '1'.repeat(100_000) + 'e5\n',
    src_args: 'def f(' + lines(',', 5000, (i) => `a${i}`) + `): pass
f(` + joined(',', 5000, '1') + ')\n',
    src_backslash: '\\\n'.repeat(100_000) + 'x=1\n',
    src_class_nest: lines('', 99, (i) => ' '.repeat(i) + 'class C:\n') + ' '.repeat(99) + 'pass\n',
    src_global: 'global ' + lines(',', 50_000, (i) => `a${i}`) + '\n',
    source_walrus: `${'(x := '.repeat(150)}1${')'.repeat(150)}\n`,
    source_comprehensions: `${'['.repeat(60)}1${' for x in (1,)]'.repeat(60)}\n`,
    source_lambdas_called: `${'(lambda: '.repeat(150)}1${')()'.repeat(150)}\n`,
    source_ternaries: `x = 1\ny = ${'(1 if x else '.repeat(150)}2${')'.repeat(150)}\n`,
    source_fstring_plain: `x = f'${'{1}'.repeat(20_000)}'\n`,
    source_except_clauses: `try: pass\n${'except ValueError: pass\n'.repeat(5000)}`,
    source_global_nest: `def f():\n global ${lines(', ', 20_000, (i) => `a${i}`)}\n`,
  }),
]
