"""Hidden cases of "The grand tour"."""
from checks import costs, roads_between, tour
from observe import case, rng


@case
def others(program):
    numbers = rng()
    count = numbers.between(20, 60)
    tour(program, count, roads_between(count, numbers.between(2, 9)), [numbers.below(count) for _ in range(5)])


@case
def two_hundred(program):
    numbers = rng()
    costs(program, numbers.choice([13, 19, 23]), [numbers.below(200) for _ in range(5)])
