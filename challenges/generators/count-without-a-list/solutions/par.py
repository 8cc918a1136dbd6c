# verdict: accepted
# medal: gold
# A loop and a counter.
def readings(n):
    """n measurements, one after the other."""
    value = 17
    for _ in range(n):
        value = (value * 75 + 74) % 65537
        yield value


def count_above(n, limit):
    count = 0
    for value in readings(n):
        if value > limit:
            count += 1
    return count


print(count_above(1000, 50_000))
