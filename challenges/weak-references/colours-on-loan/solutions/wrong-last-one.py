# verdict: partial
# fails: freed
# says: is still alive
# Keeps only the colour that was asked for last.
class Colour:
    def __init__(self, name):
        self.name = name


last = []


import weakref

known = weakref.WeakValueDictionary()


def colour(name):
    found = known.get(name) or Colour(name)
    known[name] = found
    last[:] = [found]
    return found
