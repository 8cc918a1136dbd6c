import sys
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): print("throw", a); return 5
class It2:
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self): print("close")
def g(i): 
    try: yield from i
    except BaseException as e: print("caught", repr(e), sys.getrefcount(e)); yield 9
x = g(It()); next(x)
print(x.throw(ValueError)); print(x.throw(ValueError("a")))
x = g(It2()); next(x); print(x.throw(ValueError))
x = g(It2()); next(x); print(x.throw(GeneratorExit)); 
x = g(g(It2())); next(x); print(x.throw(KeyError, "a")); print(x.throw(KeyError("b")))
x = g(g([1, 2])); next(x); print(x.throw(KeyError)); print(x.throw(KeyError("b")))
def plain():
    yield 1
x = g(plain()); next(x); e = KeyError("b"); print(x.throw(e), sys.getrefcount(e))
try: x.throw(3)
except TypeError as e: print(e)
try: x.throw(ValueError, None, 3)
except TypeError as e: print(e)
x = plain(); 
try: x.throw(ValueError("z"))
except ValueError as e: print(sys.getrefcount(e), e)
x = plain(); next(x)
try: x.throw(ValueError)
except ValueError as e: print(sys.getrefcount(e), e)
e0 = ValueError("x")
def handles():
    try:
        yield 1
    except ValueError as e:
        yield sys.getrefcount(e)
q = handles(); next(q); print(q.throw(e0))
q = handles(); next(q); print(q.throw(ValueError))
q = handles(); next(q); print(q.throw(ValueError("a")))
