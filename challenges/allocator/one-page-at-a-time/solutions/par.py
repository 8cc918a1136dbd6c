# verdict: accepted
# medal: gold
# No name, no holder.
def load(i):
    return bytearray([i % 256]) * 20_000


def totals(count):
    return [sum(load(i)) for i in range(count)]
