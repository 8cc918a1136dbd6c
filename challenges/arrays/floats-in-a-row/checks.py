"""Checks of "Floats in a row"."""
from observe import case, check, measure

SEQUENCES = ("list", "tuple", "array.array", "array", "memoryview", "collections.deque", "deque")


def keeps(program, readings):
    kept = program.call("keep", readings)
    if not check("exact", kept.type in SEQUENCES, f"`keep` returned a `{kept.type}`, which is no built-in sequence of floats."):
        return
    found = program.builtin("list", kept).value
    wrong = [i for i in range(len(readings)) if i >= len(found) or found[i] != readings[i]]
    if len(found) != len(readings):
        check("exact", False, f"{len(readings)} floats went in, {len(found)} came out.")
    elif not check("exact", not wrong, f"{readings[wrong[0]]!r} came out as {found[wrong[0]]!r}." if wrong else ""):
        return
    if len(readings) == 1000:
        size = kept.deep_size()
        check("small", size < 10_000, f"The `{kept.type}` of 1,000 floats takes {size} bytes with all that it refers to.")
        measure(size)


@case("three floats")
def three(program):
    keeps(program, [20.5, 21.25, 19.1])


@case("a thousand floats")
def thousand(program):
    keeps(program, [i / 7 for i in range(1000)])
