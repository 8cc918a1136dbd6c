# verdict: accepted
# medal: silver
# One byte each too, but in a block of its own.
import sys


def pack(numbers):
    return bytearray(numbers)


packed = pack([7, 0, 255] * 5)
print(type(packed), sys.getsizeof(packed), "bytes")
