"""Hidden cases of "Room in the block"."""
from checks import room
from observe import case, rng


@case
def other_sizes(program):
    numbers = rng()
    for _ in range(6):
        room(program, f'"y" * {numbers.between(8, 440)}')
        room(program, f'(None,) * {numbers.between(4, 58)}')
    room(program, f'"y" * {numbers.between(500, 3000)}')
    room(program, '"y" * 471')
    room(program, '"y" * 472')
