# Instances: key sharing, __dict__, __class__, slots, the order in which they are taken apart.
import gc


class P:
    def __init__(self, n):
        for i in range(n):
            setattr(self, f"a{i}", i)


for n in (0, 1, 5, 29, 30, 31):
    p = P(n)
    print(n, len(p.__dict__), list(p.__dict__)[:3], p.__dict__ == {f"a{i}": i for i in range(n)})


class Q:
    pass


a, b = Q(), Q()
a.x = 1; a.y = 2
b.y = 2; b.x = 1
print(vars(a), vars(b), list(vars(b)))
del a.x
a.x = 3
print(vars(a), list(a.__dict__.items()))
a.__dict__ = {"z": 1}
print(a.z, vars(a))
try:
    a.x
except AttributeError as e:
    print(e, e.name, e.obj is a)
b.__dict__["q"] = 5
print(b.q, vars(b))
b.__dict__.clear()
print(vars(b), hasattr(b, "y"))
b.y = 1
d = b.__dict__
del b
print(d)


class R:
    def hello(self):
        return "R", self.v


c = Q()
c.v = 7
c.__class__ = R
print(c.hello(), type(c).__name__)


class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-" + self.n, end=" ")


class Slots:
    __slots__ = ("z", "b", "a")


s = Slots()
s.z, s.a, s.b = D("z"), D("a"), D("b")
del s
print()
o = Q()
o.one, o.two, o.three = D("1"), D("2"), D("3")
del o
print()
o = Q()
o.one, o.two = D("1"), D("2")
o.__dict__
o.three = D("3")
del o
print()


class Node:
    def __init__(self, next=None): self.next = next


head = None
for _ in range(5000):
    head = Node(head)
del head
print("a long chain is gone")


def make():
    class Local: pass


gc.collect()
make()
print("class", gc.collect())
x = Q(); x.me = x
del x
print("cycle", gc.collect())


class Meta(type):
    def __del__(cls): print("class", cls.__name__, "dies")


class Doomed(metaclass=Meta): pass


del Doomed
gc.collect()
