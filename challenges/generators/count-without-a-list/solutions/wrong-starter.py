# verdict: partial
# fails: stream
# says: bytes in use at once
# Keeps everything, twice.
def readings(n):
    """n measurements, one after the other."""
    value = 17
    for _ in range(n):
        value = (value * 75 + 74) % 65537
        yield value


def count_above(n, limit):
    values = list(readings(n))
    high = [value for value in values if value > limit]
    return len(high)


print(count_above(1000, 50_000))
