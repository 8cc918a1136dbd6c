# verdict: partial
# fails: sum
# says: `deep` said
# Counts a string again in each list that holds it.
import sys


def deep(x):
    seen = {id(x)}
    stack = [x]
    total = 0
    while stack:
        thing = stack.pop()
        total += sys.getsizeof(thing)
        for item in thing:
            if type(item) is str:
                total += sys.getsizeof(item)
            elif id(item) not in seen:
                seen.add(id(item))
                stack.append(item)
    return total
