# Classes take the slots of their bases as these are when the class is made, and follow later changes.
class A:
    def __len__(self): return 1
    def __add__(self, other): return "A+"

class B(A):
    pass

class C(B):
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i

def show(*objects):
    for o in objects:
        row = [type(o).__name__]
        for ask in (len, lambda x: x + 1, lambda x: x[0], list, repr, hash, bool, lambda x: x == x, lambda x: 1 in x, next, lambda x: x()):
            try:
                value = ask(o)
                row.append("same" if ask in (repr, hash) else value)
            except Exception as e:
                row.append(f"{type(e).__name__}: {e}")
        print(row)

show(A(), B(), C())
del A.__len__
class D(B):
    pass
show(A(), D(), C())
B.__len__ = lambda self: 7
class E(D):
    pass
class F(C, D):
    pass
show(D(), E(), F())
A.__call__ = lambda self: "called"
class G(E):
    __hash__ = None
class H(G):
    pass
show(E(), G(), H())
A.__getattr__ = lambda self, name: "fallback " + name
class I(H):
    def __getattribute__(self, name):
        return object.__getattribute__(self, name)
class J(I):
    pass
print(I().x, J().y, E().z)
del A.__getattr__
for o in I(), J(), E():
    try:
        print(o.x)
    except AttributeError as e:
        print(e)

# Bases that are built in: what their slots and their methods say differs.
class L(list):
    pass
class M(L):
    def __len__(self): return 40
class N(dict):
    def __missing__(self, key): return key * 2
class O(N):
    pass
print(len(L([1, 2])), len(M([1])), bool(M()), L([1]) + [2], [1] + M([3]), L([5])[0], 5 in M([5]), list(iter(M([1, 2]))))
print(O()["ab"], "x" in O(x=1), O(x=1) | {"y": 2}, sorted(O(x=1)))
L.__getitem__ = lambda self, i: "item %s" % i
class P(M):
    pass
print(P([1])[0], M([1])[0], P([1]).__len__())
del L.__getitem__
print(P([1])[0], M([9])[0])

# Descriptors that lose their methods; iterators that never had any.
class Get:
    def __get__(self, o, t): return "got"
class Sub(Get):
    pass
class Owner:
    a = Sub()
print(Owner().a)
del Get.__get__
class Sub2(Sub):
    pass
Owner.b = Sub2()
print(type(Owner().a).__name__, type(Owner().b).__name__)
class It:
    def __iter__(self): return self
class It2(It):
    pass
for o in It(), It2():
    try:
        list(o)
    except TypeError as e:
        print(e)
It.__next__ = lambda self: (_ for _ in ()).throw(StopIteration)
class It3(It2):
    pass
try:
    print(list(It3()))
except RuntimeError as e:
    print(e)

# Another MRO than the usual, and other bases later.
class Meta(type):
    def mro(cls):
        usual = super().mro()
        return usual if cls.__name__ != "Odd" else [cls, Extra, *usual[1:]]
class Extra:
    def __len__(self): return 99
class Base(metaclass=Meta):
    pass
class Odd(Base):
    pass
class Odder(Odd):
    pass
print(len(Odd()), len(Odder()), Odder.__mro__)
class X:
    def __neg__(self): return "X"
class Y:
    def __neg__(self): return "Y"
    def __len__(self): return 3
class Z(X):
    pass
class W(Z):
    pass
print(-W())
Z.__bases__ = (Y,)
class V(W):
    pass
print(-W(), -V(), len(W()), len(V()), -Z())
