# verdict: accepted
# medal: bronze
# A set of ids, and a stack.
import gc
import sys


def deep(x):
    seen = {id(x)}
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
