import sys


def pack(numbers):
    packed = []
    for number in numbers:
        packed.append(number)
    return packed


packed = pack([7, 0, 255] * 5)
print(type(packed), sys.getsizeof(packed), "bytes")
