import sys,enum
class A(int): pass
print(sys.getsizeof(A(1)), A.__basicsize__, A.__dictoffset__, A.__weakrefoffset__)
class R: pass
class B(int, R): pass
print(sys.getsizeof(B(1)), B.__basicsize__, B.__dictoffset__, B.__weakrefoffset__, R.__dictoffset__)
class C(B): pass
print(sys.getsizeof(C(1)), C.__basicsize__, C.__dictoffset__, C.__weakrefoffset__)
class D(str, R): pass
print(sys.getsizeof(D('a')), D.__basicsize__, D.__dictoffset__, D.__weakrefoffset__)
class F(tuple): pass
class G(F, R): pass
print(sys.getsizeof(G()), G.__basicsize__, G.__dictoffset__, G.__weakrefoffset__, F.__dictoffset__)
class H(float): pass
print(sys.getsizeof(H()), H.__basicsize__, H.__dictoffset__, H.__weakrefoffset__)
class I(R, float): pass
print(sys.getsizeof(I()), I.__basicsize__, I.__dictoffset__, I.__weakrefoffset__)
import types, collections, functools, array, re, itertools, weakref, operator, struct, pathlib, contextvars, decimal, gc
def g(): yield
ts = [type, set, frozenset, types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.GeneratorType, types.CoroutineType, types.CodeType,
      types.ModuleType, classmethod, staticmethod, property, collections.deque, collections.OrderedDict, functools.partial, type(functools.lru_cache(g)),
      array.array, re.Pattern, weakref.ref, operator.itemgetter, struct.Struct, memoryview, types.SimpleNamespace, type(list[int]), object]
for t in ts: print(t.__name__, t.__dictoffset__, t.__weakrefoffset__)
for p in (pathlib.PurePosixPath('a'), pathlib.Path('/a/b')):
    try: weakref.ref(p)
    except TypeError as e: print(e)
    print(sys.getsizeof(p), type(p).__basicsize__)
print(gc.is_tracked(contextvars.ContextVar('x')), gc.is_tracked(contextvars.ContextVar('x', default=[])), gc.is_tracked(contextvars.ContextVar('x', default=1)))
print(sys.getsizeof(decimal.getcontext()), gc.is_tracked(decimal.Context()))
