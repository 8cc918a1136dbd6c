# verdict: accepted
# One generator behind the other.
def readings(n):
    """n measurements, one after the other."""
    value = 17
    for _ in range(n):
        value = (value * 75 + 74) % 65537
        yield value


def count_above(n, limit):
    return sum(1 for value in readings(n) if value > limit)


print(count_above(1000, 50_000))
