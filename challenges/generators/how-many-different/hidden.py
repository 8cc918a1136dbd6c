"""Hidden cases of "How many different": other seeds."""
from checks import counted
from observe import case, rng


@case
def others(program):
    counted(program, rng().between(1, 2_000_000), rng().between(100, 300))


@case
def many_others(program):
    counted(program, rng().between(1, 2_000_000), 3000)
