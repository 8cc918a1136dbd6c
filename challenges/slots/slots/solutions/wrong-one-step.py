# verdict: partial
# fails: works
# says: moved by
# Moves both ways by the same step.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dx)



class Point3(Point):
    __slots__ = ("z",)

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z

    def moved(self, dx, dy):
        return Point3(self.x + dx, self.y + dx, self.z)


point = Point3(1, 2, 3)
print(point.moved(10, 10).x)
