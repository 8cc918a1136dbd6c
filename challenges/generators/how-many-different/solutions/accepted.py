# verdict: accepted
# medal: bronze
# One bit for each possible value.
def readings(seed, n):
    """n measurements, one after the other."""
    value = seed
    for _ in range(n):
        value = (value * 16807 + 11) % 2147483647
        yield value % 60000


def different(seed, n):
    seen = bytearray(7500)
    count = 0
    for value in readings(seed, n):
        bit = 1 << value % 8
        if not seen[value // 8] & bit:
            seen[value // 8] |= bit
            count += 1
    return count
