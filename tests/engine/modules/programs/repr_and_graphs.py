# reprlib and graphlib over many kinds of data.
import reprlib, graphlib, random, array
from collections import deque
def t(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return f'{type(e).__name__}: {e}'
class X:
    def __repr__(s): return 'X'*50
class Bad:
    def __repr__(s): 1/0
class lst(list): pass
vals=[[],(),(1,),[1]*10,{1:2},{i:i for i in range(9)},set(),{3,1,2},set(range(9)),frozenset([1]),deque([1,2]),deque(range(9)),array.array('i'),array.array('i',range(9)),'a'*50,'é\n'*30,'short',10**60,5,X(),lst(range(20)),[[[[[[[[1]]]]]]]],{'a':{'b':{'c':1}}},{1,'a'},(1,2,'x'*40),print,None,1.5,b'q'*50]
for kw in ({},{'maxlevel':1},{'maxlevel':0},{'maxlist':2,'maxdict':1,'maxset':2,'maxstring':10,'maxlong':8,'maxother':7,'maxtuple':1},{'fillvalue':'~'},{'indent':2},{'indent':'>>'},{'indent':0},{'indent':-1},{'indent':[]}):
    try:
        r=reprlib.Repr(); r.__dict__.update(kw)
    except Exception as e: print(e); continue
    for v in vals: print(sorted(kw),t(r.repr,v))
print(reprlib.repr(Bad())[:16], len(vars(reprlib.Repr())), t(reprlib.Repr,5))
class R:
    @reprlib.recursive_repr('<r>')
    def __repr__(self): "doc"; return f'R({self!r})'
print(R(), R.__repr__.__name__, R.__repr__.__doc__, R.__repr__.__qualname__)
class MyRepr(reprlib.Repr):
    def repr_X(self,x,level): return 'myX'
    def repr_Bad(self,x,level): return 'bad'
print(MyRepr().repr([X(),Bad()]))
rnd=random.Random(4)
for n in range(120):
    g={i:[rnd.randrange(7) for _ in range(rnd.randrange(3))] for i in range(rnd.randrange(7))}
    if n%2: g={k:[p for p in v if p<k] for k,v in g.items()}
    ts=graphlib.TopologicalSorter(g)
    try: print(g,list(ts.static_order()))
    except graphlib.CycleError as e: print(g,e.args)
ts=graphlib.TopologicalSorter({'d':['b','c'],'b':['a'],'c':['a'],None:['a']})
print(t(ts.get_ready),t(ts.is_active),t(ts.done,'a')); ts.prepare(); print(bool(ts),ts.get_ready(),ts.get_ready(),ts.is_active(),t(ts.done,'zz'),t(ts.done,'b'),t(ts.done,'a'),t(ts.done,'a'),ts.get_ready(),t(ts.add,1),t(ts.prepare)); ts.done('b','c',None); print(ts.get_ready(),ts.is_active()); ts.done('d'); print(ts.is_active(),graphlib.TopologicalSorter[int],graphlib.__all__)
