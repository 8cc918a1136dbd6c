# verdict: accepted
# medal: bronze
# A tuple: no spare room, but still a reference for each number.
import sys


def pack(numbers):
    return tuple(numbers)


packed = pack([7, 0, 255] * 5)
print(type(packed), sys.getsizeof(packed), "bytes")
