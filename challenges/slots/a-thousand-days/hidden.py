"""Hidden cases of "A thousand days": any dates."""
from checks import day, equal
from observe import case, rng


@case
def any_day(program):
    numbers = rng()
    for _ in range(5):
        day(program, numbers.between(1, 9999), numbers.between(1, 12), numbers.between(1, 31))


@case
def pairs(program):
    numbers = rng()
    for _ in range(5):
        one = (numbers.between(1, 9999), numbers.between(1, 12), numbers.between(1, 31))
        equal(program, one, (one[0], numbers.between(1, 12), one[2]))
        equal(program, one, (one[0], one[1], numbers.between(1, 31)))
        equal(program, one, one)


@case
def the_first_and_the_last(program):
    day(program, 1, 1, 1)
    day(program, 9999, 12, 31)
    equal(program, (1, 12, 1), (12, 1, 1))
