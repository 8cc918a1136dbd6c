"""Checks of "Exactly n references"."""
from observe import case, check, measure


def holds(program, n):
    thing = program.call("Thing")
    before = thing.refcount
    held = program.call("hold", thing, n)
    more = thing.refcount - before
    check("up", more == n, f"`hold(thing, {n})` is held, and the count of `thing` is higher by {more}.")
    if n == 100:
        measure(held.live_bytes)
    held.release()
    left = thing.refcount - before
    check("back", left == 0, f"The result of `hold(thing, {n})` is gone, but {left} {'reference' if left == 1 else 'references'} to `thing` stayed.")


@case("one, three and ten")
def some(program):
    for n in (1, 3, 10):
        holds(program, n)


@case("a hundred")
def hundred(program):
    holds(program, 100)
