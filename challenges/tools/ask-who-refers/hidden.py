"""Hidden cases of "Ask who refers"."""
from checks import ask
from observe import case, rng


@case
def others(program):
    numbers = rng()
    ask(program, numbers.between(4, 9), numbers.below(4))
    ask(program, 3, 2)
