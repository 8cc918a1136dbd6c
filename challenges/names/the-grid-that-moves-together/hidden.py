"""Hidden cases of "The grid that moves together": other shapes."""
from checks import paints
from observe import case, rng


@case
def other_shapes(program):
    numbers = rng()
    paints(program, 0, 3, 0, 0)
    paints(program, 1, 1, 0, 0)
    for _ in range(5):
        rows, columns = numbers.between(2, 9), numbers.between(1, 9)
        paints(program, rows, columns, numbers.below(rows), numbers.below(columns))
    paints(program, 50, 50, numbers.below(50), numbers.below(50))
