"""Hidden cases of "A thousand readings": other rows."""
from checks import packed, readings, thousand
from observe import case, rng


@case
def others(program):
    numbers = rng()
    for _ in range(3):
        packed(program, readings(numbers, numbers.between(2, 60)))


@case
def another_start(program):
    numbers = rng()
    by = numbers.between(-900, 3000)
    packed(program, [value + by for value in readings(numbers, 30)])


@case
def thousand_others(program):
    thousand(program, rng())
