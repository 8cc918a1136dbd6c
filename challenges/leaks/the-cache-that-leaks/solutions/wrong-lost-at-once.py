# verdict: runtime-error
# says: KeyError
# Nobody holds the new picture: it is gone before the next line.
import weakref


class Picture:
    def __init__(self, name):
        self.name = name
        self.pixels = bytes(10_000)



_cache = weakref.WeakValueDictionary()


def load(name):
    if name not in _cache:
        _cache[name] = Picture(name)
    return _cache[name]


first = load("sunrise")
print(load("sunrise") is first)
del first
