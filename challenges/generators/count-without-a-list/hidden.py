"""Hidden cases of "Count without a list": other lengths and limits."""
from checks import counts
from observe import case, rng


@case
def others(program):
    numbers = rng()
    counts(program, 0, 10)
    counts(program, numbers.between(1000, 3000), numbers.between(1000, 60_000))
    counts(program, 5000, numbers.between(1000, 60_000))
