"""Hidden cases of "A window on the buffer"."""
from checks import sums
from observe import case, rng


@case
def other_parts(program):
    numbers = rng()
    sums(program, 150, numbers.between(7, 60), numbers.below(99))
    sums(program, 40_000, numbers.between(9_000, 15_000), numbers.below(99))
    sums(program, 60_000, 20_000, numbers.below(99))
