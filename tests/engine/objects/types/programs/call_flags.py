# Which classes have Py_TPFLAGS_HAVE_VECTORCALL (1 << 11) and Py_TPFLAGS_ITEMS_AT_END (1 << 23), from their base and after changes.
import functools, weakref, types
def show(*classes):
    for c in classes:
        f = c.__flags__
        print(c.__name__, 'vectorcall' if f & 1 << 11 else '-', 'items at end' if f & 1 << 23 else '-')
class T(type): pass
class T2(type):
    def __call__(self): pass
class T3(T2): pass
class W(weakref.ref): pass
class W2(weakref.ref):
    def __call__(self): pass
class P(functools.partial): pass
class P2(P): pass
class G(types.GenericAlias): pass
class O: pass
class O2(O):
    def __call__(self): pass
show(type, T, T2, T3, weakref.ref, W, W2, functools.partial, P, P2, G, O, O2)
P.__call__ = lambda s: 1
show(P, P2)
del P.__call__
show(P, P2)
T.__call__ = type.__call__
show(T)
T.__call__ = lambda s: 1
show(T)
