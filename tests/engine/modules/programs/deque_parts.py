# Iterators of deques by hand, pickled state, what a subclass answers, long rotations, defaultdicts that compare.
import collections, _collections
T=_collections._deque_iterator
d=collections.deque('abcdef')
print(list(T(d)), list(T(d,2)), list(T(d,9)), list(_collections._deque_reverse_iterator(d,2)))
for a in [(), (1,), (d,1,2), (d,'x'), ([],)]:
    try: T(*a)
    except Exception as e: print(type(e).__name__, e)
try: T(d, index=1)
except Exception as e: print(type(e).__name__, e)
try: T(deque=d)
except Exception as e: print(type(e).__name__, e)
it=T(d); next(it); print(it.__reduce__())
class X(collections.deque): pass
x=X('ab',3); x.k=1
print(x.__reduce__()[:3])
X.__new__=lambda *a, **k: [42]
for f in (lambda: x*42, lambda: x+x, lambda: x.copy()):
    try: f()
    except TypeError as e: print(e)
r=collections.deque(range(500)); r.rotate(-200); print(len(r), len(list(r)), sum(r), r[0], r[-1])
print(collections.defaultdict(int)==collections.defaultdict(int), collections.defaultdict(int,a=1)==collections.defaultdict(list,a=1))
print(type(iter(collections.deque())).__module__, hasattr(collections,'_deque_iterator'))
from collections import defaultdict
print(defaultdict.__hash__, "__hash__" in vars(defaultdict))
try: hash(defaultdict())
except TypeError as e: print(e)
d=deque(range(500))
for i in range(500):
    if len(d)!=500-i: print(i, len(d)); break
    del d[-1]
d=deque(range(500))
for i in range(500):
    if len(d)!=500-i: print(i, len(d)); break
    del d[0]
d=deque(range(500))
for i in range(500):
    if len(d)!=500-i: print(i, len(d)); break
    del d[len(d)//3]
d=deque(range(500))
for i in range(500):
    if len(d)!=500-i: print(i, len(d)); break
    j=-len(d)//2
    del d[j]
d=deque(range(500))
for i in range(500):
    if len(d)!=500-i: print(i, len(d), j); break
    j=-len(d)
    del d[j]
    if j in d: pass
