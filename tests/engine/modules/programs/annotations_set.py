# 3.14: what setting and deleting annotations and annotate functions does; evaluators of type parameters.
import re
import sys
if sys.version_info < (3, 14):
    sys.exit()
builtin_print = print
def print(*values):
    builtin_print(*(re.sub('0x[0-9a-f]+', '0x', str(value)) for value in values))
class A:
    x: int
def f(a: int): pass
def t(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
def s(o, n, v): setattr(o, n, v); return getattr(o, n)
def d(o, n): delattr(o, n); return getattr(o, n)
print(A.__annotate__ is not None, A.__annotations__, sorted(k for k in A.__dict__ if 'annot' in k))
t(lambda: s(A, '__annotate__', 3)); t(lambda: s(A, '__annotate__', None)); print(sorted(k for k in A.__dict__ if 'annot' in k), A.__annotations__)
t(lambda: d(A, '__annotate__'))
t(lambda: s(A, '__annotate__', lambda f: {'q': f})); print(A.__annotations__)
t(lambda: s(A, '__annotations__', {'z': 1})); print(A.__annotate__, sorted(k for k in A.__dict__ if 'annot' in k))
t(lambda: d(A, '__annotations__')); print(sorted(k for k in A.__dict__ if 'annot' in k)); t(lambda: d(A, '__annotations__')); print(A.__annotations__, A.__annotate__)
t(lambda: s(A, '__annotations__', 5)); t(lambda: s(int, '__annotations__', {})); t(lambda: int.__annotations__); t(lambda: int.__annotate__); t(lambda: s(int, '__annotate__', None)); t(lambda: d(int, '__annotations__'))
t(lambda: s(f, '__annotate__', 3)); t(lambda: s(f, '__annotate__', None)); print(f.__annotations__); t(lambda: d(f, '__annotate__'))
t(lambda: s(f, '__annotations__', {'b': 2})); print(f.__annotate__); t(lambda: s(f, '__annotations__', 4)); t(lambda: s(f, '__annotations__', None)); t(lambda: d(f, '__annotations__'))
f.__annotate__ = lambda fmt: 3
t(lambda: f.__annotations__)
f.__annotate__ = lambda: 3
t(lambda: f.__annotations__)
A.__annotate__ = lambda fmt: 3
t(lambda: A.__annotations__)
class B(A): pass
print(B.__annotations__, B.__annotate__)
class C:
    __annotations__ = {'own': 1}
print(C.__annotations__, C.__annotate__)
class D:
    def __annotate__(format): return {'m': format}
print(D.__annotations__, sorted(k for k in D.__dict__ if 'annot' in k))
import types
m = types.ModuleType('m'); print(m.__annotations__, m.__annotate__); m.__annotate__ = lambda f: {'k': f}; print(m.__annotations__); t(lambda: s(m, '__annotate__', 3)); t(lambda: d(m, '__annotations__')); t(lambda: s(m, '__annotations__', 3)); t(lambda: d(m, '__annotate__'))
z: int = 3
print(__annotate__(1), 'annot' in str(sorted(globals())))
def w(): 
    y: undefined_thing = 1
    return y
print(w(), w.__annotations__)
if 0:
    cond: str = 'a'
print(__annotate__(1)); 
for fmt in (2, 3, 4): t(lambda: __annotate__(fmt))
import typing, annotationlib
from annotationlib import Format
exec('type X[T] = list[T] | Nope2')
print(X.evaluate_value(1) if 0 else 0, X.evaluate_value is X.evaluate_value)
Nope2 = int
print(X.__value__, X.evaluate_value(1))
Y = typing.TypeAliasType('Y', int); print(Y.evaluate_value, Y.evaluate_value(1), Y.evaluate_value(4))
T = typing.TypeVar('T', bound=int); print(T.evaluate_bound, T.evaluate_constraints, T.evaluate_default, T.evaluate_bound(1), T.evaluate_bound(4))
U = typing.TypeVar('U', int, str, default=int); print(U.evaluate_constraints, U.evaluate_default, U.evaluate_constraints(4), U.evaluate_bound)
exec('def f[A: Later, B: (int, Later), C = Later, *D = *tuple[Later], **E = [Later]](): pass')
for p in f.__type_params__:
    print(p, p.has_default(), [getattr(p, n, 'no') is None for n in ('evaluate_bound','evaluate_constraints','evaluate_default')])
try: f.__type_params__[0].__bound__
except NameError as e: print(e)
Later = str
print(f.__type_params__[0].__bound__, f.__type_params__[1].__constraints__, f.__type_params__[2].__default__, f.__type_params__[3].__default__, f.__type_params__[4].__default__)
print(annotationlib.call_evaluate_function(f.__type_params__[1].evaluate_constraints, Format.STRING), f.__type_params__[0].evaluate_bound(1))
try: print(f.__type_params__[0].evaluate_bound(4))
except NotImplementedError as e: print('NIE')
print(f.__type_params__[0].evaluate_bound())
