import sys
def ex(src, **ns):
    try:
        exec(src, ns); print(ns.get('x'))
    except Exception as e: print(src, '->', type(e).__name__, e)
for src in ['x={1,2}|{3}', 'x={1}|[2]', 'x={1,2,3}&{2,3,4}', 'x={1,2,3}-{2}', 'x={1,2,3}^{3,4}', 'x={1}.union([2],(3,))', 'x=set().pop()', 'x={1}.remove(2)', 'x={1}; x.discard(2); x.add(1)', 'x={[]}', 'x={1}.add({2})', 'x={frozenset([1])}; print({1} in x)',
            'x=frozenset([1])==({1})', 'x={1}<={1,2}', 'x={1}<{1}', 'x={1,2}>{1}', 'x={1}<[1]', 'x={1}.issubset([1,2])', 'x={1,2}.issuperset([1])', 'x={1}.isdisjoint([2])', 'x=set(5)', 'x=set(1,2)', 'x=set(a=1)', 'x=frozenset(a=1)', 'x=hash({1})', 'x=hash(frozenset([1,2,3]))', 'x=hash(frozenset())', 'x=hash(frozenset("abc"))',
            'x={1}; x|=[2]', 'x={1}; x|={2}', 'x={1,2}; x&={2}', 'x={1,2}; x-={2}', 'x={1,2}; x^={2,3}', 'x={1,2,3}; x.intersection_update([2],[2,3])', 'x={1,2}; x.difference_update("ab",[1])', 'x={1}; x.symmetric_difference_update([1,2,2])', 'x=type(frozenset([1])|{2})', 'x=type({1}|frozenset([2]))', 'x=set("hello")', 'x=set({"a":1})', 'x={1}; x.update([2],{3:4},"z"); x=sorted(map(str,x))',
            'x=frozenset([1]) is frozenset(frozenset([1]))', 'x={1,2}[0]', 'x=set(range(10)); x.clear()', 'x={1}.copy()', 'x=len({1,1.0,True})', 'x={1}.__contains__(1)', 'x=frozenset([3,1,2])', 'x={1}.intersection()', 'x={3,1,2}.difference({1:0},[2])']:
    ex(src)
for build in (lambda n: set(range(n)), lambda n: set([*range(n)]), lambda n: {i for i in range(n)}, lambda n: frozenset(range(n)), lambda n: set(set(range(n))), lambda n: set(dict.fromkeys(range(n))), lambda n: set(range(n)).copy(), lambda n: set(range(n)) | set(range(n)), lambda n: set(range(n)) & set(range(n))):
    print([sys.getsizeof(build(n)) for n in (0,1,4,5,6,18,19,20,31,76,77,200)])
print(set(range(0, 100, 7)), {i * 1000003 % 97 for i in range(30)}, set('the quick brown fox'.split()), {-1, -2, 2**70, 1.5, None, (1, 2), 'a', b'x'} == {None, -2, -1, 1.5, 'a', b'x', (1, 2), 2**70})
s = set(range(30))
for i in range(0, 30, 2): s.remove(i)
print(s, [s.pop() for _ in range(3)], s)
s.add(100); s.add(0); s.add(64); print(s)
try:
    for v in s: s.add(v + 1000)
except RuntimeError as e: print(e)
it = iter({1,2,3}); next(it); print(it.__length_hint__(), sorted(it))
class S(set): pass
print(S([1]), S([1]) | {2}, type(S([1]) | {2}), repr(S()), type(S([1]).copy()))
class F(frozenset): pass
print(F([1]), type(F([1]) | {2}), F([1]) == {1}, hash(F([1])) == hash(frozenset([1])))
a = {1,2,3}; a -= a; print(a); b = {1}; b ^= b; print(b)
big = set(range(1000)); small = {1, 5, 2000}; print(small - big, sorted(small & big), len(big - small), len(big | small), small <= big)
