class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def distance(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


class Named(Point):
    def __init__(self, x, y, name):
        super().__init__(x, y)
        self.name = name


home = Named(3, 4, "home")
print(home.distance())
