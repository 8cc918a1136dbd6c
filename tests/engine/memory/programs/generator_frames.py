# Where the frame object of a generator that has ended leads, and what that keeps alive.
import sys, gc
def back(f): return f.f_back and (f.f_back.f_code.co_name, f.f_back.f_lineno)
def gen():
    try: yield sys._getframe()
    except KeyError: return 5
    yield 2
g = gen()
f = next(g)
print(back(f))
def main():
    try: g.throw(KeyError)
    except StopIteration as e: print(e.value)
    print(back(f), f.f_lineno)
main()
print(back(f))
def main():
    g = gen(); f = next(g)
    list(g)
    print(back(f), f.f_lineno, f.f_locals)
    g = gen(); f = next(g); g.close(); print(back(f))
    def h():
        yield sys._getframe(); 1/0
    g = h(); f = next(g)
    try: next(g)
    except ZeroDivisionError as e: print(back(f), e.__traceback__.tb_next.tb_frame is f)
    def k():
        f = sys._getframe()
        return f
    f = k(); print(back(f))
    async def co(): return sys._getframe()
    try: co().send(None)
    except StopIteration as e: print(back(e.value))
main()
gc.disable(); gc.collect()
def guard(what, *args, **kwargs):
    try:
        return what(*args, **kwargs)
    except Exception as error:
        print('caught', type(error).__name__)
def t1():
    def v8(n):
        while n:
            try: got = yield None
            except KeyError as e: n = 1
            n -= 1
        return v8
    g = v8(3)
    guard(next, g), guard(g.throw, KeyError(9))
t1(); print(gc.collect())
def t2():
    def v8(n):
        try: got = yield None
        except KeyError as e: n = 1
    g = v8(3)
    guard(next, g), guard(g.throw, KeyError(9))
t2(); print(gc.collect())
def t3():
    def v8(n):
        try: got = yield None
        except KeyError as e: n = 1
        return v8
    g = v8(3)
    next(g)
    try: g.throw(KeyError(9))
    except StopIteration: pass
t3(); print(gc.collect())
def t4():
    def v8(n):
        try: got = yield None
        except KeyError as e: n = 1
        yield 5
    g = v8(3)
    next(g)
    print(g.throw(KeyError(9)))
t4(); print(gc.collect())
def t5():
    def v8(n):
        try: got = yield None
        except KeyError as e: pass
    g = v8(3)
    next(g)
    try: g.throw(KeyError(9))
    except StopIteration as e: print(sys.getrefcount(e), e.__context__, e.__traceback__.tb_next)
t5(); print(gc.collect())
