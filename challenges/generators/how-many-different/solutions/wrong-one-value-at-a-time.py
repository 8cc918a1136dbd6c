# verdict: step-limit
# says: 5000000 steps
# Goes through the stream once for each value that there may be.
def readings(seed, n):
    """n measurements, one after the other."""
    value = seed
    for _ in range(n):
        value = (value * 16807 + 11) % 2147483647
        yield value % 60000


def different(seed, n):
    return sum(value in readings(seed, n) for value in range(60000))
