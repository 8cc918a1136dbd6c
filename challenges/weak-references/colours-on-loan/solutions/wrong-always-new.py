# verdict: partial
# fails: same
# says: gave two objects
# Makes a new one each time.
class Colour:
    def __init__(self, name):
        self.name = name


def colour(name):
    return Colour(name)
