# verdict: accepted
# medal: silver
# An exact copy; for a moment both lists exist.
import sys


def squares(n):
    result = []
    for i in range(n):
        result.append(i * i)
    return result[:]


for n in (1, 5, 10):
    print(n, sys.getsizeof(squares(n)), "bytes")
