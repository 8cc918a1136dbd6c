# Patterns pickle, flags without a name show as numbers, conditionals in look-behinds; asyncio's barrier and a queue that is shut down show their state.
import asyncio, copy, pickle, re, sys

p = re.compile(r'(a)(b)?', re.I | re.S)
for proto in range(pickle.HIGHEST_PROTOCOL + 1):
    q = pickle.loads(pickle.dumps(p, proto))
    print(q is p, q == p, q.flags == p.flags)
print(pickle.loads(pickle.dumps(re.compile(rb'x'))), copy.copy(p) is p, copy.deepcopy(p) is p)
try: pickle.dumps(p.match('a'))
except TypeError as e: print(e)
print(repr(re.I | re.S | re.X | (1 << 20)), repr(re.I | (1 << 20)), repr(re.A), repr(re.RegexFlag(0)), repr(re.RegexFlag(1 << 20)))
for pattern in [r'(a)b(?<=(?(2)b|x))(c)', r'(a)b(?<=(?(1)b|x))', r'(a)b(?<=(a)(?(2)b|x))', r'((?<=(?(1)b|x))b)', r'(?P<n>a)b(?<=(?(n)b|x))', r'(?<=(?(3)a|b))', r'(a)(?(2)b|c)(d)', r'(?<=(?(x)a|b))']:
    try: print(pattern, re.compile(pattern).groups)
    except re.error as e: print(pattern, e)


async def main():
    barrier = asyncio.Barrier(3)
    show = lambda: (repr(barrier).split(' [')[1], barrier.n_waiting, barrier.broken)
    print(show())
    async def worker(n, order):
        try:
            order.append((n, await barrier.wait()))
        except asyncio.BrokenBarrierError as e:
            order.append((n, str(e)))
    order = []
    tasks = [asyncio.create_task(worker(n, order)) for n in range(7)]
    for _ in range(8):
        await asyncio.sleep(0)
        print(show(), order)
    await barrier.reset()
    print(show())
    await asyncio.sleep(0.01)
    print(show(), order)
    await asyncio.gather(*tasks)
    late = [asyncio.create_task(worker(n, order)) for n in range(2)]
    await asyncio.sleep(0)
    late[0].cancel()
    await asyncio.sleep(0)
    print(show())
    await barrier.abort()
    await asyncio.gather(*late, return_exceptions=True)
    print(show(), order[-1])
    try: await barrier.wait()
    except asyncio.BrokenBarrierError as e: print(e)
    await barrier.reset()
    print(show())
    async with asyncio.timeout(1):
        async with asyncio.Barrier(1) as index: print(index)


asyncio.run(main())
if sys.version_info >= (3, 13):
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.shutdown()
    print(str(queue))
