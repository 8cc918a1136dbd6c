# verdict: partial
# fails: stream
# says: bytes in use at once
# One list less is still a list.
def readings(n):
    """n measurements, one after the other."""
    value = 17
    for _ in range(n):
        value = (value * 75 + 74) % 65537
        yield value


def count_above(n, limit):
    return len([value for value in readings(n) if value > limit])


print(count_above(1000, 50_000))
