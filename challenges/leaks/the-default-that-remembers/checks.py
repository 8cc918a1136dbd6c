"""Checks of "The default that remembers"."""
from observe import case, check


def buys(program, names):
    """Buys each thing without a basket."""
    for name in names:
        basket = program.call("buy", name)
        check("fresh", basket.value == [name], f"`buy({name!r})` without a basket gave {basket.repr}.")
        basket.release()


def fills(program, basket, name):
    """Buys into a basket: the very same one must come back."""
    wanted = basket.call("copy").value + [name]
    same = program.call("buy", name, basket)
    right = same.id == basket.id and same.value == wanted
    check("given", right, f"A basket was given, and `buy({name!r}, basket)` returned {'another list: ' if same.id != basket.id else ''}{same.repr}.")


def keeps_nothing(program, names):
    buys(program, ["warm", "up"])
    before = program.live_bytes
    for name in names:
        program.call("buy", name).release()
    more = program.live_bytes - before
    check("freed", more < 200, f"{len(names)} things were bought and let go, and {more} bytes more are alive.")


@case("apple and pear")
def two(program):
    buys(program, ["apple", "pear"])


@case("a basket is given")
def given(program):
    fills(program, program.eval("['egg']"), "milk")
    fills(program, program.eval("[]"), "milk")


@case("nothing is kept")
def nothing(program):
    keeps_nothing(program, [f"thing {i}" for i in range(50)])
