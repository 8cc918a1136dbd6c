# verdict: partial
# fails: leaves
# says: bytes more are alive than before
# What was seen stays in a global set.
import gc
import sys

seen = set()


def deep(x):
    seen.clear()
    seen.add(id(x))
    stack = [x]
    total = 0
    while stack:
        thing = stack.pop()
        total += sys.getsizeof(thing)
        for item in gc.get_referents(thing):
            if id(item) not in seen:
                seen.add(id(item))
                stack.append(item)
    return total
