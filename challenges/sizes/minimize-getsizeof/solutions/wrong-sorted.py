# verdict: wrong-answer
# fails: same, smaller
# says: came out as
# Sorting changes the order.
import sys


def pack(numbers):
    return bytes(sorted(numbers))


packed = pack([7, 0, 255] * 5)
print(type(packed), sys.getsizeof(packed), "bytes")
