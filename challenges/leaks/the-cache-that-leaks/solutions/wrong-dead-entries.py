# verdict: partial
# fails: tidy
# says: bytes more are alive
# The pictures die, but names and dead references pile up.
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
        _cache[name] = weakref.ref(picture)
    return picture


first = load("sunrise")
print(load("sunrise") is first)
del first
