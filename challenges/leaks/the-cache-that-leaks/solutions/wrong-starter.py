# verdict: partial
# fails: freed, tidy
# says: held by
# The cache owns every picture.
class Picture:
    def __init__(self, name):
        self.name = name
        self.pixels = bytes(10_000)



_cache = {}


def load(name):
    if name not in _cache:
        _cache[name] = Picture(name)
    return _cache[name]


first = load("sunrise")
print(load("sunrise") is first)
del first
