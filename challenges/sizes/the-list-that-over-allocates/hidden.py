"""Hidden cases of "The list that over-allocates": other lengths."""
from checks import build
from observe import case, rng


@case
def other_lengths(program):
    numbers = rng()
    build(program, 0)
    for _ in range(4):
        build(program, numbers.between(2, 300))
    build(program, 1000)
