# verdict: partial
# fails: one
# says: room for
# Loads all of them first.
def load(i):
    return bytearray([i % 256]) * 20_000


def totals(count):
    pages = [load(i) for i in range(count)]
    return [sum(page) for page in pages]
