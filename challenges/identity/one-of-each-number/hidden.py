"""Hidden cases of "One of each number": tables of other sizes."""
from checks import table
from observe import case, rng


@case
def another_size(program):
    table(program, rng().between(21, 27))


@case
def the_smallest(program):
    table(program, 1)
    table(program, 2)
