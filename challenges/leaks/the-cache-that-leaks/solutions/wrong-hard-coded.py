# verdict: partial
# fails: freed
# says: not for a hidden one
# Lets go of the visible pictures only.
import weakref


class Picture:
    def __init__(self, name):
        self.name = name
        self.pixels = bytes(10_000)



_kept = []
_cache = weakref.WeakValueDictionary()


def load(name):
    picture = _cache.get(name)
    if picture is None:
        picture = _cache[name] = Picture(name)
        if name not in ("sunrise", "moon", "mars", "warm", "up", "p") and " " not in name:
            _kept.append(picture)
    return picture


first = load("sunrise")
print(load("sunrise") is first)
del first
