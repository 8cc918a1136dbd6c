"""Checks of "Clean up as you go"."""
from observe import case, check


def day(program, requests):
    answer = program.call("serve", requests)
    wanted = sum(len(f"reply to {number}") for number in range(requests))
    check("answers", answer.value == wanted, f"`serve({requests})` gave {answer.repr} instead of {wanted}.")
    said = program.call("last").value
    right = f"reply to {requests - 1}"
    check("last", said == right, f"After {requests} requests, `last()` says {said!r} instead of {right!r}.")
    alive = program.count("Request")
    check("bounded", alive <= 1000, f"After {requests} requests, {alive} `Request` objects are alive.")


@case("nothing yet")
def nothing(program):
    said = program.call("last").value
    check("last", said == "none", f"Before the first request, `last()` says {said!r}.")


@case("three requests")
def few(program):
    day(program, 3)


@case("a long day", any_schedule=True)
def long(program):
    day(program, 2500)
