# Parameters without a default, equal keys of mapping patterns, nested blocks: where the compiler refuses, and with what.
import sys
def c(src, mode='exec'):
    try:
        compile(src, '<t>', mode); print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
for s in ['def f(a, /, b = 5, c): pass', 'def f(a, b = 5, /, c): pass', 'def f(a = 5, b, /, c): pass', 'def f(a, b=5, /, c): pass', 'def f(a, b=5, /, c, *, d): pass', 'def f(a, /, b=5, c, *, d): pass',
  'async def f(a, /, b = 5, c): pass', 'lambda a, /, b = 5, c: None', 'lambda a, b = 5, /, c: None', 'lambda a = 5, b, /, c: None', 'lambda a, /, b = 5, c, *, d: None',
  'def f(a, /, b=1, c, *args): pass', 'def f(a, /, b=1, (c)): pass', 'def f(a=1, /, b, c=2): pass', 'def f(a=1, /, b): pass', 'def f(a, /, b, c=2, d, e=3): pass', 'def f(a, c=2, d): pass', 'lambda a, c=2, d: 1', 'def f(a, /, b: int = 3, c: str): pass', 'def f(a, /, b=1, c',
  'def f(a, /, b=1, /): pass', 'def f(a, *, b, /): pass', 'def f(/): pass', 'def f(*, a, *, b): pass', 'def f(a, *args, *, b): pass', 'def f(a, /, a=1, b): pass',
  'match x:\n case {0: _, False: _}: pass', 'match x:\n case {0: _, 0.0: _}: pass', 'match x:\n case {0: _, -0: _}: pass', 'match x:\n case {0: _, 0j: _}: pass', 'match x:\n case {"a": _, "a": _}: pass', 'match x:\n case {1: _, True: _}: pass', 'match x:\n case {b"a": _, "a": _}: pass', 'match x:\n case {1+0j: _, 1: _}: pass', 'match x:\n case {None: 1, None: 2}: pass', 'match x:\n case {-1: 1, -1.0: 2}: pass', 'match x:\n case {1.5: 1, 1.5+0j: 2}: pass',
  'match x:\n case {a.b: _, a.b: _}: pass']:
    c(s)
for n in (18,) if sys.version_info < (3, 13) else (18, 19, 20, 21):  # 3.12.1 crashes
    c('if 1:\n  with (\n' + ',\n'.join(f'    a as b{i}' for i in range(n)) + '\n  ): pass')
    s = 'async def f():\n  async with (\n' + ',\n'.join(f'    a as b{i}' for i in range(n)) + '\n  ): pass'
    try: compile(s, '<t>', 'exec'); print('ok', n)
    except SyntaxError as e: print(n, e)
    for kw in ('with a: ', 'for x in y: ', 'while x: ', 'try: '):
        s = ''
        for i in range(n): s += ' ' * i + kw + '\n'
        s += ' ' * n + 'pass\n'
        if kw == 'try: ':
            for i in reversed(range(n)): s += ' ' * i + 'finally: pass\n'
        try: compile(s, '<t>', 'exec'); print('ok', n)
        except SyntaxError as e: print(n, kw, e.msg, e.lineno)
    s = 'def f():\n async with ' + ', '.join(f'a as b{i}' for i in range(n)) + ': pass'
    try: compile('async ' + s, '<t>', 'exec'); print('ok', n)
    except SyntaxError as e: print(n, e)
