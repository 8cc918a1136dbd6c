# verdict: accepted
# medal: gold
# A plain weak reference for each; the colour takes its entry out when it dies.
from weakref import ref


class Colour:
    __slots__ = ("name", "__weakref__")

    def __del__(self):
        del known[self.name]


known = {}


def colour(name):
    weak = known.get(name)
    if weak:
        return weak()
    found = Colour()
    found.name = name
    known[name] = ref(found)
    return found
