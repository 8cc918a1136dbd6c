# verdict: accepted
# The interpreter's own table.
import sys


def share(words):
    result = []
    for word in words:
        result.append(sys.intern(word))
    return result
