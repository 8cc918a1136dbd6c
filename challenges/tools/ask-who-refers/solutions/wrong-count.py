# verdict: partial
# fails: count
# says: `lists_with` said
# Takes the reference count for the number of lists.
import sys


def lists_with(x):
    return sys.getrefcount(x) - 2
