import sys

class Slim:
    __slots__ = ("x", "y")

class Child(Slim):
    {{body}}

print(hasattr(Child(), "__dict__"))
print(sys.getsizeof(Slim()))
print(sys.getsizeof(Child()))
