# verdict: accepted
# medal: bronze
# The dictionary of the library.
import weakref


class Colour:
    def __init__(self, name):
        self.name = name


known = weakref.WeakValueDictionary()


def colour(name):
    found = known.get(name)
    if found is None:
        found = known[name] = Colour(name)
    return found
