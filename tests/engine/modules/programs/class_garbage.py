# What a dataclass and an enumeration leave for the collector.
import gc, dataclasses, enum
from collections import Counter
def show(label):
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect()
    print(label, sorted(Counter(type(o).__name__ for o in gc.garbage if type(o) is not list).items()))
    print(sorted((len(o), str([type(x).__name__ for x in o])) for o in gc.garbage if type(o).__name__ == 'tuple'))
    gc.garbage.clear()
    gc.set_debug(0)
gc.collect()
def f():
    @dataclasses.dataclass
    class D:
        x: int
f()
show('dataclass')
def f():
    class E(enum.Enum):
        A = 1
f()
show('enum')
class P(enum.Flag):
    R = 1
print('_boundary_' in vars(P), '_boundary_' in vars(enum.IntEnum('Q', 'a b')), P.R | P(0))
