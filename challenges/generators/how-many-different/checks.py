"""Checks of "How many different"."""
from observe import case, check, measure


def expected(seed, n):
    value, seen = seed, set()
    for _ in range(n):
        value = (value * 16807 + 11) % 2147483647
        seen.add(value % 60000)
    return len(seen)


def counted(program, seed, n):
    answer = program.call("different", seed, n)
    wanted = expected(seed, n)
    check("right", answer.value == wanted, f"`different({seed}, {n})` is {answer.repr} instead of {wanted}.")
    check("stream", answer.peak_bytes <= 10_000, f"`different({seed}, {n})` had {answer.peak_bytes} bytes in use at once.")
    if n == 3000:
        measure(answer.peak_bytes)


@case("few readings")
def few(program):
    counted(program, 7, 1)
    counted(program, 7, 40)


@case("3,000 readings")
def many(program):
    counted(program, 4711, 3000)
