"""Checks of "Room in the block"."""
from observe import case, check, measure


def room(program, expression):
    thing = program.eval(expression)
    answer = program.call("room", thing)
    size = thing.size
    wanted = -size % 16 if size <= 512 else 0
    goal = "small" if size <= 512 else "large"
    block = f"lies in a block of {size + wanted}" if size <= 512 else "has no block"
    check(goal, answer.value == wanted, f"`room({expression})` is {answer.value}. The object takes {size} bytes and {block}.")
    measure(answer.steps)


@case("texts, tuples and numbers")
def some(program):
    for expression in ('"a"', '"seven a"', '()', '(1, 2, 3)', '1.5', '10 ** 9', '10 ** 10', 'b"x" * 400'):
        room(program, expression)
    room(program, '"x" * 600')
    room(program, 'b"x" * 5000')
