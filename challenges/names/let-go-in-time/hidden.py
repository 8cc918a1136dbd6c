"""Hidden cases of "Let go in time": other plans of the same length, and one that looks back as far as it can."""
from checks import four, plan_of, worked
from observe import case, rng


@case
def other_plans(program):
    four(program, rng())


@case
def far_back(program):
    numbers = rng()
    plan = plan_of(numbers, 60)
    plan.append([61, 2])
    plan.append([62, 0])
    worked(program, numbers, plan)
