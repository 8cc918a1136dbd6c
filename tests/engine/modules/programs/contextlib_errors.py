from contextlib import *
import sys, io
@contextmanager
def cm(n):
    print("in", n)
    try: yield n * 2
    except ValueError as e: print("caught", e)
    finally: print("out", n)
with cm(1) as a, cm(2) as b: print(a, b)
with cm(3): raise ValueError("v")
with suppress(KeyError, IndexError): {}["x"]
with redirect_stdout(io.StringIO()) as s: print("hidden")
print(repr(s.getvalue()))
with ExitStack() as st:
    st.callback(print, "cb", 1); st.enter_context(cm(9)); st.push(lambda *e: print("exit", e[0]) or True)
    raise KeyError("k")
class R:
    def close(self): print("closed")
with closing(R()), nullcontext(5) as n: print(n)
@cm(7)
def deco(): print("body")
deco()
@contextmanager
def bad(): return; yield
@contextmanager
def twice(): yield 1; yield 2
for c in (bad, twice):
    try:
        with c(): print("x")
    except RuntimeError as e: print(e)
class NoExit:
    def __enter__(self): return 1
for o in ["NoExit()", "5", "None"]:
    try:
        with eval(o): pass
    except Exception as e: print(type(e).__name__, e)
@asynccontextmanager
async def acm(): yield 4
import asyncio
async def main():
    async with acm() as v: print(v)
    try:
        with acm(): pass
    except Exception as e: print(type(e).__name__, e)
    try:
        async with cm(1): pass
    except Exception as e: print(type(e).__name__, e)
asyncio.run(main())
with cm(0): raise KeyError("through")
