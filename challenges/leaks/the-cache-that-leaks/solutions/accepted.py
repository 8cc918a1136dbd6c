# verdict: accepted
# Weak references in a plain dictionary, each taking its own entry away.
import weakref


class Picture:
    def __init__(self, name):
        self.name = name
        self.pixels = bytes(10_000)



_cache = {}


def load(name):
    known = _cache.get(name)
    picture = known() if known is not None else None
    if picture is None:
        picture = Picture(name)
        _cache[name] = weakref.ref(picture, lambda _: _cache.pop(name))
    return picture


first = load("sunrise")
print(load("sunrise") is first)
del first
