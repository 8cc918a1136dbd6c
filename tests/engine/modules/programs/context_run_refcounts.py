import contextvars, sys
rc = sys.getrefcount
o = object()
c = contextvars.copy_context()
def f(x): return rc(x)
t = (o,)
print(rc(*t), rc(*[o]), f(*t), [*map(rc, t)], c.run(rc, o), c.run(rc, *t), c.run(f, o), c.run(f, *t), c.run(*(f, o)))
def loc():
    o = object(); t = (o,)
    return rc(*t), rc(*[o]), f(*t), c.run(rc, o), c.run(rc, *t), c.run(f, o), c.run(f, *t), c.run(*(f, o)), c.run(f, x=o), c.run(f, **{"x": o})
print(loc())
import functools
print(functools.partial(f)(*t), functools.partial(f, o)(), functools.partial(f, *t)(), functools.partial(rc)(*t))
print([].append(*t), list.index([o], *t), isinstance(*(o, object)), max(*(3, 4)), getattr(*(sys, "getrefcount")) is rc)
