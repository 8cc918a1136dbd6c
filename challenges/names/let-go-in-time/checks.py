"""Checks of "Let go in time"."""
from observe import Rng, case, check, measure

M = 2 ** 16000 - 1


def plan_of(numbers, count):
    """Pairs of numbers that are there already; all ends that are still open are joined in the end."""
    plan, ends = [], [0, 1]
    while len(plan) < count:
        must = count - len(plan) < len(ends)
        if len(ends) > 1 and (must or numbers.below(100) < 45):
            pair = [ends.pop(numbers.below(len(ends))), ends.pop(numbers.below(len(ends)))]
        else:
            pair = [numbers.below(len(plan) + 2), numbers.below(len(plan) + 2)]
        ends.append(len(plan) + 2)
        plan.append(pair)
    return plan


def result_of(first, plan):
    made = list(first)
    for i, j in plan:
        made.append((made[i] * made[j] + made[i]) % M)
    return made[-1]


def worked(program, numbers, plan):
    """Has a plan worked out; gives the peak of it."""
    first = [numbers.between(2, 10 ** 9) ** 500 % M, numbers.between(2, 10 ** 9) ** 510 % M]
    given = program.builtin("list", first)
    pairs = program.builtin("list", plan)
    before = program.live_bytes
    result = program.call("work", given, pairs)
    peak = result.peak_bytes
    check("right", result.value == result_of(first, plan), f"`work` gave another number than the plan of {len(plan)} pairs asks for.")
    there = program.builtin("list", given).value
    check("kept", there == first, f"The caller’s list `first` is not as it was: it had 2 numbers, and now it has {len(there)}.")
    result.release()
    left = program.live_bytes - before
    check("tidy", left < 1000, f"The result is let go, and {left} bytes of numbers are still held.")
    return peak


def four(program, numbers):
    measure(sum(worked(program, numbers, plan_of(numbers, 50)) for _ in range(4)))


@case("three short plans")
def short(program):
    numbers = Rng(2)
    worked(program, numbers, [[0, 1]])
    worked(program, numbers, [[0, 1], [2, 0], [2, 3]])
    worked(program, numbers, [[0, 1], [0, 0], [2, 1], [2, 4], [5, 0]])


@case("four long plans")
def long(program):
    four(program, Rng(11))
