"""Hidden cases of "Untie the net": other nets of the same size."""
from checks import nets
from observe import case, rng


@case
def other_nets(program):
    nets(program, rng())
