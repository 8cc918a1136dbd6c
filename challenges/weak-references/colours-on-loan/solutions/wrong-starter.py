# verdict: partial
# fails: freed, tidy
# says: held by
# A dictionary holds its values.
class Colour:
    def __init__(self, name):
        self.name = name


known = {}


def colour(name):
    if name not in known:
        known[name] = Colour(name)
    return known[name]
