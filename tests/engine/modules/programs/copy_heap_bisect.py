import copy, heapq, bisect, sys
def t(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
class A:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
a = A([1, [2]]); b = copy.copy(a); c = copy.deepcopy(a); print(b.x is a.x, c.x is a.x, c.x[1] is a.x[1], c == a)
class D:
    def __copy__(s): print('copy'); return s
    def __deepcopy__(s, memo): print('deep', type(memo), len(memo)); return s
copy.copy(D()); copy.deepcopy(D()); copy.deepcopy([D(), D()])
l = [1]; l.append(l); m = copy.deepcopy(l); print(m, m[1] is m)
t(lambda: copy.deepcopy(x for x in []), lambda: copy.copy(sys) , lambda: copy.deepcopy(sys), lambda: copy.copy(iter([1,2])).__next__(), lambda: copy.deepcopy(lambda: 1)(), lambda: copy.deepcopy(print) is print, lambda: copy.copy((1,2)) , lambda: copy.Error, lambda: copy.deepcopy(range(3)), lambda: copy.deepcopy({1: {2: [3]}}), lambda: copy.deepcopy(frozenset([1])), lambda: copy.copy(bytearray(b'x')), lambda: copy.deepcopy(type), lambda: copy.deepcopy(slice(1,2)), lambda: copy.deepcopy(A), lambda: copy.copy(), lambda: copy.deepcopy(1, 2, 3, 4))
class Sl: __slots__ = ('a', 'b')
s = Sl(); s.a = [1]; s2 = copy.copy(s); s3 = copy.deepcopy(s); print(s2.a is s.a, s3.a is s.a, hasattr(s3, 'b'))
class St:
    def __getstate__(s): return {'q': 1}
    def __setstate__(s, st): s.got = st
print(copy.copy(St()).got)
class Rd:
    def __reduce__(s): return (list, ((1,2),))
print(copy.copy(Rd()), copy.deepcopy(Rd()))
class Bad:
    def __reduce_ex__(s, p): return 5
t(lambda: copy.copy(Bad()))
tt = ([1], 2); print(copy.deepcopy(tt)[0] is tt[0], 1); u = (1, (2, 3)); print(copy.deepcopy(u) is u, copy.copy(u) is u)
memo = {}; x = [1]; y = copy.deepcopy(x, memo); print(memo[id(x)] is y, len(memo))
h = [5,3,8,1]; heapq.heapify(h); print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h, heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda v: -v), list(heapq.merge([1,4],[2,3])), list(heapq.merge([4,1],[3,2], reverse=True)), list(heapq.merge(['a','ccc'], ['bb'], key=len)))
t(lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1), lambda: heapq.heapify(5), lambda: heapq.heappush([{}], {}), lambda: heapq.heappush([1]), lambda: heapq.nlargest(1), lambda: heapq.nsmallest(2, 5), lambda: list(heapq.merge(1)), lambda: heapq.heappushpop([], 3), lambda: heapq.nlargest('x', [1]), lambda: heapq.heappush([1], 'a'), lambda: heapq.merge([1], key=3).__next__() , lambda: heapq._heapify_max([1,3,2]))
q = []; 
for p in [(2,'b'),(1,'z'),(1,'a')]: heapq.heappush(q, p)
print([heapq.heappop(q) for _ in range(3)])
z = [1,2,2,3]; print(bisect.bisect(z, 2), bisect.bisect_left(z, 2), bisect.bisect_right(z, 2, 0, 2), bisect.bisect_left(['a','bb','ccc'], 2, key=len)); bisect.insort(z, 2.5); bisect.insort_left(z, 2, lo=1); print(z)
t(lambda: bisect.bisect(z), lambda: bisect.bisect(5, 1), lambda: bisect.bisect(z, 'x'), lambda: bisect.bisect(z, 1, -1), lambda: bisect.bisect([], 1, 0, 5), lambda: bisect.insort((1,2), 1), lambda: bisect.insort([1], 2, key='x'), lambda: bisect.bisect_left(z, 1, bogus=2), lambda: bisect.bisect('abc', 'b'))
if hasattr(copy, 'replace'):
    from dataclasses import dataclass
    @dataclass
    class P: x: int; y: int = 2
    t(lambda: copy.replace(P(1), y=5), lambda: copy.replace(P(1), z=5), lambda: copy.replace(5, a=1), lambda: copy.replace(), lambda: copy.replace(P(1), 1))
