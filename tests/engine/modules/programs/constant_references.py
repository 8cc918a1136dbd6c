# What the syntax tree holds while a text runs, and what is in the interpreter's table of names before the program begins.
import sys
g = sys.getrefcount
print(eval("g('zzz y')"), eval("g(12345)"), eval("g(b'xyz')"))
exec("s='a b c'\nprint(g(s))")
exec("def f(): return g('a b c')\nprint(f())")
exec("print('q r', g('q r'))")
exec("print(g((1, 2)), g(1.5), g(300 * 7))")
def h(): return g('u v')
print(h())
sys.displayhook = print
for mode in ('single', 'eval', 'exec'):
    for src in ("g('not interned!')", "g(12345)", "g(1.5)", "g(b'xyz')", "g((1, 2))", "[g('a b'), 'a b']"):
        c = compile(src, '<stdin>', mode)
        print(mode, src, eval(c), g(c.co_consts[0]))
c = compile("a='not i'\nprint(g(a))\nprint(g('not i'))\nb=12345\nprint(g(b))\nprint(g(12345))\n", 'x', 'exec')
exec(c)
big = 10 ** 6
print([g(n) > big for n in (chr(97), 'Z', chr(233), '\xff', '', b'', b'x', (), 5, -5)])
if sys.version_info >= (3, 12):
    print([g(sys.intern(n)) > big for n in ('name', 'self', 'append', 'copy', 'keys', 'items', 'key', 'value', '__init__', 'ValueError', 'list', 'x', 'data', 'path', 'ident')])
else:
    print([g(o) > big for o in (None, True, ..., NotImplemented, int, object, type, Exception)])
