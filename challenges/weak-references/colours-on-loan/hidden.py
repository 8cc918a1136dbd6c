"""Hidden cases of "Colours on loan": other names."""
from checks import lent, shared
from observe import case, rng


@case
def another_name(program):
    shared(program, rng().word(7))


@case
def other_names(program):
    numbers = rng()
    lent(program, [numbers.word(5) + str(i) for i in range(20)])
