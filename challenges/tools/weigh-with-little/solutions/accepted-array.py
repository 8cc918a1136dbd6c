# verdict: accepted
# medal: silver
# Ids without objects, in a sorted array.
import sys
from array import array
from bisect import bisect_left


def deep(x):
    seen = array("Q", [id(x)])
    stack = [x]
    total = 0
    while stack:
        thing = stack.pop()
        total += sys.getsizeof(thing)
        if type(thing) is list:
            for item in thing:
                at = bisect_left(seen, id(item))
                if at == len(seen) or seen[at] != id(item):
                    seen.insert(at, id(item))
                    stack.append(item)
    return total
