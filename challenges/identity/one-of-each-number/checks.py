"""Checks of "One of each number"."""
import sys

from observe import case, check, measure


def table(program, n):
    answer = program.call("table", n)
    rows = answer.value
    if not check("right", isinstance(rows, list) and [isinstance(row, list) and len(row) for row in rows] == [n] * n, f"`table({n})` must be a list of {n} lists of {n} numbers."):
        return
    for i in range(n):
        wanted = [i * j for j in range(n)]
        if not check("right", rows[i] == wanted, f"Row {i} of `table({n})` is {short(rows[i])} instead of {short(wanted)}."):
            break
    # Numbers up to 256 are there before the program starts, and are not counted.
    numbers = {number for row in rows for number in row if isinstance(number, int) and number > 256}
    once = answer.size + sum(answer.call("__getitem__", i).size for i in range(n)) + sum(sys.getsizeof(number) for number in numbers)
    more = answer.deep_size() - once
    check("once", more == 0, f"`table({n})` holds {more} bytes of numbers that are there already.")
    if n == 40:
        measure(answer.peak_bytes)


def short(row):
    text = repr(row)
    return text if len(text) < 60 else text[:50] + " …"


@case("a small table")
def small(program):
    table(program, 5)


@case("a table of 40")
def large(program):
    table(program, 40)
