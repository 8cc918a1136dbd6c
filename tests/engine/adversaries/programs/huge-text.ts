// Huge strings and bytes.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const hugeText: readonly Adversary[] = [
  ...ends('step-limit', {
    count_quadratic: `s="ab"*200000
for i in range(100): s.count("abab"*20000+"c"), s.rfind("b"*100000)
`,
    textwrap: `import textwrap
textwrap.wrap("x "*500000, 1)
`,
    text_casefold: `s = 'ß' * 500000
while True: s.upper().casefold()
`,
    text_encode: `s = 'é' * 500000
while True: s.encode('utf-8').decode('utf-8')
`,
    text_partition: `s = 'a' * 100000 + 'b'
while True: s.rpartition('a' * 50000 + 'b')
`,
    text_normalise: `import unicodedata
s = '\\uac00' * 100000
while True: unicodedata.normalize('NFD', s)
`,
    text_bytes_hex: `b = bytes(10**6)
while True: b.hex(' ', 1)
`,
    text_bytes_translate: `b = bytes(10**6)
while True: b.translate(None, b'\\1')
`,
    text_compare_equal: `a = 'x' * 1000000
b = 'x' * 999999 + 'x'
while True: a == b
`,
    text_template: `from string import Template
Template('$a' * 100000).substitute(a='x' * 1000)
`,
  }),
  ...ends('memory-limit', {
    big_format: 'f"{1:>1000000000}"\n',
    big_format2: '"%*d" % (10**9, 5)\n',
    big_format3: '"{:.999999999f}".format(1.5)\n',
    big_repeat_loop: `s="x"
while True: s+=s
`,
    big_bytes: 'bytes(1<<38)\n',
    big_bytearray: `b=bytearray()
while True: b.extend(b"x"*100000)
`,
    big_replace: '("x"*100000).replace("x","y"*100000)\n',
    big_join: '("y"*100000).join("x"*100000)\n',
    big_split: '("x "*2000000).split()\n',
    big_zfill: '"1".zfill(10**10)\n',
    big_expandtabs: '("\\t"*100000).expandtabs(10**6)\n',
    big_translate: '("a"*100000).translate({97:"b"*100000})\n',
    big_bytes_join: '(b"y"*100000).join([b"x"]*100000)\n',
    big_memoryview: 'm=memoryview(bytearray(1<<20)); m.tolist(); m.hex()\n',
    big_count_fstring: `x=10**5
f"{x:0{x}{x}}"
`,
    exc_repr_bomb: `class E(Exception):
    def __str__(s): return "x"*10**6*100
raise E
`,
    str_count_overlap: `("a"*10**6).count("")
("a"*10**6).split("a")
`,
    randbytes: `import random
random.randbytes(10**10)
`,
    stringio_flood: `import io
f=io.StringIO()
while True: f.write("x"*10000)
`,
    seek_bomb: `import io
f=io.BytesIO()
f.seek(10**12)
f.write(b"x")
`,
    text_center: `'x'.center(10**11)
`,
    text_percent_width: `'%.*f' % (2147483647, 1.0)
`,
    text_nested_width: `'{:{}}'.format('x', 10**11)
`,
    text_escapes: `s = '\\x00' * 800000
repr(s) * 3
`,
    text_maketrans: `s = 'ab' * 100000
t = str.maketrans({'a': 'b' * 1000, 'b': None})
s.translate(t)
`,
    text_splitlines: `('\\n' * 10**6).splitlines()
`,
    text_percent_mapping: `'%(a)s' * 3 % {'a': 'x' * 10**7}
`,
  }),
  ...ends('exception', {
    big_repeat_str: '"x"*(1<<40)\n',
    big_repeat_exc: '"x"*(1<<70)\n',
  }),
  ...ends('ok', {
    find_quadratic: `s="a"*200000
t="a"*100000+"b"
for i in range(100): s.find(t)
`,
    in_quadratic: `s=b"a"*200000
for i in range(100): s.find(b"a"*100000+b"b")
`,
  }),
]
