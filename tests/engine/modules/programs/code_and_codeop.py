import codeop, code, sys, io
for src in ['if 1:', 'x = (', 'def f():\n  pass', 'def f():\n  pass\n', 'a b', '"""abc', 'x = 1\\', 'for i in x:\n  pass', 'print(1)', '', '# c', '@d', "'abc", 'try:\n pass', 'x = [1,', 'lambda:', 'x = )', 'if 1: pass', 'if 1: pass\n', 'class A:\n  x = 1\n\n', '  x', 'while 1:\n  break\nelse:', 'match x:', 'x = 1; y =', '1\n2', 'from __future__ import annotations']:
    try: c = codeop.compile_command(src); print(repr(src), c and c.co_name)
    except Exception as e: print(repr(src), type(e).__name__, e)
for src in ['1+', '1+1', '(1,', '', '\n', 'x y']:
    try: c = codeop.compile_command(src, 'f', 'eval'); print(repr(src), c and (c.co_name, c.co_filename))
    except Exception as e: print(repr(src), type(e).__name__, e)
print(eval(codeop.CommandCompiler()('3*4', symbol='eval')))
class I(code.InteractiveInterpreter):
    def write(self, data): print('W', repr(data))
i = I({'x': 5})
print(i.runsource('x'), i.runsource('if 1:'), i.runsource('x +'), i.runsource('1/0'), i.runsource('y = x'))
print(i.locals['y'], type(sys.last_value).__name__)
i.runsource('def g():\n  return zz\n'); i.runsource('g()')
try: i.runsource('raise SystemExit(3)')
except SystemExit as e: print('exit', e.code)
c = code.InteractiveConsole(filename='<me>')
print(c.push('for k in range(2):'), c.push('  print(k)'), c.push(''), c.buffer)
print(c.push('import sys'), c.push('sys.getrefcount([])'))
lines = iter(['a = 3', 'a * 2', 'def h():', '  return a', '', 'h()', '1/0', 'b c'])
def read(prompt):
    print('P', prompt)
    try: return next(lines)
    except StopIteration: raise EOFError
sys.stderr = sys.stdout
code.interact('hello', read, {}, 'bye')
print(code.__all__, codeop.__all__, i.compile.compiler.flags)
