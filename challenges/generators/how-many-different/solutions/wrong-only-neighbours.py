# verdict: partial
# fails: right
# says: instead of
# Compares each value with the one before it.
def readings(seed, n):
    """n measurements, one after the other."""
    value = seed
    for _ in range(n):
        value = (value * 16807 + 11) % 2147483647
        yield value % 60000


def different(seed, n):
    count, last = 0, None
    for value in readings(seed, n):
        if value != last:
            count += 1
        last = value
    return count
