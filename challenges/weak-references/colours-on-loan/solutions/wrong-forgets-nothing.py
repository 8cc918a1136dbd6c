# verdict: partial
# fails: tidy
# says: bytes are left of them
# The weak references stay when the colours are gone.
import weakref


class Colour:
    def __init__(self, name):
        self.name = name


known = {}


def colour(name):
    found = known[name]() if name in known else None
    if found is None:
        found = Colour(name)
        known[name] = weakref.ref(found)
    return found
