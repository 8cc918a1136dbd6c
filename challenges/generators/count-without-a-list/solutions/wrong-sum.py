# verdict: partial
# fails: right
# says: instead of
# Adds the values instead of counting them.
def readings(n):
    """n measurements, one after the other."""
    value = 17
    for _ in range(n):
        value = (value * 75 + 74) % 65537
        yield value


def count_above(n, limit):
    return sum(value for value in readings(n) if value > limit)


print(count_above(1000, 50_000))
