"""Hidden cases of "Clean up as you go": days of other lengths."""
from checks import day
from observe import case, rng


@case
def another_day(program):
    day(program, rng().between(4, 40))


@case(any_schedule=True)
def another_long_day(program):
    day(program, rng().between(2100, 2400))
