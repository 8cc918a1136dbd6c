# verdict: partial
# fails: large
# says: has no block
# Goes on above 512.
import sys


def room(x):
    return -sys.getsizeof(x) % 16
