"""Hidden cases of "Slim to the last child"."""
from checks import named
from observe import case, rng


@case
def others(program):
    numbers = rng()
    for _ in range(3):
        named(program, numbers.below(90), numbers.below(90), numbers.word())
