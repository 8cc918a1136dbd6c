# verdict: partial
# fails: right
# says: instead of
# Saves bits by putting several values into one drawer.
def readings(seed, n):
    """n measurements, one after the other."""
    value = seed
    for _ in range(n):
        value = (value * 16807 + 11) % 2147483647
        yield value % 60000


def different(seed, n):
    seen = bytearray(6000)
    for value in readings(seed, n):
        seen[value // 10] = 1
    return sum(seen)
