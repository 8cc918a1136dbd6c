"""Checks of "Be getsizeof"."""
import sys

from observe import case, check


def sizes(program, goal, numbers):
    for n in numbers:
        found = program.call("size", n).value
        wanted = sys.getsizeof(n)
        shown = str(n) if abs(n) < 10**12 else f"a number of {n.bit_length()} bits"
        check(goal, found == wanted, f"`size` of {shown} is {found}, but the object takes {wanted} bytes.")


@case("small numbers")
def small(program):
    sizes(program, "small", [1, 2, 255, 256, 257, 10**9, 2**29, 2**30 - 1])


@case("large numbers")
def large(program):
    sizes(program, "big", [2**30, 2**31, 2**60 - 1, 2**60, 2**90, 10**100])


@case("zero and below")
def below(program):
    sizes(program, "negative", [0, -1, -(2**29), -(2**30), -(10**30)])
