"""Hidden cases of "Be getsizeof": numbers of any length."""
from checks import sizes
from observe import case, rng


@case
def any_numbers(program):
    numbers = rng()
    for _ in range(6):
        bits = numbers.between(1, 900)
        n = (1 << bits) - 1 - numbers.below(2)
        sizes(program, "negative" if numbers.below(2) else "big", [n, n + 2, -n])


@case
def at_the_border(program):
    for digits in range(1, 12):
        sizes(program, "big", [2 ** (30 * digits) - 1, 2 ** (30 * digits)])
