# verdict: partial
# fails: stream
# says: bytes in use at once
# A set of all values.
def readings(seed, n):
    """n measurements, one after the other."""
    value = seed
    for _ in range(n):
        value = (value * 16807 + 11) % 2147483647
        yield value % 60000


def different(seed, n):
    return len(set(readings(seed, n)))
