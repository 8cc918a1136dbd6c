# verdict: accepted
# medal: gold
# Sixty times through the stream, each time for a thousand values, whose bits are those of one int.
def readings(seed, n):
    """n measurements, one after the other."""
    value = seed
    for _ in range(n):
        value = (value * 16807 + 11) % 2147483647
        yield value % 60000


def different(seed, n):
    count = 0
    for part in range(60):
        seen = 0
        for value in readings(seed, n):
            if value // 1000 == part:
                seen |= 1 << value % 1000
        count += seen.bit_count()
    return count
