import sys, gc
g = sys.getrefcount
def show(name, *a): print(name, *a)
def t1():
    d = []
    def f(x):
        y = x
        return g(x), g(y)
    return f(d), g(d)
show('param alias', *t1())
def t2():
    d = []
    def f(x):
        x2 = [x]
        del x
        return g(x2[0])
    return f(d)
show('param del', t2())
def t3():
    d = []
    def f(x, y=None):
        if y is None: y = x
        return g(x), g(y)
    return f(d), f(d, d)
show('default', *t3())
class P:
    def m(self): return g(self)
    def n(self, o): return g(self), g(o)
    @property
    def p(self): return g(self)
    @classmethod
    def c(cls, o): return g(o)
    @staticmethod
    def s(o): return g(o)
    def __enter__(self): return g(self)
    def __exit__(self, *a): show('exit', g(self), [g(x) for x in a][:1])
    def __call__(self, o): return g(self), g(o)
    def __getitem__(self, i): return g(self), g(i)
    def __setitem__(self, i, v): show('set', g(self), g(v))
    def __eq__(self, o): return (g(self), g(o))
    def __add__(self, o): return g(self), g(o)
    def __iadd__(self, o): show('iadd', g(self), g(o)); return self
    def __contains__(self, o): show('contains', g(self), g(o)); return True
    def __bool__(self): show('bool', g(self)); return True
    def __len__(self): show('len', g(self)); return 3
    def __iter__(self): show('iter', g(self)); return iter([1])
    def __hash__(self): show('hash', g(self)); return 1
class Q(P):
    def m(self): return super().m()
    def __getattr__(self, n): return g(self)
def t4():
    p = P()
    show('method', p.m(), p.n(p), p.p, p.c(p), p.s(p), p(p))
    show('item', p[0], p[p][0])
    p[1] = p
    show('cmp', p == p, p + p)
    r = p
    r += p
    show('in', p in p)
    if p: show('then', g(p))
    len(p)
    for i in p: show('loop', g(p))
    show('hash', hash(p) == 1)
    b = p.m
    show('bound', b(), g(p), g(b))
    q = Q()
    show('super', q.m(), q.m(), q.m(), q.m(), q.zzz, g(q))
t4()
def t5():
    p = P()
    with p: show('with', g(p))
    with p as x: show('with as', g(p), x)
    with P() as y: show('with temp', y)
    with p, P(): show('with two', g(p))
    try:
        with p: raise ValueError
    except ValueError: show('after', g(p))
    return g(p)
show('with', t5())
def t6():
    l = [[], []]
    for x in l: show('for', g(x), g(l))
    while True:
        y = l[0]
        show('while', g(y), g(l)); break
    for i, x in enumerate(l): show('enum', g(x), g(l))
    for a, b in zip(l, l): show('zip', g(a), g(b))
    return [g(x) for x in l], [g(l) for _ in l], {g(x): g(l) for x in l}
show('loops', *t6())
def t7(v):
    match v:
        case [a, b] if g(v): show('match seq', g(v), g(a))
    match v:
        case [*r]: show('match star', g(v), g(r))
    match {'k': v}:
        case {'k': w}: show('match map', g(v), g(w))
    match v:
        case list(z): show('match cls', g(v), g(z))
    match v:
        case 1: pass
        case x: show('match cap', g(v), g(x))
def t7b():
    v = [[], []]
    t7(v)
    t7([[], []])
t7b()
def t8():
    e0 = None
    try:
        raise ValueError
    except ValueError as e:
        show('exc', g(e))
        e0 = e
    show('exc after', g(e0))
    try:
        v = []
        show('try', g(v))
    finally:
        show('finally', g(v))
    try:
        try: raise KeyError(v)
        finally: show('finally2', g(v))
    except KeyError as k: show('args', g(k.args[0]))
    return g(v)
show('try', t8())
