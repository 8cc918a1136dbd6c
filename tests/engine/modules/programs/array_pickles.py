# Arrays pickled in every protocol, rebuilt from other machines' formats, and made of a list that shrinks meanwhile.
import pickle, warnings; warnings.simplefilter('ignore')
import array, collections.abc
from array import array as A, _array_reconstructor as R
for code, items in ('i', range(5)), ('d', [1.5, -2]), ('b', b''), ('u', 'héé'), ('Q', [2**63]), ('f', [.5]):
    a = A(code, items)
    for p in range(6):
        s = pickle.dumps(a, p); assert pickle.loads(s) == a
        print(code, p, len(s), a.__reduce_ex__(p)[1:])
class B(A): pass
b = B('h', [1, 2]); b.x = 3
c = pickle.loads(pickle.dumps(b)); print(type(c), c, c.x)
print(R(A, 'i', 3, b'\1\2\3\4'), R(A, 'l', 4, b'\xff\xff\1\0'), R(A, 'd', 15, b'?\x80\0\0'), R(A, 'u', 20, b'a\0\0\0'), R(A, 'u', 21, b'\0\0\0a\0\0\0b'), R(A, 'B', 0, b'ab'), R(A, 'i', 9, b'\0\0\1\0'))
for args in [(1, 'i', 0, b''), (list, 'i', 0, b''), (A, 'ii', 0, b''), (A, 'z', 0, b''), (A, 'i', 99, b''), (A, 'i', -1, b''), (A, 'i', 0, 'x'), (A, 'i', 8, b'abc'), (A, 'u', 21, b'\0\0\0a'), (A, 'u', 20, b'ab'), (A, 'i', 9, b'abc')]:
    try: print(R(*args))
    except Exception as e: print(type(e).__name__, e)
try: A('i').__reduce_ex__('x')
except TypeError as e: print(e)
class Shrinks:
    def __index__(self): items.clear(); return 1
items = [Shrinks(), 2, 3]
try: A('i', items)
except IndexError as e: print(e)
print(isinstance(A('i'), collections.abc.MutableSequence), issubclass(A, collections.abc.Sequence))
