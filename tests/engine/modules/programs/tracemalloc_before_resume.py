# What a call allocates before its function runs (cells, the generator) belongs to the line of the caller.
import tracemalloc


def gen():
    yield 1


async def co():
    return 1


def cells():
    a = 1
    b = 2
    c = []

    def inner():
        return a, b, c

    return inner


def lines(tag):
    taken = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, __file__)])
    for stat in sorted(taken.statistics('lineno'), key=lambda s: s.traceback[0].lineno):
        print(tag, stat.traceback[0].lineno, stat.size, stat.count)


tracemalloc.start()
g = gen()
lines('generator')
tracemalloc.clear_traces()
g2 = [gen() for _ in range(10)]
lines('ten')
tracemalloc.clear_traces()
c = co()
lines('coroutine')
c.close()
tracemalloc.clear_traces()
i = cells()
lines('cells')
