# `__class__` in a comprehension of a class body, where 3.12.1 crashes.
import sys
print('__class__ in comprehensions')
if sys.version_info < (3, 13): sys.exit()
def run(src, ns=None):
    ns = {}
    try:
        exec(src, ns); print({k: v for k, v in ns.items() if k in ('res', 'y', 'z')})
    except Exception as e: print(type(e).__name__, e)
run('''
class _C:
    __class__ = 2
    res = [__class__ for x in [1]]
''')
run('''
class _C:
    res = [__class__ for x in [1]]
''')
run('''
class _C:
    def f(self):
        return [__class__ for x in [1]]
res = _C().f()[0].__name__
''')
run('''
class _C:
    res = [lambda: __class__ for x in [1]]
res = [f().__name__ for f in _C.res]
''')
run('''
class _C:
    res = [lambda: super() for x in [1]]
res = [f() for f in _C.res]
''')
run('''
class _C:
    res = [(lambda: __class__, __class__) for x in [1]]
''')
run('''
class _C:
    __class__ = 2
    res = [__class__ for x in [1] for y in [__class__]]
''')
run('''
class _C:
    res = [[__class__ for y in [1]] for x in [1]]
''')
run('''
class _C:
    res = {x: __class__ for x in [1]}
    def g(self): return __class__
''')
run('''
def f():
    __class__ = 3
    class C:
        res = [__class__ for x in [1]]
        def g(self): return __class__
    return C
res = f().res, f()().g().__name__
''')
