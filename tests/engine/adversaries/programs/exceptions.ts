// Exceptions, their chains and their printing.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const exceptions: readonly Adversary[] = [
  ...ends('step-limit', {
    exc_notes_flood: `e = ValueError()
while True: e.add_note('x' * 1000)
`,
  }),
  ...ends('output-limit', {
    tb_chain: `def f(n):
    try: 1/0
    except Exception as e:
        if n: f(n-1)
        else: raise
f(300)
`,
    exc_chain_print: `e=None
for i in range(3000):
    x=ValueError(i); x.__cause__=e; e=x
raise e
`,
    exc_exit_huge: `import sys
sys.exit('x' * 10**6)
`,
    exc_long_line: `x = 0; ${'x += 1; '.repeat(2000)}1/0\n`,
  }),
  ...ends('exception', {
    exc_group_deep: `e=ValueError(1)
for i in range(3000): e=ExceptionGroup("g",[e])
raise e
`,
    exc_group_wide: `raise ExceptionGroup("g",[ValueError(i) for i in range(3000)])
`,
    exc_context_cycle: `a, b = ValueError('a'), ValueError('b')
a.__context__ = b
b.__context__ = a
raise a
`,
    exc_cause_itself: `e = ValueError('x')
e.__cause__ = e
raise e
`,
    exc_repr_raises: `class E(Exception):
    def __str__(self): raise self
raise E
`,
    exc_name_hostile: `class E(Exception): pass
E.__module__ = 5
E.__qualname__ = 'x' * 1000
raise E
`,
    exc_hook_raises: `import sys
def hook(*a): raise ValueError('in the hook')
sys.excepthook = hook
1/0
`,
    exc_stderr_gone: `import sys
sys.stderr = None
1/0
`,
    exc_stdout_hostile: `import sys
class W:
    def write(self, s): raise ValueError(s)
sys.stdout = W()
print(1)
`,
  }),
  ...ends('ok', {
    exc_in_except: `def f(n):
    try: raise ValueError(n)
    except ValueError: f(n + 1)
try: f(0)
except RecursionError: print('rec')
`,
    exc_group_split: `e = ValueError(1)
for i in range(200): e = ExceptionGroup('g', [e, e] if i < 10 else [e])
print(e.split(TypeError)[0])
`,
  }),
]
