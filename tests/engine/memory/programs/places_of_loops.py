# Where instructions of loops, comprehensions and with statements stand. The output of 3.12 is 3.13's, as since 3.12.6 (gh-93691, gh-123142); 3.12.1 prints 3.11's.
def lines(f):
    try: f()
    except Exception as e:
        tb = e.__traceback__.tb_next
        while tb:
            c = tb.tb_frame.f_code
            l, el, a, b = list(c.co_positions())[tb.tb_lasti//2]
            print(f.__name__, tb.tb_lineno - c.co_firstlineno, l - c.co_firstlineno, el and el - c.co_firstlineno, a, b)
            tb = tb.tb_next
def f1():
    for x in 5:
        pass
def f2():
    with 5 as x:
        pass
def f3():
    with 5:
        pass
def f4():
    for x in [1]: x.y
    else: pass
def f5():
    return [x for x in 5]
def f6():
    return {x: y for x in [1] for y in x}
def f7():
    import contextlib
    with contextlib.nullcontext(), 5 as y:
        pass
class Bad:
    def __enter__(self): 1/0
    def __exit__(self, *a): 2/0
class Bad2:
    def __enter__(self): pass
    def __exit__(self, a): 2/0
class It:
    def __iter__(self): return self
    def __next__(self): 1/0
def f8():
    with Bad() as z:
        pass
def f9():
    with Bad2() as z:
        pass
def f10():
    with Bad2() as z:
        1/0
def f11():
    for x in It():
        pass
def f12():
    return [x for x in It()]
def f13():
    with open('nonexist') as a, 5 as b: pass
def f14():
    for a, b in [5]:
        pass
def f15():
    with Bad2() as (a, b):
        pass
def f16():
    with Bad2() as z:
        for x in [1]:
            return x
def f17():
    with Bad2() as z:
        for x in [1]:
            break
def f18():
    return [y for x in [1, 2] for y in It()]
def f19():
    return list(y for y in It())
def f20():
    return list(y for y in 5)
def f21():
    return {y for x in [1] for y in x}
def f22():
    for x in [1, 2]:
        x += [1]
def f23():
    with Bad2(), \
         Bad2() as z: 1/0
class AIt:
    def __aiter__(self): return self
    async def __anext__(self): 1/0
class ABad:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): 2/0
def drive(c):
    try: c.send(None)
    except StopIteration: pass
async def c1():
    async with 5 as x: pass
async def c2():
    async for x in 5: pass
async def c3():
    return [x async for x in 5]
async def c5():
    async for x in AIt(): pass
async def c6():
    async with ABad() as z: pass
async def c7():
    async with ABad() as z: 1/0
async def c8():
    return [x async for x in AIt()]
async def c9():
    return [x for y in [1] async for x in AIt()]
async def c10():
    return [x for y in [1] async for x in 5]
async def c4():
    await 5
for f in list(globals().values()):
    if getattr(f, '__name__', '')[:1] == 'f' and callable(f): lines(f)
for c in c1, c2, c3, c4, c5, c6, c7, c8, c9, c10:
    def f(): drive(c())
    f.__name__ = c.__name__
    lines(f)
