# verdict: partial
# fails: exact
# says: it has room for
# append over-allocates.
import sys


def squares(n):
    result = []
    for i in range(n):
        result.append(i * i)
    return result


for n in (1, 5, 10):
    print(n, sys.getsizeof(squares(n)), "bytes")
