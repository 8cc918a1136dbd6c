# verdict: accepted
# medal: silver
# The same, with slots.
import weakref


class Colour:
    __slots__ = ("name", "__weakref__")

    def __init__(self, name):
        self.name = name


known = weakref.WeakValueDictionary()


def colour(name):
    found = known.get(name)
    if found is None:
        found = known[name] = Colour(name)
    return found
