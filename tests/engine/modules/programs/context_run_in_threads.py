# What runs in a context runs in it on a thread of its own too: it waits, raises and nests as a plain call does.
import asyncio, time, threading, contextvars, functools
v = contextvars.ContextVar('v', default=0)
def inner(n):
    v.set(n); time.sleep(0.1); return v.get(), n
async def main():
    s=time.perf_counter()
    print(await asyncio.gather(*[asyncio.to_thread(inner,i) for i in range(3)]))
    print(round(time.perf_counter()-s,1))
    s=time.perf_counter()
    await asyncio.gather(*[asyncio.to_thread(time.sleep,0.1) for i in range(3)])
    print(round(time.perf_counter()-s,1), v.get())
    def bad(n):
        time.sleep(0.1); raise ValueError(n)
    s=time.perf_counter()
    print(await asyncio.gather(*[asyncio.to_thread(bad,i) for i in range(3)], return_exceptions=True))
    print(round(time.perf_counter()-s,1), v.get())
asyncio.run(main())
ctx = contextvars.copy_context()
def rec(n):
    c = contextvars.copy_context()
    return c.run(rec, n-1) + 1 if n else v.get()
print(ctx.run(inner, 5), ctx[v], v.get())
print(ctx.run(rec, 150), ctx.run(rec, 300), rec(300))
lock = threading.Lock()
def w(n):
    with lock:
        v.set(n); time.sleep(.01)
    print(n, v.get())
ts=[threading.Thread(target=functools.partial(contextvars.copy_context().run, w, i)) for i in range(3)]
ts+=[threading.Thread(target=contextvars.copy_context().run, args=(functools.partial(contextvars.copy_context().run, w), i)) for i in range(3,6)]
for t in ts: t.start()
for t in ts: t.join()
try: ctx.run(ctx.run, print)
except RuntimeError as e: print(type(e))
