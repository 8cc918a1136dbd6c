"""Hidden cases of "Floats in a row": other floats."""
from checks import keeps
from observe import case, rng


@case
def others(program):
    numbers = rng()
    keeps(program, [])
    keeps(program, [numbers.below(10**9) / 1024 for _ in range(20)])
    keeps(program, [(numbers.below(10**9) - 5 * 10**8) / 3 for _ in range(1000)])
