from contextlib import *
import contextlib, sys, io
@contextmanager
def cm(x):
    print('enter', x)
    try: yield x
    except KeyError as e: print('caught', e)
    finally: print('exit', x)
with cm(1) as v: print(v)
with cm(2): raise KeyError('k')
try:
    with cm(3): raise ValueError('v')
except ValueError as e: print('out', e)
@cm(4)
def f(): return 5
print(f(), f.__name__)
@contextmanager
def twice(): yield 1; yield 2
@contextmanager
def never():
    if 0: yield
@contextmanager
def swallow_bad():
    try: yield
    except Exception: yield
for c in (lambda: twice(), lambda: never(), lambda: nullcontext(7), lambda: suppress(ZeroDivisionError), lambda: closing(io.StringIO()), lambda: 5, lambda: swallow_bad()):
    try:
        with c() as z: print('body', type(z).__name__)
    except Exception as e: print(type(e).__name__, e)
try:
    with swallow_bad(): raise OSError('x')
except Exception as e: print(type(e).__name__, e)
try:
    with cm(9): raise StopIteration('s')
except Exception as e: print(type(e).__name__, e)
g = cm(0)
with g: pass
try:
    with g: pass
except Exception as e: print(type(e).__name__, e)
with suppress(ZeroDivisionError, KeyError): 1/0
with suppress(ValueError):
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* TypeError: print('te')
b = io.StringIO()
with redirect_stdout(b): print('hidden')
with redirect_stderr(b): print('err', file=sys.stderr)
print(repr(b.getvalue()))
with ExitStack() as st:
    st.callback(print, 'cb', sep='-'); st.enter_context(cm('s')); st.push(lambda *a: print('push', a[0]) or True)
    n = st.pop_all() if 0 else None
    raise IndexError('swallowed')
try:
    with ExitStack() as st:
        st.enter_context(5)
except Exception as e: print(type(e).__name__, e)
try:
    with ExitStack() as st:
        st.callback(lambda: 1/0); raise ValueError('first')
except Exception as e: print(type(e).__name__, e, repr(e.__context__))
st = ExitStack(); st.callback(print, 'later'); s2 = st.pop_all(); st.close(); print('closed'); s2.close()
class C(ContextDecorator):
    def __enter__(self): print('in'); return self
    def __exit__(self, *e): print('out', e[0]); return False
@C()
def h(a): return a
print(h(3))
class A(AbstractContextManager): pass
try: A()
except TypeError as e: print(e)
print(isinstance(io.StringIO(), AbstractContextManager), issubclass(C, AbstractContextManager))
import asyncio
@asynccontextmanager
async def ac(x):
    print('aenter', x)
    try: yield x
    finally: print('aexit', x)
async def main():
    async with ac(1) as v, nullcontext(2) as w: print(v, w)
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(ac('a'))); st.push_async_callback(asyncio.sleep, 0); st.callback(print, 'sync')
    try:
        async with cm(1): pass
    except Exception as e: print(type(e).__name__, e)
    class AC:
        async def aclose(self): print('aclosed')
    async with aclosing(AC()): pass
asyncio.run(main())
try:
    with ac(1): pass
except Exception as e: print(type(e).__name__, e)
import os
with chdir('/'): print(os.getcwd())
class Half:
    def __enter__(self): return 1
for t in (Half(), object(), C):
    try:
        with t: pass
    except Exception as e: print(type(e).__name__, e)
