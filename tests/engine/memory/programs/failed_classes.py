import gc, sys
gc.disable(); gc.collect()
class Bag(list): pass
def t(f):
    try: f()
    except (TypeError, RuntimeError) as e: print(str(e)[:40])
    print(gc.collect())
def a(): type('T', (list, Bag), {'f': lambda self: super(), '__slots__': ()})
def b(): type('T', (list, Bag), {})
def c():
    class T(list, Bag):
        def f(self): return __class__
def d(): type('T', (int, str), {})
def e():
    class M(type):
        def mro(self): return [5]
    class T(metaclass=M): pass
def f():
    class Q:
        def __init_subclass__(cls): raise TypeError('no')
    class T(Q): pass
def g():
    class D:
        def __set_name__(self, a, b): raise TypeError('no')
    class T: x = D()
def h():
    class T: __slots__ = ('a', 5)
def i():
    class T(list, Bag):
        __slots__ = ('a',)
for x in a, b, c, d, e, f, g, h, i: t(x)

