"""Checks of "The exception that holds on"."""
from observe import case, check


def attempts(program, number):
    result = program.call("attempt", number)
    wanted = None if number % 2 else number
    check("works", result.value == wanted, f"`attempt({number})` gave {result.repr}.")
    program.none_left("freed", "Document")
    if number % 2:
        said, right = program.call("report").value, f"ValueError: document {number} is odd"
        check("told", said == right, f"`report()` says {said!r} instead of {right!r}.")


@case("the program's own error", any_schedule=True)
def own(program):
    program.none_left("freed", "Document")
    said = program.call("report").value
    check("told", said == "ValueError: document 3 is odd", f"`report()` says {said!r}.")


@case("an odd and an even document", any_schedule=True)
def two(program):
    attempts(program, 5)
    attempts(program, 8)
