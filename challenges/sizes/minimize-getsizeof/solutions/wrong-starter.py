# verdict: partial
# fails: smaller
# says: The `list` of 1,000 numbers takes
# The list that append makes.
import sys


def pack(numbers):
    packed = []
    for number in numbers:
        packed.append(number)
    return packed


packed = pack([7, 0, 255] * 5)
print(type(packed), sys.getsizeof(packed), "bytes")
