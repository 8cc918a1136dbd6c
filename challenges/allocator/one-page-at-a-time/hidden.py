"""Hidden cases of "One page at a time"."""
from checks import totals
from observe import case, rng


@case
def other_counts(program):
    totals(program, rng().between(4, 12))
    totals(program, 20)
