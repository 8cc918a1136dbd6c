# verdict: wrong-answer
# says: which is no built-in sequence
# A set has neither order nor duplicates.
import sys


def pack(numbers):
    return set(numbers)


packed = pack([7, 0, 255] * 5)
print(type(packed), sys.getsizeof(packed), "bytes")
