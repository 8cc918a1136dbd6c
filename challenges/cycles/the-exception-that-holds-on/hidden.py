"""Hidden cases of "The exception that holds on": other documents, one after the other."""
from checks import attempts
from observe import case, check, rng


@case
def others(program):
    numbers = rng()
    for _ in range(6):
        attempts(program, numbers.between(10, 999))
    last = 2 * numbers.between(500, 900) + 1
    attempts(program, last)
    attempts(program, 2 * numbers.between(500, 900))
    check("told", program.call("report").value == f"ValueError: document {last} is odd", "forgotten")
