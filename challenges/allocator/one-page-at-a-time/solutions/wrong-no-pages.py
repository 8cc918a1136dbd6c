# verdict: wrong-answer
# fails: totals, one
# says: it did not load
# Computes without pages.
def load(i):
    return bytearray([i % 256]) * 20_000


def totals(count):
    return [i % 256 * 20_000 for i in range(count)]
