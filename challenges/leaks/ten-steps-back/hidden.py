"""Hidden cases of "Ten steps back": other changes."""
from checks import there_and_back
from observe import case, rng


@case
def more_changes(program):
    there_and_back(program, rng(), rng().between(20, 30))


@case
def few_changes(program):
    there_and_back(program, rng(), rng().between(2, 6))
