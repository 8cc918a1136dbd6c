"""Hidden cases of "Two hundred notes": others, and longer ones."""
from checks import lengths_of, notes_of, packed, two_hundred
from observe import case, rng


@case
def others(program):
    numbers = rng()
    packed(program, notes_of(numbers, lengths_of(numbers, 12)), range(12))


@case
def long_ones(program):
    numbers = rng()
    packed(program, ["", *notes_of(numbers, [numbers.between(256, 300), 3, numbers.between(30, 90)]), "nurse it", ""], range(6))


@case
def two_hundred_others(program):
    two_hundred(program, rng())
