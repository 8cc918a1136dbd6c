# verdict: partial
# fails: small
# says: lies in a block of
# The remainder is what lies in the last 16, not what is left of them.
import sys


def room(x):
    size = sys.getsizeof(x)
    return size % 16 if size <= 512 else 0
