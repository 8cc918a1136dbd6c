# verdict: wrong-answer
# says: gave
# A tuple is exact, but no list.
import sys


def squares(n):
    return tuple(i * i for i in range(n))


for n in (1, 5, 10):
    print(n, sys.getsizeof(squares(n)), "bytes")
