# The nodes of an OrderedDict and its iterators own their keys.
import collections, sys
k='abc'+str(1); v=object()
d=collections.OrderedDict(); d[k]=v
print(sys.getrefcount(k),sys.getrefcount(v))
e=d.copy(); print(sys.getrefcount(k)); d.move_to_end(k); print(sys.getrefcount(k))
del d[k]; print(sys.getrefcount(k)); print(e.popitem()==(k,v), sys.getrefcount(k))
e[k]=1; e[k]=2; print(sys.getrefcount(k)); e.clear(); print(sys.getrefcount(k))
e.setdefault(k); print(sys.getrefcount(k)); e.pop(k); print(sys.getrefcount(k))
e.update({k:1}); print(sys.getrefcount(k)); it=iter(e); print(sys.getrefcount(k)); next(it); print(sys.getrefcount(k)); del it; print(sys.getrefcount(k))
r=reversed(e); print(sys.getrefcount(k)); del e,r; print(sys.getrefcount(k))
e=collections.OrderedDict.fromkeys([k]); print(sys.getrefcount(k)); l=list(e.items()); print(sys.getrefcount(k)); l=None; e|={k:3}; print(sys.getrefcount(k)); f=e|{}; print(sys.getrefcount(k)); e.__init__(); print(sys.getrefcount(k)); f.move_to_end(k,last=False);del f,e; print(sys.getrefcount(k))
import gc; gc.collect()
class K: pass
k=K(); d=collections.OrderedDict(); d[k]=d; k.d=d; del d,k; print(gc.collect())
c=collections.Counter(); o=collections.OrderedDict(a=1); 
class OD(collections.OrderedDict): pass
x=OD(a=1); x.z=5; print([type(q).__name__ for q in gc.get_referents(x)])
d = collections.OrderedDict.fromkeys('abc')
it = iter(d)
next(it)
d['z'] = 1
for _ in range(2):
    try: print(next(it))
    except Exception as error: print(type(error).__name__, error)
it = iter(d.items())
del d['z']
for _ in range(2):
    try: print(next(it, 'end'))
    except Exception as error: print(type(error).__name__, error)
