# verdict: accepted
# medal: gold
# Up to the next multiple.
import sys


def room(x):
    size = sys.getsizeof(x)
    return -size % 16 if size <= 512 else 0
