# verdict: partial
# fails: works
# says: and is no `Point`
# Leaves the family.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def distance(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


class Named:
    __slots__ = ("x", "y", "name")
    distance = Point.distance

    def __init__(self, x, y, name):
        self.x, self.y, self.name = x, y, name

    def distance(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
