# verdict: accepted
# medal: bronze
# Counts upwards.
import sys


def room(x):
    size = sys.getsizeof(x)
    if size > 512:
        return 0
    block = 16
    while block < size:
        block += 16
    return block - size
