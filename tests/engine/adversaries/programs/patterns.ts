// Regular expressions that explode.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const patterns: readonly Adversary[] = [
  ...ends('step-limit', {
    re_explode: `import re
re.match(r"(a+)+$","a"*40+"b")
`,
    re_explode2: `import re
re.match(r"(a|aa)+$","a"*60+"b")
`,
    re_explode3: `import re
re.search(r"(.*)*x","a"*30)
`,
    re_explode4: `import re
re.compile("(?:a?){50}a{50}").match("a"*50)
`,
    re_lookahead: `import re
re.match(r'(?=(a+)+$)a', 'a' * 40 + 'b')
`,
    re_lookbehind: `import re
re.search(r'(?<=a{50})b' + '?' * 1, 'a' * 100000)
re.search(r'(?:a|a)*(?<!c)$x', 'a' * 40)
`,
    re_backreference: `import re
re.match(r'(a*)*\\1$', 'a' * 40 + 'b')
`,
    re_lazy: `import re
re.match(r'(.*?,){12}P', '1,' * 30)
`,
    re_findall_quadratic: `import re
re.findall(r'a*b', 'a' * 50000)
`,
    re_split_flood: `import re
re.split('', 'x' * 10**6)
`,
    re_sub_growth: `import re
s = 'a'
while True: s = re.sub('a', 'aa', s)
`,
  }),
  ...ends('memory-limit', {
    re_sub: `import re
re.sub("", "x"*1000, "y"*100000)
`,
  }),
  ...ends('exception', {
    re_nest: `import re
re.compile("("*5000+")"*5000)
`,
  }),
  ...ends('ok', {
    re_repeat: `import re
re.compile("a{1000000000}")
`,
    re_repeat2: `import re
re.compile("(((a{1000}){1000}){1000}){1000}").match("a"*10000)
`,
    re_conditional: `import re
re.match(r'((a)|(?(2)b|a))*$', 'a' * 50 + 'c')
`,
    re_possessive: `import re
print(re.match(r'(?:a++)*+b', 'a' * 5000))
`,
    re_alternatives: `import re
re.compile('|'.join('a' * i for i in range(1, 800))).fullmatch('a' * 900)
`,
    re_sets: `import re
re.compile('[' + ''.join(map(chr, range(0x4e00, 0x9000))) + ']+').match('\\u5000' * 10)
`,
    re_group_count: `import re
re.compile('(a)' * 20000)
`,
  }),
]
