import contextlib, gc, weakref, sys
class R:
    def __init__(self, n): self.n = n
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, *a): print('exit', self.n, a[0] and a[0].__name__); return self.n == 's'
    def __del__(self): print('del', self.n)
with contextlib.ExitStack() as st:
    a = st.enter_context(R(1)); st.push(R(2)); st.callback(print, 'cb', sep='.')
    del a
    print(len(st._exit_callbacks))
st2 = contextlib.ExitStack(); st2.enter_context(R(3)); st3 = st2.pop_all(); st2.close(); print('closed'); st3.close()
try:
    with contextlib.ExitStack() as s: s.enter_context(R(4)); s.enter_context(R('s')); s.callback(lambda: 1/0); raise KeyError('k')
except BaseException as e: print(type(e), e.__context__)
s = contextlib.ExitStack(); s.enter_context(R(5)); r = weakref.ref(s); s.self = s; del s; print(gc.collect(), r())
@contextlib.contextmanager
def cm():
    t = R('g')
    try: yield t
    finally: print('fin')
with cm() as t: print(sys.getrefcount(t))
del t
with contextlib.suppress(ZeroDivisionError): 1/0
g = cm(); g.__enter__(); del g
@cm()
def deco(): return 'd'
print(deco())
with contextlib.closing(type('X', (), {'close': lambda s: print('close')})()): pass
with contextlib.nullcontext(5) as n: print(n)
import io
b = io.StringIO()
with contextlib.redirect_stdout(b): print('hid')
print(repr(b.getvalue()))
try:
    with cm(): raise StopIteration('x')
except BaseException as e: print(repr(e))
try:
    with contextlib.contextmanager(lambda: iter([]))(): pass
except Exception as e: print(repr(e))
@contextlib.contextmanager
def two(): yield 1; yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def none(): 
    return; yield
try:
    with none(): pass
except RuntimeError as e: print(e)
print(sys.getsizeof(contextlib.ExitStack()), sys.getsizeof(contextlib.nullcontext()))
gc.collect()
try:
    with contextlib.ExitStack() as s: s.enter_context(R('s')); s.callback(lambda: 1/0); raise KeyError('k')
except BaseException as e: print(type(e), e.__context__)
print(gc.collect())
try:
    with contextlib.ExitStack() as s: s.callback(print); s.callback(lambda: 1/0); s.callback(print); raise KeyError('k')
except BaseException as e: print(type(e), repr(e.__context__))
print(gc.collect())
