# verdict: accepted
# medal: silver
# Ten times through the stream, each time for a tenth of the values.
def readings(seed, n):
    """n measurements, one after the other."""
    value = seed
    for _ in range(n):
        value = (value * 16807 + 11) % 2147483647
        yield value % 60000


def different(seed, n):
    count = 0
    seen = bytearray(750)
    for start in range(0, 60000, 6000):
        for i in range(750):
            seen[i] = 0
        for value in readings(seed, n):
            value -= start
            if 0 <= value < 6000:
                bit = 1 << value % 8
                if not seen[value // 8] & bit:
                    seen[value // 8] |= bit
                    count += 1
    return count
