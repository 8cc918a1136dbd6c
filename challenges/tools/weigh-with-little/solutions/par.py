# verdict: accepted
# medal: gold
# One bit for each place of 16 bytes, in rows that are made where they are needed; strings are not put on the stack.
import sys


def deep(x):
    rows = {}

    def is_new(thing):
        place = id(thing) >> 4
        row = rows.get(place >> 8)
        if row is None:
            row = rows[place >> 8] = bytearray(32)
        bit = 1 << (place & 7)
        at = (place & 255) >> 3
        if row[at] & bit:
            return False
        row[at] |= bit
        return True

    is_new(x)
    total = sys.getsizeof(x)
    stack = [x]
    while stack:
        for item in stack.pop():
            if is_new(item):
                total += sys.getsizeof(item)
                if type(item) is list:
                    stack.append(item)
    return total
