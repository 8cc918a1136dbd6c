# min() and max() own the item and its key while they compare; a comparison or a key function that raises leaves nothing owned.
import gc
import sys

count = sys.getrefcount


class Plain:
    pass


class Odd:
    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        raise ValueError(self.name)

    __gt__ = __lt__


def key_of(x):
    if isinstance(x, Odd):
        raise KeyError(count(x) - base)
    return x


def attempt(f, *args, **names):
    try:
        print(f.__name__, f(*args, **names))
    except Exception as error:
        print(f.__name__, type(error).__name__, error)
    print([count(x) for x in things])


things = [Plain(), {}, Odd('first'), Odd('second')]
plain, table, odd, other = things
base = count(odd)
for f in min, max:
    attempt(f, plain, table)
    attempt(f, [plain, table])
    attempt(f, odd, other)
    attempt(f, [odd, other])
    attempt(f, odd, other, key=key_of)
    attempt(f, [odd, other], key=key_of)
    attempt(f, 1, odd, key=key_of)
    attempt(f, [1, odd], key=key_of)
    attempt(f, plain, table, key=type)
    attempt(f, [plain, table], key=type)
    attempt(f, plain, odd, key=5)
    attempt(f, [plain, odd], key=5)
    attempt(f, plain, odd, default=1)
    attempt(f, plain, wrong=1)


class Gone:
    def __del__(self):
        print('gone')


attempt(max, Gone(), Gone())
attempt(max, [Gone(), Gone()])
attempt(min, [Gone() for _ in range(3)], key=len)
print(gc.collect())
