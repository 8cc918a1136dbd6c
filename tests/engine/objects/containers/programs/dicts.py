import sys
def ex(src, **ns):
    try:
        exec(src, ns); print(ns.get('x'))
    except Exception as e: print(src, '->', type(e).__name__, e)
for src in ['x={}; x[1]', 'x={}["a"]', 'x={[]:1}', 'x={1:2}.pop(3)', 'x={1:2}.pop(1)', 'x={}.popitem()', 'x=dict([1])', 'x=dict([(1,2,3)])', 'x=dict(5)', 'x=dict(1,2)', 'x=dict(a=1,**{"b":2})', 'x={1:2}|{3:4}', 'x={1:2}|[(1,2)]',
            'x={1:2}; x|=[(3,4)]', 'x={1:2}; x.update(5)', 'x={}.get()', 'x={}.setdefault([],1)', 'x={1:1}; del x[2]', 'x=dict.fromkeys("ab",0)', 'x=dict.fromkeys({"p":1,"q":2})', 'x=dict.fromkeys({3,1,2})', 'x=dict.fromkeys(5)', 'x={1:2}<{3:4}', 'x={1:2}=={1:2.0}',
            'x=hash({})', 'x={"a":1}.items()&{("a",1)}', 'x={"a":1,"b":2}.keys()-{"a"}', 'x=sorted({"a":1,"b":2}.keys()|["z"])', 'x=sorted({"a":1}.keys()^{"b"})', 'x={"a":1}.keys()=={"a"}', 'x={"a":1}.items()>=set()', 'x={"a":1}.keys().isdisjoint("b")', 'x=("a",1) in {"a":1}.items()', 'x={"a":[]}.items()|set()',
            'x={1:1}.values()', 'x={1:1}.keys().mapping', 'x=list(reversed({1:1,2:2}))', 'x=list(reversed({1:1,2:2}.items()))', 'x=dict(zip("ab",[1,2]))', 'x={**{"a":1},"b":2}', 'x={1:1,1.0:2,True:3}', 'x={i:i*i for i in range(5)}', 'x={}; x[x.__class__]=1', 'x=dict(x=1).x', 'x={1:2}.keys()[0]', 'x={}.fromkeys([1]).items()']:
    ex(src)
d = {}
sizes = []
for i in range(100):
    d[i] = i; sizes.append(sys.getsizeof(d))
print(sorted(set(sizes)))
d = {}
for i in range(50): d['k%d' % i] = i
print(sys.getsizeof(d)); d[1] = 2; print(sys.getsizeof(d), list(d)[-2:])
for i in range(45): del d['k%d' % i]
print(sys.getsizeof(d), d, sys.getsizeof(d.copy()), sys.getsizeof(dict(d)))
d.clear(); print(sys.getsizeof(d))
d = {1:1,2:2,3:3}
try:
    for k in d: d[k+10] = 1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]; d[k+100] = 1
except RuntimeError as e: print(e)
try:
    for k, v in d.items(): d.pop(k)
except RuntimeError as e: print(e)
class K:
    n = 0
    def __init__(s, h): s.h = h
    def __hash__(s): return s.h
    def __eq__(s, o): K.n += 1; return s is o
d = {}
ks = [K(i % 3) for i in range(12)]
for k in ks: d[k] = 1
print(K.n, len(d)); [d[k] for k in ks]; print(K.n)
class M(dict):
    def __missing__(s, k): return ('missing', k)
m = M(a=1); print(m['a'], m['b'], m.get('b'), type(m | {}), m | {'z': 1}, type(m.copy()))
it = iter({1:1,2:2}.items()); a = next(it); ida = id(a); del a; b = next(it); print(id(b) == ida, b, it.__length_hint__())
d = {}; d['self'] = d; print(d, d.keys(), d.items())
print({'b':1,'a':2}.popitem(), dict.__contains__({1:1},1), {}.__sizeof__(), {1:1}.__sizeof__())
class Ev:
    def __init__(s, d): s.d = d
    def __hash__(s): return 1
    def __eq__(s, o): s.d.clear(); return False
d = {}; d[Ev(d)] = 1
try: print(d.get(Ev(d)))
except Exception as e: print(type(e).__name__, e)
d = {}
for i in range(10): d[str(i)] = i
for i in range(10): d.pop(str(i))
for i in range(3): d[i] = i
print(d, sys.getsizeof(d))
print({1: 'a', 'x': [1, {2: 3}]}, {}.keys(), list({}.values()))
class C:
    pass
c = C(); c.a = 1; c.b = 2; v = vars(c); print(v, sys.getsizeof(v) == sys.getsizeof(vars(c))); v['z'] = 3; print(c.z, list(v)); del c.a; c.a = 5; print(v); v.clear(); print(v, hasattr(c, 'b')); c.q = 1; print(v)
v.update(x=1, **{'y': 2}); print(c.x, c.y, v.popitem(), vars(c)); v[1] = 2; print(vars(c), c.x)
