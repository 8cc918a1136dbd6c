# belief: a child inherited that it has no dictionary; each class says for itself what it adds
import sys

class Slim:
    __slots__ = ("x", "y")

class Child(Slim):
    {{body}}; __slots__ = locals().get("__slots__", ())

print(hasattr(Child(), "__dict__"))
print(sys.getsizeof(Slim()))
print(sys.getsizeof(Child()))
