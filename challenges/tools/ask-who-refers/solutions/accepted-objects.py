# verdict: accepted
# medal: bronze
# Looks at all objects by itself.
import gc


def lists_with(x):
    return sum([any([item is x for item in thing]) for thing in gc.get_objects() if type(thing) is list])
