# verdict: partial
# fails: closed
# says: not for a hidden one
# All slots in the base: now a plain Point has a z as well.
class Point:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)



class Point3(Point):
    __slots__ = ()

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z

    def moved(self, dx, dy):
        return Point3(self.x + dx, self.y + dy, self.z)


point = Point3(1, 2, 3)
print(point.moved(10, 10).x)
