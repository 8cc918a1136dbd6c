"""Checks of "A thousand readings"."""
from observe import Rng, case, check, measure


def readings(numbers, count):
    """The rise stays as it was six times of eight."""
    row, value, rise = [], 500, 0
    for _ in range(count):
        row.append(value)
        change = (-1, 1, 0, 0, 0, 0, 0, 0)[numbers.below(8)]
        if abs(rise + change) <= 5:
            rise += change
        value += rise
    return row


def packed(program, row):
    """Packs a row, lets go of it, unpacks it; gives the bytes that the packed row kept in use."""
    before = program.live_bytes
    given = program.builtin("list", row)
    held = program.call("pack", given)
    given.release()
    kept = program.live_bytes - before
    back = program.call("unpack", held)
    check("back", back.value == row, f"A row of {len(row)} readings came back as {short(back.value)}; it was {short(row)}.")
    return kept


def short(row):
    text = repr(row)
    return text if len(text) < 60 else text[:54] + " …"


def thousand(program, numbers):
    packed(program, readings(numbers, 1000))
    cost = packed(program, readings(numbers, 1000))
    check("small", cost <= 1300, f"1,000 packed readings keep {cost} bytes in use.")
    measure(cost)


@case("short rows")
def few(program):
    packed(program, [])
    packed(program, [500])
    packed(program, [500, 500, 501, 503, 505, 507, 508, 509, 509])


@case("a thousand readings")
def many(program):
    thousand(program, Rng(4))
