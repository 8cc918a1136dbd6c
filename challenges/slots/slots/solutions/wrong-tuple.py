# verdict: runtime-error
# says: AttributeError
# A named tuple is small, but its coordinates cannot be changed.
from collections import namedtuple


class Point(namedtuple("Point", "x y")):
    __slots__ = ()

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


class Point3(namedtuple("Point3", "x y z")):
    __slots__ = ()

    def moved(self, dx, dy):
        return Point3(self.x + dx, self.y + dy, self.z)


point = Point3(1, 2, 3)
print(point.moved(10, 10).x)
