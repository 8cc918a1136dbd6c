# verdict: runtime-error
# says: RecursionError
# Calls itself for each list: deep enough for what is seen.
import sys


def deep(x, seen=None):
    seen = seen or set()
    seen.add(id(x))
    total = sys.getsizeof(x)
    for item in x:
        if id(item) not in seen:
            if type(item) is list:
                total += deep(item, seen)
            else:
                seen.add(id(item))
                total += sys.getsizeof(item)
    return total
