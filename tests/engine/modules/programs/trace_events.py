# sys.settrace: every event of every kind of code, in order.
import sys
log=[]
def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__: return None
    if event=='exception': arg=(arg[0].__name__, str(arg[1]), arg[2] is not None)
    print(' ', event, frame.f_code.co_name, frame.f_lineno, 'fn' if callable(arg) else type(arg).__name__ if type(arg) in (CM, It) else arg)
    return tracer
def run(f,*a):
    print(f.__name__)
    sys.settrace(tracer)
    try: f(*a)
    except Exception as e: 
        sys.settrace(None); print('raised',type(e).__name__)
    sys.settrace(None)
def simple(a):
    b = a + 1
    return b
def loop(n):
    total = 0
    for i in range(n):
        total += i
        if total > 1:
            total -= 1
    else:
        total = 9
    return total
def oneline(): return 1
def tight():
    items = [1,2]
    try:
        i = 0
        while 1:
            b = items[i]; i += 1
    except IndexError:
        pass
def one_for(): 
    for i in range(3): pass
def while_one():
    n = 2
    while n: n -= 1
def gen(n):
    for i in range(n):
        yield i
    return 'end'
def usegen():
    for x in gen(2):
        y = x
    return list(gen(1))
def deleg():
    r = yield from gen(1)
    yield r
def usedeleg():
    for z in deleg():
        pass
def exc():
    try:
        raise ValueError('a')
    except ValueError as e:
        return 'h'
    finally:
        x = 1
def uncaught():
    inner(1)
def inner(d):
    if d:
        return inner(d-1)
    1/0
def nested():
    f = lambda x: x*2
    def g(
        a,
        b=3,
    ):
        return (a +
                b)
    return g(f(1),
             b=2)
def comp():
    return [i*i for i in range(2)]
def genexp():
    return sum(i for i in range(2))
class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        return True
def withs():
    with CM() as c:
        1/0
    return 1
def cls():
    class A:
        x = 1
        def m(self): return self.x
    return A().m()
def multi():
    x = (1 if log else
         2)
    assert x, 'a'
    while True:
        x -= 1
        if x < 0: break
        if x == 1:
            continue
    if x and not log \
       or x:
        pass
    match x:
        case 1:
            pass
        case _:
            y = 2
    del y
class It:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 2: raise StopIteration
        return s.n
def useit():
    for i in It():
        pass
def tryfin():
    for i in (1,2):
        try:
            if i == 1:
                continue
            break
        finally:
            z = i
async def co():
    await sub()
    return 5
async def sub():
    return 1
def useco():
    c = co()
    try: c.send(None)
    except StopIteration as e: return e.value
def deco():
    def d(f):
        return f
    @d
    def h():
        pass
    h()
def throwing():
    g = gen(3)
    next(g)
    try: g.throw(KeyError('k'))
    except KeyError: pass
    g = gen(3); next(g); g.close()
for f,*a in [(simple,1),(loop,3),(oneline,),(tight,),(one_for,),(while_one,),(usegen,),(usedeleg,),(exc,),(uncaught,),(nested,),(comp,),(genexp,),(withs,),(cls,),(multi,),(useit,),(tryfin,),(useco,),(deco,),(throwing,)]:
    run(f,*a)
