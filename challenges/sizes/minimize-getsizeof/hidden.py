"""Hidden cases of "Minimize getsizeof": numbers without a pattern."""
from checks import pack, pack_thousand
from observe import case, rng


@case
def random_numbers(program):
    numbers = rng()
    pack(program, [])
    pack(program, [numbers.below(256)])
    pack_thousand(program, [numbers.below(256) for _ in range(1000)])
