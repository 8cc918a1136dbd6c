import sys
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
def ex(src, **ns):
    try:
        exec(src, ns); print(ns.get('x'))
    except Exception as e: print(src, '->', type(e).__name__, e)
x = []
sizes = []
for i in range(100):
    x.append(i); sizes.append(sys.getsizeof(x))
print(sizes)
sizes = []
while x:
    x.pop(); sizes.append(sys.getsizeof(x))
print(sizes)
for src in ['x = [1,2,3]; x[5]', 'x = [1,2,3]; x["a"]', 'x = [1,2,3]; x[5] = 1', 'x=[1]; del x[3]', 'x=[1,2,3,4]; x[::2] = [1]', 'x=[1,2,3,4]; x[::2]=[8,9]',
            'x=[1,2,3,4,5]; del x[::2]', 'x=[1,2,3,4,5]; del x[::-2]', 'x=[1,2,3]; x[1:2]=[7,8,9]', 'x=[1,2,3]; x[1:1]=x', 'x=[1,2,3]; x[5:2]=[0]', 'x=[1]; x[0:1]=5', 'x=[1,2]; x[::2]=5',
            'x=[1]; x.insert(-5, 0); x.insert(10, 2)', 'x=[]; x.pop()', 'x=[1]; x.pop(3)', 'x=[1]; x.pop("a")', 'x=[1]; x.remove(2)', 'x=[1]; x.index(2)', 'x=[1,2,1]; x.remove(1)',
            'x=[1]+(2,)', 'x=[1]; x+=(2,3); x+="ab"', 'x=[1]; x+=5', 'x=[0]*3; x*=2', 'x=[1]*-1', 'x="a"*[1]', 'x=list(5)', 'x=list(1,2)', 'x=list(a=1)', 'x=[3,1,2]; x.sort(key=5)', 'x=[1,"a"]; x.sort()',
            'x=[1].sort(1)', 'x=[1].index()', 'x=[1].index(1,2,3,4)', 'x=[1].append()', 'x=[1].append(1,2)', 'x=[1]<[1,2]', 'x=[1,2]>=[1]', 'x=[1]<(1,)', 'x={[1]:2}', 'x=hash([])', 'x=[1,2,3].index(3,-1)', 'x=[1,2,3].count(2)',
            'x=list(reversed([1,2,3]))', 'x=[1,2,3].copy(); x.reverse(); x.extend(x)', 'x=[[]]; x[0]=x', 'x=[1,2,3][1.5]', 'x=[1,2,3][::0]', 'x=list.__new__(list, 1)', 'x=[*"abc", *range(2)]', 'x=[1,2,3]; x[True]', 'x=[1,2,3][10**30:]', 'x=[1,2,3][10**30]']:
    ex(src)
class Odd:
    def __init__(s, v): s.v = v
    def __lt__(s, o): log.append((s.v, o.v)); return s.v < o.v
    def __repr__(s): return f'O{s.v}'
for data in ([3,1,2], list(range(10)), list(range(10,0,-1)), [5,5,5,1,1,9,9,3], [i*7%31 for i in range(70)], [1,2,3]*30, list(range(50))+list(range(50)), [i//3 for i in range(80,0,-1)]):
    log = []
    r = sorted(map(Odd, data)); print(len(log), hash(tuple(log)), [o.v for o in r] == sorted(data))
    log = []
    r = sorted(map(Odd, data), reverse=True); print(len(log), hash(tuple(log)))
x = [3,2,1]
try: x.sort(key=lambda v: x.append(v) or v)
except ValueError as e: print(e, x)
def bad(v):
    if v == 2: raise KeyError(v)
    return v
try: x.sort(key=bad)
except KeyError as e: print(e, x)
print(sorted([(1,'b'),(1,'a'),(0,'z')]), sorted(['b','A','c'], key=str.lower, reverse=True), sorted([2.5,1.5]), sorted([(2,),(1,3),(1,)]), sorted([1,2.5,True]))
it = iter([1,2,3]); next(it); print(it.__length_hint__(), it.__reduce__()[1:], list(it), it.__reduce__()[1])
l = [1,2,3]; it = iter(l)
for v in it:
    if v == 1: l.append(4)
print(l, list(it))
print([1,[2,[3]]].__repr__(), [1]==[1.0], [float('nan')] == [float('nan')], [1,2].__contains__(2))
print([].__doc__.splitlines()[0], list.append.__doc__, type(list.append), [].append)if False else None
class L(list): pass
print(L([1]), L([1])+[2], type(L([1])[:]), L([1]) == [1], type(L([1])*2))
