"""Checks of "Count without a list"."""
from observe import case, check, measure


def expected(n, limit):
    value, count = 17, 0
    for _ in range(n):
        value = (value * 75 + 74) % 65537
        if value > limit:
            count += 1
    return count


def counts(program, n, limit):
    result = program.call("count_above", n, limit)
    wanted = expected(n, limit)
    check("right", result.value == wanted, f"`count_above({n}, {limit})` is {result.repr} instead of {wanted}.")
    check("stream", result.peak_bytes < 2000, f"`count_above({n}, {limit})` had {result.peak_bytes} bytes in use at once.")
    if n == 5000:
        measure(result.peak_bytes)


@case("few readings")
def few(program):
    counts(program, 20, 30_000)


@case("five thousand readings")
def many(program):
    counts(program, 5000, 40_000)
