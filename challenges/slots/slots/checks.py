"""Checks of "Slots"."""
from observe import case, check, measure


def point_works(program, kind, coordinates, step=(10, 20)):
    """A point, its coordinates, and the moved one."""
    names = "xyz"[: len(coordinates)]
    point = program.call(kind, *coordinates)
    moved = point.call("moved", *step)
    found = [moved.attr(name).value for name in names]
    wanted = [a + b for a, b in zip(coordinates, list(step) + [0])]
    check("works", moved.type == kind and found == wanted, f"A {kind} at {coordinates} moved by {step} is a {moved.type} at {found}.")
    program.builtin("setattr", point, "x", 77)
    check("works", point.attr("x").value == 77, f"The x of a {kind} cannot be changed.")
    check("closed", program.builtin("hasattr", point, "color").value is False, f"A {kind} has the attribute `color` from the start.")
    refused = program.raises("builtins.setattr", point, "color", "red")
    check("closed", refused == "AttributeError", f"`{kind.lower()}.color = 'red'` succeeds.")
    has_dict = program.builtin("hasattr", point, "__dict__").value
    check("small", not has_dict, f"A `{kind}` still has a `__dict__`.")


@case("a Point")
def a_point(program):
    point_works(program, "Point", [1, 2])


@case("a Point3")
def a_point3(program):
    point_works(program, "Point3", [1, 2, 3])


@case("four hundred points")
def many(program):
    before = program.live_bytes
    kept = [program.call("Point", i % 200, i % 100) for i in range(200)]
    kept += [program.call("Point3", i % 200, i % 100, 5) for i in range(200)]
    measure(program.live_bytes - before)
