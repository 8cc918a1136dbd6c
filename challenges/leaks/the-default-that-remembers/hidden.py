"""Hidden cases of "The default that remembers": other things."""
from checks import buys, fills, keeps_nothing
from observe import case, rng


@case
def others(program):
    numbers = rng()
    buys(program, [numbers.word() for _ in range(5)])
    fills(program, program.eval(repr([numbers.word()])), numbers.word())
    fills(program, program.eval("[]"), numbers.word())
    keeps_nothing(program, [numbers.word(8) for _ in range(60)])
