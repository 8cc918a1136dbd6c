# verdict: partial
# fails: small
# says: still has a `__dict__`
# Refuses other attributes by hand; the dictionary is still there.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __setattr__(self, name, value):
        if name not in ("x", "y", "z") or (name == "z" and not isinstance(self, Point3)):
            raise AttributeError(name)
        object.__setattr__(self, name, value)

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)



class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z

    def moved(self, dx, dy):
        return Point3(self.x + dx, self.y + dy, self.z)


point = Point3(1, 2, 3)
print(point.moved(10, 10).x)
