# verdict: partial
# fails: sum
# says: `deep` said
# Takes equal strings for one object.
import sys


def deep(x):
    seen, texts = {id(x)}, set()
    stack = [x]
    total = 0
    while stack:
        thing = stack.pop()
        total += sys.getsizeof(thing)
        for item in thing:
            if type(item) is str:
                if item not in texts:
                    texts.add(item)
                    total += sys.getsizeof(item)
            elif id(item) not in seen:
                seen.add(id(item))
                stack.append(item)
    return total
