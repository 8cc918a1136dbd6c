import cProfile, pstats, io
def fib(n):
    return n if n < 2 else fib(n-1) + fib(n-2)
def work(n):
    out = []
    for i in range(n):
        out.append(i*i)
    out.sort(key=key)
    s = sum(g(n))
    return len(out), max(out), s
def key(x): return -x
def g(n):
    for i in range(n): yield i
class A:
    def __init__(self, x): self.x = x
    def m(self): return self.x
    @property
    def p(self): return isinstance(self.x, int)
cProfile.run('fib(6)')
pr = cProfile.Profile()
pr.enable()
work(5)
a = A(3); a.m(); a.p
'-'.join(['a','b']); {}.get(1); [x for x in range(3)]; dict(a=1)
list(map(str, [1,2])); print('hi'); sorted([3,1], key=lambda v: v)
try: int('x')
except ValueError: pass
try: [].pop()
except IndexError: pass
try: fib('x')
except TypeError: pass
pr.disable()
s = io.StringIO()
ps = pstats.Stats(pr, stream=s).strip_dirs().sort_stats('ncalls', 'name')
ps.print_stats()
print(s.getvalue())
pstats.Stats(pr).strip_dirs().sort_stats('name').print_callers()
pstats.Stats(pr).strip_dirs().sort_stats('name').print_callees()
pstats.Stats(pr).strip_dirs().sort_stats(pstats.SortKey.NAME).print_stats(.5)
pstats.Stats(pr).strip_dirs().sort_stats('stdname').print_stats(3).reverse_order().print_stats('fib')
with cProfile.Profile() as q:
    fib(3)
q.print_stats('name')
r = cProfile.Profile()
print(r.runcall(fib, 4))
import os, tempfile; r.dump_stats(os.path.join(tempfile.mkdtemp(), 'x.prof'))
t = pstats.Stats(r); t.add(q)
t.strip_dirs().sort_stats('name').print_stats()
print(sorted(e.callcount for e in r.getstats()))
for e in sorted(q.getstats(), key=lambda e: str(e.code))[:1]:
    print(e.callcount, e.reccallcount, len(e.calls))
print(pstats.Stats(r).strip_dirs().get_stats_profile().func_profiles['fib'].ncalls)
try: pstats.Stats(r).sort_stats('bogus')
except KeyError as e: print(repr(e))
try: pstats.Stats(r).sort_stats('name', 1)
except TypeError as e: print(e)
try: pstats.Stats(cProfile.Profile())
except TypeError as e: print(str(e)[:60])
