"""Hidden cases of "Free this cycle": rings of other lengths."""
from checks import make, release, still_whole
from observe import case, rng


@case
def one_node(program):
    release(program, [rng().word()])


@case
def some_lengths(program):
    numbers = rng()
    for _ in range(4):
        release(program, [numbers.word() for _ in range(numbers.between(2, 12))])


@case
def a_long_ring(program):
    numbers = rng()
    release(program, [str(i) for i in range(numbers.between(60, 90))])


@case
def kept_ring(program):
    numbers = rng()
    names = [numbers.word() for _ in range(5)]
    kept = make(program, names)
    if kept is not None:
        release(program, [numbers.word() for _ in range(3)])
        still_whole(kept, names)
