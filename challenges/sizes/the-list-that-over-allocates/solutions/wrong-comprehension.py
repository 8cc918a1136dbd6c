# verdict: partial
# fails: exact
# says: it has room for
# A comprehension appends as well.
import sys


def squares(n):
    return [i * i for i in range(n)]


for n in (1, 5, 10):
    print(n, sys.getsizeof(squares(n)), "bytes")
