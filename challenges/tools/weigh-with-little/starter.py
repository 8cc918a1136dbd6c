import gc
import sys


def deep(x):
    total = sys.getsizeof(x)
    for item in gc.get_referents(x):
        total += sys.getsizeof(item)
    return total
