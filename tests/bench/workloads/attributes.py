# Attribute reads, writes and method calls.
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def add(self, other):
        self.x = self.x + other.x
        self.y = self.y - other.y
        return self
v = Vector(0, 0)
w = Vector(1, 2)
for i in range(150000):
    v.add(w)
print(v.x, v.y)
