"""Checks of "Slim to the last child"."""
from observe import case, check, measure


def named(program, x, y, name):
    point = program.call("Named", x, y, name)
    found = [program.builtin("getattr", point, field, None).value for field in ("x", "y", "name")]
    is_point = program.builtin("isinstance", point, program.eval("Point")).value
    check("works", found == [x, y, name] and is_point, f"`Named({x}, {y}, {name!r})` has {found}" + ("." if is_point else " and is no `Point`."))
    distance = program.builtin("hasattr", point, "distance").value and point.call("distance").value
    check("works", distance == (x ** 2 + y ** 2) ** 0.5, f"The distance of `Named({x}, {y}, {name!r})` is {distance}.")
    for thing, words in ((point, "A `Named`"), (program.call("Point", x, y), "A `Point`")):
        has = program.builtin("hasattr", thing, "__dict__").value
        check("slim", not has, f"{words} takes {thing.size} bytes and has a dictionary.")
    measure(point.size)


@case("home and away")
def some(program):
    named(program, 3, 4, "home")
    named(program, 6, 8, "away")
