"""Hidden cases of "Free this cycle": rings of other lengths."""
from checks import make, release
from observe import case, check, rng


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
    kept = make(program, [numbers.word() for _ in range(5)])
    if kept is None:
        return
    release(program, [numbers.word() for _ in range(3)])
    check("others", kept.attr("next").type == "Node" and kept.attr("next.next").type == "Node", "broken")
