# verdict: gc-dependent
# fails: same
# says: When the collector runs at every allocation: `load('moon')` made a second picture
# Every entry is held weakly and lives only by its own callback, in a circle, until the collector comes.
import weakref


class Picture:
    def __init__(self, name):
        self.name = name
        self.pixels = bytes(10_000)


class Entry:
    def __init__(self, picture):
        self.picture = weakref.ref(picture, self.forget)

    def forget(self, _):
        self.picture = None


_cache = weakref.WeakValueDictionary()


def load(name):
    entry = _cache.get(name)
    if entry is not None:
        return entry.picture()
    picture = Picture(name)
    _cache[name] = Entry(picture)
    return picture


first = load("sunrise")
print(load("sunrise") is first)
del first
