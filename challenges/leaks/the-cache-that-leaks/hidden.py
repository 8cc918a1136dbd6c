"""Hidden cases of "The cache that leaks": longer walks, and pictures that come back."""
from checks import shared, walk
from observe import case, check, rng


@case(any_schedule=True)
def other_pictures(program):
    numbers = rng()
    shared(program, [numbers.word() for _ in range(numbers.between(3, 6))])


@case
def long_walk(program):
    numbers = rng()
    walk(program, ["warm", "up"])
    before = program.live_bytes
    walk(program, [numbers.word(8) + str(i) for i in range(150)])
    check("tidy", program.live_bytes - before < 2000, "kept")


@case
def coming_back(program):
    numbers = rng()
    name, other = numbers.word(), numbers.word(7)
    held = program.call("load", other)
    for _ in range(3):
        shared(program, [name])
    check("same", program.call("load", other).id == held.id, "not the same")
    check("freed", program.count("Picture") == 1, "left")
