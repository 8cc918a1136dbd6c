# 3.14: annotations are computed when somebody asks, in the format that was asked for.
import re
import sys
if sys.version_info < (3, 14):
    sys.exit()
builtin_print = print
def print(*values):
    builtin_print(*(re.sub('0x[0-9a-f]+', '0x', str(value)) for value in values))
def f(): pass
class A:
    x: int
    y: Undefined
    def m(self, q: Foo) -> Bar: pass
print(sorted(A.__dict__))
try: A.__annotations__
except NameError as e: print(e)
class Undefined: pass
print(A.__annotations__)
import typing, inspect, annotationlib
from annotationlib import Format, get_annotations, ForwardRef
print(get_annotations(A.m, format=Format.FORWARDREF), get_annotations(A.m, format=Format.STRING), list(Format))
try: get_annotations(A.m)
except NameError as e: print(e)
def g(a: list[Und.x], b: Und | int, *c: 'str', d: Und[int] = 1, f: (1, Und), g: -Und + 2, h: Und(1, k=2), i: Und if Und else 1) -> {Und: 1}: pass
print(get_annotations(g, format=Format.STRING))
fr = get_annotations(g, format=Format.FORWARDREF); print({k: str(v) for k, v in fr.items() if k in 'ab'})
r = fr['d']; print(r, r.__forward_arg__)
try: r.evaluate()
except NameError as e: print(e)
print(annotationlib.type_repr(int), annotationlib.type_repr(list[int]), annotationlib.type_repr('a'), annotationlib.type_repr(f), annotationlib.type_repr(...))
print(annotationlib.annotations_to_string({'a': int, 'b': 'str'}))
print(typing.get_type_hints(A), inspect.get_annotations(A), inspect.signature(A.m, annotation_format=Format.STRING))
try: inspect.signature(A.m)
except NameError as e: print('sig', e)
print(ForwardRef('int').evaluate(), ForwardRef('x', is_class=True) == ForwardRef('x', is_class=True), ForwardRef('x'), ForwardRef('A', owner=A).evaluate(globals={'A': 3}))
try: ForwardRef('1 +')._evaluate if False else ForwardRef('1 +').evaluate()
except SyntaxError as e: print(e)
A.__annotations__ = {'z': int}; print(A.__annotate__, A.__annotations__)
def k(a: int): pass
k.__annotate__ = lambda fmt: {'a': fmt}; print(k.__annotations__)
try: k.__annotate__ = 3
except TypeError as e: print(e)
try: print(A.m.__annotate__(5))
except NotImplementedError as e: print('NIE', e)
from dataclasses import dataclass
@dataclass
class D:
    a: int
    b: Later = 3
print(D(1)); 
try: print(D.__annotations__)
except NameError as e: print(e)
print(D.__init__.__annotate__ is not None, inspect.get_annotations(D.__init__, format=Format.FORWARDREF))
class T(typing.NamedTuple):
    a: int
    b: 'X' = 2
print(T(1), T.__annotations__)
class TD(typing.TypedDict):
    a: int
    b: Nope
print(get_annotations(TD, format=Format.FORWARDREF))
exec('type X[T] = list[T] | Nope2')
try: X.__value__
except NameError as e: print(e)
print(annotationlib.call_evaluate_function(X.evaluate_value, Format.STRING), annotationlib.call_evaluate_function(X.evaluate_value, Format.FORWARDREF))
exec('def gen[T: Nope3 = int](x: T): pass')
print(gen.__type_params__, gen.__annotations__, annotationlib.call_evaluate_function(gen.__type_params__[0].evaluate_bound, Format.STRING))
