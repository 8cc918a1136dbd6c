"""Checks of "A thousand days"."""
from observe import case, check, measure


def day(program, year, month, number):
    made = program.call("Day", year, month, number)
    for name, wanted in (("year", year), ("month", month), ("day", number)):
        found = made.attr(name).value
        check("parts", found == wanted, f"`Day({year}, {month}, {number}).{name}` is {found!r}.")
    return made


def equal(program, one, other):
    same = day(program, *one).call("__eq__", day(program, *other)).value
    wanted = one == other
    check("equal", same is wanted, f"`Day{one} == Day{other}` should be {wanted}.")


@case("the last day of 1999")
def last(program):
    day(program, 1999, 12, 31)
    equal(program, (1999, 12, 31), (1999, 12, 31))


@case("days that differ in one part")
def differ(program):
    equal(program, (2024, 2, 29), (2023, 2, 29))
    equal(program, (2024, 2, 29), (2024, 3, 29))
    equal(program, (2024, 2, 29), (2024, 2, 28))


@case("what 1,000 days take")
def costs(program):
    program.call("Day", 1, 1, 1).release()
    before = program.live_bytes
    days = program.builtin("list")
    for i in range(1000):
        days.call("append", program.call("Day", 1000 + 9 * i, i % 12 + 1, i % 28 + 1))
    check("parts", days.call("__getitem__", 999).attr("year").value == 9991, "The last of 1,000 days has another year than it was given.")
    # What lies in tables beside the list counts too.
    measure(program.live_bytes - before)
