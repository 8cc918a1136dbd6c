"""Checks of "One page at a time"."""
from observe import case, check, measure

PAGE = 20_000


def totals(program, count):
    answer = program.call("totals", count)
    wanted = [i % 256 * PAGE for i in range(count)]
    if not check("totals", answer.value == wanted, f"`totals({count})` gave {answer.repr}."):
        return
    if check("totals", answer.peak_bytes >= PAGE, f"At its peak `totals({count})` used {answer.peak_bytes} bytes: it did not load a page."):
        pages = answer.peak_bytes // PAGE
        check("one", pages < 2, f"At its peak `totals({count})` used {answer.peak_bytes} bytes: that is room for {pages} pages of {PAGE}.")
    if count == 20:
        measure(answer.peak_bytes)


@case("three pages, and twenty")
def some(program):
    totals(program, 3)
    totals(program, 20)
