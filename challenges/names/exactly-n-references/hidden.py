"""Hidden cases of "Exactly n references": other numbers."""
from checks import holds
from observe import case, rng


@case
def other_numbers(program):
    numbers = rng()
    holds(program, 0)
    for _ in range(4):
        holds(program, numbers.between(2, 500))
    holds(program, 100)
