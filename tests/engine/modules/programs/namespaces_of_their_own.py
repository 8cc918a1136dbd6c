# Annotations of modules and classes up to 3.13; globals that are a subclass of dict.
import types, sys
m = types.ModuleType('m'); print(m.__annotations__, sorted(m.__dict__)); 
def t(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
def s(o, n, v): setattr(o, n, v); return getattr(o, n)
def d(o, n): delattr(o, n); return o.__dict__.keys()
m = types.ModuleType('m')
t(lambda: s(m, '__annotations__', 3)); t(lambda: d(m, '__annotations__')); t(lambda: d(m, '__annotations__')); 
print(sys.__annotations__, types.ModuleType.__dict__['__annotations__'])
def f(a: int): pass
t(lambda: s(f, '__annotations__', 4)); t(lambda: s(f, '__annotations__', None)); t(lambda: d(f, '__annotations__'))
class A: x: int
t(lambda: s(A, '__annotations__', 5)); t(lambda: s(int, '__annotations__', {})); t(lambda: int.__annotations__); t(lambda: d(A, '__annotations__')); t(lambda: d(A, '__annotations__')); t(lambda: d(int, '__annotations__'))
import types
class D(dict):
    def __missing__(s, k):
        if k.startswith('q'): raise KeyError(k)
        return 'M' + k
d = D()
def f(): return a, print
fn = types.FunctionType(f.__code__, d)
print(fn())
d = D(print=print); exec('x = zz\nprint(x, y)\ndef g(): return hh\nprint(g())', d); print(sorted(k for k in d if k != '__builtins__'))
try: exec('def g(): return qq\ng()', d)
except NameError as e: print(e)
print(eval('w', d), eval('w', {}, D()), eval('len', d), eval('[v for _ in "a"]', d))
class G(dict):
    def __getitem__(s, k): print('get', k); return dict.__getitem__(s, k)
g = G(a=1)
exec('a\na = 2\na\ndef h(): return a\nh()\nlen', g)
class C:
    exec('t = 1'); print(t)
