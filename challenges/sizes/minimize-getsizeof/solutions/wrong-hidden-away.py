# verdict: wrong-answer
# says: `pack` returned a `Box`
# getsizeof of the box is small: it does not look inside.
import sys


def pack(numbers):
    class Box:
        def __init__(self, inside):
            self.inside = inside

        def __iter__(self):
            return iter(self.inside)

    return Box(numbers)


packed = pack([7, 0, 255] * 5)
print(type(packed), sys.getsizeof(packed), "bytes")
