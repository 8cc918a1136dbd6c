# verdict: partial
# fails: small
# says: lies in a block of
# Thinks of 16, 32, 64, 128.
import sys


def room(x):
    size, block = sys.getsizeof(x), 16
    if size > 512:
        return 0
    while block < size:
        block *= 2
    return block - size
