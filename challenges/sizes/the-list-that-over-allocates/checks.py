"""Checks of "The list that over-allocates"."""
from observe import case, check, measure


def build(program, n):
    """Builds, and checks the list."""
    built = program.call("squares", n)
    right = built.type == "list" and built.value == [i * i for i in range(n)]
    if not check("values", right, f"`squares({n})` gave {built.repr}."):
        return
    room = (built.size - 56) // 8
    check("exact", room == n, f"The list of {n} squares takes {built.size} bytes: it has room for {room} elements.")
    if n == 1000:
        measure(built.peak_bytes)


@case("short lists")
def short(program):
    for n in (1, 5, 10):
        build(program, n)


@case("a thousand squares")
def thousand(program):
    build(program, 1000)
