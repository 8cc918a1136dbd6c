# verdict: partial
# fails: exact
# says: it has room for 2 elements
# list() rounds the room up to an even number of places.
import sys


def squares(n):
    return list(tuple([i * i for i in range(n)]))


for n in (1, 5, 10):
    print(n, sys.getsizeof(squares(n)), "bytes")
