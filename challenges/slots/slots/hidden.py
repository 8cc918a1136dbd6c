"""Hidden cases of "Slots": other coordinates, and nothing of one class in the other."""
from checks import point_works
from observe import case, check, rng


@case
def other_points(program):
    numbers = rng()
    for _ in range(3):
        point_works(program, "Point", [numbers.below(1000), numbers.below(1000)], (numbers.below(9), -3))
        point_works(program, "Point3", [numbers.below(1000) for _ in range(3)], (5, numbers.below(9)))


@case
def z_only_in_point3(program):
    point = program.call("Point", 1, 2)
    check("closed", program.raises("builtins.setattr", point, "z", 1) == "AttributeError", "A Point takes z.")
    check("works", program.eval("issubclass(Point3, Point)").value, "Point3 is no subclass of Point.")
